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
    /// Protocols with their ports, in either order: `HTTPS / TCP 443`.
    case protocolAndPort
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

    /// The content of a column under `header`, a range of `bytes`, whose meaning is `role`.
    init(role: ColumnRole?, header: Range<Int>, of bytes: [UInt8]) {
        // `Configurable`, `Required?`: headers that ask for yes or no.
        if bytes[header].last == UInt8(ascii: "?") || bytes[header].suffix(4).elementsEqual("able".utf8) {
            self = .flag
            return
        }
        switch role {
        case .endpoint: self = Self.namesMachines(bytes[header]) ? .party : .endpoint
        case .serviceTag: self = .tag
        case .source, .destination, .sourceOrDestination, .flow: self = Self.end(bytes[header])
        case .port, .sourcePort, .tcpPort, .udpPort: self = .port
        // `Protocol Port` without a mark between is rather two headers.
        case .protocolAndPort where bytes[header].contains { "/:&+".utf8.contains($0) }: self = .protocolAndPort
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
        case .endpoint, .address, .tag, .port, .protocol, .protocolAndPort: true
        default: false
        }
    }

    /// Whether cells of this content are ends of the traffic.
    var isPlace: Bool { self == .endpoint || self == .address || self == .tag || self == .party }

    /// Whether cells of this content are words that only their place in the line tells from a neighbour's.
    var isWordy: Bool { self == .prose || self == .party || self == .name }

    /// Whether cells of this content are words, of one column or of several.
    var isOfWords: Bool { isWordy || self == .mixed }

    /// A column of machines rather describes them than gives their addresses.
    private static func namesMachines(_ header: ArraySlice<UInt8>) -> Bool {
        header.indices.contains { start in
            let rest = header[start...].lazy.map(ASCII.lowercased)
            return rest.starts(with: "machine".utf8) || rest.starts(with: "server".utf8)
        }
    }

    /// A source or destination is an endpoint where its header names a kind of thing, too.
    private static func end(_ header: ArraySlice<UInt8>) -> ColumnContent {
        let roles = header.split(separator: ASCII.space).map { word in
            HeaderVocabulary.role(ofWord: word) ?? HeaderVocabulary.role(of: String(decoding: word, as: UTF8.self))
        }
        return roles.contains(.serviceTag) ? .tag : roles.contains(.endpoint) ? .endpoint : .party
    }
}
