import Foundation
import TestSupport
import Testing

/// `diff --git`.
struct DiffGitTests {
    private func text(_ result: Tool.Result) -> [String] { result.lines.map(String.init) }

    @Test func `what unchanged pages ask for is not opened`() throws {
        let sample = try GitSample()
        try sample.commit(["docs/a.md": page("a.example.com"), "docs/b.md": page("b.example.com")], at: 1000)
        try sample.commit(["docs/a.md": page("a.example.com", "b.example.com", "c.example.com")], at: 2000)
        try sample.git("clone", "--quiet", "--bare", ".", "bare.git")
        let result = try Tool.run("diff", "--git", "HEAD~1..HEAD", in: sample.folder)
        #expect(result.status == 1)
        #expect(result.output.contains("c.example.com"))
        let json = try Tool.run("diff", "--git", "main~1..", "--format", "json", in: sample.folder).output
        #expect(json.components(separatedBy: "\"opened\": [\n").count == 2)
        let elsewhere = try TemporaryFolder()
        let bare = try Tool.run(
            "diff", "--git", "HEAD~1..HEAD", "--repo", sample.folder.path(of: "bare.git"), in: elsewhere)
        #expect(bare.output == result.output)
        let inside = try TemporaryFolder()
        let byVariable = try Tool.run(
            "diff", "--git", "HEAD~1..HEAD", in: inside, environment: ["GIT_DIR": sample.folder.path(of: "bare.git")])
        #expect(byVariable.output == result.output)
    }

    @Test func `includes are those of their commit and renames are followed`() throws {
        let sample = try GitSample()
        let including = page("a.example.com") + "\n[!INCLUDE [more](~/shared/more.md)]\n"
        try sample.commit(
            ["old/page.md": including, "shared/more.md": page("m1.example.com")],
            at: 1000)
        try sample.commit(
            [
                "old/page.md": nil, "docs/page.md": including,
                "shared/more.md": page("m2.example.com"),
            ], at: 2000)
        let result = try Tool.run("diff", "--git", "HEAD~1..HEAD", "--", "docs/page.md", in: sample.folder)
        let opened = result.lines.filter { $0.hasPrefix("  + ") }
        #expect(opened.contains { $0.contains("m2.example.com") })
        #expect(!opened.contains { $0.contains("a.example.com") }, "it is the same page under another name")
        let same = try Tool.run("diff", "--git", "HEAD..HEAD", in: sample.folder)
        #expect(same.status == 0)
    }

    @Test func `three dots begin where the branches parted`() throws {
        let sample = try GitSample()
        try sample.commit(["a.md": page("a.example.com")], at: 1000)
        try sample.git("checkout", "--quiet", "-b", "side")
        try sample.commit(["a.md": page("a.example.com", "side.example.com")], at: 2000)
        try sample.git("checkout", "--quiet", "main")
        try sample.commit(["b.md": page("main.example.com")], at: 3000)
        let dots = try Tool.run("diff", "--git", "main...side", in: sample.folder).output
        #expect(dots.contains("side.example.com") && !dots.contains("main.example.com"))
        #expect(try Tool.run("diff", "--git", "main..side", in: sample.folder).output.contains("main.example.com"))
    }

    @Test func `what is wrong ends with its status`() throws {
        let sample = try GitSample()
        try sample.commit(["a.md": page("a.example.com")], at: 1000)
        let nothing = try TemporaryFolder()
        #expect(try Tool.run("diff", "--git", "HEAD", in: sample.folder).status == 64)
        #expect(try Tool.run("diff", "only.md", in: sample.folder).status == 64)
        #expect(try Tool.run("diff", "--git", "nowhere..HEAD", in: sample.folder).status == 66)
        #expect(try Tool.run("diff", "--git", "HEAD..HEAD", in: nothing).status == 66)
        #expect(try Tool.run("diff", "--git", "HEAD..HEAD", "--", "no.md", in: sample.folder).status == 66)
        let missing = try Tool.run(
            "diff", "--git", "HEAD..HEAD", in: sample.folder, environment: ["PATH": nothing.path])
        #expect(missing.status == 69 && missing.errors.contains("git is not installed"))
    }
}
