import Fetching
import RequirementModel
import TestSupport
import Testing
import Versioning

@testable import Pipeline

struct GitSyncTests {
    @Test
    func `documents of a folder come, what they include comes along, and nothing else does`() async throws {
        let site = try FollowedRepository([
            "docs/page.md": "# Page\n\n[!INCLUDE [part](../parts/one.md)]\n\n[!INCLUDE [part](none.md)]\n",
            "parts/one.md": "One\n\n[!INCLUDE [part](two.md)]\n", "parts/two.md": "Two\n", "parts/other.md": "Other\n",
            "docs/picture.png": "P", "elsewhere.md": "Else\n",
        ])
        let outcome = try await site.sync()
        #expect(outcome.summary == ["added up/docs/page.md", "added up/parts/one.md", "added up/parts/two.md"])
        #expect(outcome.faults.isEmpty)
        #expect(site.copy("parts/two.md") == "Two\n")
        let files = site.folder.contents.keys.filter { site.folder.text(of: $0)?.isEmpty == false }
        #expect(
            files.sorted()
                == ["sources.lock", "up/docs/page.md", "up/parts/one.md", "up/parts/two.md"].map { "Corpus/\($0)" })
        let lock = site.lock
        let again = try await site.sync()
        #expect(again.summary.isEmpty && again.unchanged == 3 && !again.changesLock)
        #expect(site.lock == lock)
    }

    @Test
    func
        `a commit that changes no page is no change; one that changes a part of a page is one, and the rest keeps its commit`()
        async throws
    {
        let site = try FollowedRepository([
            "docs/page.md": "[!INCLUDE [part](../parts/one.md)]\n", "parts/one.md": "One\n", "docs/quiet.md": "Quiet\n",
        ])
        let first = try #require(try await site.sync().commit)
        let lock = site.lock
        for turn in 1...3 {
            try site.upstream.commit(["README": "\(turn)\n"], at: 1_700_000_000 + 100 * turn)
            let outcome = try await site.sync()
            #expect(outcome.commit == first && outcome.notices.isEmpty)
        }
        #expect(site.lock == lock)
        let second = try site.upstream.commit(["parts/one.md": "Uno\n"], at: 1_700_002_000)
        #expect(try await site.sync().summary == ["changed up/parts/one.md"])
        let pages = try #require(try SyncedCorpus(site.configuration).lock["up"]).pages
        let commits = Dictionary(uniqueKeysWithValues: pages.map { ($0.path, $0.gitCommit) })
        #expect(commits == ["docs/page.md": first, "docs/quiet.md": first, "parts/one.md": second])
    }

    @Test
    func `a part that no page includes any more goes, one that came to be there comes`() async throws {
        let site = try FollowedRepository([
            "docs/page.md": "[!INCLUDE [a](a.txt)]\n[!INCLUDE [b](../b.md)]\n", "b.md": "B\n",
        ])
        #expect(try await site.sync().summary == ["added up/b.md", "added up/docs/page.md"])
        try site.upstream.commit(["docs/a.txt": "A\n"], at: 1_700_001_000)
        #expect(try await site.sync().summary == ["added up/docs/a.txt"])
        try site.upstream.commit(["docs/page.md": "Alone\n"], at: 1_700_002_000)
        #expect(try await site.sync().summary == ["removed up/b.md", "changed up/docs/page.md"])
    }

    @Test
    func `a page is followed through its names, wherever it is named, and it is said`() async throws {
        let text = (1...40).map { "Line \($0)" }.joined(separator: "\n")
        let site = try FollowedRepository(["docs/page.md": text, "docs/stay.md": "Stay\n"], paths: "[docs/page.md]")
        _ = try await site.sync()
        try site.upstream.commit(["docs/page.md": nil, "new/name.md": text + "\nmore\n"], at: 1_700_001_000)
        let moved = try await site.sync()
        #expect(moved.summary == ["moved up/new/name.md < up/docs/page.md"])
        #expect(moved.notices.map(\.id) == ["page-moved"])
        #expect(moved.faults.isEmpty)
        #expect(site.copy("docs/page.md") == nil)
        try site.upstream.commit(["new/name.md": text + "\nyet more\n"], at: 1_700_002_000)
        #expect(try await site.sync().summary == ["changed up/new/name.md"])
        try site.upstream.commit(["new/name.md": nil, "third.md": text], at: 1_700_003_000)
        #expect(try await site.sync().summary == ["moved up/third.md < up/new/name.md"])
        #expect(try await site.sync().summary == [])
    }

    @Test
    func `a page that is gone stays until a person accepts that, and is an error until then`() async throws {
        let site = try FollowedRepository(["docs/page.md": "Page\n", "docs/stay.md": "Stay\n"])
        _ = try await site.sync()
        try site.upstream.commit(["docs/page.md": nil, "docs/stay.md": "Changed\n"], at: 1_700_001_000)
        for _ in 0..<2 {
            let outcome = try await site.sync()
            #expect(outcome.faults.map(\.id) == ["page-gone"])
            #expect(site.copy("docs/page.md") == "Page\n")
            #expect(site.copy("docs/stay.md") == "Changed\n")
        }
        #expect(try await site.sync(accepts: true).summary == ["removed up/docs/page.md"])
        #expect(site.copy("docs/page.md") == nil)
        #expect(try await site.sync().faults.isEmpty)
    }

    @Test
    func `a page that left the folder that was asked for is gone, and it is said where it is`() async throws {
        let site = try FollowedRepository(["docs/page.md": "Page\n", "docs/stay.md": "Stay\n"])
        _ = try await site.sync()
        try site.upstream.commit(["docs/page.md": nil, "archive/page.md": "Page\n"], at: 1_700_001_000)
        let fault = try #require(try await site.sync().faults.first)
        #expect(fault.id == "page-gone")
        #expect(fault.message.contains("'archive/page.md'"))
    }

    @Test
    func `a part that is gone while its page stands is kept like a page`() async throws {
        let site = try FollowedRepository(["docs/page.md": "[!INCLUDE [b](../b.md)]\n", "b.md": "B\n"])
        _ = try await site.sync()
        try site.upstream.commit(["b.md": nil], at: 1_700_001_000)
        #expect(try await site.sync().faults.map(\.id) == ["page-gone"])
        #expect(site.copy("b.md") == "B\n")
    }

    @Test
    func `a history that was rewritten is said once, and links lead to commits that it has`() async throws {
        let site = try FollowedRepository(["docs/page.md": "One\n"])
        try site.upstream.commit(["docs/page.md": "Two\n"], at: 1_700_001_000)
        _ = try await site.sync()
        try site.upstream.git("reset", "--quiet", "--hard", "HEAD~1")
        let tip = try site.upstream.commit(["docs/page.md": "Two\n"], "Again", at: 1_700_000_500)
        let outcome = try await site.sync()
        #expect(outcome.notices.map(\.id) == ["history-rewritten"])
        #expect(outcome.summary.isEmpty && outcome.changesLock)
        #expect(try SyncedCorpus(site.configuration).lock["up"]?["docs/page.md"]?.gitCommit == tip)
        #expect(try await site.sync().notices.isEmpty)
    }

    @Test
    func `what somebody did to a copy is not undone, and is shown`() async throws {
        let site = try FollowedRepository(["docs/page.md": "One\nTwo\n"])
        try site.folder.write("Mine\n", to: "Corpus/up/docs/page.md")
        let first = try await site.sync()
        #expect(first.faults.map(\.id) == ["edited-copy"])
        #expect(first.edits.map(\.difference) == [["- 1: Mine", "+ 1: One", "+ 2: Two"]])
        #expect(site.copy("docs/page.md") == "Mine\n")
        #expect(try await site.sync(overwritesEdits: true).summary == ["added up/docs/page.md"])
        try site.folder.write("One\nTwo\nMine\n", to: "Corpus/up/docs/page.md")
        try site.upstream.commit(["docs/page.md": "One\nThree\n"], at: 1_700_001_000)
        #expect(try await site.sync().faults.map(\.id) == ["edited-copy"])
        #expect(site.copy("docs/page.md") == "One\nTwo\nMine\n")
        // Somebody made the same change by hand.
        try site.folder.write("One\nThree\n", to: "Corpus/up/docs/page.md")
        #expect(try await site.sync().faults.isEmpty)
        try site.folder.remove("Corpus/up/docs/page.md")
        #expect(try await site.sync().summary == ["restored up/docs/page.md"])
        #expect(site.copy("docs/page.md") == "One\nThree\n")
    }

    @Test
    func `an edited copy is not lost when its page moves`() async throws {
        let site = try FollowedRepository(["docs/page.md": "One\nTwo\n"])
        _ = try await site.sync()
        try site.folder.write("Mine\n", to: "Corpus/up/docs/page.md")
        try site.upstream.commit(["docs/page.md": nil, "docs/new.md": "One\nTwo\n"], at: 1_700_001_000)
        for _ in 0..<2 { #expect(try await site.sync().faults.map(\.id) == ["edited-copy"]) }
        #expect(site.copy("docs/page.md") == "Mine\n")
        #expect(try await site.sync(overwritesEdits: true).summary == ["moved up/docs/new.md < up/docs/page.md"])
        #expect(site.copy("docs/page.md") == nil)
    }

    @Test
    func `links, names that differ by case alone, and paths that are not there are refused by name; the others come`()
        async throws
    {
        let site = try FollowedRepository(
            ["docs/page.md": "One\n", "docs/Twin.md": "A\n", "docs/twin.md": "B\n"],
            paths: "[docs, 'docs/link.md', dosc/page.md, '*.rst']")
        try site.upstream.folder.link("docs/link.md", to: "/etc/hostname")
        try site.upstream.commit([:], at: 1_700_001_000)
        let outcome = try await site.sync()
        #expect(outcome.summary == ["added up/docs/page.md"])
        let faults = Dictionary(grouping: outcome.faults, by: \.id).mapValues { $0.compactMap(\.page).sorted() }
        #expect(
            faults == [
                "no-regular-file": ["docs/link.md"], "names-differ-by-case": ["docs/Twin.md", "docs/twin.md"],
                "no-such-path": ["*.rst", "dosc/page.md"],
            ])
        #expect(outcome.faults.contains { $0.message.contains("did you mean 'docs/page.md'?") })
    }

    @Test
    func `a tree that no git would make cannot lead out of the source's folder`() async throws {
        let site = try FollowedRepository(["docs/page.md": "One\n"], paths: "['**']")
        let blob = try site.upstream.git("rev-parse", "HEAD:docs/page.md")
        let inner = try site.upstream.tree([("100644", "out.md", blob)])
        let outer = try site.upstream.tree([("40000", "..", inner), ("100644", "fine.md", blob)])
        let commit = try site.upstream.git("commit-tree", "-m", "Hostile", outer)
        try site.upstream.git("update-ref", "refs/heads/main", commit)
        let outcome = try await site.sync()
        #expect(
            outcome.faults.allSatisfy { $0.id == "unsafe-path" || $0.id == "git-failed" } && !outcome.faults.isEmpty)
        #expect(site.folder.text(of: "Corpus/out.md") == nil)
    }

    @Test
    func `a link in the corpus leads nobody out of it`() async throws {
        let site = try FollowedRepository(["docs/page.md": "One\n"])
        let outside = try TemporaryFolder()
        try site.folder.write("", to: "Corpus/up/keep")
        try site.folder.link("Corpus/up/docs", to: outside.path)
        #expect(try await site.sync().faults.map(\.id) == ["copy-in-the-way"])
        #expect(outside.contents.isEmpty)
    }

    @Test
    func `a repository or branch that is not there is said with what to do, and the pages stay`() async throws {
        let site = try FollowedRepository(["docs/page.md": "One\n"])
        _ = try await site.sync()
        let lock = site.lock
        let cases = [
            "git: 'file:///nowhere/at/all', paths: [docs]": "repository-gone",
            "git: 'file://\(site.upstream.folder.path)', ref: no-branch, paths: [docs]": "no-such-ref",
            "git: 'https://127.0.0.1:9/x', paths: [docs]": "network-down",
        ]
        for (source, id) in cases {
            let outcome = try await site.sync(by: site.configuration("- {name: up, \(source)}"))
            #expect(outcome.faults.map(\.id) == [id])
            #expect(site.copy("docs/page.md") == "One\n")
            #expect(site.lock == lock)
        }
    }

    @Test
    func `a source that is not declared any more is let go of when a person says so`() async throws {
        let site = try FollowedRepository(["docs/page.md": "One\n"])
        _ = try await site.sync()
        let other = try site.configuration("[]")
        #expect(try await site.sync(by: other).notices.map(\.id) == ["source-withdrawn"])
        #expect(site.copy("docs/page.md") == "One\n")
        #expect(try await site.sync(accepts: true, by: other).summary == ["removed up/docs/page.md"])
        #expect(site.folder.contents.keys.filter { !$0.hasSuffix("Corpus") }.isEmpty)
    }

    @Test
    func `tags and commits can be followed, and a path that is written relative to the configuration`() async throws {
        let site = try FollowedRepository(["docs/page.md": "One\n"])
        try site.upstream.git("tag", "-a", "v1", "-m", "First")
        let commit = try site.upstream.git("rev-parse", "HEAD")
        try site.upstream.commit(["docs/page.md": "Two\n"], at: 1_700_001_000)
        for ref in ["v1", commit] {
            let outcome = try await site.sync(
                by: site.configuration(
                    "- {name: up, git: 'file://\(site.upstream.folder.path)', ref: \(ref), paths: [docs]}"))
            #expect(outcome.commit == commit)
            #expect(site.copy("docs/page.md") == "One\n")
        }
        let relative = site.upstream.folder.path.split(separator: "/").last.map { "../\($0)" } ?? ""
        #expect(
            try await site.sync(by: site.configuration("- {name: up, git: '\(relative)', paths: [docs]}")).faults
                .isEmpty)
        #expect(site.copy("docs/page.md") == "Two\n")
        #expect(site.lock?.contains("\"\(relative)\"") == true)
    }

    @Test
    func `what a stopped sync was about to place is placed by the next, and nothing is read in between`() async throws {
        let site = try FollowedRepository(["docs/page.md": "One\n"])
        _ = try await site.sync()
        try site.folder.write("Two\n", to: "Corpus/.sync/pages/up/docs/new.md")
        try site.folder.write("[\"up/docs/page.md\"]\n", to: "Corpus/.sync/plan.json")
        #expect(throws: Failure.self) {
            try CorpusReading(configuration: site.configuration, jobs: 1).list(since: nil, RunMonitor())
        }
        _ = try await site.sync()
        #expect(site.folder.contents.keys.filter { $0.contains(".sync") }.isEmpty)
        #expect(site.copy("docs/new.md") == "Two\n")
        // A half-made preparation is no plan.
        try site.folder.write("Half", to: "Corpus/.sync/pages/up/docs/half.md")
        _ = try await site.sync()
        #expect(site.copy("docs/half.md") == nil)
    }

    @Test
    func `what is no document of the corpus is none of a folder that is asked for`() async throws {
        let site = try FollowedRepository(["docs/page.md": "One\n", "docs/drafts/new.md": "New\n"])
        var configuration = try site.configuration
        configuration.documents.exclude = [Glob("up/docs/drafts/")]
        #expect(try await site.sync(by: configuration).summary == ["added up/docs/page.md"])
    }

    @Test
    func `one sync at a time, and a run before the first says what is missing`() async throws {
        let site = try FollowedRepository(["docs/page.md": "One\n"])
        let reading = CorpusReading(configuration: try site.configuration, jobs: 1)
        #expect { try reading.list(since: nil, RunMonitor()) } throws: { error in
            (error as? Failure)?.kind == .inputMissing && "\(error)".contains("run --sync")
        }
        _ = try await site.sync()
        let hold = try FolderLock(site.folder.path(of: "Corpus"))
        await #expect { try await site.sync() } throws: { ($0 as? Failure)?.kind == .cannotWrite }
        withExtendedLifetime(hold) {}
    }
}
