internal import RequirementModel

/// Reads what the cells of a table say by themselves: ports, protocols, places. What stands below its like is read once.
struct CellReader {
    private let lexer: Lexer
    private var columns: [Column]

    /// How to read the places of a column, and what was read of its last cell.
    private struct Column {
        var convention: EndpointReader.Convention
        /// The cloud whose name stands over its places.
        var cloud: Cloud?
        var ports = Last<[Service]>(value: [])
        var protocols = Last<[Service]>(value: [])
        var places = Last(value: EndpointReader.Places())
    }

    /// What was read last, and of which text.
    private struct Last<Value> {
        var text = -1
        var value: Value
    }

    /// A reader of the cells whose columns have `roles`.
    /// - Parameter listsTags: Whether what stands around the table speaks of service tags.
    init(_ lexer: Lexer, _ roles: ColumnRoles, listsTags: Bool) {
        self.lexer = lexer
        let areRules = roles.areSecurityRules
        columns = roles.columns.indices.map { column in
            Column(
                convention: Self.convention(roles, column, listsTags: listsTags, areRules: areRules),
                cloud: roles.placeClouds[column])
        }
    }

    private static func convention(
        _ roles: ColumnRoles, _ column: Int, listsTags: Bool, areRules: Bool
    ) -> EndpointReader.Convention {
        let concepts = roles.columns[column].concepts
        let role = roles.roles[column]
        return EndpointReader.Convention(
            takesNamedThings: role != .endpoint || concepts.role != nil,
            takesPlainTags: role == .serviceTag || concepts.contains(.serviceTag)
                || roles.columns[column].tagShare >= 0.3 || listsTags,
            takesDoubtfulNames: roles.columns[column].isMostlyPlaces,
            isSecurityRule: areRules || role == .serviceTag)
    }

    // MARK: Services

    /// The ports that `cell` gives, with protocols where it names them.
    mutating func ports(of cell: Lexed, in column: Int) -> [Service] {
        if columns[column].ports.text != cell.index {
            let services = ServiceReader(lexer: lexer, takesBareNumbers: true).services(in: cell.tokens)
            columns[column].ports = Last(text: cell.index, value: services)
        }
        return columns[column].ports.value
    }

    /// The protocols that `cell` names; a few words that are none of the known ones are an application's.
    mutating func protocols(of cell: Lexed, in column: Int) -> [Service] {
        if columns[column].protocols.text != cell.index {
            columns[column].protocols = Last(text: cell.index, value: protocols(cell))
        }
        return columns[column].protocols.value
    }

    private func protocols(_ cell: Lexed) -> [Service] {
        let reader = ServiceReader(lexer: lexer, takesBareNumbers: true, takesProtocolNumbers: isNumberAlone(cell))
        let services = reader.services(in: cell.tokens)
        if services.sayProtocols || services.sayPorts && !services.contains(where: { $0.port == .any }) {
            return services
        }
        let shape = lexer.shape(of: cell.tokens)
        if shape.saysAny, shape.words <= 2 { return [Service(transport: "any")] }
        guard !shape.saysNone, !shape.saysAccess, shape.words > 0, shape.words <= Self.longestName, shape.places == 0,
            !NoneReader(lexer: lexer).saysVaries(cell.tokens)
        else { return [] }
        return [Service(application: lexer.line(of: cell).uppercased())]
    }

    /// So many words can be a protocol's name.
    private static let longestName = 4

    private func isNumberAlone(_ cell: Lexed) -> Bool {
        cell.tokens.count == 1 && lexer.tokens[cell.tokens.lowerBound].kind == .number
    }

    /// A service's cell gives the application only when it is exactly one protocol's name.
    func onlyProtocol(of cell: Lexed) -> [Service] {
        guard cell.tokens.count == 1, let first = cell.tokens.first, lexer.tokens[first].protocolIndex >= 0 else {
            return []
        }
        let entry = ProtocolVocabulary.entries[Int(lexer.tokens[first].protocolIndex)]
        return entry.isCommonWord ? [] : [Service(transport: entry.transport, application: entry.application)]
    }

    // MARK: Places

    /// The places that `cell` names.
    mutating func places(of cell: Lexed, in column: Int) -> EndpointReader.Places {
        if columns[column].places.text != cell.index {
            columns[column].places = Last(text: cell.index, value: places(cell, column))
        }
        return columns[column].places.value
    }

    private func places(_ cell: Lexed, _ column: Int) -> EndpointReader.Places {
        var places = endpointReader(of: cell, in: column).places(in: cell.tokens)
        guard let cloud = columns[column].cloud else { return places }
        for index in places.destinations.indices where places.destinations[index].clouds.isEmpty {
            places.destinations[index].clouds = [cloud]
        }
        return places
    }

    /// A reader of places by the conventions of `column`.
    func endpointReader(of cell: Lexed, in column: Int) -> EndpointReader {
        EndpointReader(lexer: lexer, lexed: cell, convention: columns[column].convention)
    }
}
