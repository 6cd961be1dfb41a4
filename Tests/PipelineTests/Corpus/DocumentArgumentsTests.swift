import TestSupport
import RequirementModel
import Testing

@testable import Pipeline

struct DocumentArgumentsTests {
    let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder(files: [
            "Corpus/a/page.md": "", "Corpus/a/picture.png": "", "Corpus/b.html": "", "Corpus/drafts/c.md": "",
            "elsewhere/d.txt": "",
        ])
    }

    private var corpus: Corpus {
        Corpus(
            root: DiskPath(folder.path(of: "Corpus")),
            selection: DocumentSelection(exclude: [Glob("drafts/")]))
    }

    @Test func `a folder stands for its documents`() throws {
        let documents = try DocumentArguments([folder.path(of: "Corpus")])
        #expect(documents.files.map(\.path) == ["a/page.md", "b.html", "drafts/c.md"])
    }

    @Test func `what lies in the corpus is known by its path there`() throws {
        let paths = ["Corpus/a", "Corpus/b.html", "Corpus", "elsewhere"].map(folder.path(of:))
        let documents = try DocumentArguments(paths, corpus: corpus)
        #expect(documents.files.map(\.path) == ["a/page.md", "b.html", "a/page.md", "b.html", "d.txt"])
    }

    @Test func `a file elsewhere is known as given`() throws {
        let path = folder.path(of: "elsewhere/d.txt")
        #expect(try DocumentArguments([path], corpus: corpus).files.map(\.path) == [path])
    }

    @Test func `a missing path is named`() {
        let failure = #expect(throws: Failure.self) { try DocumentArguments([folder.path(of: "nothing.md")]) }
        #expect(failure?.kind == .inputMissing)
        #expect(failure?.message.contains("nothing.md") == true)
    }
}
