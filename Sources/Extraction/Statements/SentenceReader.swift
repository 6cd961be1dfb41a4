internal import RequirementModel

/// Reads what a sentence says about the records around it.
struct SentenceReader {
    let lexer: Lexer
    let lexed: Lexed

    /// A sentence with what it says and how far that reaches.
    struct Sentence {
        var statement: Statement
        var reach: Reach
        /// Whether it says by its words or its end that something follows.
        var pointsAhead: Bool
        /// Whether it names places itself.
        var namesPlaces: Bool
        /// Whether it says that what it speaks of is not required, but good to have.
        var deniesRequirement: Bool
        /// Its tokens.
        var tokens: Range<Int>
    }

    /// What a sentence speaks about.
    enum Reach {
        /// Nothing beyond itself.
        case itself
        /// What follows it: "the following …:".
        case next
        /// All that its section lists, before and after it: "traffic to these endpoints".
        case section
        /// The thing as a whole: the rest of the document.
        case document
    }

    /// The sentences in `range` of the tokens that could say something.
    func sentences(in range: Range<Int>) -> TellingSentences { TellingSentences(range, of: self) }

    /// What the sentence of `tokens` says; `before` is how far the one before it reaches.
    func sentence(_ tokens: Range<Int>, _ summary: TokenSummary, after before: Reach) -> Sentence {
        let reach = reach(of: tokens, summary.senses, after: before)
        var sentence = Sentence(
            statement: statement(of: tokens, summary, isLabel: false, isLeadIn: reach == .next), reach: reach,
            pointsAhead: summary.says(.following) || endsInColon(tokens), namesPlaces: summary.namesPlace,
            deniesRequirement: false, tokens: tokens)
        if reach == .itself {
            sentence.statement.direction = nil
            sentence.statement.services = []
            sentence.statement.necessity = nil
        } else if sentence.statement.necessity != nil, summary.says(.not) {
            sentence.deniesRequirement = DemandReader(lexer: lexer).isRefusal(tokens, isLabel: false)
        }
        return sentence
    }

    /// What a heading, caption or tab says.
    func label(_ range: Range<Int>) -> Statement {
        var statement = statement(of: range, TokenSummary(lexer.tokens[range]), isLabel: true, isLeadIn: true)
        statement.headsFlow = statement.direction != nil
        return statement
    }

    // MARK: Reach

    private func reach(of tokens: Range<Int>, _ senses: WordSenses, after before: Reach) -> Reach {
        guard let first = tokens.first else { return .itself }
        if speaksOfCallers(tokens, senses) { return .document }
        if before != .itself, !endsInColon(tokens), beginsWithPronoun(first) || speaksOfThem(tokens) { return before }
        if endsInColon(tokens) { return .next }
        let speaksOfThese = senses.contains(.deictic) && speaksOfThese(tokens) && !pointsElsewhere(tokens)
        if speaksOfThese, pointsBack(tokens) || speaksOfTrafficToThese(tokens, senses) { return .section }
        if isWholeThing(tokens, senses) { return .document }
        if speaksOfThese { return senses.isDisjoint(with: [.trafficNoun]) ? .next : .section }
        if senses.contains(.following) || senses.isSuperset(of: [.listing, .endpointNoun]) { return .next }
        return .itself
    }

    private func speaksOfCallers(_ tokens: Range<Int>, _ senses: WordSenses) -> Bool {
        senses.contains(.endpointNoun) && !senses.isDisjoint(with: [.from, .to])
            && OriginReader(lexer: lexer).speaksOfCallers(tokens)
    }

    /// "They're needed for outbound …" speaks of what the sentence before it does.
    private func beginsWithPronoun(_ first: Int) -> Bool {
        lexer.isWord(first, "they") || lexer.isWord(first, "they're")
    }

    /// "Add these to your outbound rules": whether a pronoun stands for what the sentence before it speaks of.
    private func speaksOfThem(_ tokens: Range<Int>) -> Bool {
        tokens.contains { index in
            let isPronoun =
                lexer.isWord(index, "these") && index + 1 < tokens.upperBound
                && lexer.tokens[index + 1].means([.to, .within, .from])
            return isPronoun || lexer.isWord(index, "them")
        }
    }

