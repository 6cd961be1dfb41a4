internal import RequirementModel

/// Reads one row of a table as a requirement, by the roles of its columns.
struct RowReader {
    let grid: Grid
    let roles: ColumnRoles
    let lexer: Lexer
    /// Which way the traffic of rows flows that do not say it.
    let direction: Direction?
    /// By column, the last row that continued a row above, and the cell it took.
    var continued: [Int: (row: Int, cell: Lexed?)] = [:]

    /// Takes into `draft` what `row` states, its cells read by `cells`.
    mutating func read(_ row: Int, by cells: inout CellReader, into draft: inout RequirementDraft) {
        var protocols: [Service] = []
        var transports: [Service] = []
        var ports: [Service] = []
        var endpoints: [(EndpointReader.Places, ColumnRole)] = []
        for column in 0..<grid.width {
            guard let role = role(of: row, column), let cell = filled(row, column) else { continue }
            switch role {
            case .source, .destination, .sourceOrDestination, .endpoint, .serviceTag:
                endpoints.append((cells.places(of: cell, in: column), role))
                if draft.said.necessity == nil, cell.summary.says(NecessityReader.telling) {
                    draft.said.necessity = NecessityReader(lexer: lexer).necessity(inPassing: cell.tokens)
                }
            case .flow: readFlow(cells.endpointReader(of: cell, in: column), into: &draft)
            case .port, .protocolAndPort: ports.take(self.ports(cell, column, of: row, by: &cells))
            case .tcpPort, .udpPort: ports.take(Self.transportPorts(cells.ports(of: cell, in: column), role))
            case .sourcePort: continue
            case .protocol: protocols = Service.product(protocols, cells.protocols(of: cell, in: column))
            case .transport: transports = cells.protocols(of: cell, in: column)
            case .direction: protocols = Service.product(protocols, readDirection(cell, into: &draft))
            case .inbound: ports += mark(.inbound, cell, column, by: &cells, &draft)
            case .outbound: ports += mark(.outbound, cell, column, by: &cells, &draft)
            case .service: protocols = Service.product(protocols, cells.onlyProtocol(of: cell))
            case .access: draft.access = denies(cell) ? .deny : .allow
            case .priority: draft.priority = lexer.line(of: cell)
            case .name: draft.name = ruleName(cell, &draft)
            case .necessity: readNecessity(cell, into: &draft)
            case .condition: readCondition(cell, into: &draft)
            case .cloud: draft.said.clouds = CloudReader(lexer: lexer).clouds(in: cell.tokens, .label)
            case .purpose: if draft.purpose == nil { draft.purpose = lexer.line(of: cell) }
            case .region, .note: continue
            }
        }
        if transports.isEmpty { transports = markedTransports(row) }
        draft.said.services = Self.services(protocols, transports, ports)
        settle(endpoints, of: row, in: &draft)
        if let column = roles.arrows,
            grid.cell(row, column).tokens.contains(where: { lexer.tokens[$0].kind == .arrowLeft }),
            !grid.cell(row, column).tokens.contains(where: { lexer.tokens[$0].kind == .arrowRight })
        {
            (draft.sources, draft.destinations) = (
                draft.destinations.map(\.endpoint), draft.sources.map { Destination($0) }
            )
        }
        if let clouds = markedClouds(row) { draft.said.clouds = clouds }
        readRemarks(row, into: &draft)
    }

    /// The clouds whose marks say that the row holds there; nil in a table without such marks.
    private func markedClouds(_ row: Int) -> [Cloud]? {
        guard !roles.cloudMarks.isEmpty else { return nil }
        return roles.cloudMarks.filter { mark in
            MarkReader(lexer: lexer).value(of: grid.cell(row, mark.column).tokens) == true
        }.map(\.cloud)
    }

    /// The role of a cell: its column's, but for the cells of a row that lacks one, which stand under the headers beside theirs.
    private func role(of row: Int, _ column: Int) -> ColumnRole? {
        guard let role = roles.roles[column], role == .port || role == .endpoint || role == .destination else {
            return roles.roles[column]
        }
        let shape = grid.shape(row, column)
        if role == .port { return shape.isPlace && shape.numbers == 0 ? .endpoint : role }
        let isMoved = shape.isPort && shape.numbers > 0 && shape.words <= 1
        return isMoved && roles.roles.indices.contains { roles.roles[$0] == .port && grid.shape(row, $0).isPlace }
            ? .port : role
    }

