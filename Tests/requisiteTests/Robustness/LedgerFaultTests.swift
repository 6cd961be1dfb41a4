import TestSupport
import Testing
import Versioning

/// What can happen to files that people commit, merge and edit.
struct LedgerFaultTests {
    let folder: TemporaryFolder
    let versions: [String]

    init() throws {
        folder = try TemporaryFolder(files: ["requisite.yml": "", "Corpus/a.md": page("a.example.com")])
        _ = try Tool.run("run", in: folder)
        try folder.write(page("a.example.com", "b.example.com"), to: "Corpus/a.md")
        _ = try Tool.run("run", in: folder)
        try folder.write(page("c.example.com"), to: "Corpus/a.md")
        versions = folder.contents.keys.filter { $0.hasPrefix("Output/ledger/2") }.sorted()
    }

    /// `verify` and `run` refuse, name the file, and touch nothing.
    private func expectRefusal(naming file: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
        let before = folder.contents
        for command in ["verify", "run"] {
            let result = try Tool.run(command, in: folder)
            #expect(result.status == 65, "\(command): \(result.errors)", sourceLocation: sourceLocation)
            #expect(result.errors.contains(file), "\(command): \(result.errors)", sourceLocation: sourceLocation)
        }
        #expect(folder.contents == before, sourceLocation: sourceLocation)
    }

    @Test func `an edited version is named`() throws {
        let text = try #require(folder.text(of: versions[1]))
        try folder.write(text.replacing("b.example.com", with: "evil.example.com"), to: versions[1])
        try expectRefusal(naming: versions[1])
    }

    @Test func `a truncated version is named`() throws {
        let text = try #require(folder.text(of: versions[1]))
        try folder.write(String(text.prefix(text.count / 2)), to: versions[1])
        try expectRefusal(naming: versions[1])
    }

    @Test func `an edited earlier version is found by verify`() throws {
        let text = try #require(folder.text(of: versions[0]))
        try folder.write(text.replacing("a.example.com", with: "evil.example.com"), to: versions[0])
        let result = try Tool.run("verify", in: folder)
        #expect(result.status == 65)
        #expect(result.errors.contains(versions[0]))
    }

    @Test func `two runs at once do not meet`() throws {
        let writer = try Ledger(folder: folder.path(of: "Output/ledger")).writer()
        let result = try withExtendedLifetime(writer) { try Tool.run("run", in: folder) }
        #expect(result.status == 73)
        #expect(result.errors.contains("another"))
        #expect(try Tool.run("verify", in: folder).status == 0)
    }
}
