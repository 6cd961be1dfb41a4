import RequirementModel
import Testing
import Versioning

@Suite struct RecordIdentityTests {
    private static let page = Page([
        NetworkRequirement("a.example", tcp: 443, for: "Sign in"),
        NetworkRequirement("a.example", tcp: 8443, for: "Sign in"),
        NetworkRequirement("a.example", tcp: 443, for: "Updates"),
    ])

    @Test func `records that state the same are told apart`() {
        let ids = RecordIdentity.derived(for: Self.page.records).map(\.id.rawValue)
        #expect(Set(ids).count == 3)
        #expect(ids.allSatisfy { $0.utf8.count == 12 && $0.allSatisfy { $0.isHexDigit && !$0.isUppercase } })
    }

    @Test func `neither order nor words nor headings count`() {
        let ids = RecordIdentity.derived(for: Self.page.records).map(\.id)
        let reversed = RecordIdentity.derived(for: Self.page.records.reversed())
        #expect(reversed.reversed().map(\.id) == ids)
        let reworded = Self.page.edited { records in
            for index in records.indices {
                records[index].section = ["Another heading"]
                records[index].edit { $0.purpose = "Other words" }
            }
        }
        #expect(RecordIdentity.derived(for: reworded.records).map(\.id) == ids)
    }

    @Test func `what is asked for counts and where`() {
        let id = RecordIdentity.derived(for: [Self.page.records[0]])[0].id
        var other = Self.page.records[0]
        other.edit { $0.clouds = [.china] }
        #expect(RecordIdentity.derived(for: [other])[0].id != id)
        #expect(RecordIdentity.derived(for: Self.page.renamed(to: "b.md").records)[0].id != id)
    }
}
