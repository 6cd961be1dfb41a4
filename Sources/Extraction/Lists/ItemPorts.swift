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
        guard let port = ports.first?.port, ports.allSatisfy({ $0.port == port }),
            let mark = body.first(where: { [.dash, .colon, .open].contains(lexer.tokens[$0].kind) }) ?? lastPort,
            mark + 1 < body.upperBound, lexer.tokens[mark + 1].protocolIndex >= 0
        else { return [] }
        let entry = ProtocolVocabulary.entries[Int(lexer.tokens[mark + 1].protocolIndex)]
        let isAll =
            mark + 2 >= body.upperBound || [.close, .comma].contains(lexer.tokens[mark + 2].kind)
            || lexer.tokens[mark + 2].means([.reach, .trafficNoun, .protocolNoun])
        guard entry.application != nil, !entry.isCommonWord, isAll else { return [] }
        return [Service(transport: entry.transport, application: entry.application)]
    }

    /// The port that only one word follows: "TCP 22 SSH".
    private var lastPort: Int? {
        let place = body.upperBound - 2
        return place > body.lowerBound && lexer.tokens[place].kind == .number ? place : nil
    }

    /// "TCP/UDP 53 - DNS": the ports with the application behind them, where none of them says one.
    func withApplicationBehind(_ ports: [Service]) -> [Service] {
        guard ports.allSatisfy({ $0.application == nil }), let said = application(behind: ports).first else {
            return ports
        }
        return ports.map {
            Service(transport: $0.transport ?? said.transport, application: said.application, port: $0.port)
        }
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

    /// "Console (default 8443). … TCP only.", "Agent port: used by clients (default is 8443)": the port that a parenthesis
    /// gives, on the protocols that are all another of the item's sentences says.
    var defaultPorts: [Service]? {
        let sentences = SentenceSplitter(lexer: lexer).sentences(of: body)
        guard let first = sentences.first, let inner = parenthesisedDefault(in: first),
            inner.lowerBound > first.lowerBound + 1
        else { return nil }
        let ports = ServiceReader(lexer: lexer, takesBareNumbers: true).services(in: inner)
        guard ports.sayPorts else { return nil }
        let said = sentences.dropFirst().lazy.compactMap { self.protocols(inAllOf: $0) }.first ?? []
        return Service.product(said, ports)
    }

    /// "(default 8443)", "(default is 8443)": what stands in such a parenthesis of `sentence`.
    private func parenthesisedDefault(in sentence: Range<Int>) -> Range<Int>? {
        lexer.parentheses(in: sentence).first { inner in
            inner.contains { lexer.tokens[$0].means(.default) }
                && inner.allSatisfy { index in
                    lexer.tokens[index].kind != .word || lexer.tokens[index].protocolIndex >= 0
                        || lexer.tokens[index].means([.default, .portNoun, .be, .and, .or])
                }
        }
    }

    /// "TCP only.", "TCP and UDP.": the protocols that are all a sentence names.
    private func protocols(inAllOf sentence: Range<Int>) -> [Service]? {
        let namesOne = sentence.contains { lexer.tokens[$0].protocolIndex >= 0 }
        let isAll = sentence.allSatisfy { index in
            lexer.tokens[index].protocolIndex >= 0 || lexer.tokens[index].kind != .word
                || lexer.tokens[index].means([.and, .or, .only, .either])
        }
        guard namesOne, isAll else { return nil }
        return ServiceReader(lexer: lexer, takesBareNumbers: true).services(in: sentence)
    }

    /// Whether the sentence that the item begins with gives ports, so that what the others ask for is beside it.
    var saysPortsFirst: Bool {
        context.demand >= 2 && beginsWithService && beginsWithPort && services(in: firstSentence).sayPorts
    }

    /// Whether the token says a protocol, port or direction, or joins such words.
    private func saysService(_ token: Token) -> Bool {
        token.protocolIndex >= 0 || [.number, .slash, .comma, .ampersand, .pipe, .colon].contains(token.kind)
            || token.means([.portNoun, .trafficNoun, .inbound, .outbound, .over, .and, .or])
    }

    /// Whether its first word is a protocol, a port or a direction.
    var beginsWithService: Bool {
        guard let first = body.first else { return false }
        let token = lexer.tokens[first]
        return token.kind == .number || token.protocolIndex >= 0 || token.means([.inbound, .outbound])
    }

    /// "TCP from the gateway on port 443", "UDP to all IPs on port 53", "TCP 8888 towards VM #1": the place that a preposition
    /// begins, with an article, "all" or capitals behind it.
    func places(behind preposition: WordSenses) -> [Destination] {
        let sentence = firstSentence
        guard let word = sentence.first(where: { lexer.tokens[$0].means(preposition) }), word + 1 < sentence.upperBound,
            lexer.tokens[word + 1].means([.article, .any]) || lexer.isNameOfAnother(word + 1),
            (sentence.lowerBound..<word).allSatisfy({ saysService(lexer.tokens[$0]) })
        else { return [] }
        let rest = lexer.tokens[word + 1].means(.article) ? word + 2 : word + 1
        let end =
            (rest..<sentence.upperBound).first { index in
                let token = lexer.tokens[index]
                return token.kind != .word && !token.isEndpoint && !isNumeral(index)
                    || token.means([.over, .portNoun, .to, .from, .purpose, .conditional])
            } ?? sentence.upperBound
        var convention = EndpointReader.Convention()
        // "the service tag `Sql`"
        let label = (rest..<end).last { lexer.isWord($0, "tag") || lexer.isWord($0, "tags") }
        convention.takesPlainTags = label != nil
        let range = (label.map { $0 + 1 } ?? rest)..<end
        guard !range.isEmpty, range.count <= 5 else { return [] }
        if range.contains(where: isNumeral) {
            return [Destination(.named(lexer.words(ofTokens: range, of: lexed)))]
        }
        return EndpointReader(lexer: lexer, lexed: lexed, convention: convention).places(in: range).destinations
    }

    /// "VM #1": whether the token is the mark of a number, or the number behind it.
    private func isNumeral(_ index: Int) -> Bool {
        let mark = lexer.tokens[index].kind == .number ? index - 1 : index
        return lexer.bytes[Int(lexer.tokens[mark].start)] == UInt8(ascii: "#")
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
                token.protocolIndex >= 0 || isIPProtocol(index)
                || token.means([.portNoun, .trafficNoun, .outbound, .inbound, .over, .and, .or, .default])
                || token.kind != .word
            if !leads { return false }
        }
        return false
    }

    /// "IP protocol 50"
    private func isIPProtocol(_ index: Int) -> Bool {
        lexer.isWord(index, "ip") && index + 1 < body.upperBound && lexer.isWord(index + 1, "protocol")
            || lexer.isWord(index, "protocol") && index > body.lowerBound && lexer.isWord(index - 1, "ip")
    }
}
