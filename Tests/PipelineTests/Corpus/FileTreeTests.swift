import RequirementModel
import TestSupport
import Testing

@testable import Pipeline

struct FileTreeTests {
    @Test func `lists regular files sorted`() throws {
        let folder = try TemporaryFolder(files: [
            "b.md": "", "a/z.md": "", "a/b/c.md": "", "A.md": "", ".hidden.md": "", ".git/x.md": "", "a.md": "",
        ])
        #expect(try FileTree(root: folder.path).paths == ["A.md", "a.md", "a/b/c.md", "a/z.md", "b.md"])
    }

    @Test func `reports links and does not follow them`() throws {
        let outside = try TemporaryFolder(files: ["secret.md": ""])
        let folder = try TemporaryFolder(files: ["page.md": "", "deep/page.md": ""])
        try folder.link("deep/loop", to: "..")
        try folder.link("escape", to: outside.path)
        try folder.link("nowhere.md", to: "missing.md")
        let tree = try FileTree(root: folder.path)
        #expect(tree.paths == ["deep/page.md", "page.md"])
        #expect(
            tree.diagnostics.map { "\($0.location) \($0.id)" } == [
                "deep/loop link-not-followed", "escape link-leaves-corpus", "nowhere.md link-not-followed",
            ])
    }

    @Test func `a missing folder is a failure of its own`() throws {
        let folder = try TemporaryFolder()
        let failure = #expect(throws: Failure.self) { try FileTree(root: folder.path(of: "none")) }
        #expect(failure?.kind == .inputMissing)
    }
}
