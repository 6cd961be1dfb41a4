/// What the service's limits leave for further rules in one template.
struct Capacity {
    private var bytes = ServiceFacts.templateBytes
    /// The placeholders of the rules taken in so far.
    private(set) var placeholders: Set<String> = []

    /// Takes in the rules of one record, all or none.
    /// - Throws: The limit that they would exceed.
    mutating func take(_ rules: [Rule]) throws(Obstacle) {
        let own = Set(rules.flatMap { $0.match.destinations.flatMap(\.placeholders) })
        let parameters = Parameters(own)
        if rules.contains(where: { $0.groupBytes(parameters) > ServiceFacts.groupBytes - RuleGroup.margin }) {
            throw .ruleTooLarge
        }
        let size = rules.reduce(0) { $0 + $1.templateBytes(parameters) }
        if size > bytes { throw .templateTooLarge }
        let all = placeholders.union(own)
        if all.count > ServiceFacts.parameters - Parameters.reserved { throw .tooManyParameters }
        bytes -= size
        placeholders = all
    }
}
