/// Tells whether a text says that there is nothing: `-`, `N/A`, `none`.
struct NoneReader {
    let lexer: Lexer

    /// Whether all that `range` of the tokens says is that there is nothing.
    func saysNone(_ range: Range<Int>) -> Bool {
        var letters = 0
        for index in range {
            let token = lexer.tokens[index]
            switch token.kind {
            case .dash, .slash, .period, .pipe, .cross, .comma, .open, .close: continue
            case .word where token.means([.none, .not]) && token.range.count <= 14: letters += token.range.count
            case .word where token.range.count == 1: letters += 1
            case .word where lexer.isWord(index, among: Self.unknown): continue
            default: return false
            }
        }
        if letters == 0 { return true }
        return range.contains { lexer.tokens[$0].means(.none) } || saysNotApplicable(range)
    }

    /// Whether the text says that it depends: `dynamic`, `provider dependent`, `varies`.
    func saysVaries(_ range: Range<Int>) -> Bool {
        range.contains { lexer.tokens[$0].means(.varies) }
            && !range.contains { lexer.tokens[$0].kind == .number }
    }

    /// Words that stand alone where nothing is known yet, or behind a "not".
    private static let unknown: WordSet = ["tbd", "tba", "applicable", "available", "specified"]

    /// "N/A", "not applicable".
    private func saysNotApplicable(_ range: Range<Int>) -> Bool {
        let words = range.filter { lexer.tokens[$0].kind == .word }
        guard words.count == 2 else { return false }
        let initials = words.map { ASCII.lowercased(lexer.bytes[Int(lexer.tokens[$0].start)]) }
        return initials.elementsEqual("na".utf8)
            || lexer.tokens[words[0]].means(.not) && lexer.isWord(words[1], among: Self.unknown)
    }
}
