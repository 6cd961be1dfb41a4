/// What must be reachable, or must not be: the product of destinations, services and sources.
///
/// Its atoms (``Requirement/atoms``) are one line each in the flat view.
public struct NetworkRequirement: Sendable, Hashable {
    /// The clouds it is for; empty when the document does not say.
    public var clouds: [Cloud]
    /// Seen from the thing the document is about; nil when the document does not say.
    public var direction: Direction?
    /// Allow, unless the row says deny.
    public var access: Access
    /// Of a security rule, as written; nil elsewhere.
    public var priority: String?
    /// Of a security rule, as written; nil elsewhere.
    public var name: String?
    /// Where the traffic comes from; empty when the document does not say.
    public var sources: [Endpoint]
    /// Where it goes to; empty for a row that only names ports.
    public var destinations: [Destination]
    /// Protocols and ports, for every destination that has none of its own; empty when neither is said.
    public var services: [Service]
    /// Required, unless words say otherwise.
    public var necessity: Necessity
    /// The words that limit when it applies, plain text.
    public var condition: String?
    /// The purpose or description, plain text.
    public var purpose: String?

    /// A requirement that nothing limits and that names nothing yet.
    public init(
        clouds: [Cloud] = [], direction: Direction? = nil, access: Access = .allow, priority: String? = nil,
        name: String? = nil, sources: [Endpoint] = [], destinations: [Destination] = [], services: [Service] = [],
        necessity: Necessity = .required, condition: String? = nil, purpose: String? = nil
    ) {
        self.clouds = clouds
        self.direction = direction
        self.access = access
        self.priority = priority
        self.name = name
        self.sources = sources
        self.destinations = destinations
        self.services = services
        self.necessity = necessity
        self.condition = condition
        self.purpose = purpose
    }
}

/// One destination of a requirement, with what is said of it alone.
public struct Destination: Sendable, Hashable {
    /// What must be reachable.
    public var endpoint: Endpoint
    /// Path and query of a URL, beginning with `/`; nil for none or for `/` alone.
    public var path: String?
    /// Destinations that are all needed share a number; those joined by *or* differ. From 1.
    public var alternative: Int
    /// The clouds that this destination alone is for; empty where the requirement's hold.
    public var clouds: [Cloud]
    /// The condition that holds for this destination alone; nil where the requirement's holds.
    public var condition: String?
    /// Protocols and ports of this destination alone; empty where the requirement's hold.
    public var services: [Service]

    /// A destination of which nothing else is said.
    public init(
        _ endpoint: Endpoint, path: String? = nil, alternative: Int = 1, clouds: [Cloud] = [],
        condition: String? = nil, services: [Service] = []
    ) {
        self.endpoint = endpoint
        self.path = path
        self.alternative = alternative
        self.clouds = clouds
        self.condition = condition
        self.services = services
    }
}

/// One protocol with one port or range, as far as they are said.
public struct Service: Sendable, Hashable {
    /// Layer 4, upper case (`TCP`, `UDP`, `ICMP`, `ESP`), or `any`; nil when not said.
    public var transport: String?
    /// Layer 7, upper case (`HTTPS`, `AMQP`); nil when not said.
    public var application: String?
    /// One port or range; nil when not said.
    public var port: PortRange?

    /// A protocol and a port.
    public init(transport: String? = nil, application: String? = nil, port: PortRange? = nil) {
        self.transport = transport
        self.application = application
        self.port = port
    }
}