    /// The transports whose marks say that the row's ports are open for them.
    private func markedTransports(_ row: Int) -> [Service] {
        roles.transportMarks.compactMap { column, transport in
            let isMarked = MarkReader(lexer: lexer).value(of: grid.cell(row, column).tokens) == true
            return isMarked ? Service(transport: transport) : nil
        }
    }

    /// Whether a remark says that what the row names is no longer needed, or no mark that it is needed anywhere.
    func isNotNeeded(_ row: Int) -> Bool {
        markedClouds(row)?.isEmpty == true
            || (0..<grid.width).contains { column in
                let role = roles.roles[column]
                guard role == nil || [.purpose, .note, .condition, .necessity].contains(role) else { return false }
                let cell = grid.cell(row, column)
                guard cell.summary.says(.not) else { return false }
                let tokens = cell.tokens
                let reader = DemandReader(lexer: lexer)
                guard reader.speaksOfThePast(tokens) else { return false }
                return reader.speaksOfThePast(SentenceSplitter(lexer: lexer).sentences(of: tokens).first ?? tokens)
            }
    }

    // MARK: Services

    private static func services(_ protocols: [Service], _ transports: [Service], _ ports: [Service]) -> [Service] {
        var said = protocols
        if !transports.isEmpty {
            said = transports.flatMap { transport in
                (protocols.isEmpty ? [Service()] : protocols).map {
                    Service(transport: transport.transport, application: $0.application ?? transport.application)
                }
            }
        }
        return Service.product(said, ports)
    }

    /// What a cell of ports says; of two columns that give a range's ends, the first speaks for both.
    private func ports(_ cell: Lexed, _ column: Int, of row: Int, by cells: inout CellReader) -> [Service] {
        let services = cells.ports(of: cell, in: column)
        guard let ends = roles.portEnds, column == ends.first || column == ends.last else { return services }
        let neighbour = column == ends.first ? ends.last : ends.first
        let other = cells.ports(of: grid.cell(row, neighbour), in: neighbour)
        if column == ends.last { return other.isEmpty ? services : [] }
        return PortEnds.joined(services, other)
    }

    private static func transportPorts(_ services: [Service], _ role: ColumnRole) -> [Service] {
        let transport = role == .tcpPort ? "TCP" : "UDP"
        return services.filter { $0.port != nil }
            .map { Service(transport: $0.transport ?? transport, application: $0.application, port: $0.port) }
    }

    // MARK: Places

    /// Puts what the columns name on the side where it belongs.
    private func settle(
        _ endpoints: [(EndpointReader.Places, ColumnRole)], of row: Int, in draft: inout RequirementDraft
    ) {
        let hasOther = endpoints.containsInPlace {
            $0.1 != .serviceTag && $0.1 != .source && !$0.0.destinations.isEmpty
        }
        let hasAddress = endpoints.containsInPlace { $0.1 == .endpoint && $0.0.hasAddress }
        let hasDestination = endpoints.containsInPlace { $0.1 == .destination && !$0.0.destinations.isEmpty }
        for (places, role) in endpoints {
            switch role {
            // What is called by a name here has its address in a column of its own.
            case .destination where hasAddress && !places.hasAddress,
                .endpoint
            where !places.hasAddress
                && (hasAddress || hasDestination || draft.said.services.isEmpty && roles.listsPlaces):
                continue
            case .source: draft.sources += places.destinations.map(\.endpoint)
            case .sourceOrDestination where draft.said.direction == .inbound:
                draft.sources += places.destinations.map(\.endpoint)
            case .endpoint where isSourceOfInbound(places, draft): draft.sources += places.destinations.map(\.endpoint)
            case .serviceTag where hasOther: continue
            default: draft.destinations.take(places.destinations)
            }
        }
        if draft.destinations.count > 1 { draft.destinations = draft.destinations.withoutRepeats }
        dropThisMachine(&draft)
        splitEnds(&draft)
        if draft.sources.isEmpty, speaksOfEachOther(row, draft) {
            for index in draft.destinations.indices { draft.destinations[index].dropEachOther() }
            draft.sources = draft.destinations.map(\.endpoint)
        }
    }

    private static func isThisMachine(_ endpoint: Endpoint) -> Bool {
        switch endpoint {
        case .fqdn(let name), .named(let name): name == "localhost"
        case .cidr(let network): network == "127.0.0.1/32" || network == "::1/128"
        case .any, .serviceTag: false
        }
    }

    /// `http://localhost:8080` is nowhere in the network.
    private func dropThisMachine(_ draft: inout RequirementDraft) {
        guard draft.destinations.containsInPlace(where: { Self.isThisMachine($0.endpoint) }) else { return }
        draft.destinations.removeAll { Self.isThisMachine($0.endpoint) }
        if draft.destinations.isEmpty { draft.said.services = [] }
    }

