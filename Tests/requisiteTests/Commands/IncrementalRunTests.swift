import TestSupport
import Testing

/// A run reads what differs from the last version, and comes to what a run that reads everything comes to.
struct IncrementalRunTests {
    let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder(files: [
            "requisite.yml": "", "Corpus/a.md": page("a.example.com") + "\n[!INCLUDE [more](more.md)]\n",
            "Corpus/b.md": page("b.example.com"), "Corpus/c.md": page("c.example.com"),
            "Corpus/more.md": page("more.example.com", title: "More"),
        ])
        let result = try Tool.run("run", in: folder)
        #expect(result.output.contains("3 documents read\n"), "\(result.output)\(result.errors)")
    }

    /// Runs, and once more without the list of what was read: nothing may come of that.
    @discardableResult
    private func run(sourceLocation: SourceLocation = #_sourceLocation) throws -> Tool.Result {
        let result = try Tool.run("run", in: folder)
        #expect(result.status == 0, "\(result.errors)", sourceLocation: sourceLocation)
        let before = folder.contents
        try folder.remove("Output/documents.json")
        let again = try Tool.run("run", in: folder)
        #expect(again.output.contains("No record changed"), "\(again.output)", sourceLocation: sourceLocation)
        #expect(folder.contents == before, sourceLocation: sourceLocation)
        return result
    }

    private var hosts: [String] {
        (folder.text(of: "Output/catalog-csv/catalog.csv") ?? "").split(separator: ",").map(String.init)
            .filter { $0.hasSuffix(".example.com") }.sorted()
    }

    @Test func `only what changed is read`() throws {
        try folder.write(page("b.example.com", "new.example.com"), to: "Corpus/b.md")
        let result = try run()
        #expect(result.output.contains("3 documents read, 2 of them before and unchanged since\n"), "\(result.output)")
        #expect(result.output.contains("5 rows seen = 5 in records"))
        #expect(hosts == ["a.example.com", "b.example.com", "c.example.com", "more.example.com", "new.example.com"])
    }

    @Test func `nothing changed tells the same books`() throws {
        let result = try Tool.run("run", in: folder)
        #expect(
            result.output.contains("3 documents read, 3 of them before and unchanged since\n4 rows seen = 4 in records")
        )
    }

    @Test func `a page changes with what it includes`() throws {
        try folder.write(page("other.example.com", title: "More"), to: "Corpus/more.md")
        try run()
        #expect(hosts == ["a.example.com", "b.example.com", "c.example.com", "other.example.com"])
    }

    @Test func `what is included no more stands by itself`() throws {
        try folder.write(page("a.example.com"), to: "Corpus/a.md")
        try run()
        #expect(hosts == ["a.example.com", "b.example.com", "c.example.com", "more.example.com"])
        try folder.write(page("c.example.com") + "\n[!INCLUDE [b](b.md)]\n", to: "Corpus/c.md")
        let result = try run()
        #expect(result.output.contains("3 documents read, 2 of them before and unchanged since\n"), "\(result.output)")
        #expect(hosts == ["a.example.com", "b.example.com", "c.example.com", "more.example.com"])
    }

    @Test func `a page that is gone is gone`() throws {
        try folder.remove("Corpus/c.md")
        try run()
        #expect(hosts == ["a.example.com", "b.example.com", "more.example.com"])
    }

    @Test func `errors are said every time and warnings counted`() throws {
        try folder.write(page("b.example.com") + "\n[!INCLUDE [late](late.md)]\n", to: "Corpus/b.md")
        try folder.write("---\ntitle: [\n---\n\n" + page("c.example.com"), to: "Corpus/c.md")
        let first = try Tool.run("run", in: folder)
        #expect(first.errors.contains("[include-missing]"))
        let warnings = first.errors.split(separator: "\n").count { $0.contains(": warning: ") && $0.contains("c.md") }
        let second = try Tool.run("run", in: folder)
        #expect(second.errors.contains("[include-missing]"))
        #expect(!second.errors.contains("c.md"))
        #expect(
            warnings == 0 || second.output.contains("\(warnings) warning") && second.output.contains("not repeated"),
            "\(second.output)")
        #expect(warnings > 0)
        try folder.write(page("late.example.com"), to: "Corpus/late.md")
        try run()
        #expect(hosts.contains("late.example.com"))
    }

    /// Other rules that read the same make no version, and are not tried again.
    @Test func `other rules that read the same settle`() throws {
        let before = folder.contents
        try folder.write("aliases:\n  service-tags:\n    Unheard of: Storage\n", to: "requisite.yml")
        let first = try Tool.run("run", in: folder)
        #expect(first.status == 0, "\(first.errors)")
        #expect(
            first.output.contains("No record changed") && first.output.contains("3 documents read\n"), "\(first.output)"
        )
        let second = try Tool.run("run", in: folder)
        #expect(second.output.contains("3 of them before and unchanged since"), "\(second.output)")
        let differing = folder.contents.filter { before[$0.key] != $0.value }.keys.sorted()
        #expect(differing == ["Output/documents.json", "requisite.yml"])
    }
}
