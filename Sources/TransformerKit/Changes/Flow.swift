internal import OrderedCollections
public import RequirementModel

/// Atoms that differ in nothing but destination and service, and are the whole product of these: a line for people.
public struct Flow: Sendable, Hashable {
    /// Where it goes to, with the path of a URL; nil for a row that names only a port.
    public var destinations: [Target?]
    /// Protocols and ports.
    public var services: [Service]
    /// What all its atoms share.
    public var terms: Terms

    /// A destination with the path of a URL.
    public struct Target: Sendable, Hashable {
        /// The destination.
        public var endpoint: Endpoint
        /// Path and query, beginning with `/`.
        public var path: String?

        /// The normal form with the path.
        public var text: String { endpoint.text + (path ?? "") }
    }

    /// What a flow's atoms share.
    public struct Terms: Sendable, Hashable {
        /// The cloud, nil when not said.
        public var cloud: Cloud?
        /// The direction, nil when not said.
        public var direction: Direction?
        /// Allow or deny.
        public var access: Access
        /// Where the traffic comes from, nil when not said.
        public var source: Endpoint?
        /// Required, recommended, optional.
        public var necessity: Necessity
        /// The words that limit when it applies.
        public var condition: String?
        /// Which of the record's alternatives it belongs to, one of which is enough; nil where it has no others.
        public var alternative: Int?

        /// The terms that are not a matter of course, in words; empty for an unconditional requirement.
        public var phrase: String {
            var parts: [String] = []
            if access == .deny { parts.append("deny") }
            if direction == .inbound || direction == .both { parts.append(direction?.rawValue ?? "") }
            if let alternative { parts.append("alternative \(alternative), one is enough") }
            if let source { parts.append("from \(source.text)") }
            if necessity != .required { parts.append(necessity.rawValue) }
            if let condition { parts.append(condition) }
            return parts.joined(separator: "; ")
        }
    }

    /// The fewest flows, in the order in which `atoms` first name them, that say what these atoms of `record` say.
    public static func flows(of atoms: [Atom], in record: Requirement?) -> [Flow] {
        let alternatives = Set(record?.network?.destinations.map(\.alternative) ?? [])
        var targets: OrderedDictionary<Way, OrderedSet<Target?>> = [:]
        for atom in atoms {
            let terms = Terms(atom, alternative: alternatives.count > 1 ? atom.alternative : nil)
            let target = atom.destination.map { Target(endpoint: $0, path: atom.path) }
            targets[Way(service: atom.service, terms: terms), default: []].append(target)
        }
        var services: OrderedDictionary<Reach, [Service]> = [:]
        for (way, targets) in targets {
            services[Reach(destinations: Array(targets), terms: way.terms), default: []].append(way.service)
        }
        return services.map { Flow(destinations: $0.destinations, services: $1, terms: $0.terms) }
    }

    private struct Way: Hashable {
        var service: Service
        var terms: Terms
    }

    private struct Reach: Hashable {
        var destinations: [Target?]
        var terms: Terms
    }
}

extension Flow.Terms {
    fileprivate init(_ atom: Atom, alternative: Int?) {
        cloud = atom.cloud
        direction = atom.direction
        access = atom.access
        source = atom.source
        necessity = atom.necessity
        condition = atom.condition
        self.alternative = alternative
    }
}
