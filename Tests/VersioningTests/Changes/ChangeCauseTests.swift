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
    @Test func aRenamedPageIsTheSourcesDoing() {
        let changes = changes(page.renamed(to: "elsewhere.md"))
        #expect(changes.count == 2)
        for change in changes {
            #expect(change.cause == .source && change.operation == .moved && change.impact == .editorial)
            #expect(change.fields == ["document"])
        }
    }

    @Test func theSameBytesReadAnotherWayAreNot() {
        let reread = page.edited { $0[0].edit { $0.purpose = "New" } }
        #expect(changes(reread).map(\.cause) == [.configuration])
        #expect(changes(reread, extractor: "2").map(\.cause) == [.extractor])
    }
}