    private func endsInColon(_ tokens: Range<Int>) -> Bool {
        tokens.last { ![.pipe, .close].contains(lexer.tokens[$0].kind) }.map { lexer.tokens[$0].kind == .colon }
            ?? false
    }

    /// "All traffic", "every connection", or a subject that communicates: not one thing among others.
    private func isWholeThing(_ tokens: Range<Int>, _ senses: WordSenses) -> Bool {
        guard senses.isDisjoint(with: [.might, .example]), !senses.isDisjoint(with: [.universal, .communicate, .only])
        else {
            return false
        }
        if tellsWhatIsAllowed(tokens, senses) { return false }
        if usesNothingElse(tokens, senses) { return true }
        let opening = tokens.prefix(4)
        for index in opening where lexer.tokens[index].means(.universal) && !lexer.tokens[index].means(.over) {
            let near = index + 1..<min(index + 5, tokens.upperBound)
            if let noun = near.first(where: { lexer.tokens[$0].means([.trafficNoun, .endpointNoun]) }) {
                // "All DNS requests" are not all there are.
                return !(index + 1..<noun).contains { namesApplication($0) }
            }
        }
        return communicates(tokens)
    }

    /// "The agent moves data exclusively over HTTPS and needs port 443 outbound."
    private func usesNothingElse(_ tokens: Range<Int>, _ senses: WordSenses) -> Bool {
        guard senses.contains(.only), !senses.isDisjoint(with: [.outbound, .inbound]),
            !tokens.contains(where: { lexer.tokens[$0].isEndpoint || lexer.tokens[$0].means(.conditional) })
        else { return false }
        return tokens.dropLast().contains { index in
            lexer.tokens[index].means(.only) && lexer.tokens[index + 1].means(.over)
                && speaksOfProtocol(index + 1, tokens)
        }
    }

    /// "Typically, all outbound traffic is allowed": how things are, not what is asked for.
    private func tellsWhatIsAllowed(_ tokens: Range<Int>, _ senses: WordSenses) -> Bool {
        guard senses.isDisjoint(with: .required), !senses.isDisjoint(with: [.allow, .deny]) else { return false }
        return tokens.dropFirst().contains { index in
            lexer.tokens[index].means([.allow, .deny]) && lexer.tokens[index - 1].means(.be)
        }
    }

    /// "The agent communicates outbound over TCP port 443", "devices perform outbound requests".
    private func communicates(_ tokens: Range<Int>) -> Bool {
        guard let first = tokens.first, !lexer.tokens[first].means([.conditional, .only]),
            !lexer.namesPlace(tokens),
            let verb = tokens.first(where: { lexer.tokens[$0].means(.communicate) }), verb > first
        else { return false }
        let comma = (first..<verb).last { lexer.tokens[$0].kind == .comma }
        let subject = (comma.map { $0 + 1 } ?? first)..<verb
        if subject.contains(where: {
            lexer.tokens[$0].means([.conditional, .not, .firewall, .control]) || lexer.tokens[$0].kind == .comma
        }) {
            return false
        }
        let near = verb + 1..<min(verb + 4, tokens.upperBound)
        return near.contains {
            lexer.tokens[$0].means([.outbound, .inbound])
                || (lexer.tokens[$0].means(.over) && speaksOfProtocol($0, tokens))
        } && !isForSomeOperations(verb + 1..<tokens.upperBound)
    }

    /// "… for operations like registration": what is said holds for some of what the subject does.
    private func isForSomeOperations(_ tokens: Range<Int>) -> Bool {
        tokens.dropLast(2).contains { index in
            lexer.tokens[index].means(.purpose)
                && (index + 1..<min(index + 4, tokens.upperBound)).contains {
                    lexer.isWord($0, among: Self.operations)
                }
        }
    }

    private static let operations: WordSet = ["operations", "tasks", "functions", "features", "purposes", "actions"]

    private func namesApplication(_ index: Int) -> Bool {
        let entry = lexer.tokens[index].protocolIndex
        return entry >= 0 && ProtocolVocabulary.entries[Int(entry)].application != nil
    }

    private func speaksOfProtocol(_ index: Int, _ tokens: Range<Int>) -> Bool {
        (index + 1..<min(index + 4, tokens.upperBound)).contains { lexer.tokens[$0].protocolIndex >= 0 }
    }

