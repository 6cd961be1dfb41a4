import BuiltInTransformers
import RequirementModel
import TestSupport
import Testing

@testable import Pipeline

struct ProvenanceTests {
    private static let commit = String(repeating: "c", count: 40)

    /// A corpus with a page of a repository, one of a web site, one that somebody edited, and one of nowhere.
    private func corpus() throws -> (TemporaryFolder, Configuration) {
        let page = """
            # Rules

            ## Outbound

            Outbound access is required to:

            | Destination | Protocol | Port |
            |---|---|---|
            | `HOST` | TCP | 443 |

            """
        let folder = try TemporaryFolder()
        let hosts = ["up/docs/page.md": "a", "web/page.md": "b", "up/edited.md": "c", "own.md": "d"]
        let pages = hosts.mapValues { page.replacing("HOST", with: "\($0).example.com") }
        for (path, text) in pages { try folder.write(text, to: "Corpus/\(path)") }
        let digest = { (path: String) in Digest.sha256(of: Array((pages[path] ?? "").utf8)) }
        try folder.write(
            """
            {"formatVersion": 1, "sources": [
              {"name": "up", "git": {"repository": "https://github.com/o/n", "commit": "\(Self.commit)"}, "pages": [
                {"path": "docs/page.md", "commit": "\(Self.commit)", "blob": "b", "sha256": "\(digest("up/docs/page.md"))"},
                {"path": "edited.md", "commit": "\(Self.commit)", "blob": "b", "sha256": "another"}]},
              {"name": "web", "pages": [
                {"path": "page.md", "address": "https://docs.example.com/p", "sha256": "\(digest("web/page.md"))"}]}
            ]}
            """, to: "Corpus/sources.lock")
        return (
            folder,
            try Configuration.parse([], file: folder.path(of: "requisite.yml"), registry: BuiltInTransformers.registry)
        )
    }

    @Test
    func `artifacts lead to the line at the source, beside the copy; the catalog itself says nothing of it`()
        async throws
    {
        let (folder, configuration) = try corpus()
        _ = try await Run(configuration, date: "2026-01-01", jobs: 1)(RunMonitor())
        let line = "https://github.com/o/n/blob/\(Self.commit)/docs/page.md?plain=1#L9"
        let section = "https://docs.example.com/p#:~:text=Outbound"
        for file in [
            "catalog-markdown/catalog.md", "changelog-markdown/changelog.md", "changelog-html/changelog.html",
            "changelog-atom/changelog.atom", "catalog-json/origins.json",
        ] {
            let text = try #require(folder.text(of: "Output/\(file)"))
            #expect(text.contains(line), "\(file)")
            #expect(text.contains(section), "\(file)")
            #expect(!text.contains("\(Self.commit)/edited.md"), "\(file)")
        }
        #expect(folder.text(of: "Output/catalog-json/catalog.json")?.contains("github.com") == false)
    }

    @Test
    func `a version keeps where its documents came from, and is the same when they come from elsewhere`() async throws {
        let (folder, configuration) = try corpus()
        let first = try await Run(configuration, date: "2026-01-01", jobs: 1)(RunMonitor())
        let documents = try History(configuration).version().documents
        #expect(documents.map(\.path) == ["own.md", "up/docs/page.md", "up/edited.md", "web/page.md"])
        #expect(
            documents.map(\.origin) == [
                nil, .git(repository: "https://github.com/o/n", commit: Self.commit, path: "docs/page.md"), nil,
                .web(address: "https://docs.example.com/p"),
            ])
        let lock = try #require(folder.text(of: "Corpus/sources.lock"))
        try folder.write(lock.replacing("cccc", with: "dddd"), to: "Corpus/sources.lock")
        try folder.remove("Output/documents.json")
        let second = try await Run(configuration, date: "2026-01-02", jobs: 1)(RunMonitor())
        #expect(second.version == first.version)
    }

    @Test
    func `the lock is no document, and one that is no lock ends the run with its place`() async throws {
        let (folder, configuration) = try corpus()
        var all = configuration
        all.documents.include = [Glob("**")]
        #expect(try all.corpusFolder.documents().files.map(\.path).contains("sources.lock") == false)
        try folder.write("{\n<<<<<<< ours\n", to: "Corpus/sources.lock")
        await #expect { try await Run(configuration, date: "2026-01-01", jobs: 1)(RunMonitor()) } throws: { error in
            (error as? Failure)?.kind == .badInput && (error as? Failure)?.location?.position.line == 2
        }
    }
}
