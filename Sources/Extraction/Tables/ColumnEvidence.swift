internal import RequirementModel

/// What one column's header and cells say about its role.
struct ColumnEvidence {
    /// What the header speaks of.
    let concepts: HeaderConcepts
    /// The likeliest role.
    private(set) var role: ColumnRole?
    /// The share of filled cells that hold names, addresses or tags and little else.
    private(set) var placeShare = 0.0
    /// The share of filled cells that hold service tags.
    private(set) var tagShare = 0.0
    /// The share of filled cells that hold ports, or say that there are none.
    private(set) var portShare = 0.0
    /// The share of filled cells that hold protocols.
    private(set) var protocolShare = 0.0
    /// The share of filled cells that say allow or deny.
    private(set) var accessShare = 0.0
    private var directionShare = 0.0
    private var markShare = 0.0
    private var cloudShare = 0.0
    private var arrowShare = 0.0
    private var numberShare = 0.0
    private var recordTypeShare = 0.0
    private var pathShare = 0.0
    private var proseShare = 0.0
    private var phraseShare = 0.0
    private var stateShare = 0.0
    private var mappingShare = 0.0
    /// The share of filled cells that hold ports with their protocols.
    private(set) var pairedShare = 0.0
    private var filled = 0

    /// The evidence of `column` of `grid`.
    init(_ grid: Grid, _ column: Int, _ lexer: Lexer) {
        concepts = grid.concepts[column]
        count(grid, column, lexer)
        role = likeliest
    }

    private mutating func count(_ grid: Grid, _ column: Int, _ lexer: Lexer) {
        var counts = (
            places: 0, tags: 0, ports: 0, protocols: 0, access: 0, directions: 0, marks: 0, clouds: 0, arrows: 0,
            numbers: 0, records: 0, paths: 0, mappings: 0, paired: 0,
            prose: 0, phrases: 0, states: 0
        )
        let clouds = CloudReader(lexer: lexer)
        let mayBeCloud = concepts.isDisjoint(with: [.port, .protocol, .purpose])
        for row in grid.body where grid.origin(row, column) == .own || grid.origin(row, column) == .spannedFromAbove {
            let shape = grid.shape(row, column)
            guard !shape.isEmpty else { continue }
            let cell = grid.cell(row, column)
            let first = cell.tokens.lowerBound
            filled += 1
            if lexer.tokens[first].kind == .slash { counts.paths += 1 }
            if shape.isPlace { counts.places += 1 }
            if shape.isProse { counts.prose += 1 }
            if shape.words > 1 { counts.phrases += 1 }
            if shape.tags > 0 || (shape.plainTags > 0 && shape.words <= 2) { counts.tags += 1 }
            if shape.isPort || shape.saysNone { counts.ports += 1 }
            if shape.isProtocol || shape.saysNone { counts.protocols += 1 }
            if shape.saysAccess { counts.access += 1 }
            if shape.saysDirection || shape.isFlow && concepts.contains(.direction) { counts.directions += 1 }
            if shape.isMark { counts.marks += 1 }
            if shape.arrows > 0 { counts.arrows += 1 }
            if shape.numbers > 0 { counts.numbers += 1 }
            if shape.isMapping { counts.mappings += 1 }
            if shape.isPort, shape.protocols > 0 { counts.paired += 1 }
            if lexer.tokens[first].kind == .word, lexer.isWord(first, among: .recordTypes) { counts.records += 1 }
            if concepts.contains(.state), lexer.isWord(first, among: .portStates) { counts.states += 1 }
            if mayBeCloud, shape.words <= 8, CloudReader.mayName(cell.summary),
                clouds.onlyCloud(in: cell.tokens) != nil
            {
                counts.clouds += 1
            }
        }
        guard filled > 0 else { return }
        let total = Double(filled)
        func share(_ count: Int) -> Double { Double(count) / total }
        placeShare = share(counts.places)
        tagShare = share(counts.tags)
        portShare = share(counts.ports)
        protocolShare = share(counts.protocols)
        accessShare = share(counts.access)
        directionShare = share(counts.directions)
        markShare = share(counts.marks)
        cloudShare = share(counts.clouds)
        arrowShare = share(counts.arrows)
        numberShare = share(counts.numbers)
        recordTypeShare = share(counts.records)
        pathShare = share(counts.paths)
        proseShare = share(counts.prose)
        phraseShare = share(counts.phrases)
        stateShare = share(counts.states)
        mappingShare = share(counts.mappings)
        pairedShare = share(counts.paired)
    }

    /// Whether arrows stand in most cells beside ports.
    var isArrows: Bool { arrowShare >= 0.5 && numberShare >= 0.5 }

    /// Whether arrows stand in most cells between two ends.
    var areFlows: Bool { arrowShare >= 0.5 && numberShare < 0.5 }

    /// Whether most cells are types of DNS records.
    var areDNSRecordTypes: Bool { recordTypeShare >= 0.6 }

    /// Whether most cells are paths: the table says what a server routes where.
    var arePaths: Bool { pathShare >= 0.5 }

