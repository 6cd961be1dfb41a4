public import RequirementModel

extension Service {
    /// The service in words: `TCP 443 (HTTPS)`, `UDP any port`, `port 8443`, `protocol and port not said`.
    public var phrase: String {
        let number = port.map { $0 == .any ? "any port" : transport == nil ? "port \($0)" : "\($0)" }
        let known = [transport == "any" ? "any protocol" : transport, number].compactMap(\.self)
        switch (known.isEmpty, application) {
        case (true, nil): return "protocol and port not said"
        case (true, let application?): return "\(application), port not said"
        case (false, let application):
            let layer7 = application.map { " (\($0))" } ?? ""
            return known.joined(separator: " ") + layer7 + (port == nil && portsMatter ? ", port not said" : "")
        }
    }

    /// Whether the transport has ports at all: ICMP and ESP have none.
    private var portsMatter: Bool { transport == "TCP" || transport == "UDP" || transport == "SCTP" }
}

extension Risk {
    /// The risk in a few words.
    public var phrase: String {
        switch self {
        case .anyDestination: "any destination"
        case .publicSuffixWildcard: "a wildcard over a public suffix"
        case .wideAddressRange: "an address range wider than /8"
        case .unseenDomain: "a domain never seen before"
        case .plainHTTP: "plain HTTP"
        case .denyTurnedAllow: "deny turned allow"
        }
    }
}

extension MatchReason {
    /// What two records have in common that makes them one, in a few words.
    public var phrase: String {
        switch self {
        case .identifier: "its id"
        case .everything: "all that they state, at the same heading"
        case .content: "all that they state, under another heading"
        case .structureAndSection: "what they ask for, at the same heading"
        case .structure: "what they ask for"
        case .ruleName: "the name of the rule"
        case .names: "the destinations, or the row's first cell"
        case .similarity(let thousandths): "likeness: \(thousandths) of 1000"
        case .contentElsewhere: "all that they state, in another document"
        case .structureElsewhere: "what they ask for, in another document"
        case .namesElsewhere: "the destinations, in another document"
        case .returned: "being back after it was gone"
        }
    }
}

extension Acceptance {
    /// The reason and the last day.
    public var phrase: String { until.map { "\(reason) (until \($0))" } ?? reason }
}

extension Requirement {
    /// What the record is about in a few words: its destinations, or else its ports, or the first cells of its row.
    public var phrase: String {
        switch content {
        case .network(let network):
            let names = network.destinations.map { $0.endpoint.text + ($0.path ?? "") }
            let parts = names.isEmpty ? network.services.map(\.phrase) : names
            return parts.isEmpty ? "no destination named" : Self.shortened(parts)
        case .row(let row):
            return Self.shortened(row.cells.map(\.value).filter { !$0.isEmpty })
        }
    }

    private static func shortened(_ parts: [String]) -> String {
        parts.count > 3 ? parts.prefix(3).joined(separator: ", ") + ", …" : parts.joined(separator: ", ")
    }
}
