/// Splits running text into sentences.
struct SentenceSplitter {
    let lexer: Lexer

    /// The sentences of `range`, each with its closing mark.
    func sentences(of range: Range<Int>) -> Sentences { Sentences(lexer.tokens, range) }

    /// Sentences, each found when it is asked for: most readers stop at the first that tells.
    struct Sentences: Sequence, IteratorProtocol {
        private let tokens: [Token]
        /// What is left to be split.
        private(set) var rest: Range<Int>

        fileprivate init(_ tokens: [Token], _ range: Range<Int>) {
            self.tokens = tokens
            rest = range
        }

        /// The first of those that are left; nil for none.
        var first: Range<Int>? {
            guard !rest.isEmpty else { return nil }
            for index in rest {
                if index > rest.lowerBound, tokens[index].gap == .line { return rest.lowerBound..<index }
                if tokens[index].kind == .period { return rest.lowerBound..<index + 1 }
            }
            return rest
        }

        mutating func next() -> Range<Int>? {
            guard let sentence = first else { return nil }
            rest = sentence.upperBound..<rest.upperBound
            return sentence
        }
    }
}
