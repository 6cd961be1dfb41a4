internal import RequirementModel

/// One requirement as its row, item or note says it, before what is said around it fills it in.
struct RequirementDraft {
    /// Where it begins.
    var position: SourcePosition
    /// What it says of itself: direction, clouds, necessity, condition, protocols and ports.
    var said = Statement()
    /// What introduces it more nearly than what introduces its list.
    var introduction: Statement?
    /// Allow or deny; nil where it does not say.
    var access: Access?
    /// A security rule's priority.
    var priority: String?
    /// A security rule's name.
    var name: String?
    /// Where the traffic comes from.
    var sources: [Endpoint] = []
    /// Where it goes to.
    var destinations: [Destination] = []
    /// What it is for.
    var purpose: String?

    /// A draft that says nothing yet.
    init(position: SourcePosition) { self.position = position }

    /// Takes the addresses that it names as where the traffic comes from.
    mutating func takePlacesAsSources() {
        guard sources.isEmpty, destinations.allSatisfy({ $0.endpoint.kind == .cidr }) else { return }
        sources = destinations.map(\.endpoint)
        destinations = []
    }

    /// Whether it names places and leaves their ports open.
    var namesPlacesOnly: Bool {
        !destinations.isEmpty && !said.services.sayPorts && destinations.allSatisfy { !$0.services.sayPorts }
    }

    /// Why it is no requirement; nil when it is one.
    var shortcoming: SkipReason? {
        if !destinations.isEmpty || said.services.sayPorts { return nil }
        if said.services.contains(where: \.needsNoPort) { return nil }
        return sources.isEmpty || !said.services.isEmpty ? .namesNothing : .namesSourceOnly
    }
}

extension Service {
    /// Whether the protocol stands for itself, as ICMP and ESP do, which know no ports.
    var needsNoPort: Bool {
        guard let transport, application == nil, port == nil else { return false }
        return !["TCP", "UDP", "SCTP", "any"].contains(transport)
    }
}

extension [RequirementDraft] {
    /// Takes the addresses that each names as where the traffic comes from.
    /// - Returns: Those that then say too little and are left out, with the reason.
    mutating func takePlacesAsSources() -> [(position: SourcePosition, reason: SkipReason)] {
        var left: [(position: SourcePosition, reason: SkipReason)] = []
        self = compactMap { draft in
            var draft = draft
            draft.takePlacesAsSources()
            guard let shortcoming = draft.shortcoming else { return draft }
            left.append((draft.position, shortcoming))
            return nil
        }
        return left
    }
}
