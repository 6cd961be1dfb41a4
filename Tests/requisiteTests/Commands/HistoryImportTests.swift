import Foundation
import RequirementModel
import TestSupport
import Testing
import Versioning

/// `history import` of real repositories.
struct HistoryImportTests {
    let sample: GitSample
    let output: TemporaryFolder

    init() throws {
        sample = try GitSample()
        output = try TemporaryFolder(files: ["requisite.yml": "transformers:\n  catalog-csv:\n"])
    }

    private func run(_ arguments: String..., in folder: TemporaryFolder? = nil) throws -> Tool.Result {
        try Tool.run(["history", "import", "--git", sample.folder.path] + arguments, in: folder ?? output)
    }

    /// The versions of a ledger, oldest first, each as day, commit and operations.
    private func versions(in folder: TemporaryFolder? = nil) throws -> [String] {
        struct Header: Decodable {
            struct Commit: Decodable { var hash, subject, authored, committed: String }
            var date: String
            var commit: Commit?
        }
        let contents = (folder ?? output).contents
        return try contents.keys.filter { $0.hasPrefix("Output/ledger/2") }.sorted().map { name in
            let lines = (contents[name] ?? []).split(separator: UInt8(ascii: "\n"))
            let header = try JSONDecoder().decode(Header.self, from: Data(lines[0]))
            let operations = lines.compactMap { line -> String? in
                let text = String(decoding: line, as: UTF8.self)
                return ["added", "removed", "changed", "moved"].first { text.contains("\"op\":\"\($0)\"") }
            }
            return ([header.date, header.commit?.subject ?? "none"] + operations).joined(separator: " ")
        }
    }

    private static let day = 86_400
    private static let start = 1_767_225_600  // 2026-01-01

    private func at(_ day: Int) -> Int { Self.start + day * Self.day }

