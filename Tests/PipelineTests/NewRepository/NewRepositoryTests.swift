import BuiltInTransformers
import TestSupport
import Testing

@testable import Pipeline

struct NewRepositoryTests {
    @Test func `its configuration is valid and its corpus has a document`() throws {
        let folder = try TemporaryFolder()
        #expect(try NewRepository(folder: folder.path(of: "new")).create().map(\.isNew) == [true, true, true])
        let configuration = try Configuration.read(
            folder.path(of: "new/requisite.yml"), registry: BuiltInTransformers.registry)
        #expect(try configuration.corpusFolder.documents().files.map(\.path) == ["example.md"])
    }

    @Test(arguments: Automation.Host.allCases)
    func `a service gets its file with the tool named by commit`(host: Automation.Host) throws {
        let folder = try TemporaryFolder()
        let commit = String(repeating: "0123456789", count: 4)
        let tool = try #require(ToolSource("contoso/requisite@\(commit)"))
        let automation = Automation(host: host, tool: tool, corpus: "docs/net", output: "out")
        _ = try NewRepository(folder: folder.path, automations: [automation]).create()
        let path = host == .gitHub ? ".github/workflows/requirements.yml" : ".gitlab-ci.yml"
        let text = try #require(folder.text(of: path))
        #expect(text.contains(commit))
        #expect(text.contains("docs/net/**"))
        #expect(!text.contains("Corpus"))
    }

    /// These move.
    @Test(arguments: ["contoso/requisite@main", "contoso/requisite", "contoso/requisite@0123", "$(x)@", "a b@c"])
    func `a branch or tag names no tool`(text: String) {
        #expect(ToolSource(text) == nil)
    }

    @Test func `what is there stays`() throws {
        let folder = try TemporaryFolder(files: [
            "requisite.yml": "corpus: Corpus\n", "Corpus/mine.md": "mine", ".gitattributes": "*.md text\n",
        ])
        let before = folder.contents
        #expect(try NewRepository(folder: folder.path).create().map(\.isNew) == [false, false])
        #expect(folder.contents == before)
    }
}
