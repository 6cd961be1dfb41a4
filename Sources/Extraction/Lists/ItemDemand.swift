internal import RequirementModel

/// Items that say themselves that something must be allowed.
extension ItemReader {
    /// The part of the item that says that something must be allowed: "Allow … to NAME", "NAME must also be accessible".
    var demandingClause: (clause: Range<Int>, sentence: Range<Int>)? {
        guard lexed.summary.says([.allow, .required]) else { return nil }
        for sentence in SentenceSplitter(lexer: lexer).sentences(of: lexed.tokens) {
            if DemandReader(lexer: lexer).isRefusal(sentence, isLabel: true) { continue }
            if let verb = imperative(in: sentence) ?? obligation(of: sentence) {
                return (verb + 1..<sentence.upperBound, sentence)
            }
            if let name = sentence.first(where: { lexer.tokens[$0].namesPlace }),
                mustBeReached(after: name, in: sentence)
            {
                return (name..<sentence.upperBound, sentence)
            }
        }
        return nil
    }

    /// "Open inbound ports: 443/tcp" needs no lead-in.
    func opensPorts(_ sentence: Range<Int>) -> Bool { sentence.contains { lexer.tokens[$0].means(.portNoun) } }

    /// The verb of a sentence that begins with it, or has only a short label before it.
    private func imperative(in sentence: Range<Int>) -> Int? {
        var start = sentence.lowerBound
        if let mark = sentence.prefix(10).first(where: { [.dash, .colon].contains(lexer.tokens[$0].kind) }) {
            start = mark + 1
        }
        for candidate in [start, sentence.lowerBound] where candidate < sentence.upperBound {
            if lexer.tokens[candidate].means(.allow), !lexer.isWord(candidate, "add"),
                !lexer.isWord(candidate, "enable"),
                (candidate..<sentence.upperBound).contains(where: {
                    lexer.tokens[$0].means([.reach, .portNoun, .trafficNoun, .endpointNoun])
                }) || namesItsObject(candidate, in: sentence)
            {
                return candidate
            }
        }
        return nil
    }

    /// "Allow NAME", "Allow outbound TCP 443 to NAME": whether a name is what the verb says to allow. One opens pages, too.
    private func namesItsObject(_ verb: Int, in sentence: Range<Int>) -> Bool {
        guard let name = sentence.first(where: { lexer.tokens[$0].namesPlace }),
            name > verb
        else { return false }
        let between = verb + 1..<name
        let saysWhichWay = between.contains { lexer.tokens[$0].means([.outbound, .inbound]) }
        return (saysWhichWay || context.demand >= 2 && !lexer.isWord(verb, "open"))
            && between.allSatisfy { index in
                let token = lexer.tokens[index]
                return token.means([.outbound, .inbound, .to]) || token.protocolIndex >= 0 || token.kind == .number
            }
    }

    /// "The firewall must allow …": the verb of what a firewall is obliged to.
    private func obligation(of sentence: Range<Int>) -> Int? {
        guard let firewall = sentence.prefix(4).first(where: { lexer.tokens[$0].means(.firewall) }) else { return nil }
        let near = firewall + 1..<min(firewall + 5, sentence.upperBound)
        guard near.contains(where: { lexer.isWord($0, "must") || lexer.isWord($0, "should") }) else { return nil }
        return near.last { lexer.tokens[$0].means(.allow) }
    }

    private func mustBeReached(after name: Int, in sentence: Range<Int>) -> Bool {
        let rest = name + 1..<min(name + 7, sentence.upperBound)
        return rest.contains { lexer.tokens[$0].means(.required) }
            && rest.contains { lexer.tokens[$0].means([.reach, .allow]) }
    }
}
