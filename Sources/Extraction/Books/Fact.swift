public import RequirementModel

extension Books {
    /// One thing that words around a row say of it.
    public struct Fact: Sendable, Hashable {
        /// What is said: `direction`, `service`, `cloud`, `necessity`, `condition`, `demand`, …
        public var name: String
        /// What is said of it, in the document's words or the flat view's.
        public var value: String
        /// Where it is said, as far as that can be told.
        public var origin: SourceLocation?

        /// The fact that `name` is `value`.
        init(_ name: String, _ value: String) {
            self.name = name
            self.value = value
        }
    }
}

extension Statement {
    /// What it says, for a person.
    var facts: [Books.Fact] {
        var facts: [Books.Fact] = []
        if let direction { facts.append(.init("direction", direction.rawValue)) }
        facts += services.map { .init("service", $0.phrase) }
        facts += clouds.map { .init("cloud", $0.rawValue) }
        if let necessity { facts.append(.init("necessity", necessity.rawValue)) }
        if let condition { facts.append(.init("condition", condition)) }
        if let asking { facts.append(.init("demand", asking)) }
        if isExample { facts.append(.init("demand", "is only an example")) }
        if listsTags { facts.append(.init("names", "are service tags")) }
        if listsPorts { facts.append(.init("numbers", "are ports")) }
        if turnsAway { facts.append(.init("matter", "is another one than the page's")) }
        return facts
    }

    private var asking: String? {
        if isRefusal { return "need not be allowed" }
        if isDenial { return "must be kept out" }
        if demand >= 2 { return "must be reachable" }
        if ambience >= 2 { return "stands among what must be reachable" }
        return demand == 1 ? "is about endpoints" : nil
    }
}

extension Service {
    /// The protocols and the port in a few words: `TCP 443 (HTTPS)`.
    fileprivate var phrase: String {
        let carrier = [transport, port.map { $0 == .any ? "any port" : "\($0)" }].compactMap(\.self).joined(
            separator: " ")
        guard let application else { return carrier }
        return carrier.isEmpty ? application : "\(carrier) (\(application))"
    }
}
