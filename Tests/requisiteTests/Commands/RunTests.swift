import Foundation
import TestSupport
import Testing

struct RunTests {
    let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder(files: [
            "requisite.yml": "", "Corpus/a.md": page("a.example.com", "b.example.com"),
            "Corpus/c.md": page("c.example.com"),
        ])
    }

    private var versions: [String] {
        folder.contents.keys.filter { $0.hasPrefix("Output/ledger/2") }.sorted()
    }

    private func modificationDates() throws -> [String: Date?] {
        try folder.contents.keys.reduce(into: [:]) {
            $0[$1] = try FileManager.default.attributesOfItem(atPath: folder.path(of: $1))[.modificationDate] as? Date
        }
    }

    @Test func `the first run makes a version and all artifacts`() throws {
        let result = try Tool.run("run", in: folder)
        #expect(result.status == 0, "\(result.errors)")
        #expect(result.output.contains("Version 202601010001 made."))
        #expect(result.output.contains("3 rows seen = 3 in records + 0 skipped"))
        #expect(versions.count == 1)
        let catalog = try #require(folder.text(of: "Output/catalog-csv/catalog.csv"))
        for host in ["a", "b", "c"] { #expect(catalog.contains("\(host).example.com")) }
        #expect(try Tool.run("verify", in: folder).status == 0)
    }

    @Test func `a run that finds nothing new writes nothing`() throws {
        _ = try Tool.run("run", in: folder)
        let (contents, dates) = (folder.contents, try modificationDates())
        let result = try Tool.run("run", "--date", "2026-02-01", in: folder)
        #expect(result.status == 0)
        #expect(result.output.contains("No record changed since version 202601010001."))
        #expect(folder.contents == contents)
        #expect(try modificationDates() == dates)
    }

    @Test func `an edited document makes a version that says what to open`() throws {
        _ = try Tool.run("run", in: folder)
        let before = try #require(folder.text(of: "Output/catalog-csv/catalog.csv"))
        try folder.write(page("a.example.com", "new.example.com", "b.example.com"), to: "Corpus/a.md")
        let check = try Tool.run("check", in: folder)
        #expect(check.status == 1)
        #expect(versions.count == 1)
        let result = try Tool.run("run", in: folder)
        #expect(result.output.contains("Version 202601010002 made."))
        #expect(result.output.contains("new.example.com"))
        #expect(versions.count == 2)
        let changelog = try #require(folder.text(of: "Output/changelog-markdown/changelog.md"))
        #expect(changelog.contains("new.example.com"))
        // Whoever stood there before keeps its id, and of those only the line differs.
        let after = try #require(folder.text(of: "Output/catalog-csv/catalog.csv"))
        func ids(_ csv: String) -> [Substring: Substring] {
            csv.split(separator: "\n").dropFirst().map { $0.split(separator: ",", omittingEmptySubsequences: false) }
                .reduce(into: [:]) { $0[$1[13]] = $1[2] }
        }
        for (host, id) in ids(before) { #expect(ids(after)[host] == id) }
    }

    @Test func `lost and edited artifacts are restored`() throws {
        _ = try Tool.run("run", in: folder)
        let contents = folder.contents
        try folder.remove("Output/catalog-csv")
        try folder.write("edited", to: "Output/catalog-json/catalog.json")
        #expect(try Tool.run("run", in: folder).output.contains("No record changed"))
        #expect(folder.contents == contents)
    }

    @Test func `an included file counts as its page`() throws {
        try folder.write("# Page\n\n[!INCLUDE [x](parts/x.md)]\n", to: "Corpus/page.md")
        try folder.write(page("x.example.com"), to: "Corpus/parts/x.md")
        _ = try Tool.run("run", in: folder)
        let catalog = try #require(folder.text(of: "Output/catalog-csv/catalog.csv"))
        #expect(catalog.split(separator: "\n").filter { $0.contains("x.example.com") }.count == 1)
        #expect(catalog.contains("page.md,parts/x.md,"))
        #expect(try Tool.run("run", in: folder).output.contains("No record changed"))
        try folder.write(page("y.example.com"), to: "Corpus/parts/x.md")
        #expect(try Tool.run("run", in: folder).output.contains("Version 202601010002 made."))
    }

    @Test func `a document that cannot be read does not seem emptied`() throws {
        _ = try Tool.run("run", in: folder)
        let before = folder.contents.filter { $0.key.hasPrefix("Output") }
        try FileHandle(forWritingTo: URL(filePath: folder.path(of: "Corpus/c.md"))).truncate(atOffset: 200 << 20)
        for command in ["run", "check"] {
            let result = try Tool.run(command, in: folder)
            #expect(result.status == 65)
            #expect(result.errors.contains("c.md: error: cannot be read"))
        }
        try folder.remove("Corpus/c.md")
        try folder.link("Corpus/c.md", to: "/etc/hostname")
        #expect(try Tool.run("run", in: folder).status == 65)
        try folder.remove("Corpus")
        #expect(try Tool.run("run", in: folder).status == 66)
        #expect(folder.contents.filter { $0.key.hasPrefix("Output") } == before)
    }

    @Test func `a removed document is a change`() throws {
        _ = try Tool.run("run", in: folder)
        try folder.remove("Corpus/c.md")
        let result = try Tool.run("run", in: folder)
        #expect(result.status == 0)
        #expect(result.output.contains("c.example.com"))
        #expect(versions.count == 2)
    }

    @Test func `artifacts of transformers that run no more go`() throws {
        _ = try Tool.run("run", in: folder)
        try folder.write("mine", to: "Output/catalog-csv/mine.txt")
        try folder.write("transformers:\n  catalog-json:\n", to: "requisite.yml")
        #expect(try Tool.run("run", in: folder).status == 0)
        let files = folder.contents.keys.filter { $0.hasPrefix("Output/catalog-") || $0.hasPrefix("Output/changelog-") }
        #expect(
            files.filter { $0.contains(".") }.sorted() == [
                "Output/catalog-csv/mine.txt", "Output/catalog-json/catalog.json",
                "Output/catalog-json/catalog.schema.json",
            ])
        #expect(versions.count == 1)
    }

    @Test func `an earlier version can be emitted again`() throws {
        _ = try Tool.run("run", in: folder)
        let first = folder.text(of: "Output/catalog-csv/catalog.csv")
        try folder.write(page("later.example.com"), to: "Corpus/a.md")
        _ = try Tool.run("run", "--date", "2026-03-01", in: folder)
        let latest = folder.contents
        let result = try Tool.run(
            "transform", "catalog-csv", "--as-of", "2026-02-01", "--output", "January", in: folder)
        #expect(result.status == 0, "\(result.errors)")
        #expect(folder.text(of: "January/catalog-csv/catalog.csv") == first)
        #expect(folder.contents.filter { !$0.key.hasPrefix("January") } == latest)
        #expect(try Tool.run("transform", "--as-of", "2025-12-31", in: folder).status == 66)
        #expect(try Tool.run("transform", "--as-of", "202601010009", in: folder).status == 66)
        let unknown = try Tool.run("transform", "catalog-cvs", in: folder)
        #expect(unknown.status == 64)
        #expect(unknown.errors.contains("did you mean 'catalog-csv'?"))
    }
}
