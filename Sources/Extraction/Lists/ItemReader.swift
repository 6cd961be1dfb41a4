internal import RequirementModel

/// Reads one item of a list.
///
/// An item states a requirement when it begins with a name, tag, address or port, when a short label stands before such a
/// name, when it reads "X to Y, port N", or when it says itself that something must be allowed.
struct ItemReader {
    let lexer: Lexer
    let lexed: Lexed
    /// What holds for the list.
    let context: Statement

    /// The requirement that the item states; nil when it states none.
    func draft() -> RequirementDraft? {
        guard !lexed.isEmpty, !context.isRefusal, !context.isExample, !isPast else { return nil }
        var draft = RequirementDraft(position: lexer.text(of: lexed).position)
        if context.demand >= 2, let core = namedFirst ?? labelled {
            read(core, into: &draft)
        } else if !saysPortsFirst, let (clause, sentence) = demandingClause {
            read(clause, into: &draft)
            draft.said.services = services(in: sentence)
            guard !draft.destinations.isEmpty || context.demand >= 2 || opensPorts(sentence) else { return nil }
        } else if beginsWithPort, isWholeFlow {
            read(lexer.namesPlace(firstSentence) ? firstSentence : lexed.tokens, into: &draft)
            draft.sources =
                FlowReader(lexer: lexer, lexed: lexed).source(in: lexed.tokens)
                .map { [FlowReader.endpoint($0)] } ?? []
        } else if context.demand >= 2, let flow = FlowReader(lexer: lexer, lexed: lexed).flow(in: lexed.tokens) {
            draft.sources = [FlowReader.endpoint(flow.source)]
            draft.destinations = [Destination(FlowReader.endpoint(flow.destination))]
            draft.said.services = services(in: lexed.tokens)
            guard draft.said.services.sayPorts else { return nil }
        } else if context.demand >= 2, let ports = leadingPorts {
            let said = services(in: lexed.tokens)
            draft.said.services = Service.product(said.isEmpty ? application(behind: ports) : said, ports)
        } else if context.demand >= 2, let ports = defaultPorts ?? labelledPorts {
            draft.said.services = ports
        } else if context.demand >= 2, beginsWithPort {
            draft.said.services = withApplicationBehind(services(in: firstSentence))
            guard draft.said.services.contains(where: { $0.port != nil || $0.needsNoPort }) else { return nil }
        } else {
            return nil
        }
        if draft.destinations.isEmpty, draft.sources.isEmpty, beginsWithService {
            draft.destinations = places(behind: .to)
            draft.sources = places(behind: .from).map(\.endpoint)
        }
        readRemarks(into: &draft)
        draft.purpose = lexer.line(of: lexed)
        if !draft.destinations.isEmpty {
            draft.destinations.removeAll { StandInNames.contains($0.endpoint) }
            if draft.destinations.isEmpty { return nil }
        }
        return draft.shortcoming == nil ? draft : nil
    }

    /// Takes what the item says besides: which way, when, how much it is needed.
    private func readRemarks(into draft: inout RequirementDraft) {
        if lexed.summary.says(DirectionReader.telling) {
            draft.said.direction = DirectionReader(lexer: lexer).direction(said: lexed.tokens, isLabel: false)
        }
        if lexed.summary.says(ConditionReader.telling), draft.destinations.allSatisfy({ $0.condition == nil }) {
            draft.said.condition = ConditionReader(lexer: lexer).clause(in: lexed.tokens).map { words($0) }
        }
        if lexed.summary.says(NecessityReader.telling) {
            draft.said.necessity = NecessityReader(lexer: lexer).necessity(inPassing: lexed.tokens)
        }
    }

    /// The requirement of an item that is one name, which by itself could be a file's: `esm.sh`.
    var doubtfulDraft: RequirementDraft? {
        guard lexed.tokens.count == 1, lexer.tokens[lexed.tokens.lowerBound].kind == .opaque, context.demand >= 2,
            !context.isRefusal, !context.isExample
        else { return nil }
        let convention = EndpointReader.Convention(takesNamedThings: false, takesDoubtfulNames: true)
        var draft = RequirementDraft(position: lexer.text(of: lexed).position)
        draft.destinations =
            EndpointReader(lexer: lexer, lexed: lexed, convention: convention).places(in: lexed.tokens).destinations
        draft.purpose = PlainText.line(lexer.text(of: lexed))
        return draft.destinations.isEmpty ? nil : draft
    }

    private func read(_ range: Range<Int>, into draft: inout RequirementDraft) {
        var convention = EndpointReader.Convention(takesNamedThings: false)
        convention.takesPlainTags = context.listsTags
        let places = EndpointReader(lexer: lexer, lexed: lexed, convention: convention)
            .places(in: withoutRelativeClause(range))
        draft.destinations = places.destinations
        draft.said.services = services(in: lexed.tokens)
    }

