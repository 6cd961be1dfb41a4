import TestSupport
import Testing

/// `log`, `show` and `changelog` over three versions.
struct HistoryTests {
    let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder(files: ["requisite.yml": "transformers:\n  catalog-csv:\n"])
        let states = [["a.example.com"], ["a.example.com", "*.b.example.com"], ["*.b.example.com"]]
        for (index, hosts) in states.enumerated() {
            let rows = hosts.map { "| `\($0)` | TCP | 443 |" }.joined(separator: "\n")
            try folder.write(
                "Outbound access is needed to:\n\n| Destination | Protocol | Port |\n|---|---|---|\n\(rows)\n",
                to: "Corpus/a.md")
            _ = try Tool.run("run", "--date", "2026-0\(index + 1)-01", in: folder)
        }
    }

    @Test func `log lists the versions newest first`() throws {
        #expect(
            try Tool.run("log", in: folder).lines.map { $0.prefix(12) } == [
                "202603010001", "202602010001", "202601010001",
            ])
    }

    @Test func `log tells when a host came and went`() throws {
        let gone = try Tool.run("log", "a.example.com", in: folder).lines.filter { $0.hasPrefix("2026") }
        #expect(gone.map { $0.split(separator: " ")[1] } == ["removed", "added"])
        let covered = try Tool.run("log", "deep.b.example.com", in: folder).lines.filter { $0.hasPrefix("2026") }
        #expect(covered.map { $0.split(separator: " ")[1] } == ["added"])
        let unknown = try Tool.run("log", "b.exmaple.com", in: folder)
        #expect(unknown.status == 66)
        #expect(unknown.errors.contains("did you mean '*.b.example.com'?"))
    }

    @Test func `show prints a record with its source line`() throws {
        let csv = try #require(folder.text(of: "Output/catalog-csv/catalog.csv"))
        let id = try #require(csv.split(separator: "\n").last?.split(separator: ",")[2])
        let result = try Tool.run("show", String(id), in: folder)
        #expect(result.output.contains("a.md:5:1: | `*.b.example.com` | TCP | 443 |"))
        #expect(try Tool.run("show", "202602010001", in: folder).output.contains("parent     202601010001"))
    }

    @Test func `changelog compares any two versions`() throws {
        let last = try Tool.run("changelog", in: folder).output
        #expect(last.contains("- a.example.com"))
        #expect(!last.contains("+ "))
        let all = try Tool.run("changelog", "--from", "2026-01-15", "--format", "json", in: folder).output
        #expect(all.contains("\"class\": \"requirement\""))
        #expect(all.contains("\"a.example.com\"") && all.contains("\"*.b.example.com\""))
        #expect(try Tool.run("changelog", "--from", "2026-03-01", "--to", "2026-01-01", in: folder).status == 64)
    }
}
