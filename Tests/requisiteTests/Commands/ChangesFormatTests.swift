import TestSupport
import Testing

/// `check`, `diff` and `changelog` in the formats that other programs read.
struct ChangesFormatTests {
    let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder(files: [
            "net/requisite.yml": "transformers:\n  catalog-csv:\n", "net/Corpus/a.md": page("a.example.com"),
        ])
        _ = try Tool.run("run", "--config", "net/requisite.yml", in: folder)
        try folder.write(page("a.example.com", "b.example.com"), to: "net/Corpus/a.md")
    }

    private func check(_ arguments: String..., environment: [String: String] = [:]) throws -> Tool.Result {
        try Tool.run(
            ["check", "--config", "net/requisite.yml"] + arguments, in: folder, environment: environment)
    }

    @Test(arguments: ["text", "json", "markdown", "html", "github", "sarif", "junit"])
    func `every format shows the change and trips the gate`(format: String) throws {
        let result = try check("--format", format)
        #expect(result.status == 1)
        #expect(result.output.contains("b.example.com"))
        let silent = try Tool.run("diff", "net/Corpus/a.md", "net/Corpus/a.md", "--format", format, in: folder)
        #expect(silent.status == 0)
        #expect(!silent.output.contains("b.example.com"))
    }

    @Test func `programs get paths from the working directory`() throws {
        #expect(try check("--format", "github").output.hasPrefix("::error file=net/Corpus/a.md,line=8,"))
        #expect(try check("--format", "sarif").output.contains("\"uri\": \"net/Corpus/a.md\""))
        try folder.write(page("a.example.com"), to: "old/a.md")
        let folders = try Tool.run("diff", "./old/", "./net/Corpus/", "--format", "github", in: folder)
        #expect(folders.output.hasPrefix("::error file=net/Corpus/a.md,"))
        let files = try Tool.run("diff", "old/a.md", "net/Corpus/a.md", "--format", "github", in: folder)
        #expect(files.output.hasPrefix("::error file=net/Corpus/a.md,"))
    }

    @Test func `a step of a workflow gets its summary and outputs`() throws {
        try folder.write("before\n", to: "summary")
        try folder.write("", to: "outputs")
        let environment = [
            "GITHUB_STEP_SUMMARY": folder.path(of: "summary"), "GITHUB_OUTPUT": folder.path(of: "outputs"),
        ]
        _ = try check("--format", "markdown", environment: environment)
        #expect(folder.text(of: "summary") == "before\n")
        _ = try check("--format", "github", environment: environment)
        let summary = try #require(folder.text(of: "summary"))
        #expect(summary.hasPrefix("before\n<!-- requisite:changes -->\n1 to open"))
        #expect(
            folder.text(of: "outputs")?.hasPrefix(
                "class=requirement\nlevel=error\nchanges=1\nopened=1\nclosed=0\nrisks=0\nsummary=1 to open") == true)
        let missing = try check("--format", "github", environment: ["GITHUB_OUTPUT": folder.path(of: "no/such")])
        #expect(missing.status == 73)
    }

    @Test func `a pull request takes the Markdown and is told of the rest`() throws {
        let hosts = (1...900).map { "| `h\($0).example.com` | TCP | 443 | Control plane |" }
        let table = page("a.example.com") + hosts.joined(separator: "\n") + "\n"
        try folder.write(table, to: "net/Corpus/a.md")
        let body = try check("--format", "markdown").output
        #expect((50_000...62_000).contains(body.count))
        let rest = try #require(
            body.firstMatch(of: /\*\*(\d+) more entries not shown here; `requisite check` prints all\.\*\*\n$/))
        let rows = body.matches(of: /\n\| `h\d+\.example\.com` \|/).count
        #expect(Int(rest.1) == 900 - rows)
    }

    @Test func `lines are linked on request`() throws {
        let link = "https://git.example/{path}#L{line}"
        let result = try check("--format", "markdown", "--source-link", link)
        #expect(result.output.hasPrefix("<!-- requisite:changes -->\n"))
        #expect(result.output.contains("](https://git.example/a.md#L8)"))
        #expect(try check("--source-link", "a b").status == 64)
    }
}
