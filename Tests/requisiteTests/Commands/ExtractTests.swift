import Foundation
import TestSupport
import Testing

struct ExtractTests {
    let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder(files: [
            "docs/a.md": page("a.example.com", "b.example.com"), "docs/deep/c.md": page("c.example.com"),
        ])
    }

    @Test func `CSV is the flat view in order`() throws {
        let result = try Tool.run("extract", "docs", "--format", "csv", in: folder)
        #expect(result.status == 0)
        let rows = result.lines.map { $0.split(separator: ",", omittingEmptySubsequences: false) }
        #expect(rows.first?.prefix(5) == ["document", "file", "record", "section", "line"])
        #expect(
            rows.dropFirst().map { "\($0[0]) \($0[13]) \($0[17])" } == [
                "a.md a.example.com 443", "a.md b.example.com 443", "deep/c.md c.example.com 443",
            ])
    }

    @Test func `JSON and its lines say the same`() throws {
        let array = try Tool.run("extract", "docs", "--format", "json", in: folder)
        let lines = try Tool.run("extract", "docs", "--format", "ndjson", in: folder)
        let records = try #require(
            JSONSerialization.jsonObject(with: Data(array.output.utf8)) as? [NSDictionary])
        let single = try lines.lines.map { try JSONSerialization.jsonObject(with: Data($0.utf8)) as? NSDictionary }
        #expect(records.count == 3)
        #expect(records == single)
    }

    @Test func `tables are raw grids`() throws {
        let result = try Tool.run("extract", "docs/a.md", "--format", "tables", in: folder)
        let tables = try #require(JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [[String: Any]])
        try #require(tables.count == 1)
        #expect(tables[0]["document"] as? String == "docs/a.md")
        #expect(tables[0]["line"] as? Int == 5)
        #expect(tables[0]["header"] as? [String] == ["Destination", "Protocol", "Port", "Purpose"])
        #expect((tables[0]["rows"] as? [[String]])?.map { $0[0] } == ["a.example.com", "b.example.com"])
    }

    @Test func `documents without records are empty lists`() throws {
        try folder.write("Nothing is required.\n", to: "none.txt")
        for format in ["json", "tables"] {
            let result = try Tool.run("extract", "none.txt", "--format", format, in: folder)
            #expect(result.status == 0)
            #expect((try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [Any])?.isEmpty == true)
        }
        #expect(try Tool.run("extract", "none.txt", "--format", "ndjson", in: folder).output.isEmpty)
    }

    @Test func `standard input is a document`() throws {
        let bytes = Array(page("in.example.com").utf8)
        let result = try Tool.run("extract", "-", "--format", "csv", in: folder, input: bytes)
        #expect(result.lines.count == 2)
        #expect(result.lines.last?.hasPrefix("-,-,") == true)
    }

    @Test func `a document of the corpus is known by its path there`() throws {
        try folder.write("corpus: docs\n", to: "requisite.yml")
        let result = try Tool.run("extract", "docs/deep/c.md", "--format", "csv", in: folder)
        #expect(result.lines.last?.hasPrefix("deep/c.md,deep/c.md,") == true)
    }

    @Test func `messages stay off standard output`() throws {
        try folder.write([0xFF, 0x41, 0x0A], to: "odd.md")
        let result = try Tool.run("extract", "odd.md", "--format", "csv", "--verbose", in: folder)
        #expect(result.status == 0)
        #expect(result.lines.count == 1)
        #expect(result.errors.contains("odd.md:1:1: warning: "))
        #expect(result.errors.contains("[invalid-utf-8]"))
        #expect(try Tool.run("extract", "odd.md", "--quiet", in: folder).errors.isEmpty)
    }

    @Test func `the others are printed before an unreadable one fails`() throws {
        let huge = folder.path(of: "docs/b2.md")
        try folder.write("", to: "docs/b2.md")
        // A hole of 200 MB costs nothing.
        try FileHandle(forWritingTo: URL(filePath: huge)).truncate(atOffset: 200 << 20)
        let result = try Tool.run("extract", "docs", "--format", "csv", in: folder)
        #expect(result.status == 65)
        #expect(result.lines.count == 4)
        #expect(result.errors.contains("b2.md: error: cannot be read"))
    }

    @Test func `a reader that has seen enough is no error`() throws {
        let hosts = (0..<3000).map { "host-\($0).example.com" }
        let rows = hosts.map { "| \($0) | 443 |" }.joined(separator: "\n")
        try folder.write("Allow outbound access to:\n\n| Destination | Port |\n|---|---|\n\(rows)\n", to: "big.md")
        let process = Process()
        process.executableURL = URL(filePath: "/bin/sh")
        process.arguments = ["-c", "\"$0\" extract big.md --format csv --quiet 2>errors | head -n 1 >first", Tool.path]
        process.currentDirectoryURL = URL(filePath: folder.path, directoryHint: .isDirectory)
        try process.run()
        process.waitUntilExit()
        #expect(folder.text(of: "first")?.hasPrefix("document,") == true)
        #expect(folder.text(of: "errors") == "")
    }

    @Test func `a part stands only in its page`() throws {
        try folder.write("# Page\n\n[!INCLUDE [c](deep/c.md)]\n", to: "docs/z.md")
        let all = try Tool.run("extract", "docs", "--format", "csv", in: folder)
        #expect(all.lines.filter { $0.contains("c.example.com") }.map { $0.prefix(14) } == ["z.md,deep/c.md"])
        let alone = try Tool.run("extract", "docs/deep/c.md", "--format", "csv", in: folder)
        #expect(alone.lines.count == 2)
    }
}
