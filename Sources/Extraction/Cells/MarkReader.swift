/// Reads marks and words for yes and no.
struct MarkReader {
    let lexer: Lexer

    /// Whether the cell says yes; nil when it says neither.
    func value(of tokens: Range<Int>) -> Bool? {
        for index in tokens {
            let token = lexer.tokens[index]
            if token.kind == .check { return true }
            if token.kind == .cross { return false }
            if token.means(.no) || token.means(.not) { return false }
            if token.means(.yes) { return true }
            if token.kind == .word || token.kind == .opaque { return Self.emoji(lexer, token) }
        }
        return nil
    }

    /// `:heavy_check_mark:` and the like, which stay words where nobody has drawn them.
    private static func emoji(_ lexer: Lexer, _ token: Token) -> Bool? { names.value(of: lexer.bytes, token.range) }

    private static let names = WordTable([
        (word: "heavy_check_mark", value: true), (word: "white_check_mark", value: true), (word: "check", value: true),
        (word: "x", value: true), (word: "cross_mark", value: false),
        (word: "negative_squared_cross_mark", value: false),
    ])
}
