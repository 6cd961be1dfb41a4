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

    @Test func `reads a matrix from its rows to its columns`() {
        let result = extraction(
            fromHTML: """
                <table><thead><tr><th>From / To</th><th>Control nodes</th><th>Workers</th></tr></thead>
                <tbody><tr><td>Control nodes</td><td>2379 TCP</td><td></td></tr>
                <tr><td>Workers</td><td>6443 TCP</td><td>8472 UDP</td></tr></tbody></table>
                """)
        #expect(
            result.atoms == [
                "Control nodes → «Control nodes» TCP//2379", "Workers → «Control nodes» TCP//6443",
                "Workers → «Workers» UDP//8472",
            ])
    }
}
