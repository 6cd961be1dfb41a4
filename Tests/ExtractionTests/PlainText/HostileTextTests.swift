internal import Extraction
internal import RequirementModel
import Testing

/// Texts that nobody would write: each is read to its end, and gives no table that is not there.
@Suite struct HostileTextTests {
    @Test(arguments: [
        String(repeating: "a.example.com TCP 443 ", count: 100_000), String(repeating: "a", count: 2_000_000),
        String(repeating: "Endpoint Port Use\n", count: 2_000), String(repeating: "Protocol\nPort\n", count: 2_000),
        String(repeating: "Note\n", count: 20_000), String(repeating: ":::note\n", count: 2_000),
        String(repeating: "+-+-+\n", count: 20_000), String(repeating: "== ==\n", count: 20_000),
        String(repeating: "```\n", count: 20_001), String(repeating: "`", count: 200_000),
        String(repeating: "Endpoint    Port\n", count: 5_000),
        String(repeating: "a\tb\tc\nx\n", count: 5_000).dropLast() + "y",
        String(repeating: "\0", count: 100_000), String(repeating: ".. note::\n\n   ", count: 5_000),
        String(repeating: "(", count: 100_000), String(repeating: "443/tcp x\n", count: 50_000) + "and so on",
        String(repeating: "Port: 443\nHost: a.example\n", count: 50_000) + "and so on",
        "443/tcp\n" + String(repeating: "  words\n  53/udp\n", count: 20_000),
    ]) func `long and repeated lines`(text: String) {
        let reading = PlainTextReader().read(Array(text.utf8), path: "page.txt")
        #expect(!reading.document.blocks.isEmpty)
    }

    @Test func `lists nest no deeper than the model can bear`() {
        let text = (0..<20_000).map { String(repeating: " ", count: $0 % 3_000) + "- item" }.joined(separator: "\n")
        var depth = 0
        var blocks = Sample.document(text).blocks
        while case .list(let list)? = blocks.last, let item = list.items.last(where: { $0.blocks.count > 1 }) {
            depth += 1
            blocks = item.blocks
        }
        #expect(1...16 ~= depth)
    }

    @Test func `spans ask for no more than there is`() {
        let rows = Sample.tables(
            "= T\n\n|===\n| a | b\n\n" + String(repeating: "999999999+.999999999+| x\n", count: 500) + "|===\n")
        #expect(rows.first.map { $0.allSatisfy { $0.count == 2 } } == true)
        #expect(Sample.tables("= T\n\n[cols=\"999999999*\"]\n|===\n| a | b\n|===\n") == [[["a", "b"]]])
        #expect(
            Sample.tables(
                String(repeating: "a\t", count: 5_000) + "b\n" + String(repeating: "1\t", count: 5_000) + "2\n"
            ).isEmpty)
    }

    /// A header of a thousand columns above ten thousand short rows would be ten million cells, most of them of nothing.
    @Test(arguments: [
        ("|Port" + String(repeating: "|Port", count: 1_000) + "|\n", "|a.io|443|\n", ""),
        (".. csv-table::\n\n   a" + String(repeating: ",a", count: 1_000) + "\n", "   a.io\n", ""),
        (".. csv-table::\n\n   a\n   a" + String(repeating: ",a", count: 100_000) + "\n", "   a.io\n", ""),
        (".. list-table::\n\n   * - a\n" + String(repeating: "     - a\n", count: 1_000), "   * - a.io\n", ""),
        ("= T\n\n[cols=\"1000*\"]\n|===\n", "999*|a.io\n", "|===\n"),
        (
            String(repeating: "== ", count: 1_000) + "\n" + String(repeating: "aa ", count: 1_000) + "\n"
                + String(repeating: "== ", count: 1_000) + "\n", "a.io\n", ""
        ),
        (String(repeating: "Port  ", count: 300) + "\n", "1     2\n", ""),
        ("+" + String(repeating: "-+", count: 1_000) + "\n|a|\n", "+-+\n|a|\n", "+-+\n"),
    ])
    func `wide headers make no cells of short rows`(header: String, row: String, end: String) {
        let text = header + String(repeating: row, count: 10_000) + end
        let cells = Sample.tables(text).reduce(0) { $0 + $1.reduce(0) { $0 + $1.count } }
        #expect(cells <= text.utf8.count * 8 + 512)
        #expect(!Sample.document(text).blocks.isEmpty)
    }

    @Test func `a cut text is read as far as it goes`() {
        let whole =
            "Ports\n\nFQDN Port Use\na.example.com HTTPS:443 Sign-in.\n\n+---+---+\n| a | b |\n\n|===\n| c\n\n```\nx"
        for end in whole.indices { _ = Sample.document(String(whole[..<end])) }
        #expect(Sample.tables(whole).first?.count == 2)
    }
}
