internal import RequirementModel

/// Decides what each column of a table says, by its header and by its cells, weighed over the whole table.
struct ColumnRoles {
    /// The role of each column; nil for one that says nothing about the network.
    private(set) var roles: [ColumnRole?]
    /// How strongly the columns together say that the rows are about the network.
    private(set) var weight = 0.0
    /// How many columns are at home in tables about something else.
    private(set) var foreign = 0
    /// How many of these tell how something is at the moment.
    private(set) var states = 0
    /// The evidence for a person.
    private(set) var evidence: [String] = []
    /// Whether only the cells, and no header, say that a column names places, or ports with their protocols.
    private(set) var isInferred = false
    /// The column whose arrows say which of its neighbours is the source.
    private(set) var arrows: Int?
    /// The columns under a cloud's name, whose marks say whether the row holds there; empty but for several.
    private(set) var cloudMarks: [(column: Int, cloud: Cloud)] = []
    /// The columns under a transport's name, whose marks say whether the row's ports are open for it.
    private(set) var transportMarks: [(column: Int, transport: String)] = []
    /// The clouds whose names stand over columns of places.
    private(set) var placeClouds: [Int: Cloud] = [:]
    /// The columns that give the first and the last port of a range.
    private(set) var portEnds: PortEnds?
    /// The evidence of each column's cells.
    let columns: [ColumnEvidence]

    /// The roles of the columns of `grid`.
    ///
    /// Where what stands around the table `listsPorts`, a column of numbers under whatever header is one of ports.
    init(_ grid: Grid, _ lexer: Lexer, listsPorts: Bool) {
        columns = (0..<grid.width).map { ColumnEvidence(grid, $0, lexer) }
        roles = columns.map(\.role)
        if listsPorts, !sayPorts, columns.first?.areOnlyNumbers == true,
            roles.dropFirst().contains(where: { [.purpose, .service, .protocol, .note].contains($0) })
        {
            roles[0] = .port
        }
        if listsPorts { settleBarePorts() }
        settleClouds(grid, lexer)
        settleTransportMarks()
        settleArrows()
        settleFlows()
        settleEndpoints()
        settleProtocols()
        settlePurposes(grid)
        portEnds = PortEnds(grid, roles)
        if has(.protocolAndPort), !columns.contains(where: { $0.concepts.contains(.port) }) { isInferred = true }
        weigh()
    }

    /// Whether the table has a column with `role`.
    func has(_ role: ColumnRole) -> Bool { roles.contains(role) }

    /// Whether its rows are security rules, in which tags may be plain words.
    var areSecurityRules: Bool {
        (has(.priority) || columns.contains { $0.role == .access && !$0.areMarks })
            && (has(.source) || has(.destination))
            || columns.contains { $0.concepts.contains(.serviceTag) && $0.concepts.contains(.source) }
    }

    private mutating func settleClouds(_ grid: Grid, _ lexer: Lexer) {
        guard let header = grid.header.last else { return }
        let reader = CloudReader(lexer: lexer)
        for column in columns.indices where columns[column].areMarks && grid.width > 2 {
            guard let cloud = reader.onlyCloud(in: grid.cell(header, column).tokens) else { continue }
            cloudMarks.append((column, cloud))
        }
        if cloudMarks.count < 2 { cloudMarks = [] }
        for mark in cloudMarks { roles[mark.column] = .note }
        for column in columns.indices where columns[column].isMostlyPlaces {
            guard let cloud = cloud(over: grid.cell(header, column).tokens, reader) else { continue }
            placeClouds[column] = cloud
            roles[column] = .endpoint
        }
    }

    /// "Azure Government", "Public cloud endpoint"; but a "Public hostname" is one on the internet.
    private func cloud(over header: Range<Int>, _ reader: CloudReader) -> Cloud? {
        let lexer = reader.lexer
        var name = header
        while let last = name.last, lexer.tokens[last].means(.endpointNoun) { name = name.lowerBound..<last }
        let isWhole = name == header || name.contains { lexer.tokens[$0].means([.azure, .cloud]) }
        return isWhole ? reader.onlyCloud(in: name) : nil
    }

