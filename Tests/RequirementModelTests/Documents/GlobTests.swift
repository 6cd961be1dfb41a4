import RequirementModel
import Testing

struct GlobTests {
    @Test(arguments: [
        ("*.md", "page.md", true),
        ("*.md", "deep/down/page.md", true),
        ("*.md", "page.md.bak", false),
        ("docs/*.md", "docs/page.md", true),
        ("docs/*.md", "docs/deep/page.md", false),
        ("docs/**/*.md", "docs/page.md", true),
        ("docs/**/*.md", "docs/a/b/page.md", true),
        ("docs/**/*.md", "other/docs/page.md", false),
        ("**/net*/**", "a/networking/b/c.txt", true),
        ("drafts/", "drafts/page.md", true),
        ("drafts/", "old/drafts/deep/page.md", true),
        ("drafts/", "drafts.md", false),
        ("/top.md", "top.md", true),
        ("./top.md", "top.md", true),
        ("page-?.md", "page-1.md", true),
        ("page-?.md", "page-12.md", false),
        ("*", "a/b", true),
        ("a/b", "a/b", true),
        ("a/b", "x/a/b", false),
    ])
    func `fits`(pattern: String, path: String, isMatch: Bool) {
        #expect(Glob(pattern).matches(path) == isMatch)
    }

    /// A pattern that backtracking would take years over.
    @Test func `cost is bounded`() {
        let pattern = String(repeating: "*a", count: 40) + "b"
        #expect(!Glob(pattern).matches(String(repeating: "a", count: 200)))
    }
}