    /// "these endpoints", "the URLs listed here", "the ports above".
    private func speaksOfThese(_ tokens: Range<Int>) -> Bool {
        for index in tokens where lexer.tokens[index].senses.contains(.deictic) {
            let near = max(tokens.lowerBound, index - 3)..<min(index + 4, tokens.upperBound)
            let isSingular = lexer.isWord(index, "this")
            let isSpokenOf = near.contains { other in
                let token = lexer.tokens[other]
                guard other != index else { return false }
                return token.means(.listing) || (!isSingular && token.means(.endpointNoun) && isPlural(token))
            }
            if isSpokenOf { return true }
        }
        return false
    }

    /// "All traffic goes through these addresses and ports over UDP": all of it is what goes there, and not elsewhere.
    private func speaksOfTrafficToThese(_ tokens: Range<Int>, _ senses: WordSenses) -> Bool {
        guard senses.contains(.trafficNoun) else { return false }
        return tokens.dropLast().contains { index in
            (lexer.isWord(index, "these") || lexer.isWord(index, "those")) && index > tokens.lowerBound
                && lexer.tokens[index - 1].means([.to, .over]) && lexer.tokens[index + 1].means(.endpointNoun)
        }
    }

    /// "the URLs listed above", "the addresses above"
    private func pointsBack(_ tokens: Range<Int>) -> Bool {
        tokens.dropFirst().contains { index in
            let before = lexer.tokens[index - 1]
            return lexer.isWord(index, "above") && (before.means([.endpointNoun, .listing]) || before.means(.deictic))
                && (index + 1 == tokens.upperBound || lexer.tokens[index + 1].kind != .number)
        }
    }

    /// "If …, allow the URLs listed on that page": listed they are, but not here.
    private func pointsElsewhere(_ tokens: Range<Int>) -> Bool {
        guard let listed = tokens.first(where: { lexer.isWord($0, "listed") }), listed + 1 < tokens.upperBound,
            lexer.isWord(listed + 1, "on") || lexer.isWord(listed + 1, "in")
        else { return false }
        return (listed + 2..<tokens.upperBound).contains {
            lexer.isWord($0, among: Self.otherPages)
        }
    }

    private static let otherPages: WordSet = ["article", "page", "document", "documentation", "website", "portal"]

    private func isPlural(_ token: Token) -> Bool {
        ASCII.lowercased(lexer.bytes[Int(token.end) - 1]) == UInt8(ascii: "s")
    }

    // MARK: What it says

    /// What the sentence or label says; what no word of it can mean is not looked for.
    private func statement(
        of tokens: Range<Int>, _ summary: TokenSummary, isLabel: Bool, isLeadIn: Bool
    ) -> Statement {
        let senses = summary.senses
        let demand = DemandReader(lexer: lexer).demand(of: tokens, senses, isLabel: isLabel)
        let direction =
            summary.says(DirectionReader.telling)
            ? DirectionReader(lexer: lexer).direction(said: tokens, isLabel: isLabel) : nil
        var statement = Statement()
        statement.direction = direction
        statement.demand = demand
        if ServiceReader.mayBeSaid(inPassing: summary) {
            statement.services = services(of: tokens, isLabel: isLabel)
        }
        if summary.says(CloudReader.telling) || tokens.count == 1 {
            statement.clouds = CloudReader(lexer: lexer).clouds(in: tokens, isLabel ? .label : .prose)
        }
        statement.necessity = necessity(of: tokens, senses)
        if summary.says(.not), statement.necessity == nil {
            statement.isRefusal = DemandReader(lexer: lexer).isRefusal(tokens, isLabel: isLabel)
        }
        statement.isExample =
            endsWithForm(tokens)
            || senses.contains(.example)
                && (isLabel || isLeadIn && (demand < 2 || beginsWithExample(tokens)))
        statement.isDenial = DemandReader(lexer: lexer).isDenial(tokens, senses, isLabel: isLabel)
        if statement.isDenial, isLeadIn, !isLabel { statement.demand = max(statement.demand, 2) }
        statement.listsPorts = senses.contains(.portNoun)
        statement.listsSources =
            isLeadIn && senses.contains(.from) && OriginReader(lexer: lexer).listsSources(tokens)
            || isLeadIn && senses.contains(.outbound)
                && OriginReader(lexer: lexer).namesOutgoingAddressesOfAnother(tokens)
        statement.turnsAway = isLabel && senses.contains(.internal) && direction == nil
        if !isLabel, speaksOfCallers(tokens, senses) {
            statement.listsSources = true
            statement.direction = nil
        }
        statement.listsTags =
            summary.says([.tagLabel, .endpointNoun])
            && tokens.contains { index in
                lexer.tokens[index].means(.tagLabel)
                    || (index > tokens.lowerBound && lexer.isWord(index - 1, "service")
                        && lexer.tokens[index].means(.endpointNoun)
                        && (lexer.isWord(index, "tags") || lexer.isWord(index, "tag")))
            }
        if isLeadIn, summary.says(ConditionReader.telling), !forbids(tokens),
            let clause = ConditionReader(lexer: lexer).clause(in: tokens)
        {
            statement.condition = words(clause)
        }
        return statement
    }

