import Foundation
import TestSupport
import Testing

/// Merges of branches that both made versions, by git itself.
struct ResolveTests {
    let sample: GitSample
    var folder: TemporaryFolder { sample.folder }

    init() throws {
        sample = try GitSample()
        try sample.folder.write("transformers:\n  catalog-csv:\n", to: "requisite.yml")
        try sample.folder.write("Output/ledger/*.jsonl -text -merge\n", to: ".gitattributes")
        try edit(["Corpus/a.md": page("a.example.com"), "Corpus/b.md": page("b.example.com")], on: "2026-01-01")
    }

    /// Writes pages, makes a version of them and commits both.
    private func edit(_ pages: [String: String], on day: String) throws {
        for (path, text) in pages { try folder.write(text, to: path) }
        #expect(try Tool.run("run", "--date", day, in: folder).status == 0)
        try sample.commit([:], day, at: 1_767_225_600)
    }

    /// Lets `main` and `side` each edit pages, and ends on `main`.
    private func fork(main: [[String: String]], side: [[String: String]], days: (main: String, side: String)) throws {
        try sample.git("checkout", "--quiet", "-b", "side")
        for pages in side { try edit(pages, on: days.side) }
        try sample.git("checkout", "--quiet", "main")
        for pages in main { try edit(pages, on: days.main) }
    }

    private func versions() -> [String] {
        folder.contents.keys.filter { $0.hasPrefix("Output/ledger/2") }.sorted().map {
            String($0.dropFirst(14).prefix(12))
        }
    }

    /// The hosts that the catalog asks for, and that a fresh extraction of the corpus does.
    private func hosts() throws -> (catalog: [String], corpus: [String]) {
        func hosts(_ csv: String) -> [String] {
            csv.split(whereSeparator: \.isNewline).dropFirst().map {
                String($0.split(separator: ",", omittingEmptySubsequences: false)[13])
            }
            .sorted()
        }
        let csv = try Tool.run("extract", "Corpus", "--format", "csv", in: folder).output
        return (hosts(folder.text(of: "Output/catalog-csv/catalog.csv") ?? ""), hosts(csv))
    }

    @Test(arguments: [("2026-01-02", "2026-01-02"), ("2026-01-02", "2026-01-05"), ("2026-01-05", "2026-01-02")])
    func `versions of both branches stand in one line`(main: String, side: String) throws {
        try fork(
            main: [["Corpus/a.md": page("a.example.com", "a2.example.com")]],
            side: [["Corpus/b.md": page("b2.example.com")], ["Corpus/c.md": page("c.example.com")]],
            days: (main, side))
        #expect(throws: GitRefusal.self, "git must not take it for merged") { try sample.git("merge", "side") }
        let result = try Tool.run("resolve", in: folder)
        #expect(result.status == 0)
        #expect(result.output.contains("1 versions of both, 1 of this branch, 2 of the other after them."))
        #expect(try Tool.run("verify", in: folder).status == 0)
        #expect(versions().count == 4)
        try sample.git("checkout", "--theirs", "Output/catalog-csv", "Output/artifacts.json")
        let run = try Tool.run("run", "--date", "2026-01-09", in: folder)
        #expect(run.status == 0)
        #expect(versions().count == 4, "both branches' versions already say it all")
        let found = try hosts()
        #expect(found.catalog == ["a.example.com", "a2.example.com", "b2.example.com", "c.example.com"])
        #expect(found.catalog == found.corpus)
        #expect(try Tool.run("log", "c.example.com", in: folder).output.contains("added"))
        try sample.commit([:], "Merge side", at: 1_767_225_700)
        #expect(try Tool.run("resolve", in: folder).output.contains("Nothing to resolve"))
    }

