import TestSupport
import Testing

@testable import GitHistory

struct GitRepositoryTests {
    @Test func `a merge counts for what it brought into its branch`() async throws {
        let sample = try GitSample()
        try sample.commit(["a.md": "1", "b.md": "1"], "First", at: 1000)
        try sample.git("checkout", "--quiet", "-b", "side")
        try sample.commit(["b.md": "2"], "Aside", at: 2000)
        try sample.commit(["c.md": "1"], "Aside again", at: 3000)
        try sample.git("checkout", "--quiet", "main")
        try sample.commit(["a.md": "2"], "Meanwhile", at: 4000)
        try sample.git("merge", "--quiet", "--no-ff", "--message", "Merge side", "side", at: 5000)

        let repository = GitRepository(sample.folder.path)
        let commits = try await repository.log(to: try await repository.commit("main"))
        #expect(commits.map(\.subject) == ["First", "Meanwhile", "Merge side"])
        #expect(commits.map { $0.changes.map(\.path) } == [["a.md", "b.md"], ["a.md"], ["b.md", "c.md"]])
        #expect(commits.map(\.committed) == [1000, 4000, 5000])
        let some = try await repository.log(to: try await repository.commit("main"), ["b.md"], names: ["c.md"])
        #expect(some.map(\.subject) == ["First", "Merge side"])
    }