    @Test func `each commit that changes a record is a version of its day`() throws {
        try sample.commit(["README.md": "No requirement.\n"], "Start", at: at(0))
        let first = try sample.commit(["docs/a.md": page("a.example.com")], "Say what is needed", at: at(1))
        try sample.commit(["docs/a.md": page("a.example.com") + "\nMore words.\n"], "Reword", at: at(2))
        try sample.commit(["docs/a.md": "\n" + page("a.example.com", "b.example.com")], "Add b", at: at(5))
        try sample.commit(["docs/b.txt": "Nothing.\n", "other.bin": "\u{0}"], "Elsewhere", at: at(6))
        // A clock that was wrong: the day is never before the parent's.
        try sample.commit(["docs/a.md": page("b.example.com")], "Drop a", at: at(3))

        let result = try run("--", "docs")
        #expect(result.status == 0)
        #expect(result.output.contains("5 new commits, 3 versions made"))
        #expect(
            try versions() == [
                "2026-01-02 Say what is needed added", "2026-01-06 Add b added", "2026-01-06 Drop a removed",
            ])
        #expect(output.text(of: "Output/ledger/202601020001.jsonl")?.contains(first) == true)
        #expect(try Tool.run("verify", in: output).status == 0)
        #expect(try Tool.run("log", "a.example.com", in: output).output.contains("removed"))
    }

    @Test func `in two halves or at once it gives the same bytes`() throws {
        var commits: [String] = []
        for index in 0..<12 {
            let hosts = (0...index).filter { $0 % 5 != index % 5 || $0 == index }.map { "h\($0).example.com" }
            let rows = hosts.map { "| `\($0)` | TCP | 443 |\n" }.joined()
            commits.append(
                try sample.commit(
                    [
                        index < 6 ? "docs/a.md" : "docs/renamed.md":
                            "Outbound access is needed to:\n\n| Host | Protocol | Port |\n|---|---|---|\n\(rows)",
                        "docs/b.md": page("b\(index / 4).example.com") + String(repeating: "Words.\n", count: index),
                    ].merging(index == 6 ? ["docs/a.md": String?.none] : [:]) { first, _ in first },
                    "Change \(index)", at: at(index / 3)))
        }
        #expect(try run("--", "docs").status == 0)
        let whole = output.contents
        #expect(try versions().count == 12)
        for split in [1, 5, 6, 7, 10] {
            let folder = try TemporaryFolder(files: ["requisite.yml": "transformers:\n  catalog-csv:\n"])
            #expect(try run("--ref", commits[split], "--", "docs", in: folder).status == 0)
            #expect(!folder.holds(whole))
            #expect(try run("--", "docs", in: folder).status == 0)
            #expect(folder.holds(whole), "split after \(split)")
            let again = try run("--", "docs", in: folder)
            #expect(again.output.contains("0 new commits, 0 versions made") && folder.holds(whole))
        }
        // What a killed import may leave: the first versions, and no snapshot yet.
        for name in whole.keys.filter({ $0.hasPrefix("Output/ledger/2") }).sorted().dropFirst(7) {
            try output.remove(name)
        }
        try output.remove("Output/ledger/head.jsonl")
        #expect(try run("--", "docs").status == 0)
        #expect(output.holds(whole))
    }

    @Test func `what is included is followed from the last version on`() throws {
        let including = page("a.example.com") + "\n[!INCLUDE [more](../shared/more.md)]\n"
        let commits = [
            try sample.commit(
                ["docs/page.md": including, "shared/more.md": page("m1.example.com")], "First", at: at(0)),
            try sample.commit(["shared/more.md": page("m2.example.com")], "Include", at: at(1)),
            try sample.commit(
                ["docs/page.md": including + "\nWords.\n", "docs/b.md": page("b.example.com")], "Page", at: at(2)),
        ]
        #expect(try run("--", "docs").status == 0)
        let whole = output.contents
        #expect(try versions().count == 3)
        for steps in [[0, 2], [0, 1, 2], [1, 2]] {
            let folder = try TemporaryFolder(files: ["requisite.yml": "transformers:\n  catalog-csv:\n"])
            for (index, step) in steps.enumerated() {
                let imported = try run("--ref", commits[step], "--", "docs", in: folder)
                let count = index == 0 ? step + 1 : step - steps[index - 1]
                #expect(imported.output.contains("\(count) \(count == 1 ? "version" : "versions") made"))
            }
            #expect(folder.holds(whole), "in steps \(steps)")
        }
    }

    @Test func `a page is followed through its names and its includes wherever they lie`() throws {
        let including = page("a.example.com") + "\n[!INCLUDE [more](../shared/more.md)]\n"
        let more = { (host: String) in page(host) }
        try sample.commit(["old/page.md": including, "shared/more.md": more("m1.example.com")], "First", at: at(0))
        try sample.commit(["shared/more.md": more("m2.example.com")], "Another include", at: at(1))
        try sample.commit(
            ["old/page.md": nil, "docs/page.md": including + "\n", "docs/other.md": page("x.example.com")], "Move",
            at: at(2))
        try sample.commit(["shared/more.md": more("m3.example.com")], "Yet another", at: at(3))
        try sample.commit(["docs/other.md": page("y.example.com")], "Not asked for", at: at(4))
        try sample.commit(["shared/more.md": nil], "Include gone", at: at(5))

        let result = try run("--", "docs/page.md")
        #expect(result.status == 0)
        #expect(
            try versions().map { $0.split(separator: " ").dropFirst().joined(separator: " ") }.map { $0.prefix(5) } == [
                "First", "Anoth", "Move ", "Yet a", "Inclu",
            ])
        let log = try Tool.run("log", "a.example.com", in: output).output
        #expect(log.split(separator: "\n").filter { $0.hasPrefix("2026") }.allSatisfy { !$0.contains("removed") })
        #expect(result.errors.contains("include-missing"))
    }

    @Test func `since a day the first version is the state before it`() throws {
        for index in 0..<4 { try sample.commit(["a.md": page("h\(index).example.com")], "\(index)", at: at(index)) }
        #expect(try run("--since", "2026-01-03").status == 0)
        #expect(
            try versions() == ["2026-01-02 1 added", "2026-01-03 2 removed added", "2026-01-04 3 removed added"]
                || (try versions()) == ["2026-01-02 1 added", "2026-01-03 2 changed", "2026-01-04 3 changed"])
    }

    @Test func `into a ledger from elsewhere it is refused`() throws {
        try sample.commit(["a.md": page("a.example.com")], "First", at: at(0))
        let old = try sample.commit(["a.md": page("b.example.com")], "Second", at: at(1))
        try output.write(page("z.example.com"), to: "Corpus/z.md")
        #expect(try Tool.run("run", in: output).status == 0)
        let before = output.contents
        let refused = try run()
        #expect(
            refused.status == 65 && refused.errors.contains("was not imported") && refused.errors.contains("'output'"))
        #expect(output.holds(before))

        let folder = try TemporaryFolder(files: ["requisite.yml": ""])
        #expect(try run(in: folder).status == 0)
        try sample.git("reset", "--quiet", "--hard", "HEAD~1")
        try sample.commit(["a.md": page("c.example.com")], "Rewritten", at: at(2))
        let rewritten = try run(in: folder)
        #expect(rewritten.status == 65 && rewritten.errors.contains(String(old.prefix(12))))
    }

    /// What a newer extractor reads from the same bytes is a version of its own, before the next commit's.
    @Test func `another extractor is told apart from the next commit`() throws {
        try sample.commit(
            ["a.md": page("a.example.com", "b.example.com"), "c.md": page("c.example.com")], "First", at: at(0))
        #expect(try run().status == 0)
        let path = output.path(of: "Output/ledger")
        let head = try #require(try Ledger(folder: path).head())
        // The same commit, as an older extractor read it that saw one record less.
        try output.remove("Output")
        let kept = Dictionary(grouping: head.snapshot.records.dropFirst(), by: \.document)
        let older = ChangedPages(
            name: "older", extractor: "0", records: kept, files: ["a.md", "c.md"], documents: head.snapshot.documents)
        let commit = try #require(head.version.commit)
        do {
            var series = VersionSeries(following: try Ledger(folder: path).writer())
            #expect(try series.stage(older, date: head.version.date, commit: commit))
            try series.flush()
        }
        try sample.commit(["a.md": page("a.example.com", "b.example.com", "d.example.com")], "Second", at: at(1))
        #expect(try run().status == 0)
        let history = try Ledger(folder: path).release().history
        #expect(history.map { $0.version.commit?.subject } == ["Second", "First", "First"])
        #expect(history.map { $0.changes.changes.map(\.cause) } == [[.source], [.extractor], [.source, .source]])
        #expect(history[0].changes.changes[0].opened.map(\.destination?.text) == ["d.example.com"])
    }

    @Test func `a bare clone will do and what is not there is said`() throws {
        try sample.commit(["a.md": page("a.example.com")], "First", at: at(0))
        try sample.git("clone", "--quiet", "--bare", ".", "bare.git")
        let bare = ["history", "import", "--git", sample.folder.path(of: "bare.git")]
        #expect(try Tool.run(bare, in: output).status == 0)
        #expect(try versions().count == 1)
        let folder = try TemporaryFolder(files: ["requisite.yml": ""])
        #expect(try Tool.run(bare + ["--", "nowhere.md"], in: folder).status == 66)
        #expect(try Tool.run(bare + ["--ref", "nowhere"], in: folder).status == 66)
        #expect(try Tool.run(["history", "import", "--git", folder.path], in: folder).status == 66)
        let missing = try Tool.run(bare, in: folder, environment: ["PATH": folder.path])
        #expect(missing.status == 69 && missing.errors.contains("git is not installed"))
        #expect(folder.text(of: "Output/ledger/head.jsonl") == nil)
    }
}

extension TemporaryFolder {
    /// Whether it holds this and nothing else. (The bytes themselves would fill pages of a report.)
    fileprivate func holds(_ files: [String: [UInt8]]) -> Bool { contents == files }
}
