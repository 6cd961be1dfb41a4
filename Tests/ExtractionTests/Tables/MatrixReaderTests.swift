import Testing

@testable import Extraction

@Suite struct MatrixReaderTests {
    @Test func takesNoTableWhoseHeadersSpeakOfPortsForAMatrix() {
        let result = extraction(
            fromMarkdown: """
                # Network requirements

                | Source port (remote) | Destination port (local) | Protocol | Description |
                |---|---|---|---|
                | >1024 | 443 | TCP | Console |
                | >1024 | 8443 | TCP | Administration |
                """)
        #expect(result.atoms == ["TCP//443", "TCP//8443"])
    }
}
