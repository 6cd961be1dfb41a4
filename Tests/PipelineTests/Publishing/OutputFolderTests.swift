import RequirementModel
import TestSupport
import Testing

@testable import Pipeline

struct OutputFolderTests {
    let folder: TemporaryFolder
    let output: OutputFolder

    init() throws {
        folder = try TemporaryFolder()
        output = OutputFolder(path: DiskPath("Output", relativeTo: DiskPath(folder.path)))
    }

    private func publish(_ files: [String: String]) throws -> Publication {
        let contents = files.mapValues { Array($0.utf8) }
        let entries = contents.sorted { $0.key < $1.key }.map {
            FileDigest(path: $0.key, digest: Digest.sha256(of: $0.value))
        }
        let inventory = ArtifactInventory(
            version: .init(rawValue: "202601010001"), versionDigest: "d",
            transformers: [.init(name: "t", version: "1", options: "o", artifacts: entries)])
        var staged = StagedArtifacts(for: output)
        defer { staged.discard() }
        try staged.add(contents, entries)
        return try output.publish(inventory, staged)
    }

    @Test func `writes only what differs`() throws {
        #expect(try publish(["t/a": "1", "t/b": "2"]).written == 2)
        let before = folder.contents
        let again = try publish(["t/a": "1", "t/b": "2"])
        #expect((again.written, again.unchanged) == (0, 2))
        #expect(folder.contents == before)
        let edited = try publish(["t/a": "1", "t/b": "3"])
        #expect((edited.written, edited.unchanged) == (1, 1))
        #expect(folder.text(of: "Output/t/b") == "3")
    }

    @Test func `removes only its own`() throws {
        _ = try publish(["t/a": "1", "t/deep/b": "2", "t/edited": "3"])
        try folder.write("mine", to: "Output/t/mine")
        try folder.write("changed by hand", to: "Output/t/edited")
        let publication = try publish(["t/a": "1"])
        #expect(publication.removed == 1)
        #expect(publication.left == ["t/edited"])
        #expect(
            folder.contents.keys.sorted() == [
                "Output", "Output/artifacts.json", "Output/t", "Output/t/a", "Output/t/edited", "Output/t/mine",
            ])
    }

    @Test func `restores what was lost or edited`() throws {
        _ = try publish(["t/a": "1", "t/b": "2"])
        let inventory = try #require(output.inventory)
        #expect(output.holds(inventory))
        try folder.write("edited", to: "Output/t/a")
        try folder.remove("Output/t/b")
        #expect(!output.holds(inventory))
        #expect(try publish(["t/a": "1", "t/b": "2"]).written == 2)
        #expect(output.holds(inventory))
    }

    /// What a killed run leaves: a draft, a list of no version, some of its files.
    @Test func `finishes what a crash left`() throws {
        _ = try publish(["t/old": "1"])
        let inventory = try #require(output.inventory)
        var next = inventory
        next.transformers[0].artifacts = [.init(path: "t/new", digest: Digest.sha256(of: Array("2".utf8)))]
        try folder.write(next.unfinished(with: inventory.entries).json, to: "Output/artifacts.json")
        try folder.write("2", to: "Output/t/new")
        try folder.write("half", to: "Output/.unfinished/draft")
        #expect(output.inventory?.version == nil)
        #expect(try publish(["t/other": "3"]).removed == 2)
        #expect(folder.contents.keys.sorted() == ["Output", "Output/artifacts.json", "Output/t", "Output/t/other"])
    }

    @Test func `does not write through a link`() throws {
        let elsewhere = try TemporaryFolder()
        try folder.write("", to: "Output/keep")
        try folder.link("Output/t", to: elsewhere.path)
        let failure = #expect(throws: Failure.self) { try publish(["t/a": "1"]) }
        #expect(failure?.kind == .cannotWrite)
        #expect(elsewhere.contents.isEmpty)
    }

    @Test func `a list that names files elsewhere harms nothing`() throws {
        try folder.write("precious", to: "precious")
        _ = try publish(["t/a": "1"])
        let text = try #require(folder.text(of: "Output/artifacts.json"))
        try folder.write(text.replacing("t/a", with: "../precious"), to: "Output/artifacts.json")
        _ = try publish(["t/b": "1"])
        #expect(folder.text(of: "precious") == "precious")
    }
}
