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
            case .word where isApplicable(token): letters += 0
            default: return false
            }
        }
        if letters == 0 { return true }
        return range.contains { lexer.tokens[$0].means(.none) } || isLetters(range)
    }

    /// Whether the text says that it depends: `dynamic`, `provider dependent`, `varies`.
    func saysVaries(_ range: Range<Int>) -> Bool {
        range.contains { lexer.tokens[$0].means(.varies) }
            && !range.contains { lexer.tokens[$0].kind == .number }
    }

    private func isApplicable(_ token: Token) -> Bool {
        Self.applicable.contains(lexer.bytes, token.range)
    }

    /// Words that stand where nothing is known yet.
    private static let applicable: WordSet = ["tbd", "tba", "applicable", "available", "specified"]

    /// The letters of N/A.
    private func isLetters(_ range: Range<Int>) -> Bool {
        let words = range.filter { lexer.tokens[$0].kind == .word }
        guard words.count == 2 else { return words.count == 2 }
        let first = ASCII.lowercased(lexer.bytes[Int(lexer.tokens[words[0]].start)])
        let second = ASCII.lowercased(lexer.bytes[Int(lexer.tokens[words[1]].start)])
        return (first == UInt8(ascii: "n") && second == UInt8(ascii: "a"))
            || lexer.tokens[words[0]].means(.not) && isApplicable(lexer.tokens[words[1]])
    }
}
