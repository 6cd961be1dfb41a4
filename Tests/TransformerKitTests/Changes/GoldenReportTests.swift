import RequirementModel
import TestSupport
import Testing
import TransformerKit

/// What each format makes of the newest changes of the made-up releases, compared with `Reports/RELEASE/`, which other
/// people's programs read too.
struct GoldenReportTests {
    @Test(arguments: GoldenArtifactTests.releases.keys.sorted())
    func `reports are those recorded`(release: String) throws {
        let newest = try #require(GoldenArtifactTests.releases[release]?.history.first)
        let report = ChangeReport(newest.changes)
        let sources = SourceFolder(path: "Corpus")
        let text = report.lines.map { $0.text + "\n" }.joined()
        let markdown = ChangeReport.markdownMarker + report.markdown(.init(links: .default))
        try RecordedFiles("Reports/\(release)").expect([
            "changes.txt": Array(text.utf8),
            "changes.md": Array(markdown.utf8),
            "changes.html": Array(report.htmlPage(links: .default).text.utf8),
            "changes.github.txt": Array(report.annotations(sources: sources, elsewhere: "all").utf8),
            "changes.sarif": report.sarif(sources: sources, toolVersion: "1.0.0"),
            "changes.junit.xml": report.junit { $0.cause == .source && $0.acceptance == nil && $0.level == .error },
        ])
    }
}
