import RequirementModel
import Testing

@Suite struct SpellingTests {
    private let names = ["catalog-csv", "catalog-json", "changelog-json"]

    @Test(arguments: [
        ("catalog-jsno", "catalog-json"), ("catalogcsv", "catalog-csv"), ("Changelog-Json", "changelog-json"),
    ])
    func `the nearest name is found`(word: String, meant: String) {
        #expect(Spelling.nearest(to: word, among: names) == meant)
    }

    @Test func `a hint names the nearest or else all`() {
        #expect(Spelling.hint(for: "catalogcsv", among: names) == "did you mean 'catalog-csv'?")
        #expect(Spelling.hint(for: "firewall", among: names) == "there are catalog-csv, catalog-json, changelog-json")
    }

    @Test func `what nobody can have meant is not suggested`() {
        #expect(Spelling.nearest(to: "firewall", among: names) == nil)
        #expect(Spelling.nearest(to: "x", among: []) == nil)
    }
}
