internal import RequirementModel

/// Ports that an item begins with, or that stand behind its label.
extension ItemReader {
    /// The bare numbers that the item begins with, where ports are what the list is about: "5671", "8443 - console".
    var leadingPorts: [Service]? {
        guard context.listsPorts, let first = body.first(where: { lexer.tokens[$0].kind != .pipe }),
            lexer.tokens[first].kind == .number
        else { return nil }
        let end = portsEnd(first)
        // `50/esp` is a protocol by its number.
        if end < body.upperBound, lexer.tokens[end].protocolIndex >= 0, lexer.tokens[end - 1].kind == .slash {
            return nil
        }
        if countsSomething(end), !lexer.isOneMark(first..<end, of: lexed) { return nil }
        let services = ServiceReader(lexer: lexer, takesBareNumbers: true).services(in: first..<end)
        return services.sayPorts && services.allSatisfy({ !$0.saysProtocol }) ? services : nil
    }

    /// "22 - SSH", "8800: HTTP access": the application that is all that stands behind the ports, or how one gets there.
    func application(behind ports: [Service]) -> [Service] {
        guard ports.count == 1,
            let mark = body.first(where: { [.dash, .colon, .open].contains(lexer.tokens[$0].kind) }),
            mark + 1 < body.upperBound, lexer.tokens[mark + 1].protocolIndex >= 0
        else { return [] }
        let entry = ProtocolVocabulary.entries[Int(lexer.tokens[mark + 1].protocolIndex)]
        let isAll =
            mark + 2 >= body.upperBound || [.close, .comma].contains(lexer.tokens[mark + 2].kind)
            || lexer.tokens[mark + 2].means([.reach, .trafficNoun, .protocolNoun])
        guard entry.application != nil, !entry.isCommonWord, isAll else { return [] }
        return [Service(transport: entry.transport, application: entry.application)]
    }

    /// The ports behind a label, where ports are what the list is about: "Console: 8443", "Peers (port 2380)".
    var labelledPorts: [Service]? {
        if isLabelledPort, let first = body.prefix(6).first(where: { lexer.tokens[$0].kind == .number }) {
            let ports = ServiceReader(lexer: lexer, takesBareNumbers: true).services(in: first..<portsEnd(first))
            return ports.sayPorts ? ports : nil
        }
        guard let last = body.last, lexer.tokens[last].kind != .period else { return nil }
        if context.listsPorts,
            let mark = body.prefix(8).first(where: { [.colon, .dash].contains(lexer.tokens[$0].kind) }),
            mark > body.lowerBound, mark + 1 < body.upperBound
        {
            let rest = mark + 1..<body.upperBound
            let first = rest.first { lexer.tokens[$0].kind != .pipe } ?? rest.lowerBound
            if lexer.tokens[first].kind == .number, lexer.tokens[first].high >= Self.leastLabelled {
                let end = portsEnd(first)
                guard !countsSomething(end) else { return nil }
                let ports = ServiceReader(lexer: lexer, takesBareNumbers: true).services(in: first..<end)
                let said = ServiceReader(lexer: lexer, takesBareNumbers: false)
                    .services(in: body.lowerBound..<mark).filter { $0.application == nil && $0.port == nil }
                return ports.sayPorts ? Service.product(said, ports) : nil
            }
            if rest.prefix(3).contains(where: { lexer.tokens[$0].means(.portNoun) }) {
                let ports = services(in: rest)
                return ports.sayPorts ? ports : nil
            }
        }
        guard body.count <= 12, body.contains(where: { lexer.tokens[$0].means(.portNoun) }) else { return nil }
        let ports = services(in: body)
        let arePairs = ports.allSatisfy { $0.transport != nil && $0.port != nil }
        return ports.sayPorts && (context.listsPorts || arePairs) ? ports : nil
    }

    /// "Console (default 8443). … TCP only.": the port that a parenthesis behind a label gives, on the protocols that are all
    /// another of the item's sentences says.
    var defaultPorts: [Service]? {
        let sentences = SentenceSplitter(lexer: lexer).sentences(of: body)
        guard let open = body.prefix(8).first(where: { lexer.tokens[$0].kind == .open }), open > body.lowerBound,
            let close = (open..<body.upperBound).first(where: { lexer.tokens[$0].kind == .close }),
            sentences.first?.contains(close) == true
        else { return nil }
        let inner = open + 1..<close
        let isDefault =
            inner.contains { lexer.tokens[$0].means(.default) }
            && inner.allSatisfy { index in
                lexer.tokens[index].kind != .word || lexer.tokens[index].protocolIndex >= 0
                    || lexer.tokens[index].means([.default, .portNoun, .be, .and, .or])
            }
        let ports = ServiceReader(lexer: lexer, takesBareNumbers: true).services(in: inner)
        guard isDefault, ports.sayPorts else { return nil }
        let said = sentences.dropFirst().lazy.compactMap { self.protocols(inAllOf: $0) }.first ?? []
        return Service.product(said, ports)
    }

    /// "TCP only.", "TCP and UDP.": the protocols that are all a sentence names.
    private func protocols(inAllOf sentence: Range<Int>) -> [Service]? {
        let names = sentence.filter { lexer.tokens[$0].protocolIndex >= 0 }
        let isAll = sentence.allSatisfy { index in
            names.contains(index) || lexer.tokens[index].kind != .word
                || lexer.tokens[index].means([.and, .or, .only, .either])
        }
        guard !names.isEmpty, isAll else { return nil }
        return ServiceReader(lexer: lexer, takesBareNumbers: true).services(in: sentence)
    }

    /// What the item says first.
    var firstSentence: Range<Int> {
        SentenceSplitter(lexer: lexer).sentences(of: lexed.tokens).first ?? lexed.tokens
    }

    /// Behind a label smaller numbers are counts as likely as ports.
    private static let leastLabelled = 20

    /// Where the run of ports that begins at `first` ends.
    private func portsEnd(_ first: Int) -> Int {
        (first..<body.upperBound).first { index in
            let token = lexer.tokens[index]
            let goesOn =
                token.kind == .number || [.comma, .slash, .ampersand].contains(token.kind)
                || token.means([.and, .or, .to])
                || (token.kind == .dash && index + 1 < body.upperBound && lexer.tokens[index + 1].kind == .number)
            return !goesOn
        } ?? body.upperBound
    }

    /// "3 nodes": whether the word at `index`, right behind numbers, says what they count.
    private func countsSomething(_ index: Int) -> Bool {
        index < body.upperBound && lexer.tokens[index].kind == .word && lexer.tokens[index].protocolIndex < 0
            && !lexer.tokens[index].means([.purpose, .be, .portNoun, .inbound, .outbound])
    }

    var beginsWithPort: Bool {
        for index in body.prefix(6) {
            let token = lexer.tokens[index]
            if token.kind == .number { return true }
            let leads =
                token.protocolIndex >= 0
                || token.means([.portNoun, .trafficNoun, .outbound, .inbound, .over, .and, .or])
                || token.kind != .word
            if !leads { return false }
        }
        return false
    }
}
