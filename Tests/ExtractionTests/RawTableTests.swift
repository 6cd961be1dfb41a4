import Extraction
import Foundation
import HTMLReading
import MarkdownReading
import RequirementModel
import Testing

/// Tables of pages that a program made up, hostile ones among them, beside what cmark-gfm and html5lib read there.
///
/// `Tests/ForeignReaders/random_tables.py --record` has written them; the gate compares many more.
@Suite struct RawTableTests {
    struct Page: Decodable {
        var name: String
        var text: String
        var tables: [[[String]]]
    }

    @Test func `tables are cut as other programs cut them`() throws {
        let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures/random-tables.json")
        let pages = try JSONDecoder().decode([Page].self, from: Data(contentsOf: file))
        #expect(pages.count > 50)
        var options = ExtractionOptions()
        options.keepsTables = true
        let extractor = Extractor(options: options)
        for page in pages {
            let bytes = Array(page.text.utf8)
            let document =
                page.name.hasSuffix(".md")
                ? MarkdownReader(htmlReader: HTMLReader()).read(bytes, path: page.name).document
                : HTMLReader().read(bytes, path: page.name).document
            let tables = extractor.extract(document).tables.map { table in
                ((table.header.isEmpty ? [] : [table.header]) + table.rows).map { $0.map(\.folded) }
            }
            #expect(tables == page.tables, "\(page.name): \(page.text)")
        }
    }
}

extension String {
    /// White space as one space, none at the ends.
    fileprivate var folded: String {
        split { $0.isWhitespace || $0 == "\u{200B}" }.joined(separator: " ")
    }
}