    /// Where no header speaks of ports, the one column of numbers behind one of protocols holds them.
    private mutating func settleBarePorts() {
        guard !sayPorts, let first = columns.indices.dropFirst().first(where: { columns[$0].areOnlyNumbers }),
            columns[first].concepts.isEmpty, roles[first - 1] == .protocol, columns[first - 1].protocolShare >= 0.8,
            columns.count(where: \.areOnlyNumbers) == 1
        else { return }
        roles[first] = .port
        isInferred = true
    }

    /// Beside ports, marks under "TCP" and "UDP" say which of them a row's port is.
    private mutating func settleTransportMarks() {
        guard has(.port) else { return }
        for column in columns.indices where columns[column].areMarks {
            guard roles[column] == .tcpPort || roles[column] == .udpPort else { continue }
            transportMarks.append((column, roles[column] == .tcpPort ? "TCP" : "UDP"))
            roles[column] = .note
        }
    }

    /// Arrows between two columns say which of them is the source: the neighbours are the two ends.
    private mutating func settleArrows() {
        guard let middle = columns.firstIndex(where: { $0.isArrows }), middle > 0, middle + 1 < roles.count else {
            return
        }
        arrows = middle
        roles[middle - 1] = .source
        roles[middle + 1] = .destination
        if roles[middle] != .protocolAndPort { roles[middle] = .port }
    }

    /// "Agent → Server" names both ends where no other columns do.
    private mutating func settleFlows() {
        guard !has(.source), !has(.destination) else { return }
        for column in columns.indices where columns[column].areFlows {
            let role = roles[column]
            if role == nil || [.sourceOrDestination, .endpoint, .service, .name].contains(role) {
                roles[column] = .flow
            }
        }
    }

    /// Of several columns that could name the destination, the one whose cells do.
    private mutating func settleEndpoints() {
        let candidates = roles.indices.filter { roles[$0] == .endpoint }
        let hasDestination = has(.destination) || has(.sourceOrDestination)
        let strongest = candidates.map { columns[$0].placeShare }.max() ?? 0
        // A column whose header says nothing, or only what for, but whose cells are names.
        if strongest < 0.15, !hasDestination, !has(.source), let best = mostPlaces {
            roles[best] = .endpoint
            isInferred = true
        }
        for column in candidates where columns[column].placeShare < 0.15 && roles[column] == .endpoint {
            if strongest >= 0.3 || hasDestination || roles.count(where: { $0 == .endpoint }) > 1 {
                roles[column] = .note
            }
        }
    }

    /// The column with the most names and addresses, when it has them in most of its cells.
    private var mostPlaces: Int? {
        let replaceable: [ColumnRole?] = [nil, .service, .name, .region, .note, .purpose, .condition]
        var best: Int?
        for column in columns.indices where columns[column].isMostlyPlaces && replaceable.contains(roles[column]) {
            // Beside ports, addresses under "Default" or "Flag" are what a program listens on.
            if sayPorts, columns[column].isForeign || columns[column].isObserved { continue }
            if columns[column].placeShare > (best.map { columns[$0].placeShare } ?? 0) { best = column }
        }
        return best
    }

    /// Whether a column says that it holds ports, and does.
    var isSureOfPorts: Bool { columns.contains { $0.role == .port && $0.portShare >= 0.8 && $0.hasNumbers } }

    /// Whether a column says that it holds endpoints, and nearly every cell is one.
    var isSureOfPlaces: Bool { listsPlaces(in: 0.8) }

    /// Whether a column says that it holds endpoints, and most cells are.
    var listsPlaces: Bool { listsPlaces(in: 0.5) }

    private func listsPlaces(in share: Double) -> Bool {
        columns.contains { $0.concepts.contains(.endpoint) && $0.role == .endpoint && $0.placeShare >= share }
    }

    /// Ports beside what they are for, and nothing of another kind.
    private var isListOfPorts: Bool {
        isSureOfPorts
            && roles.contains { [.service, .purpose].contains($0) }
            && !columns.contains(where: \.isObserved)
    }

    /// Whether the two ends are all that the columns name, and those in words: locations as likely as machines.
    var nameEndsInWordsOnly: Bool { (has(.source) || has(.flow)) && namePlacesInWordsOnly }

    /// Whether destinations are all that the columns name, and those in words.
    var nameDestinationsInWordsOnly: Bool { has(.destination) && namePlacesInWordsOnly }

