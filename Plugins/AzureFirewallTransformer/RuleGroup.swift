internal import RequirementModel

/// A rule collection group: as many rules as the service takes in one, in the order in which they are evaluated.
struct RuleGroup {
    var collections: [Collection]

    /// Rules that share a priority and an action.
    struct Collection {
        var place: Rule.Place
        var rules: [Rule]
    }

    /// Bytes of a group beside its rules.
    static let margin = 10_000

    /// The groups for `rules`. Groups and collections are evaluated in order, so that a split group does what one would.
    /// One group without collections for no rules: to deploy it takes away the rules of an earlier template.
    static func groups(of rules: [Rule], parameters: Parameters) -> [RuleGroup] {
        var groups = [RuleGroup(collections: [])]
        var room = ServiceFacts.groupBytes - margin
        for place in Rule.Place.allCases {
            for rule in rules where rule.place == place {
                let size = rule.groupBytes(parameters)
                if size > room {
                    groups.append(RuleGroup(collections: []))
                    room = ServiceFacts.groupBytes - margin
                }
                room -= size
                groups[groups.count - 1].append(rule)
            }
        }
        return groups
    }

    private mutating func append(_ rule: Rule) {
        if collections.last?.place != rule.place { collections.append(Collection(place: rule.place, rules: [])) }
        collections[collections.count - 1].rules.append(rule)
    }
}
