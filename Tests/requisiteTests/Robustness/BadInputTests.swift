import Foundation
import TestSupport
import Testing

/// Bad input is the normal case: nothing crashes, nothing hangs, and what could be read is read.
struct BadInputTests {
    /// A document that is wrong in one way, and a host that must be found in it all the same.
    struct Case: CustomTestStringConvertible, Sendable {
        var testDescription: String
        var name: String
        var bytes: [UInt8]
        var host: String?

        init(_ description: String, _ name: String, _ bytes: [UInt8], host: String? = nil) {
            testDescription = description
            self.name = name
            self.bytes = bytes
            self.host = host
        }

        init(_ description: String, _ name: String, _ text: String, host: String? = nil) {
            self.init(description, name, Array(text.utf8), host: host)
        }
    }

    static let deep = 100_000
    static let table = page("a.example.com")
    static let host = "a.example.com"
    static let htmlRow = "<tr><td>a.example.com</td><td>443</td></tr>"
    static let htmlHead = "<p>Allow outbound access to:</p><table><tr><th>Destination</th><th>Port</th></tr>"

    static let cases: [Case] = [
        Case("empty Markdown", "x.md", ""),
        Case("empty HTML", "x.html", ""),
        Case("empty text", "x.txt", ""),
        Case("invalid UTF-8", "x.md", Array(table.utf8) + [0xC3, 0x28, 0xFF], host: host),
        Case(
            "UTF-16 with a mark", "x.md", [0xFF, 0xFE] + table.utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] },
            host: host),
        Case(
            "UTF-16 HTML", "x.html",
            [0xFE, 0xFF] + ("<html><body>" + htmlHead + htmlRow).utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 255)] },
            host: host),
        Case("CRLF", "x.md", table.replacing("\n", with: "\r\n"), host: host),
        Case("lone CR", "x.md", table.replacing("\n", with: "\r"), host: host),
        Case("NUL bytes", "x.md", Array(table.utf8) + [0, 0, 0x41, 0], host: host),
        Case("only NUL bytes", "x.md", [UInt8](repeating: 0, count: 5000)),
        Case("random bytes", "x.md", (0..<20_000).map { UInt8(truncatingIfNeeded: $0 &* 2_654_435_761 >> 13) }),
        Case(
            "ragged rows", "x.md", table + "| b.example.com |\n| c.example.com | TCP | 443 | x | y | z |\n|\n",
            host: host),
        Case(
            "10,000 columns", "x.md",
            "|" + String(repeating: " a |", count: 10_000) + "\n|" + String(repeating: "-|", count: 10_000) + "\n|"
                + String(repeating: " b |", count: 10_000) + "\n"),
        Case(
            "colspan of a thousand million", "x.html",
            htmlHead + "<tr><td colspan=1000000000>x</td></tr>" + htmlRow + "</table>"
        ),
        Case(
            "rowspan of a thousand million", "x.html",
            htmlHead + htmlRow + "<tr><td rowspan=1000000000>b.example.com</td><td>443</td></tr></table>", host: host),
        Case("unclosed HTML", "x.html", "<html><body><div>" + htmlHead + htmlRow + "<tr><td>b.example", host: host),
        Case("deep block quotes", "x.md", String(repeating: "> ", count: deep) + "x\n\n" + table, host: host),
        Case("deep lists", "x.md", String(repeating: "- ", count: deep) + "x\n\n" + table, host: host),
        Case(
            "deep divs", "x.html", "<body>" + htmlHead + htmlRow + "</table>" + String(repeating: "<div>", count: deep),
            host: host),
        Case(
            "deep tables", "x.html",
            "<body>" + htmlHead + htmlRow + "</table>" + String(repeating: "<table><tr><td>", count: 20_000), host: host
        ),
        Case(
            "deep emphasis and brackets", "x.md", String(repeating: "*a **b [", count: 20_000) + "\n\n" + table,
            host: host),
        Case(
            "many backticks", "x.md",
            (1..<1500).map { String(repeating: "`", count: $0) }.joined(separator: " ") + "\n\n" + table, host: host),
        Case(
            "an alias bomb", "x.md",
            "---\na0: &a0 [x,x,x,x,x,x,x,x,x]\n"
                + (1..<12).map {
                    "a\($0): &a\($0) [" + Array(repeating: "*a\($0 - 1)", count: 9).joined(separator: ",") + "]\n"
                }.joined() + "---\n" + table, host: host),
        Case("front matter without end", "x.md", "---\ntitle: x\n" + table),
        Case("one long line", "x.txt", String(repeating: "word ", count: 1_000_000)),
        Case(
            "one long line of Markdown", "x.md", String(repeating: "`a` *b* ", count: 100_000) + "\n\n" + table,
            host: host),
        Case("one long word", "x.txt", String(repeating: "a.", count: 500_000) + "com"),
    ]

    @Test(arguments: cases)
    func `extract copes`(with document: Case) throws {
        let folder = try TemporaryFolder()
        try folder.write(document.bytes, to: document.name)
        let result = try Tool.run("extract", document.name, "--format", "csv", in: folder)
        #expect(result.status == 0, "\(result.errors.suffix(300))")
        #expect(result.output.hasPrefix("document,file,record,"))
        if let host = document.host { #expect(result.output.contains(host)) }
    }

    @Test(arguments: cases)
    func `tables cope`(with document: Case) throws {
        let folder = try TemporaryFolder()
        try folder.write(document.bytes, to: document.name)
        let result = try Tool.run("extract", document.name, "--format", "tables", "--quiet", in: folder)
        #expect(result.status == 0, "\(result.errors.suffix(300))")
        #expect(result.output.hasPrefix("[\n") && result.output.hasSuffix("]\n"))
    }

    @Test func `a line of 200 megabytes is refused at once`() throws {
        let folder = try TemporaryFolder(files: ["x.md": ""])
        let file = try FileHandle(forWritingTo: URL(filePath: folder.path(of: "x.md")))
        let piece = Data(repeating: UInt8(ascii: "a"), count: 10 << 20)
        for _ in 0..<20 { try file.write(contentsOf: piece) }
        try file.close()
        let result = try Tool.run("extract", "x.md", in: folder)
        #expect(result.status == 65)
        #expect(result.errors.contains("larger than 64 MB"))
    }

    @Test func `a loop of links ends`() throws {
        let folder = try TemporaryFolder(files: ["requisite.yml": "", "Corpus/a.md": Self.table])
        try folder.link("Corpus/loop", to: ".")
        try folder.link("Corpus/b.md", to: "c.md")
        try folder.link("Corpus/c.md", to: "b.md")
        let result = try Tool.run("run", in: folder)
        #expect(result.status == 0, "\(result.errors)")
        #expect(result.errors.contains("loop: warning: "))
        #expect(result.errors.contains("b.md: warning: "))
    }
}
