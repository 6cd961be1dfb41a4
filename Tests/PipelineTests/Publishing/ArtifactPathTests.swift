import Testing

@testable import Pipeline

struct ArtifactPathTests {
    @Test(arguments: ["catalog.json", "a/b/c.md", "Größe/x", "with blank.csv"])
    func `plain paths are safe`(path: String) {
        #expect(ArtifactPath.isSafe(path))
    }

    @Test(arguments: [
        "", "/etc/passwd", "../x", "a/../b", "a//b", "a/", ".", ".hidden", "a\\b", "C:x", "a\u{0}b", "a\nb",
    ])
    func `all others are refused`(path: String) {
        #expect(!ArtifactPath.isSafe(path))
    }
}
