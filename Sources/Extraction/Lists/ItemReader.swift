internal import RequirementModel

/// Reads one item of a list.
struct ItemReader {
    let lexer: Lexer
    let lexed: Lexed
    let leadIn: Statement
    let context: Statement

    /// The requirement that the item states; nil when it states none.
    func draft() -> RequirementDraft? {
        guard context.demand >= 2, !context.isRefusal, !lexed.isEmpty else { return nil }
        guard let core = core else { return nil }
        var draft = RequirementDraft(position: lexed.text.position)
        var convention = EndpointReader.Convention(takesNamedThings: false)
        convention.takesPlainTags = context.listsTags
        let places = EndpointReader(lexer: lexer, lexed: lexed, convention: convention).places(in: core)
        draft.destinations = places.destinations
        draft.said.services = ServiceReader(lexer: lexer, takesBareNumbers: false).services(in: lexed.tokens)
        draft.said.direction = DirectionReader(lexer: lexer).direction(said: lexed.tokens, isLabel: false)
        if let clause = ConditionReader(lexer: lexer).clause(in: lexed.tokens) { draft.said.condition = words(clause) }
        draft.said.necessity = NecessityReader(lexer: lexer).necessity(inPassing: lexed.tokens)
        draft.purpose = PlainText.line(lexed.text)
        return draft.shortcoming == nil ? draft : nil
    }

    /// The tokens that name what must be reachable.
    private var core: Range<Int>? {
        guard let first = lexed.tokens.first else { return nil }
        if lexer.tokens[first].isEndpoint || lexer.tokens[first].kind == .placeholder { return lexed.tokens }
        if let colon = lexed.tokens.first(where: { [.colon, .dash].contains(lexer.tokens[$0].kind) }),
            colon + 1 < lexed.tokens.upperBound, lexer.tokens[colon + 1].isEndpoint
        {
            return colon + 1..<lexed.tokens.upperBound
        }
        return nil
    }

    /// Why the item is no record.
    var shortcoming: SkipReason {
        if context.isRefusal { return .isNotRequired }
        return context.demand >= 2 && lexed.tokens.contains { lexer.tokens[$0].isEndpoint }
            ? .isSentence : .isNotAboutNetwork
    }

    /// What the item is about, when it only introduces the items below it.
    var label: String? {
        guard let last = lexed.tokens.last, lexer.tokens[last].kind == .colon else { return nil }
        return words(lexed.tokens.lowerBound..<last)
    }

    private func words(_ range: Range<Int>) -> String {
        guard let first = range.first, let last = range.last else { return "" }
        return lexer.words(Int(lexer.tokens[first].start)..<Int(lexer.tokens[last].end), of: lexed)
    }
}
