/// What the cells of a column hold, as far as single words of running text can show it.
enum ColumnContent: Hashable {
    /// Host names, addresses, tags: where the header says so.
    case endpoint
    /// Addresses beside a column of names.
    case address
    /// Service tags.
    case tag
    /// One end of the traffic: an address, a name or a description.
    case party
    case port
    case `protocol`
    case direction
    case access
    /// Yes and no, or a mark.
    case flag
    case priority
    /// A rule's name, mostly one word.
    case name
    /// Free text.
    case prose
    /// Several neighbouring columns of words, of which one may hold addresses.
    case mixed

    /// The content of a column under `header`, whose meaning is `role`.
    init(role: ColumnRole?, header: String) {
        // `Configurable`, `Required?`: headers that ask for yes or no.
        if header.hasSuffix("able") || header.hasSuffix("?") {
            self = .flag
            return
        }
        switch role {
        case .endpoint: self = Self.namesMachines(header) ? .party : .endpoint
        case .serviceTag: self = .tag
        case .source, .destination, .sourceOrDestination: self = Self.end(header)
        case .port, .sourcePort, .tcpPort, .udpPort: self = .port
        case .protocol, .transport, .protocolAndPort: self = .protocol
        case .direction: self = .direction
        case .inbound, .outbound, .necessity: self = .flag
        case .access: self = .access
        case .priority: self = .priority
        case .name: self = .name
        case .service, .purpose, .condition, .cloud, .region, .note, nil: self = .prose
        }
    }

    /// Whether a cell of this content tells that its row is about the network.
    var isAnchor: Bool {
        switch self {
        case .endpoint, .address, .tag, .port, .protocol: true
        default: false
        }
    }

    /// Whether cells of this content are words that only their place in the line tells from a neighbour's.
    var isWordy: Bool { self == .prose || self == .party || self == .name }

    /// A column of machines rather describes them than gives their addresses.
    private static func namesMachines(_ header: String) -> Bool {
        let header = header.lowercased()
        return header.contains("machine") || header.contains("server")
    }

    /// A source or destination is an endpoint where its header names a kind of thing, too.
    private static func end(_ header: String) -> ColumnContent {
        let roles = header.split(separator: " ").map { HeaderVocabulary.role(of: String($0)) }
        return roles.contains(.serviceTag) ? .tag : roles.contains(.endpoint) ? .endpoint : .party
    }
}
