import RequirementModel
import TestSupport
import Testing

/// What is truncated, enormous or made to break parsers: it is read in linear time, and nothing is lost in silence.
@Suite struct HostileMarkdownTests {
    private static let many = 100_000
    private static let some = 1000

    @Test(arguments: [
        String(repeating: "> ", count: many) + "x", String(repeating: "- ", count: many) + "x",
        String(repeating: "*a **b ", count: many), String(repeating: "[", count: many),
        String(repeating: "![](", count: many), String(repeating: "`", count: many),
        String(repeating: "<sup>", count: some), String(repeating: "<foo>", count: some),
        String(repeating: "~~a ", count: some), String(repeating: "<!-- ", count: some),
        String(repeating: "<Note>\n", count: some), String(repeating: ":::note\n", count: some),
        String(repeating: "<A\n", count: some), String(repeating: "import {\n", count: some),
        String(repeating: "<div>\n\n", count: some), String(repeating: "<table>\n\nx\n\n", count: some),
        String(repeating: "|a|\n|-|\n2. x\n", count: some), String(repeating: "[a]: <\n", count: some),
        String(repeating: "a\n: b\n\n", count: some), String(repeating: "a\n: b\n", count: some),
        String(repeating: "{% tab x %}\n", count: some), String(repeating: "[NOTE]\n====\n", count: some),
        "", "\n", "\u{0}", "---", "---\n---", "|", "|\n|-",
    ])
    func `no depth or number of anything stops the reader`(page: String) {
        let document = read(page).document
        #expect(document.blocks.allSatisfy { $0.depth <= Document.maximumDepth + 1 })
        #expect(!page.hasSuffix("x") || document.dump.hasSuffix("x"))
    }

    @Test func `ten thousand columns are read, but not made up for ten thousand rows`() throws {
        let header = String(repeating: "a|", count: 10_000) + "\n" + String(repeating: "-|", count: 10_000) + "\n"
        let reading = read(header + String(repeating: "|x\n", count: 10_000))
        let table = try #require(reading.document.blocks.tables.first)
        #expect(table.width == 10_000)
        #expect(reading.diagnostics.map(\.id) == ["table-too-large"])
    }

    @Test(arguments: [("- a\n  ", "- a\n"), ("a,", "a\n")])
    func `directives make no cells for short rows`(cell: String, row: String) {
        let isList = row.hasPrefix("-")
        let header = (isList ? "- " : "") + String(repeating: cell, count: 2_000) + "\n"
        let rows = String(repeating: isList ? "- - a\n" : row, count: 2_000)
        let document = read("```{\(isList ? "list" : "csv")-table}\n\(header)\(rows)```\n").document
        #expect(document.blocks.tables.isEmpty && !document.blocks.isEmpty)
    }

    @Test func `NUL is shown, and lone carriage returns end lines`() {
        #expect(read("a\u{0}b").document.dump == "p @1:1 a\u{FFFD}b")
        #expect(read("# a\r\r| b |\r|---|\r| c |").document.dump.hasSuffix("body @5:1 | c |"))
    }

    @Test func `any prefix of a page can be read`() {
        let page =
            "---\na: b\n---\n# T\n:::note\n> [!TIP]\n> | a |\n> |--|\n> | `b` |\n\n<table><tr><td>x\n\n</table>\n:::\n"
        for length in 0...page.utf8.count {
            let prefix = String(decoding: Array(page.utf8.prefix(length)), as: UTF8.self)
            #expect(read(prefix).document.format == .markdown)
        }
    }
}

extension Block {
    /// How many blocks deep it is.
    fileprivate var depth: Int {
        switch self {
        case .list(let list): 2 + (list.items.flatMap(\.blocks).map(\.depth).max() ?? 0)
        case .note(let note): 1 + (note.blocks.map(\.depth).max() ?? 0)
        default: 1
        }
    }
}
