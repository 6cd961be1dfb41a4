internal import RequirementModel

/// Reads protocols and ports, in the pairs in which they are said: `TCP: 80, 443; UDP: 53`, `443/tcp`, `HTTP (80)`.
struct ServiceReader {
    let lexer: Lexer
    /// Whether a bare number is a port: so in a port's column, not in a sentence.
    let takesBareNumbers: Bool
    /// Whether a bare number is a protocol by its IANA number.
    var takesProtocolNumbers = false

    /// What is said in `range` of the tokens: pairs, protocols without ports, ports without protocols.
    func services(in range: Range<Int>) -> [Service] {
        guard maySayService(range) else { return [] }
        if range.count == 1, takesBareNumbers, let only = only(lexer.tokens[range.lowerBound]) { return [only] }
        var segment = range.lowerBound..<segmentEnd(from: range.lowerBound, in: range)
        if segment == range { return pairs(of: clusters(in: range)).withoutRepeats.withoutVaguer }
        var found: [Service] = []
        var carried: [Service] = []
        while !segment.isEmpty {
            var line = pairs(of: clusters(in: segment))
            segment = segment.upperBound..<segmentEnd(from: segment.upperBound, in: range)
            guard !line.isEmpty else { continue }
            if line.allSatisfy({ $0.port == nil }) {
                found.append(contentsOf: carried)
                carried = line
                continue
            }
            if !carried.isEmpty, line.allSatisfy({ $0.transport == nil && $0.application == nil }) {
                line = carried.flatMap { said in line.map { said.with(port: $0.port) } }
                // The protocol may head several lines of ports.
                found.append(contentsOf: line)
                continue
            }
            take(&carried, into: &found)
            found.append(contentsOf: line)
        }
        take(&carried, into: &found)
        return found.withoutRepeats.withoutVaguer
    }

    /// Whether a sentence whose tokens say this can name a protocol or a port.
    static func mayBeSaid(inPassing summary: TokenSummary) -> Bool {
        summary.namesProtocol || summary.has(.url)
            || summary.has(.number) && summary.says([.portNoun, .protocolNoun])
    }

    /// Whether there is something in `range` without which it names neither protocol nor port.
    private func maySayService(_ range: Range<Int>) -> Bool {
        range.contains { index in
            let token = lexer.tokens[index]
            // In a sentence a number says something only beside words for ports and protocols.
            if !takesBareNumbers, token.kind == .number || token.kind == .star { return false }
            return maySayService(token) || (!takesBareNumbers && token.means([.portNoun, .protocolNoun]))
        }
    }

    /// Whether a protocol or a port can begin at the token.
    private func maySayService(_ token: Token) -> Bool {
        switch token.kind {
        case .number, .url, .star: true
        case .word: token.protocolIndex >= 0 || (takesBareNumbers && token.means(.any))
        default: false
        }
    }

    /// What a port's or protocol's cell of one token says, as most do.
    private func only(_ token: Token) -> Service? {
        switch token.kind {
        case .number where !takesProtocolNumbers:
            PortRange(Int(token.low), Int(token.high)).map { Service(port: $0) }
        case .word where token.protocolIndex >= 0:
            ProtocolVocabulary.entries[Int(token.protocolIndex)].service
        default: nil
        }
    }

    /// Takes the protocols that no line of ports has used.
    private func take(_ carried: inout [Service], into found: inout [Service]) {
        if !carried.isEmpty, !found.contains(where: { Self.agree($0, carried) }) { found += carried }
        carried = []
    }

    private static func agree(_ service: Service, _ carried: [Service]) -> Bool {
        carried.contains { $0.transport == service.transport && $0.application == service.application }
    }

    /// Where the line or clause ends that begins at `start`: protocols and ports belong together within one.
    private func segmentEnd(from start: Int, in range: Range<Int>) -> Int {
        var depth = 0
        for index in start..<range.upperBound {
            let token = lexer.tokens[index]
            if token.kind == .open { depth += 1 }
            if token.kind == .close { depth = max(0, depth - 1) }
            if depth == 0, index > start, token.gap == .line || token.kind == .semicolon || token.kind == .period {
                return index
            }
        }
        return range.upperBound
    }

    // MARK: Clusters

    /// A run of protocols, or a run of ports.
    struct Cluster {
        var protocols: [ProtocolVocabulary.Entry] = []
        var ports: [Service] = []
        var isParenthesised = false
        /// Its first token.
        var start: Int
        /// The token behind its last.
        var end: Int
        var isPorts: Bool { !ports.isEmpty }
    }

    private func clusters(in range: Range<Int>) -> [Cluster] {
        var clusters: [Cluster] = []
        var depth = 0
        var index = range.lowerBound
        while index < range.upperBound {
            let token = lexer.tokens[index]
            if token.kind == .open {
                if let end = remarkEnd(at: index, in: range) {
                    index = end
                    continue
                }
                depth += 1
            }
            if token.kind == .close { depth = max(0, depth - 1) }
            guard maySayService(token), !isAnyHost(at: index, in: range) else {
                index += 1
                continue
            }
            if let (entry, end) = protocolEntry(at: index, before: range.upperBound) {
                if let last = clusters.last, !last.isPorts, last.isParenthesised == (depth > 0), joins(last, index) {
                    if !isSecureLayer(entry, over: last, at: index) {
                        clusters[clusters.count - 1].protocols.append(entry)
                    }
                } else {
                    clusters.append(Cluster(protocols: [entry], isParenthesised: depth > 0, start: index, end: end))
                }
                clusters[clusters.count - 1].end = end
                index = end
            } else if let (port, end) = port(at: index, in: range, after: clusters.last) {
                if let port {
                    if let last = clusters.last, last.isPorts {
                        clusters[clusters.count - 1].ports.append(Service(port: port))
                        clusters[clusters.count - 1].end = end
                    } else {
                        clusters.append(
                            Cluster(ports: [Service(port: port)], isParenthesised: depth > 0, start: index, end: end))
                    }
                }
                index = end
            } else {
                index += 1
            }
        }
        return clusters
    }

