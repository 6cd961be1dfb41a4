import RequirementModel
import TestSupport
import Testing

/// What is truncated, enormous or made to break parsers: it is read in linear time, and nothing is lost in silence.
@Suite struct HostileHTMLTests {
    private static let many = 100_000
    private static let some = 2000

    @Test(arguments: [
        String(repeating: "<div>", count: many) + "x",
        String(repeating: "<div>", count: many) + String(repeating: "</p>", count: some) + "x",
        String(repeating: "<div>", count: some) + String(repeating: "</a>", count: many) + "x",
        String(repeating: "<blockquote>", count: some) + "x", String(repeating: "<ul><li>", count: some) + "x",
        String(repeating: "<table><tr><td>", count: some) + "x", String(repeating: "<b>", count: some) + "<p>x",
        String(repeating: "<dl><dt>", count: some) + "x", String(repeating: "<main>", count: some) + "x",
        "<p " + (0..<20_000).map { "a\($0)" }.joined(separator: " ") + ">x",
        String(repeating: "&", count: some) + "x", String(repeating: "<", count: some) + " x",
        "", "<", "</", "<!--", "<table", "<table><tr><td", "\u{0}",
    ])
    func `no depth or number of anything stops the reader`(page: String) {
        let dump = read(page).document.dump
        #expect(!page.hasSuffix("x") || dump.contains("x"))
    }

    @Test func `spans that ask for a million cells and more are not filled in`() throws {
        let one = read("<table><tr><td colspan=1000000000>x</table>")
        let table = try #require(one.document.blocks.tables.first)
        #expect(table.width == 1000)
        #expect(one.diagnostics.isEmpty)
        let many = read("<table>" + String(repeating: "<tr><td colspan=1000 rowspan=65534>x", count: 2000) + "</table>")
        let cut = try #require(many.document.blocks.tables.first)
        #expect(cut.rows.count == 2000)
        #expect(cut.width == 1)
        #expect(many.diagnostics.map(\.id) == ["spans-too-large"])
    }

    @Test func `attributes beyond reason are left out and reported`() {
        let names = (0..<1000).map { "a\($0)" }.joined(separator: " ")
        #expect(read("<p \(names)>x").diagnostics.map(\.id) == ["too-many-attributes"])
    }

    @Test func `a text longer than libxml2's limit is whole`() {
        let words = 2_100_000
        let blocks = read("<p>" + String(repeating: "word ", count: words)).document.blocks
        let texts = blocks.compactMap { if case .paragraph(let text) = $0 { text } else { nil } }
        #expect(texts.map(\.text.utf8.count) == [words * 5 - 1])
    }
}