    /// "appliances (to each other)": both ends are the same.
    private func speaksOfEachOther(_ row: Int, _ draft: RequirementDraft) -> Bool {
        guard draft.destinations.count == 1 else { return false }
        for column in 0..<grid.width where roles.roles[column].map({ [.destination, .endpoint].contains($0) }) == true {
            let tokens = grid.cell(row, column).tokens
            if tokens.dropFirst().contains(where: { lexer.isWord($0, "other") && lexer.isWord($0 - 1, "each") }) {
                return true
            }
        }
        return false
    }

    /// Addresses in a table of inbound traffic are where it comes from.
    private func isSourceOfInbound(_ places: EndpointReader.Places, _ draft: RequirementDraft) -> Bool {
        guard draft.said.direction ?? direction == .inbound, !roles.has(.source) else { return false }
        return places.destinations.allSatisfy { $0.endpoint.kind == .cidr }
    }

    /// A cell that names both ends: the one that opens the connection is the source.
    private func splitEnds(_ draft: inout RequirementDraft) {
        guard roles.has(.direction), draft.destinations.count == 2,
            draft.destinations.allSatisfy({ $0.endpoint.kind == .named })
        else {
            return
        }
        if let source = draft.sources.first, draft.sources.count == 1 {
            let others = draft.destinations.filter { $0.endpoint.text.lowercased() != source.text.lowercased() }
            if others.count == 1 { draft.destinations = others }
        } else if draft.sources.isEmpty, draft.said.direction == .both {
            draft.sources = [draft.destinations.removeLast().endpoint]
        }
    }

    // MARK: Direction

    /// Takes both ends of "Agent → Server", and the direction of an arrow with two heads.
    private func readFlow(_ reader: EndpointReader, into draft: inout RequirementDraft) {
        let cell = reader.lexed
        guard let ends = FlowReader(lexer: lexer, lexed: cell).arrowEnds(in: cell.tokens) else {
            draft.destinations += reader.places(in: cell.tokens).destinations
            return
        }
        draft.sources += reader.places(in: ends.source).destinations.map(\.endpoint)
        draft.destinations += reader.places(in: ends.destination).destinations
        if ends.isBothWays, draft.said.direction == nil { draft.said.direction = .both }
    }

    /// Takes the direction and the ends that the cell names; the protocols that it names too.
    private func readDirection(_ cell: Lexed, into draft: inout RequirementDraft) -> [Service] {
        draft.said.direction = DirectionReader(lexer: lexer).direction(ofCell: cell.tokens)
        if let (source, destination) = FlowReader(lexer: lexer, lexed: cell).ends(ofDirection: cell.tokens) {
            draft.sources = source.map { [FlowReader.endpoint($0)] } ?? []
            if let destination, !roles.has(.destination) {
                draft.destinations.append(Destination(FlowReader.endpoint(destination)))
            }
        }
        return ServiceReader(lexer: lexer, takesBareNumbers: false).services(in: cell.tokens)
            .filter { $0.application == nil || $0.port != nil }
    }

    /// Takes a mark that the traffic goes this way.
    /// - Returns: The ports that stand in its place.
    private func mark(
        _ direction: Direction, _ cell: Lexed, _ column: Int, by cells: inout CellReader,
        _ draft: inout RequirementDraft
    ) -> [Service] {
        let shape = lexer.shape(of: cell.tokens)
        let hasPorts = shape.numbers > 0
        if !hasPorts, shape.saysNone || MarkReader(lexer: lexer).value(of: cell.tokens) == false { return [] }
        draft.said.direction = draft.said.direction == nil || draft.said.direction == direction ? direction : .both
        return hasPorts ? cells.ports(of: cell, in: column) : []
    }
}

extension Destination {
    /// Leaves out the parenthesis that ends with *each other*, which says who the source is.
    fileprivate mutating func dropEachOther() {
        guard case .named(let name) = endpoint, name.hasSuffix("each other)"),
            let open = name.utf8.lastIndex(of: UInt8(ascii: "("))
        else { return }
        let words = Array(name.utf8[..<open])
        let end = words.lastIndex { $0 != ASCII.space }.map { $0 + 1 } ?? 0
        if end > 0 { endpoint = .named(String(decoding: words[..<end], as: UTF8.self)) }
    }
}

extension Array {
    /// Appends what a further column says.
    fileprivate mutating func take(_ others: Self) {
        if isEmpty { self = others } else { append(contentsOf: others) }
    }
}
