internal import RequirementModel

/// Reads a group of addresses in a note that says that they must be added, allowed or opened.
struct AddressGroup {
    let lexer: Lexer
    let lexed: Lexed

    /// The requirement that the note states; nil when it states none.
    func draft() -> RequirementDraft? {
        guard let first = lexed.tokens.first(where: { lexer.tokens[$0].namesPlace })
        else { return nil }
        let sentence =
            SentenceSplitter(lexer: lexer).sentences(of: lexed.tokens).first { $0.contains(first) } ?? lexed.tokens
        let lead = sentence.lowerBound..<first
        guard asks(lead, sentence) else { return nil }
        var end = sentence.upperBound
        let isBareList = lexer.tokens[first - 1].kind == .colon
        if isBareList { end = listEnd(from: first) }
        var draft = RequirementDraft(position: lexer.position(at: Int(lexer.tokens[first].start), of: lexed))
        let places = EndpointReader(lexer: lexer, lexed: lexed, convention: .init(takesNamedThings: false)).places(
            in: first..<end)
        guard places.hasAddress else { return nil }
        draft.destinations = places.destinations.map { place in
            var place = place
            place.alternative = isBareList ? 1 : place.alternative
            return place
        }
        draft.said.services = ServiceReader(lexer: lexer, takesBareNumbers: false).services(in: sentence).filter {
            $0.port != nil
        }
        draft.said.condition = ConditionReader(lexer: lexer).clause(in: sentence).map { words($0) }
        return draft
    }

    /// Whether the words before the addresses ask for them to be let through, and not just speak of them.
    private func asks(_ lead: Range<Int>, _ sentence: Range<Int>) -> Bool {
        guard !lead.isEmpty else { return false }
        var senses: WordSenses = []
        for index in lead { senses.formUnion(lexer.tokens[index].senses) }
        let isList = lexer.tokens[lead.upperBound - 1].kind == .colon
        // "The server must be able to communicate with the following addresses:"
        let mustReach = isList && senses.isSuperset(of: [.required, .reach, .following])
        guard senses.contains(.allow) || mustReach, senses.isDisjoint(with: [.example, .might, .optional]),
            !DemandReader(lexer: lexer).isRefusal(lead, isLabel: true)
        else { return false }
        if isList {
            return !senses.isDisjoint(with: [.endpointNoun, .reach, .trafficNoun])
        }
        // In the sentence itself the name must be what is let through: "allow access to NAME".
        guard let verb = lead.last(where: { lexer.tokens[$0].means(.allow) }), !isSupposed(verb, lead) else {
            return false
        }
        return (verb + 1..<lead.upperBound).allSatisfy { index in
            let token = lexer.tokens[index]
            return token.means([
                .reach, .to, .article, .following, .endpointNoun, .outbound, .inbound, .trafficNoun, .from,
            ])
                || token.kind == .pipe
        }
    }

    /// "When allowing traffic to NAME, …" tells what comes of it.
    private func isSupposed(_ verb: Int, _ lead: Range<Int>) -> Bool {
        let clause = lead.lowerBound..<verb
        let start = clause.last { lexer.tokens[$0].kind == .comma } ?? clause.lowerBound
        return (start..<verb).contains { lexer.tokens[$0].means(.conditional) }
    }

    /// A bare list of addresses ends with the last of them.
    private func listEnd(from first: Int) -> Int {
        var end = first + 1
        for index in first + 1..<lexed.tokens.upperBound {
            let token = lexer.tokens[index]
            if token.isEndpoint { end = index + 1 }
            guard token.isEndpoint || token.kind != .word || token.means([.and, .or]) else { break }
        }
        return end
    }

    private func words(_ range: Range<Int>) -> String { lexer.words(ofTokens: range, of: lexed) }
}