    /// "Do not change these endpoints unless …" limits what may be done, not what is required.
    private func forbids(_ tokens: Range<Int>) -> Bool {
        guard let first = tokens.first, first + 1 < tokens.upperBound else { return false }
        return lexer.isWord(first, "don't") || lexer.isWord(first, "do") && lexer.tokens[first + 1].means(.not)
    }

    /// "For example, if your address is …, you must allow these:" goes on to show one.
    private func beginsWithExample(_ tokens: Range<Int>) -> Bool {
        tokens.count > 8 && tokens.prefix(2).contains { lexer.tokens[$0].means(.example) }
    }

    /// "… in the following format:" shows a pattern.
    private func endsWithForm(_ tokens: Range<Int>) -> Bool {
        guard let last = tokens.last, lexer.tokens[last].kind == .colon else { return false }
        return tokens.suffix(4).contains { lexer.isWord($0, among: Self.forms) }
    }

    private static let forms: WordSet = [
        "format", "form", "pattern", "syntax", "template", "structure", "formats", "like",
    ]

    private func necessity(of tokens: Range<Int>, _ senses: WordSenses) -> Necessity? {
        if senses.contains(.recommended) { return isNegated(.recommended, tokens) ? nil : .recommended }
        if senses.contains(.optional) { return .optional }
        return nil
    }

    private func isNegated(_ sense: WordSenses, _ tokens: Range<Int>) -> Bool {
        tokens.contains { index in
            index > tokens.lowerBound && lexer.tokens[index].means(sense)
                && (max(tokens.lowerBound, index - 2)..<index).contains { lexer.tokens[$0].means(.not) }
        }
    }

    /// Pairs and ports as they are said; a protocol alone only where it says how something is reached.
    private func services(of tokens: Range<Int>, isLabel: Bool) -> [Service] {
        let found = ServiceReader(lexer: lexer, takesBareNumbers: false).services(in: tokens)
        if found.isEmpty || found.sayPorts || isLabel && namesOnlyTransports(tokens) { return found }
        let isHow = tokens.contains { index in
            guard lexer.tokens[index].protocolIndex >= 0 || lexer.tokens[index].kind == .url else { return false }
            let before = index > tokens.lowerBound ? lexer.tokens[index - 1] : nil
            let after = index + 1 < tokens.upperBound ? lexer.tokens[index + 1] : nil
            return before?.means([.over, .outbound, .inbound]) == true
                || after?.means([.reach, .trafficNoun, .portNoun, .outbound, .inbound]) == true
                || isLabel && index + 1 < tokens.upperBound && lexer.isWord(index + 1, "dependencies")
                || (before?.means(.purpose) == true && index - 1 == tokens.lowerBound && after?.means(.to) != true)
        }
        return isHow ? found : []
    }

    /// "TCP", "TCP and UDP": a heading that is nothing else says how all below it is reached.
    private func namesOnlyTransports(_ tokens: Range<Int>) -> Bool {
        tokens.allSatisfy { index in
            let token = lexer.tokens[index]
            guard token.protocolIndex >= 0 else { return token.kind == .slash || token.means([.and, .or]) }
            return ProtocolVocabulary.entries[Int(token.protocolIndex)].application == nil
        }
    }

    private func words(_ range: Range<Int>) -> String { lexer.words(ofTokens: range, of: lexed) }
}
