import Testing

@testable import Versioning

@Suite struct ChangeRuleTests {
    @Test func `every kind has its twin`() {
        for rule in ChangeRule.allCases {
            #expect(rule.twin.twin == rule)
            #expect(rule.rawValue.allSatisfy { $0.isLowercase || $0 == "-" })
        }
        let turned = [
            ("added", "removed"), ("raised", "lowered"), ("split", "merged"),
            ("deny-turned-allow", "allow-turned-deny"),
        ]
        for rule in ChangeRule.allCases {
            for (one, other) in turned where rule.rawValue.hasSuffix(one) {
                #expect(rule.twin.rawValue.hasSuffix(other))
            }
        }
    }

    /// Each kind is given by an edit of the suite, one way or the other.
    @Test func `every kind has an edit that gives it`() {
        let given = Set(Edit.all.flatMap(\.rules))
        #expect(ChangeRule.allCases.filter { !given.contains($0) && !given.contains($0.twin) } == [])
    }
}
