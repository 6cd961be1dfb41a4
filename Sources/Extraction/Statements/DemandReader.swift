/// Weighs how strongly words say that something must be reachable.
struct DemandReader {
    let lexer: Lexer

    /// 0 for words that have nothing to do with it, 3 for "allow access to the following endpoints".
    func demand(of tokens: Range<Int>, _ senses: WordSenses) -> Int {
        var demand = 0
        let hasThing = !senses.isDisjoint(with: [.endpointNoun, .tagLabel])
        let hasFlow = !senses.isDisjoint(with: [.reach, .trafficNoun])
        if senses.contains(.allow), hasThing || hasFlow || senses.contains(.firewall) { demand = 3 }
        if senses.contains(.required), hasThing || hasFlow || senses.contains(.network) { demand = 3 }
        if senses.contains(.firewall), hasThing { demand = max(demand, 3) }
        if !senses.isDisjoint(with: [.outbound, .inbound]), hasThing || hasFlow { demand = max(demand, 2) }
        if senses.contains(.reach), hasThing { demand = max(demand, 2) }
        if senses.contains(.portNoun) { demand = max(demand, 2) }
        if hasThing, senses.contains(.communicate) || senses.contains(.listing) { demand = max(demand, 1) }
        if hasThing { demand = max(demand, 1) }
        return demand
    }

    /// "doesn't require more endpoints", "need not be allowed", "no longer needed".
    func isRefusal(_ tokens: Range<Int>) -> Bool {
        for index in tokens where lexer.tokens[index].means([.required, .allow]) {
            let before = max(tokens.lowerBound, index - 3)..<index
            guard let not = before.first(where: { lexer.tokens[$0].means(.not) }) else { continue }
            if lexer.isWord(not, "without") || lexer.isWord(not, "cannot") { continue }
            return true
        }
        return false
    }
}

extension Lexer {
    /// Whether the token at `index` is `word`, whatever its case.
    func isWord(_ index: Int, _ word: String) -> Bool {
        let range = tokens[index].range
        guard range.count == word.utf8.count else { return false }
        return zip(range, word.utf8).allSatisfy { ASCII.lowercased(bytes[$0]) == $1 }
    }
}
