import Foundation
import TestSupport
import Testing

struct ExtractBooksTests {
    let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder(files: [
            "page.md": """
            # Outbound rules

            The agent requires outbound access to:

            | Destination | Port | Purpose |
            |---|---|---|
            | `a.contoso.net` | 443 | Control plane |
            | To be told | | |

            Ask at help.contoso.net.

            [!INCLUDE [part](part/ports.md)]
            """,
            "part/ports.md": "Open these, too:\n\n- b.contoso.net\n",
        ])
    }

    @Test func `the page says what was made of each piece`() throws {
        let result = try Tool.run("extract", "page.md", "--books", in: folder)
        #expect(result.status == 0)
        #expect(result.output.contains("3 rows seen = 2 in records + 1 skipped"))
        #expect(result.output.contains("     5  table     read as requirements: columns of destination, port"))
        #expect(result.output.contains("Port         port"))
        #expect(result.output.contains("     8  skipped   it heads the rows below it"))
        #expect(result.output.contains("(in part/ports.md)"))
        #expect(result.output.contains("help.contoso.net  in a sentence"))
        #expect(!result.output.contains("\u{1B}"))
    }

    @Test func `programs get the same`() throws {
        let array = try Tool.run("extract", "page.md", "--books", "--format", "json", in: folder)
        let books = try #require(
            JSONSerialization.jsonObject(with: Data(array.output.utf8)) as? [[String: Any]])
        try #require(books.count == 1)
        #expect(books[0]["rowsSeen"] as? Int == 3)
        let entries = try #require(books[0]["entries"] as? [[String: Any]])
        let table = try #require(entries.first { $0["kind"] as? String == "table" })
        #expect(table["reading"] as? String == "requirements")
        #expect((table["records"] as? [[String: Any]])?.map { $0["line"] as? Int } == [7])
        #expect((books[0]["mentions"] as? [[String: Any]])?.map { $0["value"] as? String } == ["help.contoso.net"])
        let lines = try Tool.run("extract", "page.md", "--books", "--format", "ndjson", in: folder)
        #expect(array.output == "[\n\(lines.output)]\n")
    }

    @Test func `one line is explained`() throws {
        let row = try Tool.run("extract", "--explain", "page.md:7", in: folder)
        #expect(row.status == 0)
        #expect(row.output.contains("a row of the table at line 5"))
        #expect(row.output.contains("a.contoso.net: port 443 (outbound)"))
        let skipped = try Tool.run("extract", "--explain", "page.md:8", in: folder)
        #expect(skipped.output.contains("It is in no record: it heads the rows below it."))
        let prose = try Tool.run("extract", "--explain", "page.md:10", in: folder)
        #expect(prose.output.contains("help.contoso.net looks like an endpoint and is in no record: in a sentence."))
        let heading = try Tool.run("extract", "--explain", "page.md:1", in: folder)
        #expect(heading.output.contains("direction outbound"))
    }

    @Test func `a part is explained where it stands`() throws {
        let part = try Tool.run("extract", "page.md", "--explain", "part/ports.md:3", in: folder)
        #expect(part.output.contains("part/ports.md:3 as a part of page.md"))
        #expect(part.output.contains("b.contoso.net"))
    }

    @Test(arguments: [
        "extract", "extract page.md --books --format csv", "extract --explain page.md",
        "extract page.md --books --explain page.md:1",
    ])
    func `what makes no sense is refused`(command: String) throws {
        #expect(try Tool.run(command.split(separator: " ").map(String.init), in: folder).status == 64)
    }

    @Test func `a file that nobody read is missing`() throws {
        #expect(try Tool.run("extract", "page.md", "--explain", "other.md:1", in: folder).status == 66)
        let beyond = try Tool.run("extract", "--explain", "page.md:999", in: folder)
        #expect(beyond.status == 66)
        #expect(beyond.errors.contains("'page.md' ends at line "))
    }
}