    /// "203.0.113.0/24, which goes from 203.0.113.0 to 203.0.113.255": what the clause names explains the first.
    private func withoutRelativeClause(_ range: Range<Int>) -> Range<Int> {
        guard let name = range.first(where: { lexer.tokens[$0].isEndpoint }),
            let pronoun = (name + 1..<range.upperBound).first(where: {
                lexer.isWord($0, "which") || lexer.isWord($0, "that") || lexer.isWord($0, "where")
            })
        else { return range }
        return range.lowerBound..<pronoun
    }

    /// "a.example (no longer needed)", "a.example does X. You don't need to allow it."
    private var isPast: Bool {
        guard lexed.summary.says(.not) else { return false }
        let reader = DemandReader(lexer: lexer)
        return reader.speaksOfThePast(lexed.tokens) || reader.sparesItsSubject(lexed.tokens)
    }

    // MARK: Forms

    /// The item without what stands in brackets before it: "[x] …", "[Optional] …".
    var body: Range<Int> {
        guard let first = lexed.tokens.first, lexer.tokens[first].kind == .open,
            let close = lexed.tokens.prefix(5).first(where: { lexer.tokens[$0].kind == .close }),
            close + 1 < lexed.tokens.upperBound
        else { return lexed.tokens }
        return close + 1..<lexed.tokens.upperBound
    }

    /// An item that begins with a name, or with nothing before it but marks.
    private var namedFirst: Range<Int>? {
        guard let first = body.first(where: { ![.dash, .bullet, .pipe].contains(lexer.tokens[$0].kind) }) else {
            return nil
        }
        let token = lexer.tokens[first]
        if token.namesPlace || token.kind == .placeholder {
            return first..<lexed.tokens.upperBound
        }
        if context.listsTags, token.senses.contains(.plainTag),
            lexed.tokens.count <= 2 || lexer.isOneMark(first..<first + 1, of: lexed)
        {
            return first..<lexed.tokens.upperBound
        }
        return nil
    }

    /// "Company portal: https://portal.example.com".
    private var labelled: Range<Int>? {
        guard
            let mark = lexed.tokens.first(where: { [.colon, .dash].contains(lexer.tokens[$0].kind) }),
            mark + 1 < lexed.tokens.upperBound, mark - lexed.tokens.lowerBound <= 8
        else { return nil }
        let next = lexer.tokens[mark + 1]
        return next.namesPlace || next.kind == .placeholder
            ? mark + 1..<lexed.tokens.upperBound : nil
    }

    /// "Outbound TCP 443 from the server to NAME" says all by itself.
    private var isWholeFlow: Bool {
        guard let first = lexed.tokens.first,
            lexer.tokens[first].means([.outbound, .inbound]) || lexer.tokens[first].protocolIndex >= 0
        else { return false }
        return lexed.tokens.contains { lexer.tokens[$0].kind == .number }
            && lexer.namesPlace(lexed.tokens)
    }

    // MARK: What else it may be

    /// Why the item is no record.
    var shortcoming: SkipReason {
        if lexed.isEmpty { return .isEmpty }
        if context.isRefusal || isPast { return .isNotRequired }
        if label != nil, context.demand >= 2 { return .headsOthers }
        return context.demand >= 2 && (lexed.summary.namesPlace || lexed.summary.has(.star))
            ? .isSentence : .isNotAboutNetwork
    }

    /// The protocols that are all the item names, as what the ports below it are for: "SIP TCP/UDP", "SSH".
    var protocolsAlone: [Service]? {
        guard (1...5).contains(lexed.tokens.count) else { return nil }
        let tokens = lexer.tokens[lexed.tokens]
        guard tokens.contains(where: { $0.protocolIndex >= 0 }),
            tokens.allSatisfy({ $0.protocolIndex >= 0 || $0.means([.and, .or]) || [.slash, .comma].contains($0.kind) })
        else { return nil }
        return ServiceReader(lexer: lexer, takesBareNumbers: false).services(in: lexed.tokens)
    }

    /// Whether the item begins with "Port:".
    var isLabelledPort: Bool {
        guard let first = lexed.tokens.first, first + 1 < lexed.tokens.upperBound else { return false }
        return lexer.tokens[first].means(.portNoun) && lexer.tokens[first + 1].kind == .colon
    }

    /// What the item is about, when it only introduces the items below it.
    var label: String? {
        guard let last = lexed.tokens.last, lexer.tokens[last].kind == .colon else { return nil }
        return words(lexed.tokens.lowerBound..<last)
    }

    private func words(_ range: Range<Int>) -> String { lexer.words(ofTokens: range, of: lexed) }
}