    @Test func `files are known by their names whatever these hold`() async throws {
        let sample = try GitSample()
        let names = ["new\nline.md", "tab\tquote\".md", "naïve/ü.md", ":colon.md", "-dash.md", "a b.md"]
        try sample.commit(Dictionary(uniqueKeysWithValues: names.map { ($0, $0) }), "Odd\u{1} names", at: 1000)
        try sample.folder.link("link.md", to: "a b.md")
        try sample.commit(["a b.md": nil], "Link", at: 2000)

        let repository = GitRepository(sample.folder.path)
        let tip = try await repository.commit("HEAD")
        let commits = try await repository.log(to: tip)
        #expect(Set(commits[0].changes.map(\.path)) == Set(names))
        #expect(
            commits[1].changes.map { [$0.path, $0.blob?.description ?? "none"] } == [
                ["a b.md", "none"], ["link.md", "none"],
            ])
        let files = try await repository.files(at: tip)
        #expect(Set(files.map(\.path)) == Set(names).subtracting(["a b.md"]))
        #expect(try await repository.files(at: tip, named: [":colon.md", "missing.md"]).map(\.path) == [":colon.md"])
    }

    @Test func `blobs come in the order of the questions through one process`() async throws {
        let sample = try GitSample()
        let texts = (0..<600).map { "Page \($0)\n" + String(repeating: "x", count: $0 * 40) }
        try sample.commit(
            Dictionary(uniqueKeysWithValues: texts.enumerated().map { ("\($0).md", $1) }).merging(["empty.md": ""]) {
                $1
            },
            at: 1000)
        let repository = GitRepository(sample.folder.path)
        let files = try await repository.files(at: try await repository.commit("main"))
        let blobs = Dictionary(uniqueKeysWithValues: files.map { ($0.path, $0.blob) })
        let wanted = try (texts.indices.map { "\($0).md" } + ["empty.md", "3.md"]).map { try #require(blobs[$0]) }
        let contents = try await repository.withBlobs { reader in
            var contents: [[UInt8]?] = []
            try await reader.read(wanted, limit: 20_000) { contents.append($1) }
            return contents
        }
        let expected = (texts + ["", texts[3]]).map { $0.utf8.count > 20_000 ? nil : Array($0.utf8) }
        #expect(contents == expected)
        #expect(contents.contains(nil))
    }

    @Test func `blobs that were expected come like all others`() async throws {
        let sample = try GitSample()
        let texts = (0..<700).map { "Page \($0)\n" + String(repeating: "x", count: 4000) }
        try sample.commit(Dictionary(uniqueKeysWithValues: texts.enumerated().map { ("\($0).md", $1) }), at: 1000)
        let repository = GitRepository(sample.folder.path)
        let files = try await repository.files(at: try await repository.commit("main"))
        let blobs = Dictionary(uniqueKeysWithValues: files.map { ($0.path, $0.blob) })
        let wanted = try texts.indices.map { try #require(blobs["\($0).md"]) }
        let contents = try await repository.withBlobs { reader in
            var contents: [Int: [UInt8]] = [:]
            // More than are asked for at once, read in another order, some of them twice, some never.
            try await reader.expect(wanted[100..<600])
            try await reader.expect(wanted[50..<150])
            for range in [580..<650, 0..<120, 300..<301, 110..<130] {
                var index = range.lowerBound
                try await reader.read(wanted[range], limit: .max) { blob, bytes in
                    #expect(blob == wanted[index])
                    contents[index] = bytes
                    index += 1
                }
            }
            return contents
        }
        #expect(contents.count == 201)
        for (index, bytes) in contents { #expect(bytes == Array(texts[index].utf8)) }
    }

    @Test(.timeLimit(.minutes(1))) func `git is not waited for by who gives up`() async throws {
        struct GivenUp: Error {}
        let sample = try GitSample()
        let files = (0..<200).map { ("\($0).md", "Page \($0)\n" + String(repeating: "x", count: 20_000)) }
        try sample.commit(Dictionary(uniqueKeysWithValues: files), at: 1000)
        let repository = GitRepository(sample.folder.path)
        let blobs = try await repository.files(at: try await repository.commit("main")).map(\.blob)
        await #expect(throws: GivenUp.self) {
            try await repository.withBlobs { reader in
                // More than a pipe holds.
                try await reader.expect(blobs)
                throw GivenUp()
            }
        }
    }

    @Test func `what is wrong is said with what to do`() async throws {
        let sample = try GitSample()
        try sample.commit(["a.md": "1"], at: 1000)
        let repository = GitRepository(sample.folder.path)
        await #expect { try await repository.commit("nowhere") } throws: { error in
            (error as? GitError)?.fault == .unknownRevision && "\(error)".contains("git fetch")
        }
        await #expect { try await repository.commit("--all") } throws: { ($0 as? GitError)?.fault == .unknownRevision }
        let nothing = try TemporaryFolder()
        for path in [nothing.path, nothing.path(of: "missing")] {
            await #expect { try await GitRepository(path).commit("HEAD") } throws: { error in
                (error as? GitError)?.fault == .notARepository
            }
        }
        let absent = try #require(ObjectID(String(repeating: "ab", count: 20)))
        await #expect {
            try await repository.withBlobs { try await $0.read([absent], limit: 10) { _, _ in } }
        } throws: { "\($0)".contains("lacks the blob \(absent)") }
    }

    @Test func `settings of the user change nothing`() async throws {
        let sample = try GitSample()
        try sample.commit(["docs/a.md": "one\ntwo\nthree\n"], at: 1000)
        try sample.commit(["docs/a.md": nil, "docs/b.md": "one\ntwo\nthree\n"], at: 2000)
        let repository = GitRepository(sample.folder.path(of: "docs"))
        let tip = try await repository.commit("HEAD")
        let plain = try await repository.log(to: tip)
        for (key, value) in [
            ("diff.renames", "copies"), ("log.showRoot", "false"), ("log.follow", "true"), ("diff.relative", "true"),
            ("diff.noprefix", "true"), ("log.showSignature", "true"), ("core.quotePath", "true"),
            ("color.ui", "always"),
            ("diff.external", "false"), ("log.abbrevCommit", "true"), ("log.date", "relative"),
            ("log.decorate", "full"),
        ] { try sample.git("config", key, value) }
        #expect(try await repository.log(to: tip) == plain)
        #expect(plain.map { $0.changes.count } == [1, 2])
    }
}
