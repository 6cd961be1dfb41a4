/// Finds the words that limit when something applies.
struct ConditionReader {
    let lexer: Lexer

    /// Whether the text in `range` of the tokens limits when something applies.
    func isCondition(_ range: Range<Int>) -> Bool {
        guard let first = range.first else { return false }
        let token = lexer.tokens[first]
        if token.means([.conditional, .only, .except]) { return true }
        if token.means(.required), range.count > 2 { return true }
        return false
    }

    /// The clause that limits: from *if*, *when*, *only* to the end of its part of the sentence; nil when nothing limits.
    ///
    /// "This isn't required for private clusters" limits too, by what it excludes.
    func clause(in range: Range<Int>) -> Range<Int>? {
        guard range.contains(where: { lexer.tokens[$0].means(Self.telling) }) else { return nil }
        for sentence in SentenceSplitter(lexer: lexer).sentences(of: range) {
            if let exclusion = exclusion(in: sentence) { return exclusion }
            if let clause = limitingClause(in: sentence) { return clause }
        }
        return nil
    }

    /// What a word means without which no clause limits.
    static let telling: WordSenses = [.not, .conditional, .only, .except]

    private func exclusion(in sentence: Range<Int>) -> Range<Int>? {
        guard let not = sentence.first(where: { lexer.tokens[$0].means(.not) }) else { return nil }
        let rest = not + 1..<sentence.upperBound
        guard let required = rest.prefix(2).first(where: { lexer.tokens[$0].means(.required) }),
            (required + 1..<min(required + 4, sentence.upperBound)).contains(where: {
                lexer.tokens[$0].means([.purpose, .conditional, .within])
            })
        else { return nil }
        return trimmed(not..<sentence.upperBound)
    }

    private func limitingClause(in sentence: Range<Int>) -> Range<Int>? {
        guard
            let start = sentence.first(where: {
                lexer.tokens[$0].means([.conditional, .only, .except]) && !asksWhether($0, sentence)
            })
        else { return nil }
        let isFirst = start == sentence.lowerBound
        var end = sentence.upperBound
        if isFirst, let comma = (start..<end).first(where: { lexer.tokens[$0].kind == .comma }) { end = comma }
        if lexer.tokens[start].means(.only), !isFirst || end - start < 3,
            !(start..<end).contains(where: {
                lexer.tokens[$0].means([.conditional, .purpose, .within]) || lexer.tokens[$0].means(.required)
            })
        {
            return nil
        }
        return end - start > 1 ? trimmed(start..<end) : nil
    }

    /// "checks if updates are there" limits nothing.
    private func asksWhether(_ index: Int, _ sentence: Range<Int>) -> Bool {
        guard lexer.isWord(index, "if") else { return false }
        return (max(sentence.lowerBound, index - 2)..<index).contains {
            lexer.isWord($0, among: Self.questions)
        }
    }

    private static let questions: WordSet = [
        "ask", "asks", "check", "checks", "checking", "detect", "detects", "determine", "determines", "determining",
        "know", "query", "queries", "see", "sees", "test", "tests", "verify", "verifies", "find", "wonder",
    ]

    private func trimmed(_ range: Range<Int>) -> Range<Int> {
        var end = range.upperBound
        while end > range.lowerBound, [.period, .comma, .colon, .semicolon].contains(lexer.tokens[end - 1].kind) {
            end -= 1
        }
        return range.lowerBound..<(unopened(range.lowerBound..<end) ?? end)
    }

    /// The parenthesis that closes what was opened before the clause.
    private func unopened(_ range: Range<Int>) -> Int? {
        var depth = 0
        for index in range {
            if lexer.tokens[index].kind == .open { depth += 1 }
            if lexer.tokens[index].kind == .close { depth -= 1 }
            if depth < 0 { return index }
        }
        return nil
    }
}