    /// `*:443`, `*:*`: the star in front of the colon is a host.
    private func isAnyHost(at index: Int, in range: Range<Int>) -> Bool {
        guard lexer.tokens[index].kind == .star, index + 2 < range.upperBound, lexer.tokens[index + 1].kind == .colon
        else { return false }
        return [.number, .star].contains(lexer.tokens[index + 2].kind)
    }

    /// Whether only joints stand between a run of protocols and the next; in a sentence words between them part them.
    private func joins(_ cluster: Cluster, _ index: Int) -> Bool {
        takesBareNumbers
            || (cluster.end..<index).allSatisfy {
                lexer.tokens[$0].kind != .word || lexer.tokens[$0].means([.and, .or, .over])
            }
    }

    /// The end of a parenthesis that is a remark in words, whose numbers are no ports: "(2008 OS and later)".
    private func remarkEnd(at open: Int, in range: Range<Int>) -> Int? {
        guard let close = (open..<range.upperBound).first(where: { lexer.tokens[$0].kind == .close }) else {
            return nil
        }
        let inner = open + 1..<close
        let isRemark = inner.contains { index in
            let token = lexer.tokens[index]
            return token.kind == .word && token.protocolIndex < 0
                && !token.means([.portNoun, .default, .and, .or, .to, .above, .any, .range, .over, .be])
        }
        let hasProtocol = inner.contains { index in
            let entry = lexer.tokens[index].protocolIndex
            return entry >= 0 && !ProtocolVocabulary.entries[Int(entry)].isCommonWord
        }
        let hasNumber = inner.contains { lexer.tokens[$0].kind == .number }
        let isPair = hasProtocol && (takesBareNumbers || hasNumber)
        return isRemark && (!isPair || inner.contains { lexer.tokens[$0].means(.conditional) }) ? close + 1 : nil
    }

    /// In "TCP over TLS" the second says how the first is secured, not what runs on it.
    private func isSecureLayer(_ entry: ProtocolVocabulary.Entry, over cluster: Cluster, at index: Int) -> Bool {
        entry.name == "TLS" && cluster.protocols.contains { $0.application == nil }
            && lexer.token(before: index)?.means(.over) == true
    }

    // MARK: Pairs

    /// Joins runs of protocols with runs of ports: what stands in parentheses belongs to what stands before it; else
    /// protocols lead their ports when the line begins with one, and follow them when it begins with ports.
    private func pairs(of clusters: [Cluster]) -> [Service] {
        if clusters.count == 1 { return services(of: clusters[0]) }
        var folded: [Cluster] = []
        for cluster in clusters {
            guard cluster.isParenthesised, var last = folded.last, !last.isParenthesised,
                last.isPorts != cluster.isPorts
            else {
                append(cluster, to: &folded)
                continue
            }
            if cluster.isPorts, !last.protocols.isEmpty {
                last = Cluster(ports: combine(last.protocols, cluster.ports), start: last.start, end: cluster.end)
            } else {
                last.ports = combine(cluster.protocols, last.ports)
            }
            folded[folded.count - 1] = last
        }
        guard let first = folded.first else { return [] }
        var pairs: [Service] = []
        var index = 0
        while index < folded.count {
            let this = folded[index]
            let next = index + 1 < folded.count ? folded[index + 1] : nil
            if let next, this.isPorts != next.isPorts, first.isPorts == this.isPorts {
                let these = this.isPorts ? combine(next.protocols, this.ports) : combine(this.protocols, next.ports)
                index += 2
                if let transports = transports(behind: these, index, folded) {
                    pairs += Service.product(transports, these)
                    index += 1
                } else {
                    pairs += these
                }
            } else {
                pairs += services(of: this)
                index += 1
            }
        }
        return pairs
    }

    /// "DNS 53 TCP/UDP": the transports, and nothing else, that end what began with an application and its port.
    private func transports(behind pairs: [Service], _ index: Int, _ clusters: [Cluster]) -> [Service]? {
        guard index == clusters.count - 1, !clusters[index].isPorts,
            clusters[index].protocols.allSatisfy({ $0.application == nil }),
            pairs.allSatisfy({ $0.application != nil && $0.port != nil })
        else { return nil }
        let services = clusters[index].protocols.map(\.service)
        let agree = pairs.allSatisfy { pair in pair.transport == nil || services.map(\.transport) == [pair.transport] }
        return agree ? services : nil
    }

    private func services(of cluster: Cluster) -> [Service] {
        cluster.isPorts ? cluster.ports : combine(cluster.protocols, [Service()])
    }

    private func append(_ cluster: Cluster, to folded: inout [Cluster]) {
        let last = folded.last
        // "3478/udp (STUN)": both layers of one.
        let isOneProtocol = cluster.isParenthesised && last?.end == cluster.start - 1
        if let last, last.isPorts == cluster.isPorts, last.isPorts || takesBareNumbers || isOneProtocol {
            folded[folded.count - 1].ports += cluster.ports
            folded[folded.count - 1].protocols += cluster.protocols
        } else {
            folded.append(cluster)
        }
    }

    /// Every protocol with every port, unless each port is the registered one of a protocol of its own.
    private func combine(_ protocols: [ProtocolVocabulary.Entry], _ ports: [Service]) -> [Service] {
        let said = ProtocolVocabulary.services(of: protocols)
        return Service.product(said, ports)
    }
}
