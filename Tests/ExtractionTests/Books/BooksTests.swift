import Extraction
import HTMLReading
import MarkdownReading
import RequirementModel
import Testing

/// What full books say of a page, beside the totals that all books have.
@Suite struct BooksTests {
    private func books(_ markdown: String) -> Books {
        let reading = MarkdownReader(htmlReader: HTMLReader()).read(Array(markdown.utf8), path: "page.md")
        return Extractor(options: .init(keepsFullBooks: true)).extract(reading.document).books
    }

    private static let page = """
        # Agent

        ## Outbound rules

        The agent needs outbound access to:

        | Endpoint | Port | Owner |
        |---|---|---|
        | a.contoso.net | TCP 443 | Ann |
        | Other places | | |
        | b.contoso.net | TCP 443 | d.contoso.net |

        Ask at help.contoso.net for more.

        ## Examples

        - c.contoso.net
        - see [e.contoso.net](https://f.contoso.net)

        | Size | Cost |
        |---|---|
        | small | g.contoso.net |

        ```sh
        curl h.contoso.net
        ```
        """

    @Test func `each column is told with its role and what speaks for it`() throws {
        let table = try #require(books(Self.page).entries.first { $0.kind == .table })
        #expect(table.columns.map(\.header) == ["Endpoint", "Port", "Owner"])
        #expect(table.columns.map(\.role) == ["endpoint", "port", ""])
        #expect(table.columns[0].evidence == "by its header; 2 of 3 cells hold names, tags or addresses")
    }

    @Test func `what is said around a table is told with the line that says it`() throws {
        let books = books(Self.page)
        let table = try #require(books.entries.first { $0.kind == .table })
        let direction = try #require(table.holding.first { $0.name == "direction" })
        #expect(direction.value == "outbound")
        #expect(direction.origin?.position.line == 5)
        let said = books.entries.filter { $0.reading == .statement }
        #expect(said.map(\.location.position.line) == [3, 5, 15])
        #expect(said.map(\.reach) == [.section, .next, .section])
        #expect(said.map(\.words) == ["Outbound rules", "The agent needs outbound access to:", "Examples"])
    }

    @Test func `rows in no record are told with their words`() throws {
        let table = try #require(books(Self.page).entries.first { $0.kind == .table })
        #expect(table.skipped.map(\.location.position.line) == [10])
        #expect(table.skipped.map(\.words) == ["Other places |  | "])
        #expect(table.isBalanced)
    }

    @Test func `what looks like an endpoint and is in no record is told with its place`() {
        let mentions = books(Self.page).mentions
        #expect(
            mentions.map(\.endpoint.text) == [
                "d.contoso.net", "help.contoso.net", "c.contoso.net", "e.contoso.net", "g.contoso.net", "h.contoso.net",
            ])
        #expect(mentions.map(\.location.position.line) == [11, 13, 17, 18, 22, 25])
        #expect(
            mentions.map(\.reason) == [
                "in column “Owner”, which is not read", "in a sentence",
                "in an item that is skipped: it does not say what must be reachable",
                "in an item that is skipped: it does not say what must be reachable",
                "in a table that is not about the network", "in code: nothing around it asks for anything",
            ])
    }

    @Test func `records do not depend on how the books are kept`() {
        let reading = MarkdownReader(htmlReader: HTMLReader()).read(Array(Self.page.utf8), path: "page.md")
        let brief = Extractor().extract(reading.document)
        let full = Extractor(options: .init(keepsFullBooks: true)).extract(reading.document)
        #expect(brief.records == full.records)
        #expect(brief.books.rowsSeen == full.books.rowsSeen)
        #expect(brief.books.entries.allSatisfy { $0.holding.isEmpty && $0.columns.isEmpty })
        #expect(brief.books.mentions.isEmpty)
    }

    @Test func `entries know their records`() {
        let reading = MarkdownReader(htmlReader: HTMLReader()).read(Array(Self.page.utf8), path: "page.md")
        let result = Extractor().extract(reading.document)
        let lines = result.books.entries.map { result.records[$0.records].map(\.location.position.line) }
        #expect(lines.filter { !$0.isEmpty } == [[9, 11], [22]])
    }
}
