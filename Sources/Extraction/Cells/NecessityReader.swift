internal import RequirementModel

/// Finds in passing whether something is optional or recommended: "(optional)", "Optional. …", "… is recommended".
struct NecessityReader {
    let lexer: Lexer

    /// What a word means without which nothing is said in passing.
    static let telling: WordSenses = [.optional, .recommended]

    /// What a cell says in passing; nil when it says nothing of the kind.
    func necessity(inPassing tokens: Range<Int>) -> Necessity? {
        for index in tokens {
            let token = lexer.tokens[index]
            guard token.means(Self.telling) else { continue }
            let before = index > tokens.lowerBound ? lexer.tokens[index - 1] : nil
            let opens = before == nil || before?.kind == .open || before?.kind == .period || token.gap == .line
            guard opens || isPredicate(index, tokens) || closes(index, tokens) else { continue }
            if before?.means(.not) == true { continue }
            return token.means(.optional) ? .optional : .recommended
        }
        return nil
    }

    /// "… is optional", "… is an optional feature".
    private func isPredicate(_ index: Int, _ tokens: Range<Int>) -> Bool {
        (max(tokens.lowerBound, index - 2)..<index).contains { lexer.tokens[$0].means(.be) }
            && lexer.tokens[index - 1].means([.be, .article])
    }

    private func closes(_ index: Int, _ tokens: Range<Int>) -> Bool {
        index + 1 == tokens.upperBound || lexer.tokens[index + 1].kind == .close
    }
}