    /// Whether two ends in words and a port are all that a row says: what moved where, as likely as a flow.
    var nameEndsAndPortsOnly: Bool {
        has(.source) && has(.destination) && !has(.direction) && !has(.access) && !has(.protocol)
            && columns.allSatisfy {
                $0.placeShare == 0 && $0.tagShare == 0 && $0.protocolShare == 0 && $0.pairedShare == 0
            }
    }

    private var namePlacesInWordsOnly: Bool {
        !has(.direction)
            && !columns.contains { $0.role == .access && !$0.areMarks || $0.portShare > 0 || $0.protocolShare > 0 }
            && columns.allSatisfy { $0.placeShare == 0 && $0.tagShare == 0 && !$0.hasNumbers }
    }

    private var sayPorts: Bool { has(.port) || has(.tcpPort) || has(.udpPort) || has(.protocolAndPort) }

    private mutating func settleProtocols() {
        // A second column of protocols beside one for the transport is the application's.
        if !has(.transport), roles.filter({ $0 == .protocol }).count > 1, let last = roles.lastIndex(of: .protocol) {
            roles[last] = .transport
        }
        if has(.transport), !has(.protocol), let only = roles.firstIndex(of: .transport) { roles[only] = .protocol }
    }

    /// Of several columns that could say what for, the one that says most, wherever it stands.
    private mutating func settlePurposes(_ grid: Grid) {
        let candidates = roles.indices.filter { roles[$0] == .purpose }
        guard candidates.count > 1 else { return }
        func length(_ column: Int) -> Int { grid.body.reduce(0) { $0 + grid.cell($1, column).bytes.count } }
        let order = candidates.map { (-length($0), grid.headerText($0), $0) }.sorted { $0 < $1 }
        for (_, _, column) in order.dropFirst() { roles[column] = .note }
    }

    // MARK: Weight

    private mutating func weigh() {
        for (column, role) in roles.enumerated() {
            guard let weight = Self.weight(of: role, columns[column]) else { continue }
            self.weight += weight
            if let role, weight > 0 { evidence.append("\(role.rawValue)") }
        }
        if has(.source), has(.destination) { weight += 1 }
        if has(.access), has(.priority) { weight += 1 }
        if isListOfPorts { weight += 0.5 }
        let strangers = columns.filter { $0.isForeign && ($0.role == nil || $0.role == .port) }
        foreign = strangers.count
        states = strangers.count { !$0.concepts.contains(.foreign) }
        weight -= 4 * Double(columns.count(where: \.isObserved))
        if columns.contains(where: {
            $0.areDNSRecordTypes || $0.arePaths && (!isSureOfPorts || $0.role == .endpoint) || $0.areMappings
        }) {
            weight -= 6
        }
        // Ports that a flow came from are in no requirement, but in what was observed.
        if columns.contains(where: { $0.role == .sourcePort && $0.hasNumbers }) { weight -= 3 }
    }

    private static func weight(of role: ColumnRole?, _ column: ColumnEvidence) -> Double? {
        switch role {
        case .destination, .sourceOrDestination: 1 + 1.5 * column.placeShare
        case .endpoint, .serviceTag:
            column.placeShare < 0.3
                ? 0
                : 0.5 + 1.5 * column.placeShare + (column.concepts.contains(.necessity) ? 0.5 : 0)
                    + (column.concepts.contains(.port) && column.hasNumbers
                        ? 1 : column.placeShare >= 0.5 && column.hasNumbers ? 0.5 : 0)
        case .flow: column.role == .sourceOrDestination ? 2.5 : 1
        case .source: 0.5 + column.placeShare
        case .port, .tcpPort, .udpPort, .protocolAndPort:
            column.areOnlyNumbers && column.role != .port
                ? 1.5 : (column.portShare >= 0.5 ? 2 : column.portShare > 0 ? 1 : 0) + column.pairedShare
        case .protocol, .transport: column.protocolShare >= 0.5 ? 1.5 : 0
        case .direction: 1
        case .access: column.accessShare >= 0.5 ? 0.5 : 0
        default: nil
        }
    }
}

extension ColumnRoles {
    /// What `column` was taken to mean and why, for a person.
    func account(of column: Int, in grid: Grid) -> Books.Column {
        Books.Column(
            header: grid.headerText(column), role: roles[column]?.rawValue ?? "",
            evidence: columns[column].account(of: roles[column]))
    }
}
