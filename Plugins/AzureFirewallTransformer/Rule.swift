internal import OrderedCollections
internal import RequirementModel

/// One rule of a rule collection.
struct Rule: Hashable {
    var record: RecordID
    /// Unique in its collection; made of the record's id and the services, so that it outlives all other edits.
    var name: String
    var description: String
    var place: Place
    var sources: Sources
    var match: Match

    /// The collection that it belongs to.
    enum Place: Int, CaseIterable {
        case networkDeny, networkAllow, networkDenyLast, applicationDeny, applicationAllow, applicationDenyLast
    }

    /// Whom it is for.
    struct Sources: Hashable {
        /// Whether the template's parameter counts.
        var includesParameter: Bool
        var addresses: [String] = []
    }

    /// What it lets through, or stops: the product of destinations and services.
    struct Match: Hashable {
        var services: Services
        var destinations: [TemplateString]
    }

    enum Services: Hashable {
        /// To names, by an application rule.
        case application([Carrier.ApplicationService])
        /// To addresses and service tags, by a network rule.
        case addresses([Carrier.NetworkProtocol], ports: [String])
        /// To names, by a network rule.
        case names([Carrier.NetworkProtocol], ports: [String])

        /// The services in a few letters: `https-443`, `tcp-udp-53`, `udp-123-names`.
        var slug: String {
            let words =
                switch self {
                case .application(let services): services.map { "\($0.name.rawValue)-\($0.port)" }
                case .addresses(let protocols, let ports): protocols.map(\.rawValue) + ports
                case .names(let protocols, let ports): protocols.map(\.rawValue) + ports + ["names"]
                }
            return words.map { $0 == "*" ? "all" : $0.lowercased() }.joined(separator: "-")
        }

        var isApplication: Bool { if case .application = self { true } else { false } }
        var isNetworkNames: Bool { if case .names = self { true } else { false } }
    }
}

extension Rule.Place {
    /// The deny collection that is read after those that allow is for denials that their document puts there.
    init(access: Access, isLast: Bool, isApplication: Bool) {
        self =
            switch (access, isLast) {
            case (.allow, _): isApplication ? .applicationAllow : .networkAllow
            case (.deny, false): isApplication ? .applicationDeny : .networkDeny
            case (.deny, true): isApplication ? .applicationDenyLast : .networkDenyLast
            }
    }

    var action: String { self == .networkAllow || self == .applicationAllow ? "Allow" : "Deny" }

    var collectionName: String {
        switch self {
        case .networkDeny: "network-deny"
        case .networkAllow: "network-allow"
        case .networkDenyLast: "network-deny-last"
        case .applicationDeny: "application-deny"
        case .applicationAllow: "application-allow"
        case .applicationDenyLast: "application-deny-last"
        }
    }

    /// Added to the priority of the first collection, whether or not the collections between exist: a new collection
    /// leaves the others' priorities as they are.
    var priorityOffset: Int { 100 * rawValue }
}

extension Rule.Match {
    /// The fewest matches for `pairs` of carrier and target: destinations with the same services share one, protocols with
    /// the same ports share one, and no combination arises that was not asked for.
    static func matches(for pairs: [(carrier: Carrier, target: Target)]) -> [Rule.Match] {
        var carriers: OrderedDictionary<Key, OrderedSet<Carrier>> = [:]
        for (carrier, target) in pairs { carriers[Key(carrier, target), default: []].append(carrier) }
        var destinations: OrderedDictionary<Rule.Services, [TemplateString]> = [:]
        for (key, carriers) in carriers {
            for services in Rule.Services.all(of: Array(carriers), isName: key.isName) {
                destinations[services, default: []].append(key.text)
            }
        }
        return destinations.map { Rule.Match(services: $0, destinations: $1) }
    }

    private struct Key: Hashable {
        var text: TemplateString
        var isApplication: Bool
        var isName: Bool

        init(_ carrier: Carrier, _ target: Target) {
            text = target.text
            if case .application = carrier { isApplication = true } else { isApplication = false }
            if case .name = target.kind { isName = true } else { isName = false }
        }
    }
}

extension Rule.Services {
    /// The services of `carriers`, which are all of one kind.
    fileprivate static func all(of carriers: [Carrier], isName: Bool) -> [Rule.Services] {
        var applications: [Carrier.ApplicationService] = []
        var ports: [Carrier.NetworkProtocol: [String]] = [:]
        for carrier in carriers {
            switch carrier {
            case .application(let service): applications.append(service)
            case .network(let name, let port): ports[name, default: []].append(port)
            }
        }
        if !applications.isEmpty { return [.application(applications)] }
        var shared: [(protocols: [Carrier.NetworkProtocol], ports: [String])] = []
        for name in Carrier.NetworkProtocol.allCases {
            guard let own = ports[name] else { continue }
            if let place = shared.firstIndex(where: { $0.ports == own }) {
                shared[place].protocols.append(name)
            } else {
                shared.append(([name], own))
            }
        }
        return shared.map { isName ? .names($0.protocols, ports: $0.ports) : .addresses($0.protocols, ports: $0.ports) }
    }
}
