/// Splits running text into sentences.
struct SentenceSplitter {
    let lexer: Lexer

    /// The sentences of `range`, each with its closing mark.
    func sentences(of range: Range<Int>) -> [Range<Int>] {
        var sentences: [Range<Int>] = []
        sentences.reserveCapacity(4)
        var start = range.lowerBound
        for index in range {
            let token = lexer.tokens[index]
            if index > start, token.gap == .line {
                sentences.append(start..<index)
                start = index
            }
            if token.kind == .period {
                sentences.append(start..<index + 1)
                start = index + 1
            }
        }
        if start < range.upperBound { sentences.append(start..<range.upperBound) }
        return sentences
    }
}
