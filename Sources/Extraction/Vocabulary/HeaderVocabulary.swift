/// The words that vendors put over columns, and what they mean.
///
/// Gathered from the network requirement pages of Microsoft Learn (Azure, Intune, Operations Manager), the Kubernetes,
/// Rancher, OpenShift, AWS, Veeam, GitHub and mailcow documentation.
enum HeaderVocabulary {
    /// What one word contributes to a header's meaning.
    private enum Word {
        /// Says which end: source or destination.
        case end(ColumnRole)
        /// A kind of thing that the two ends have: address, name, port.
        case thing(ColumnRole)
        /// A role by itself.
        case role(ColumnRole)
        /// Adds nothing by itself, but belongs to headers ("range", "name", "number", "(s)").
        case filler
    }

    /// The role that a column's header states; nil when its words are not known ones.
    static func role(of header: String) -> ColumnRole? {
        meaning(of: words(of: header)[...])
    }

    /// The ways to read a line of words as the headers of several columns, the likeliest first; empty when a word is
    /// in no header.
    ///
    /// `Destination Endpoint Protocol Port Use` is four columns: an end and a thing after it are one header.
    static func columns(in line: String) -> [[Column]] {
        let spoken = line.split(whereSeparator: { $0.isWhitespace }).map(String.init)
        guard spoken.count > 1, spoken.count <= 24 else { return [] }
        var columns: [Column] = []
        var start = 0
        while start < spoken.count {
            guard
                let end = (start + 1...min(spoken.count, start + 4)).reversed().first(where: { end in
                    isOneHeader(spoken[start..<end])
                }),
                let role = role(of: spoken[start..<end].joined(separator: " "))
            else { return [] }
            columns.append(Column(text: spoken[start..<end].joined(separator: " "), role: role))
            start = end
        }
        return columns.count > 1 ? [columns] : []
    }

    /// A header that was recognised in a line of words.
    struct Column: Sendable, Hashable {
        /// Its words.
        var text: String
        /// What it says its cells are.
        var role: ColumnRole
    }

    private static func isOneHeader(_ spoken: ArraySlice<String>) -> Bool {
        let words = words(of: spoken.joined(separator: " "))
        guard !words.isEmpty else { return false }
        var things = 0
        var fillers = 0
        var ends = 0
        for word in words {
            switch vocabulary[word] {
            case .thing, .role: things += 1
            case .filler: fillers += 1
            case .end: ends += 1
            case nil: return false
            }
        }
        return meaning(of: words[...]) != nil && things + ends > 0 && things <= 1 && ends <= 1
    }

    private static func meaning(of words: ArraySlice<String>) -> ColumnRole? {
        if words.count >= 2, let pair = phrases[words.joined(separator: " ")] { return pair }
        var end: ColumnRole?
        var thing: ColumnRole?
        for word in words {
            switch vocabulary[word] {
            case .end(let role): end = end ?? role
            case .thing(let role): thing = thing ?? role
            case .role(let role): thing = thing ?? role
            case .filler, nil: continue
            }
        }
        switch (end, thing) {
        case (.source, .port): return .sourcePort
        case (_, .port): return .port
        case (let end?, .endpoint), (let end?, .serviceTag), (let end?, nil): return end
        case (_, let thing): return thing
        }
    }

    private static func words(of header: String) -> [String] {
        header.lowercased().split(whereSeparator: { !$0.isLetter && !$0.isNumber }).map(String.init)
    }

    private static let phrases: [String: ColumnRole] = [
        "service tag": .serviceTag, "service tags": .serviceTag,
        "tcp port": .tcpPort, "tcp ports": .tcpPort, "udp port": .udpPort, "udp ports": .udpPort,
        "how used": .purpose, "used by": .note, "when required": .condition, "protocol port": .protocolAndPort,
        "port protocol": .protocolAndPort, "in out": .direction, "rule name": .name,
    ]

    private static let vocabulary: [String: Word] = [
        "source": .end(.source), "sources": .end(.source), "from": .end(.source),
        "destination": .end(.destination), "destinations": .end(.destination), "target": .end(.destination),
        "to": .end(.destination),
        "endpoint": .thing(.endpoint), "endpoints": .thing(.endpoint), "fqdn": .thing(.endpoint),
        "fqdns": .thing(.endpoint), "url": .thing(.endpoint), "urls": .thing(.endpoint), "host": .thing(.endpoint),
        "hosts": .thing(.endpoint), "hostname": .thing(.endpoint), "domain": .thing(.endpoint),
        "address": .thing(.endpoint), "addresses": .thing(.endpoint), "ip": .thing(.endpoint),
        "dns": .thing(.endpoint), "tag": .thing(.serviceTag), "tags": .thing(.serviceTag),
        "port": .thing(.port), "ports": .thing(.port),
        "protocol": .role(.protocol), "protocols": .role(.protocol), "transport": .role(.transport),
        "direction": .role(.direction), "service": .role(.service), "use": .role(.purpose),
        "purpose": .role(.purpose), "description": .role(.purpose), "reason": .role(.purpose),
        "notes": .role(.note), "note": .role(.note), "comment": .role(.note), "comments": .role(.note),
        "required": .role(.necessity), "action": .role(.access), "access": .role(.access),
        "priority": .role(.priority), "name": .role(.name), "cloud": .role(.cloud), "region": .role(.region),
        "range": .filler, "ranges": .filler, "number": .filler, "numbers": .filler, "s": .filler,
        "outbound": .filler, "inbound": .filler, "required for": .filler,
    ]
}
