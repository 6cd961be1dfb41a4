internal import RequirementModel

/// Makes requirements of drafts and of what holds around them.
struct RecordAssembly {
    /// What holds around the drafts.
    private let context: Statement
    /// The services of the last draft as it says them, and as they are where the context holds: mostly those of the next.
    private var last: (said: [Service], resolved: [Service])?

    /// Makes requirements of what stands where `context` holds.
    init(in context: Statement) { self.context = context }

    /// The requirement that `draft` states, which is filled in where it stands and left without its places: a copy of all it
    /// holds would cost more.
    mutating func requirement(_ draft: inout RequirementDraft) -> NetworkRequirement {
        guard let introduction = draft.introduction else { return fill(&draft) }
        var nearer = RecordAssembly(in: introduction.filled(by: context))
        return nearer.fill(&draft)
    }

    private mutating func fill(_ draft: inout RequirementDraft) -> NetworkRequirement {
        // Where no destination is named, a protocol without a port says nothing beside one with a port.
        let services =
            draft.destinations.isEmpty && draft.said.services.sayPorts
            ? draft.said.services.filter { $0.port != nil || $0.needsNoPort } : draft.said.services
        var common = resolved(services)
        if draft.destinations.containsInPlace(where: { !$0.services.isEmpty }) {
            let resolved = draft.destinations.map { destination in
                destination.services.isEmpty
                    ? common : Self.resolve(destination.services, by: services, context.services)
            }
            if let first = resolved.first, resolved.allSatisfy({ $0 == first }) { common = first }
            for (index, services) in resolved.enumerated() {
                draft.destinations[index].services = services == common ? [] : services
            }
        }
        return NetworkRequirement(
            clouds: draft.said.clouds.isEmpty ? context.clouds : draft.said.clouds,
            direction: draft.said.direction ?? context.direction,
            access: draft.access ?? (context.isDenial ? .deny : .allow), priority: draft.priority,
            name: draft.name, sources: draft.sources.taken(), destinations: draft.destinations.taken(),
            services: common, necessity: draft.said.necessity ?? context.necessity ?? .required,
            condition: draft.said.condition ?? context.condition, purpose: draft.purpose.take().map(PlainText.bounded))
    }

    private mutating func resolved(_ services: [Service]) -> [Service] {
        if let last, last.said == services { return last.resolved }
        let resolved = Self.resolve([], by: services, context.services)
        last = (services, resolved)
        return resolved
    }

    /// Services as the place itself says them, filled in by its row and then by the statements around, with the ports
    /// that protocols imply where nobody gives any.
    private static func resolve(_ own: [Service], by row: [Service], _ context: [Service]) -> [Service] {
        var services = fill(fill(own, from: row), from: context)
        for index in services.indices where services[index].port == nil {
            guard let application = services[index].application,
                let implied = ProtocolVocabulary.impliedPort(of: application)
            else { continue }
            services[index].port = implied
        }
        return services.withoutRepeats
    }

    private static func fill(_ own: [Service], from other: [Service]) -> [Service] {
        if own.isEmpty { return other }
        if other.isEmpty { return own }
        var filled: [Service] = []
        filled.reserveCapacity(own.count)
        for service in own { fill(service, from: other, into: &filled) }
        return filled.withoutRepeats
    }

    private static func fill(_ own: Service, from other: [Service], into filled: inout [Service]) {
        if own.port == nil {
            filled += fillPort(of: own, from: other)
        } else if !own.saysProtocol, other.count > 1,
            other.allSatisfy({ $0.port == nil && $0.transport != nil && $0.application == other[0].application })
        {
            // "Open for TCP and UDP", "SIP over TCP and UDP": each of the ports is.
            for service in other { filled.append(service.with(port: own.port)) }
        } else {
            filled.append(fillProtocol(of: own, from: other))
        }
    }

    /// A protocol without a port takes the ports that are said for it, or for no protocol in particular.
    private static func fillPort(of own: Service, from other: [Service]) -> [Service] {
        let matching = other.filter { service in
            if let application = service.application, let mine = own.application { return application == mine }
            return service.transport == nil || own.transport == nil || service.transport == own.transport
        }
        guard matching.sayPorts, !own.needsNoPort else {
            let transport = own.transport ?? matching.first?.transport
            return [
                Service(
                    transport: transport, application: own.application ?? common(\.application, of: matching), port: nil
                )
            ]
        }
        let registered = own.application.flatMap(ProtocolVocabulary.impliedPort(of:))
        let hasRegistered = matching.contains { $0.port == registered && registered != nil }
        return matching.map { service in
            let isOwn = !hasRegistered || service.port == registered
            return Service(
                transport: own.transport ?? service.transport,
                application: isOwn ? own.application ?? service.application : service.application, port: service.port)
        }
    }

    /// A port takes the protocol that is said for it; of a protocol said for another port only the layer below holds.
    private static func fillProtocol(of own: Service, from other: [Service]) -> Service {
        if own.transport != nil, own.application != nil { return own }
        let agreeing = other.filter { own.transport == nil || $0.transport == nil || $0.transport == own.transport }
        let samePort = agreeing.filter { $0.port == own.port || $0.port == nil }
        var filled = own
        if own.transport == nil {
            filled.transport = common(\.transport, of: samePort.isEmpty ? agreeing : samePort)
        }
        if own.application == nil { filled.application = common(\.application, of: samePort) }
        return filled
    }

    /// What all of them say, if they say the same.
    private static func common(_ layer: (Service) -> String?, of services: [Service]) -> String? {
        guard let first = services.first, services.allSatisfy({ layer($0) == layer(first) }) else { return nil }
        return layer(first)
    }
}

extension Array {
    /// Its elements, which it loses.
    fileprivate mutating func taken() -> Self {
        var taken: Self = []
        swap(&taken, &self)
        return taken
    }
}

extension ProtocolVocabulary {
    /// The port that an application's protocol implies; only HTTP(S) and WebSockets imply one.
    static func impliedPort(of application: String) -> PortRange? {
        switch application {
        case "HTTPS", "WSS": PortRange(443)
        case "HTTP", "WS": PortRange(80)
        default: nil
        }
    }
}