    @Test func `a page that both branches changed is read as it was merged`() throws {
        try fork(
            main: [["Corpus/a.md": page("a.example.com", "main.example.com")]],
            side: [["Corpus/a.md": page("a.example.com", "side.example.com"), "Corpus/b.md": page("b2.example.com")]],
            days: ("2026-01-02", "2026-01-03"))
        #expect(throws: GitRefusal.self) { try sample.git("merge", "side") }
        try folder.write(page("a.example.com", "main.example.com", "side.example.com"), to: "Corpus/a.md")
        let result = try Tool.run("resolve", in: folder)
        #expect(result.status == 0 && result.errors.contains("'a.md' was changed by both branches"))
        #expect(try Tool.run("run", "--date", "2026-01-04", in: folder).status == 0)
        #expect(try Tool.run("verify", in: folder).status == 0)
        let found = try hosts()
        #expect(found.catalog == found.corpus && found.catalog.count == 4)
    }

    @Test func `what git merged wrongly is found and resolved`() throws {
        try folder.remove(".gitattributes")
        try sample.commit([:], "No attributes", at: 1_767_225_600)
        try fork(
            main: [["Corpus/a.md": page("a2.example.com")]], side: [["Corpus/b.md": page("b2.example.com")]],
            days: ("2026-01-02", "2026-01-05"))
        // Neither version is in the way of the other, and somebody told git not to ask about the rest.
        try sample.git("merge", "--quiet", "--strategy-option", "ours", "side")
        #expect(versions() == ["202601010001", "202601020001", "202601050001"])
        let verification = try Tool.run("verify", in: folder)
        #expect(verification.status == 65 && verification.errors.contains("requisite resolve"))
        #expect(try Tool.run("run", "--date", "2026-01-06", in: folder).status == 65)
        #expect(try Tool.run("resolve", in: folder).status == 0)
        #expect(try Tool.run("verify", in: folder).status == 0)
        #expect(try Tool.run("run", "--date", "2026-01-06", in: folder).status == 0)
        let found = try hosts()
        #expect(found.catalog == ["a2.example.com", "b2.example.com"] && found.catalog == found.corpus)
    }

    @Test func `marks of a conflict are called that`() throws {
        try folder.remove(".gitattributes")
        try sample.commit([:], "No attributes", at: 1_767_225_600)
        try fork(
            main: [["Corpus/a.md": page("a2.example.com")]], side: [["Corpus/b.md": page("b2.example.com")]],
            days: ("2026-01-02", "2026-01-02"))
        #expect(throws: GitRefusal.self) { try sample.git("merge", "side") }
        let verification = try Tool.run("verify", in: folder)
        #expect(verification.status == 65 && verification.errors.contains("requisite resolve"))
        #expect(try Tool.run("resolve", in: folder).status == 0)
        #expect(try Tool.run("verify", in: folder).status == 0)
        #expect(versions() == ["202601010001", "202601020001", "202601020002"])
    }

    @Test func `a rebase is resolved as a merge is`() throws {
        try fork(
            main: [["Corpus/a.md": page("a2.example.com")]], side: [["Corpus/b.md": page("b2.example.com")]],
            days: ("2026-01-02", "2026-01-02"))
        try sample.git("checkout", "--quiet", "side")
        #expect(throws: GitRefusal.self) { try sample.git("rebase", "main") }
        #expect(try Tool.run("resolve", in: folder).status == 0)
        #expect(try Tool.run("run", "--date", "2026-01-03", in: folder).status == 0)
        try sample.git("add", "--all")
        try sample.git("rebase", "--continue")
        #expect(try Tool.run("verify", in: folder).status == 0)
        #expect(versions().count == 3)
        let found = try hosts()
        #expect(found.catalog == ["a2.example.com", "b2.example.com"] && found.catalog == found.corpus)
    }

    @Test func `without a merge there is nothing to do`() throws {
        let before = folder.contents.filter { $0.key.hasPrefix("Output") }
        let result = try Tool.run("resolve", in: folder)
        let isSame = folder.contents.filter { $0.key.hasPrefix("Output") } == before
        #expect(result.status == 0 && result.output.contains("Nothing to resolve") && isSame)
        let elsewhere = try TemporaryFolder(files: ["requisite.yml": ""])
        #expect(try Tool.run("resolve", in: elsewhere).status == 66)
    }
}
