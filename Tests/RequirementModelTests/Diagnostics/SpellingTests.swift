import RequirementModel
import Testing

@Suite struct SpellingTests {
    private let names = ["catalog-csv", "catalog-json", "changelog-json"]

    @Test(arguments: [
        ("catalog-jsno", "catalog-json"), ("catalogcsv", "catalog-csv"), ("Changelog-Json", "changelog-json"),
    ])
    func theNearestNameIsFound(word: String, meant: String) {
        #expect(Spelling.nearest(to: word, among: names) == meant)
    }

    @Test func aHintNamesTheNearestOrElseAll() {
        #expect(Spelling.hint(for: "catalogcsv", among: names) == "did you mean 'catalog-csv'?")
        #expect(Spelling.hint(for: "firewall", among: names) == "there are catalog-csv, catalog-json, changelog-json")
    }

    @Test func whatNobodyCanHaveMeantIsNotSuggested() {
        #expect(Spelling.nearest(to: "firewall", among: names) == nil)
        #expect(Spelling.nearest(to: "x", among: []) == nil)
    }
}
