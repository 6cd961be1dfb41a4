import RequirementModel
import Testing

@testable import Versioning

struct ChangeCauseTests {
    private let page: Page = {
        var page = Page([NetworkRequirement("a.example", tcp: 443), NetworkRequirement("b.example", tcp: 443)])
        page.digest = "same"
        return page
    }()

    private func changes(_ new: Page, extractor: String = "1") -> [Change] {
        Comparison(from: Snapshot("old", [page]), to: Snapshot("new", [new], extractor: extractor)).changes.changes
    }

    /// Not a byte of it differs, and still it was its owner who did something.
    @Test func `a renamed page is the source's doing`() {
        let changes = changes(page.renamed(to: "elsewhere.md"))
        #expect(changes.count == 2)
        for change in changes {
            #expect(change.cause == .source && change.operation == .moved && change.impact == .editorial)
            #expect(change.fields == ["document"])
        }
    }

    @Test func `the same bytes read another way are not`() {
        let reread = page.edited { $0[0].edit { $0.purpose = "New" } }
        #expect(changes(reread).map(\.cause) == [.configuration])
        #expect(changes(reread, extractor: "2").map(\.cause) == [.extractor])
    }

    /// Of other bytes, read another way, either may be why; of a new page only the sources.
    @Test func `what may have been either says so`() {
        var edited = page.edited { $0[0].edit { $0.purpose = "New" } }
        edited.digest = "other"
        let doubtful = changes(edited, extractor: "2")
        #expect(doubtful.map(\.cause) == [.source])
        #expect(doubtful[0].remarks == ["the page is read another way, too (extractor 2, before 1), which may be why"])
        #expect(doubtful[0].text.hasSuffix(doubtful[0].remarks[0]))
        #expect(changes(edited).flatMap(\.remarks).isEmpty)

        let added = Page([NetworkRequirement("c.example", tcp: 443)]).renamed(to: "new.md")
        let both = Comparison(from: Snapshot("old", [page]), to: Snapshot("new", [page, added], extractor: "2"))
        #expect(both.changes.changes.map(\.cause) == [.source])
        #expect(both.changes.changes.flatMap(\.remarks).isEmpty)
    }
}
