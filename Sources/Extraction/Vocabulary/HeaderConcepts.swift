/// What the words of a column's header speak of; the role of the column follows from all of them together.
struct HeaderConcepts: OptionSet, Sendable {
    let rawValue: UInt32

    static let source = HeaderConcepts(rawValue: 1 << 0)
    static let destination = HeaderConcepts(rawValue: 1 << 1)
    static let endpoint = HeaderConcepts(rawValue: 1 << 2)
    static let serviceTag = HeaderConcepts(rawValue: 1 << 3)
    static let port = HeaderConcepts(rawValue: 1 << 4)
    static let `protocol` = HeaderConcepts(rawValue: 1 << 5)
    static let transport = HeaderConcepts(rawValue: 1 << 6)
    static let tcp = HeaderConcepts(rawValue: 1 << 7)
    static let udp = HeaderConcepts(rawValue: 1 << 8)
    static let direction = HeaderConcepts(rawValue: 1 << 9)
    static let inbound = HeaderConcepts(rawValue: 1 << 10)
    static let outbound = HeaderConcepts(rawValue: 1 << 11)
    static let service = HeaderConcepts(rawValue: 1 << 12)
    static let purpose = HeaderConcepts(rawValue: 1 << 13)
    static let condition = HeaderConcepts(rawValue: 1 << 14)
    static let necessity = HeaderConcepts(rawValue: 1 << 15)
    static let access = HeaderConcepts(rawValue: 1 << 16)
    static let priority = HeaderConcepts(rawValue: 1 << 17)
    static let name = HeaderConcepts(rawValue: 1 << 18)
    static let cloud = HeaderConcepts(rawValue: 1 << 19)
    static let region = HeaderConcepts(rawValue: 1 << 20)
    static let note = HeaderConcepts(rawValue: 1 << 21)
    /// A word that adds nothing by itself but belongs to headers: range, number.
    static let filler = HeaderConcepts(rawValue: 1 << 22)
    /// A word that is at home in tables about something else: default, variable, error.
    static let foreign = HeaderConcepts(rawValue: 1 << 23)
    /// A word of what was observed, not of what is asked for: packets, verdict.
    static let observed = HeaderConcepts(rawValue: 1 << 24)

    /// A word for how something is at the moment.
    static let state = HeaderConcepts(rawValue: 1 << 25)

    /// A word that asks of each row whether it is let through, or says of other words that they are.
    static let permission = HeaderConcepts(rawValue: 1 << 26)

    /// The role of a column whose header speaks of these; nil when none follows.
    var role: ColumnRole? {
        if contains(.port) { return portRole }
        if contains([.inbound, .outbound]), isDisjoint(with: [.endpoint, .necessity]) { return .direction }
        if contains([.source, .destination]) { return .sourceOrDestination }
        if contains(.serviceTag) { return end ?? .serviceTag }
        if contains(.endpoint) { return end ?? .endpoint }
        if let end { return end }
        return Self.simpleRoles.first { !isDisjoint(with: $0.0) }?.1
    }

    private var end: ColumnRole? { contains(.destination) ? .destination : contains(.source) ? .source : nil }

    private var portRole: ColumnRole {
        if contains(.endpoint), !contains(.protocol) { return end ?? .endpoint }
        if contains(.source), !contains(.destination) { return .sourcePort }
        if contains(.tcp), !contains(.udp) { return .tcpPort }
        if contains(.udp), !contains(.tcp) { return .udpPort }
        return isDisjoint(with: [.protocol, .transport]) ? .port : .protocolAndPort
    }

    private static let simpleRoles: [(HeaderConcepts, ColumnRole)] = [
        (.transport, .transport), (.protocol, .protocol), (.direction, .direction), (.priority, .priority),
        (.condition, .condition), (.necessity, .necessity), (.access, .access), (.cloud, .cloud), (.purpose, .purpose),
        (.name, .name), (.service, .service), (.region, .region), (.note, .note), (.tcp, .tcpPort), (.udp, .udpPort),
        (.outbound, .outbound), (.inbound, .inbound),
    ]
}
