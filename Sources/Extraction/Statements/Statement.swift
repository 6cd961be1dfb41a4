internal import RequirementModel

/// What words around a record say about it: a title, heading, caption, lead-in or sentence.
struct Statement {
    /// Which way the traffic flows.
    var direction: Direction?
    /// How much the product depends on it.
    var necessity: Necessity?
    /// What takes room of its own: nil where it says none of that, as most do, and then a copy costs next to nothing.
    private var details: Details?
    /// How strongly it says that something must be reachable, 0 to 3.
    var demand = 0
    /// How strongly the text around, which points at nothing in particular, says so.
    var ambience = 0
    /// How strongly the page's title does.
    var titleDemand = 0
    /// Whether it says that nothing need be allowed here.
    var isRefusal = false
    /// Whether it shows an example, or output that was observed.
    var isExample = false
    /// Whether service tags are what it lists.
    var listsTags = false
    /// Whether ports are what it lists.
    var listsPorts = false
    /// Whether a heading says which way the traffic flows.
    var headsFlow = false
    /// Whether it lists where traffic comes from.
    var listsSources = false
    /// Whether it says that what it lists is to be kept out.
    var isDenial = false
    /// Whether it turns to another matter, so that what was said of the whole no longer holds.
    var turnsAway = false

    private final class Details {
        let services: [Service]
        let clouds: [Cloud]
        let condition: String?

        /// Nil for nothing.
        init?(_ services: [Service], _ clouds: [Cloud], _ condition: String?) {
            if services.isEmpty, clouds.isEmpty, condition == nil { return nil }
            self.services = services
            self.clouds = clouds
            self.condition = condition
        }
    }

    /// Protocols and ports.
    var services: [Service] {
        get { details?.services ?? [] }
        set { details = Details(newValue, clouds, condition) }
    }

    /// The clouds it is for.
    var clouds: [Cloud] {
        get { details?.clouds ?? [] }
        set { details = Details(services, newValue, condition) }
    }

    /// The words that limit when it applies.
    var condition: String? {
        get { details?.condition }
        set { details = Details(services, clouds, newValue) }
    }

    /// This statement with what it leaves open filled in by `outer`, which stands farther away.
    func filled(by outer: Statement) -> Statement {
        var filled = self
        filled.fill(from: outer)
        return filled
    }

    /// Fills in what this statement leaves open by `outer`, which stands farther away.
    mutating func fill(from outer: Statement) {
        if details == nil {
            details = outer.details
        } else if !outer.services.isEmpty {
            services = Self.fill(services, outer.services)
        }
        fill(exceptServicesFrom: outer)
    }

    /// The same without protocols and ports.
    mutating func fill(exceptServicesFrom outer: Statement) {
        if direction == nil { direction = outer.direction }
        if outer.details != nil, details !== outer.details {
            if clouds.isEmpty { clouds = outer.clouds }
            if condition == nil { condition = outer.condition }
        }
        if necessity == nil { necessity = outer.necessity }
        isRefusal = isRefusal || (outer.isRefusal && demand == 0)
        isDenial = isDenial || (outer.isDenial && demand == 0)
        demand = max(demand, outer.demand)
        ambience = max(ambience, outer.ambience)
        titleDemand = max(titleDemand, outer.titleDemand)
        isExample = isExample || outer.isExample
        listsTags = listsTags || outer.listsTags
        listsPorts = listsPorts || outer.listsPorts
        listsSources = listsSources || outer.listsSources
        headsFlow = headsFlow || outer.headsFlow
    }

    /// Services said nearby, with what they leave open filled in by services said farther away.
    static func fill(_ near: [Service], _ far: [Service]) -> [Service] {
        if near.isEmpty { return far }
        guard !far.isEmpty else { return near }
        if !near.sayProtocols { return far.sayProtocols ? Service.product(far.protocolsAlone, near) : near }
        if near.sayPorts { return near }
        let ports = far.filter { service in
            service.port != nil && near.contains { $0.agrees(with: service) }
        }
        return ports.isEmpty
            ? near
            : near.flatMap { said in
                ports.filter { said.agrees(with: $0) }.map { port in
                    Service(
                        transport: said.transport ?? port.transport, application: said.application ?? port.application,
                        port: port.port)
                }
            }.withoutRepeats
    }

    /// Both statements, made of one thing in one place; where they disagree the first holds.
    func joined(with other: Statement) -> Statement {
        var joined = filled(by: other)
        joined.turnsAway = turnsAway || other.turnsAway
        joined.isRefusal = isRefusal || other.isRefusal
        joined.isDenial = isDenial || other.isDenial
        return joined
    }
}

extension [Service] {
    /// The protocols without their ports, each once.
    var protocolsAlone: [Service] { map { $0.with(port: nil) }.withoutRepeats }
}

extension Service {
    /// Whether both can be said of the same traffic.
    func agrees(with other: Service) -> Bool {
        (transport == nil || other.transport == nil || transport == other.transport)
            && (application == nil || other.application == nil || application == other.application)
    }
}
