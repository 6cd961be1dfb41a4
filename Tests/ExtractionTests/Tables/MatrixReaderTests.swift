import Testing

@testable import Extraction

@Suite struct MatrixReaderTests {
    @Test func `takes no table whose headers speak of ports for a matrix`() {
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
