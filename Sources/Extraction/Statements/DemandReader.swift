/// Weighs how strongly words say that something must be reachable.
struct DemandReader {
    let lexer: Lexer

    /// 0 for words that have nothing to do with it, 3 for "allow access to the following endpoints".
    func demand(of tokens: Range<Int>, _ senses: WordSenses, isLabel: Bool) -> Int {
        let isAccess = senses.contains(.reach) && !senses.isDisjoint(with: [.outbound, .inbound, .internet])
        if !isAccess, senses.contains(.otherNoun), namesOtherThings(tokens) { return 0 }
        let hasThing = !senses.isDisjoint(with: [.endpointNoun, .tagLabel])
        let hasFlow = !senses.isDisjoint(with: [.reach, .trafficNoun])
        let hasDirection = !senses.isDisjoint(with: [.outbound, .inbound])
        if senses.contains(.allow), hasThing || hasFlow || hasDirection || senses.contains(.firewall) { return 3 }
        if senses.contains(.required), hasThing || hasFlow || senses.contains(.network) { return 3 }
        if senses.contains(.firewall), hasThing { return 3 }
        // A range from which ports are taken as they come is none that is asked for.
        if senses.isSuperset(of: [.varies, .portNoun]) { return 1 }
        if hasDirection, hasThing || hasFlow { return 2 }
        if senses.contains(.reach), hasThing { return 2 }
        if senses.contains(.portNoun),
            isLabel || !senses.isDisjoint(with: [.following, .deictic, .communicate, .listing])
        {
            return 2
        }
        if hasThing, senses.contains(.following), !senses.isDisjoint(with: [.communicate, .recommended]) { return 2 }
        if let first = tokens.first, lexer.tokens[first].means(.required) { return 2 }
        return hasThing ? 1 : 0
    }

    /// "the following annotations", "these labels": what is listed is of another kind.
    private func namesOtherThings(_ tokens: Range<Int>) -> Bool {
        guard let pointer = tokens.first(where: { lexer.tokens[$0].means([.following, .deictic]) }) else {
            return false
        }
        var isOther = false
        for index in pointer + 1..<min(pointer + 6, tokens.upperBound) {
            let token = lexer.tokens[index]
            guard token.kind == .word || token.isEndpoint, !token.means([.purpose, .to, .be, .over, .from, .within])
            else { break }
            if token.senses.contains(.endpointNoun) || token.means(.trafficNoun) { return false }
            if token.means(.otherNoun) { isOther = true }
        }
        return isOther
    }

    /// "doesn't require more endpoints", "these need not be allowed", "no longer needed".
    ///
    /// In a label any such words do; in a sentence only in the clause that speaks of what is listed.
    func isRefusal(_ tokens: Range<Int>, isLabel: Bool) -> Bool {
        guard tokens.contains(where: { lexer.tokens[$0].means(.not) }) else { return false }
        for clause in isLabel ? [tokens] : clauses(of: tokens) {
            if speaksOfThePast(clause),
                isLabel || clause.contains(where: { lexer.tokens[$0].means([.following, .deictic]) })
            {
                return true
            }
            guard isLabel || clause.contains(where: { lexer.tokens[$0].means([.following, .deictic]) }),
                !clause.contains(where: { lexer.tokens[$0].senses.contains(.might) })
            else { continue }
            if !isLabel, deniesSupport(clause) { return true }
            for index in clause where lexer.tokens[index].means([.required, .allow]) && !lexer.tokens[index].means(.be)
            {
                let before = max(clause.lowerBound, index - 3)..<index
                if before.contains(where: { lexer.tokens[$0].means(.not) && !lexer.isWord($0, "without") }) {
                    return true
                }
            }
        }
        return false
    }

    /// "no longer needed", "are no longer used".
    func speaksOfThePast(_ clause: Range<Int>) -> Bool {
        clause.contains { index in
            index > clause.lowerBound && lexer.tokens[index - 1].means(.not) && lexer.isWord(index, "longer")
                && index + 1 < clause.upperBound
                && (lexer.tokens[index + 1].means(.required) || lexer.isWord(index + 1, "used"))
        }
    }

    /// "You do not need to add it to the allowlist", said of the name that `item` begins with.
    func sparesItsSubject(_ item: Range<Int>) -> Bool {
        guard let subject = item.first(where: { lexer.tokens[$0].isEndpoint }) else { return false }
        return item.contains { index in
            guard lexer.tokens[index].means(.not),
                let need = (index + 1..<min(index + 3, item.upperBound)).first(where: {
                    lexer.tokens[$0].means(.required)
                }),
                let verb = (need + 1..<min(need + 3, item.upperBound)).first(where: { lexer.tokens[$0].means(.allow) }),
                verb + 1 < item.upperBound
            else { return false }
            let object = lexer.tokens[verb + 1]
            return lexer.isWord(verb + 1, "it") || object.isEndpoint && isSame(object, lexer.tokens[subject])
        }
    }

    private func isSame(_ first: Token, _ second: Token) -> Bool {
        lexer.bytes[first.range].elementsEqual(lexer.bytes[second.range])
    }

    /// "… is not guaranteed to work", "these aren't supported".
    private func deniesSupport(_ clause: Range<Int>) -> Bool {
        clause.dropFirst().contains { index in
            lexer.isWord(index, among: Self.support)
                && lexer.tokens[index - 1].means(.not)
        }
    }

    private static let support: WordSet = ["guaranteed", "supported", "possible"]

    /// "Blocked inbound traffic", "Deny the following ports", "these must be blocked": what is listed is to be kept out.
    func isDenial(_ tokens: Range<Int>, _ senses: WordSenses, isLabel: Bool) -> Bool {
        if isLabel, namesClosedPorts(tokens) { return true }
        guard senses.contains(.deny), senses.isDisjoint(with: [.allow, .not, .conditional, .might, .example]) else {
            return false
        }
        return tokens.contains { index in
            guard lexer.tokens[index].means(.deny), !isNounOfNetworks(index, tokens) else { return false }
            let before = max(tokens.lowerBound, index - 2)..<index
            let isOrdered =
                before.contains { lexer.isWord($0, "must") || lexer.isWord($0, "should") }
                || (isLabel ? index <= tokens.lowerBound + 2 : index == tokens.lowerBound)
            return isOrdered
                && (!before.isEmpty && !isLabel
                    || (index + 1..<min(index + 5, tokens.upperBound)).contains {
                        lexer.tokens[$0].means([.endpointNoun, .trafficNoun, .from, .outbound, .inbound])
                    })
        }
    }

    /// "Closed ports of one node".
    private func namesClosedPorts(_ tokens: Range<Int>) -> Bool {
        tokens.dropLast().contains { lexer.isWord($0, "closed") && lexer.tokens[$0 + 1].means(.portNoun) }
    }

    /// "CIDR blocks", "address block".
    private func isNounOfNetworks(_ index: Int, _ tokens: Range<Int>) -> Bool {
        lexer.isWord(index, "blocks") || (lexer.isWord(index, "block") && index > tokens.lowerBound)
    }

    private func clauses(of tokens: Range<Int>) -> [Range<Int>] {
        var clauses: [Range<Int>] = []
        var start = tokens.lowerBound
        for index in tokens where [.comma, .semicolon].contains(lexer.tokens[index].kind) {
            clauses.append(start..<index)
            start = index + 1
        }
        return clauses + [start..<tokens.upperBound]
    }
}