    /// Whether cells map ports of a host to ports of a container.
    var areMappings: Bool { mappingShare >= 0.3 }

    /// Whether it tells what was seen, not what is asked for.
    var isObserved: Bool { concepts.contains(.observed) || (concepts.contains(.state) && stateShare >= 0.5) }

    /// Whether what it holds is at home in tables about something else.
    var isForeign: Bool { concepts.contains(.foreign) || (concepts.contains(.state) && stateShare < 0.5) }

    /// Whether every cell holds ports, and nothing in the header says that they are something else.
    var areOnlyNumbers: Bool {
        numberShare >= 0.95 && portShare >= 0.95 && [nil, .endpoint, .service, .name, .destination].contains(role)
            && !isForeign && !isObserved
    }

    /// Whether most cells are marks for yes or no.
    var areMarks: Bool { markShare >= 0.6 }

    /// Whether most cells hold numbers.
    var hasNumbers: Bool { numberShare >= 0.5 }

    /// Whether most cells are names or addresses.
    var isMostlyPlaces: Bool { placeShare >= 0.5 }

    /// What the header says, unless the cells say otherwise.
    private var likeliest: ColumnRole? {
        guard let said = concepts.role else { return asksWhetherAllowed ? .access : inferred }
        switch said {
        case .port, .sourcePort, .tcpPort, .udpPort:
            return portShare == 0 && placeShare >= 0.5 ? .endpoint : said
        case .protocol where protocolShare == 0 && directionShare >= 0.6: return .direction
        case .protocol where protocolShare == 0 && proseShare >= 0.5: return .purpose
        case .protocol where protocolShare == 0 && numberShare == 0 && phraseShare >= 0.5: return .note
        case .protocol, .protocolAndPort:
            if numberShare >= 0.5, protocolShare < 0.5 || said == .protocolAndPort { return .protocolAndPort }
            return said
        case .access: return accessShare > 0 || areMarks ? said : .note
        case .necessity: return markShare > 0 ? said : isMostlyPlaces ? .endpoint : .condition
        case .inbound, .outbound:
            if protocolShare >= 0.6 { return .protocol }
            return isMostlyPlaces ? .endpoint : numberShare >= 0.5 && protocolShare == 0 ? .port : said
        case .cloud, .region, .condition, .service, .name, .note, .purpose:
            if cloudShare >= 0.5 { return .cloud }
            return said
        case .endpoint where areMarks: return .note
        case .direction: return directionShare > 0 || arrowShare > 0 ? said : .note
        case .source, .destination, .sourceOrDestination, .flow, .endpoint, .serviceTag, .priority, .transport:
            return said
        }
    }

    /// Whether marks for yes and no answer "Allowed?".
    private var asksWhetherAllowed: Bool { concepts == .permission && areMarks }

    /// What the cells say where the header says nothing.
    private var inferred: ColumnRole? {
        guard filled > 0, concepts.isDisjoint(with: [.foreign, .observed, .state]) else { return nil }
        if cloudShare >= 0.6 { return .cloud }
        if directionShare >= 0.6 { return .direction }
        if accessShare >= 0.6 { return .access }
        if protocolShare >= 0.6, numberShare < 0.5 { return .protocol }
        if pairedShare >= 0.8 { return .protocolAndPort }
        return nil
    }
}

extension ColumnEvidence {
    /// What speaks for reading the column as `role`, for a person.
    func account(of role: ColumnRole?) -> String {
        guard filled > 0 else { return "it is empty" }
        guard let role else { return "" }
        let header = concepts.role == role ? "by its header" : concepts.role.map { "its header says \($0.rawValue)" }
        let cells = share(of: role).flatMap { share, things in
            share > 0 ? "\(Int((share * Double(filled)).rounded())) of \(filled) cells hold \(things)" : nil
        }
        return [header, cells].compactMap(\.self).joined(separator: "; ")
    }

    private func share(of role: ColumnRole) -> (Double, String)? {
        switch role {
        case .source, .destination, .sourceOrDestination, .endpoint: (placeShare, "names, tags or addresses")
        case .flow: (arrowShare, "arrows")
        case .serviceTag: (tagShare, "service tags")
        case .port, .sourcePort, .tcpPort, .udpPort: (portShare, "ports")
        case .protocol, .transport: (protocolShare, "protocols")
        case .protocolAndPort: (numberShare, "numbers")
        case .direction: (directionShare, "directions")
        case .inbound, .outbound, .necessity: (markShare, "marks")
        case .access: (accessShare, "allow or deny")
        case .cloud: (cloudShare, "clouds")
        case .service, .purpose, .condition, .priority, .name, .region, .note: nil
        }
    }
}

extension WordSet {
    /// What a scan finds a port to be.
    fileprivate static let portStates: WordSet = [
        "open", "closed", "filtered", "listen", "listening", "established", "up", "down", "active", "inactive",
    ]

    /// The types of DNS records (RFC 1035 and later), by which a table of records to be set up is told from one of requirements.
    fileprivate static let recordTypes: WordSet = ["a", "aaaa", "cname", "txt", "mx", "srv", "ns", "ptr", "caa", "soa"]
}
