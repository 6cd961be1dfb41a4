/// What must be reachable, or must not be: the product of destinations, services and sources.
///
/// Its atoms (``Requirement/atoms``) are one line each in the flat view. A record goes through many hands and is hardly ever
/// changed: all copies share what it states, until one of them is.
public struct NetworkRequirement: Sendable, Hashable {
    private var shared: Shared

    private final class Shared: Sendable {
        let fields: Fields

        init(_ fields: Fields) { self.fields = fields }
    }

    private struct Fields: Sendable, Hashable {
        var clouds: [Cloud]
        var direction: Direction?
        var access: Access
        var priority: String?
        var name: String?
        var sources: [Endpoint]
        var destinations: [Destination]
        var services: [Service]
        var necessity: Necessity
        var condition: String?
        var purpose: String?

        /// What differs most often and is compared fastest comes first.
        static func == (left: Self, right: Self) -> Bool {
            left.access == right.access && left.necessity == right.necessity && left.direction == right.direction
                && left.purpose == right.purpose && left.destinations.agree(with: right.destinations)
                && left.services.agree(with: right.services) && left.clouds == right.clouds
                && left.priority == right.priority && left.name == right.name && left.condition == right.condition
                && left.sources.agree(with: right.sources)
        }
    }

    private mutating func edit(_ change: (inout Fields) -> Void) {
        var fields = shared.fields
        change(&fields)
        shared = Shared(fields)
    }

    /// A requirement that nothing limits and that names nothing yet.
    public init(
        clouds: [Cloud] = [], direction: Direction? = nil, access: Access = .allow, priority: String? = nil,
        name: String? = nil, sources: [Endpoint] = [], destinations: [Destination] = [], services: [Service] = [],
        necessity: Necessity = .required, condition: String? = nil, purpose: String? = nil
    ) {
        shared = Shared(
            Fields(
                clouds: clouds, direction: direction, access: access, priority: priority, name: name, sources: sources,
                destinations: destinations, services: services, necessity: necessity, condition: condition,
                purpose: purpose))
    }

    /// Whether both state the same.
    public static func == (left: Self, right: Self) -> Bool {
        left.shared === right.shared || left.shared.fields == right.shared.fields
    }

    /// Hashes what is stated.
    public func hash(into hasher: inout Hasher) { hasher.combine(shared.fields) }
}

extension NetworkRequirement {
    /// The clouds it is for; empty when the document does not say.
    public var clouds: [Cloud] {
        get { shared.fields.clouds }
        set { edit { $0.clouds = newValue } }
    }

    /// Seen from the thing the document is about; nil when the document does not say.
    public var direction: Direction? {
        get { shared.fields.direction }
        set { edit { $0.direction = newValue } }
    }

    /// Allow, unless the row says deny.
    public var access: Access {
        get { shared.fields.access }
        set { edit { $0.access = newValue } }
    }

    /// Of a security rule, as written; nil elsewhere.
    public var priority: String? {
        get { shared.fields.priority }
        set { edit { $0.priority = newValue } }
    }

    /// Of a security rule, as written; nil elsewhere.
    public var name: String? {
        get { shared.fields.name }
        set { edit { $0.name = newValue } }
    }

    /// Where the traffic comes from; empty when the document does not say.
    public var sources: [Endpoint] {
        get { shared.fields.sources }
        set { edit { $0.sources = newValue } }
    }

    /// Where it goes to; empty for a row that only names ports.
    public var destinations: [Destination] {
        get { shared.fields.destinations }
        set { edit { $0.destinations = newValue } }
    }

    /// Protocols and ports, for every destination that has none of its own; empty when neither is said.
    public var services: [Service] {
        get { shared.fields.services }
        set { edit { $0.services = newValue } }
    }

    /// Required, unless words say otherwise.
    public var necessity: Necessity {
        get { shared.fields.necessity }
        set { edit { $0.necessity = newValue } }
    }

    /// The words that limit when it applies, plain text.
    public var condition: String? {
        get { shared.fields.condition }
        set { edit { $0.condition = newValue } }
    }

    /// The purpose or description, plain text.
    public var purpose: String? {
        get { shared.fields.purpose }
        set { edit { $0.purpose = newValue } }
    }
}

extension NetworkRequirement {
    /// The clouds that hold for `destination`: its own, or else the requirement's.
    public func clouds(of destination: borrowing Destination) -> [Cloud] {
        destination.clouds.isEmpty ? clouds : destination.clouds
    }

    /// The protocols and ports that hold for `destination`, likewise.
    public func services(of destination: borrowing Destination) -> [Service] {
        destination.services.isEmpty ? services : destination.services
    }

    /// The condition that holds for `destination`, likewise.
    public func condition(of destination: borrowing Destination) -> String? { destination.condition ?? condition }
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

extension Destination {
    /// Whether both state the same.
    public static func == (left: Self, right: Self) -> Bool {
        left.alternative == right.alternative && left.endpoint == right.endpoint && left.path == right.path
            && left.clouds == right.clouds && left.condition == right.condition
            && left.services.agree(with: right.services)
    }
}

extension Array where Element: Equatable {
    /// Whether both hold the same: as `==`, which compares copies of the elements, but where they lie. Records are compared more
    /// often than anything else is done with them.
    fileprivate func agree(with other: Self) -> Bool {
        guard count == other.count else { return false }
        let (left, right) = (span, other.span)
        for index in left.indices where left[index] != right[index] { return false }
        return true
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
