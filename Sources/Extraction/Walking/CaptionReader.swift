/// Tells a line that names what follows it from a sentence.
struct CaptionReader {
    let lexer: Lexer
    let lexed: Lexed

    /// Whether the line is short and no sentence, or all of it strong.
    /// - Parameter introduced: Whether a sentence before it points at what comes next.
    func isCaption(introduced: Bool) -> Bool {
        guard let last = lexed.tokens.last, lexed.tokens.count <= 20 else { return false }
        let ends = lexer.tokens[last].kind
        if lexer.isOneMark(lexed.tokens, of: lexed) || introduced && isLabel { return true }
        return ends != .period && ends != .colon && lexed.tokens.count <= 12
            && !lexed.tokens.contains { lexer.tokens[$0].isEndpoint }
    }

    /// "Servers:" under a lead-in: a few words that ask for nothing, and only say for what of it the next piece is.
    private var isLabel: Bool {
        guard let last = lexed.tokens.last, lexer.tokens[last].kind == .colon else { return false }
        var words = lexed.tokens.dropLast()
        // "Servers (all regions):"
        if let remark = PhraseSplitter(lexer: lexer).trailingRemark(of: words) {
            words = words.lowerBound..<remark.lowerBound - 1
        }
        guard words.count < 8 else { return false }
        let isWords = words.allSatisfy { index in
            lexer.tokens[index].kind == .word
                && !lexer.tokens[index].means([.following, .deictic, .example, .remark, .see, .otherNoun, .not])
        }
        return isWords && SentenceReader(lexer: lexer, lexed: lexed).label(lexed.tokens).demand < 2
    }
}
