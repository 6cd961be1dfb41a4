import RequirementModel
import TestSupport
import Testing
import TransformerKit

struct ChangeHTMLTests {
    @Test func `a page fetches nothing and runs nothing`() {
        for entry in Release.hostile.history + Release.sample.history {
            let page = ChangeReport(entry.changes).htmlPage(
                links: SourceLink(template: "https://x.example/{path}#{line}"))
            #expect(page.text.matches(of: /<(script|link|img|iframe|object|embed|form|base)\b/.ignoresCase()).isEmpty)
            #expect(page.text.matches(of: /<[^>]*\son\w+=/).isEmpty)
            #expect(page.text.contains("default-src 'none'"))
            let hrefs = page.text.matches(of: /href="([^"]*)"/)
            #expect(!hrefs.isEmpty)
            #expect(hrefs.allSatisfy { $0.1.hasPrefix("https://x.example/") })
        }
    }

    /// Its line says something else by now.
    @Test func `what is gone is not linked`() throws {
        let changes = Release.sample.history.flatMap(\.changes.changes)
        let gone = try #require(changes.first { $0.operation == .removed })
        let page = ChangeReport(ChangeSet(from: "1", to: "2", changes: [gone])).htmlPage(links: .default)
        #expect(page.text.contains("guides/cluster.md:4"))
        #expect(!page.text.contains("href"))
    }
}
