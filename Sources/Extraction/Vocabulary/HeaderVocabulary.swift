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

    /// The role that `header` states if it can be the header of one column and nothing else: every word is a known
    /// one, and an end ("source") comes before the thing that is there ("port"), each at most once.
    static func role(ofNothingBut header: String) -> ColumnRole? {
        let words = words(of: header)
        let isOneWord = !header.contains(where: \.isWhitespace)
        var ends = 0
        var things: Set<ColumnRole> = []
        for word in words {
            switch vocabulary[word] {
            case .end where !things.isEmpty && !isOneWord: return nil
            case .end: ends += 1
            case .role where ends > 0 && !isOneWord: return nil
            case .thing(let role), .role(let role): things.insert(role)
            case .filler: continue
            case nil: return phrases[words.joined(separator: " ")]
            }
        }
        guard ends + things.count > 0,
            isOneWord || phrases[words.joined(separator: " ")] != nil || ends < 2 && things.count < 2
        else { return nil }
        return meaning(of: words[...])
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
