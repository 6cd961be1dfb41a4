/// The sentences of a text that could say something, each read when it is asked for.
struct TellingSentences: Sequence, IteratorProtocol {
    private let reader: SentenceReader
    private var splits: SentenceSplitter.Sentences
    /// How far the last sentence reaches.
    private var before = SentenceReader.Reach.itself
    /// Whether all that the text says is an example.
    private let areExample: Bool

    /// Those in `range` of the tokens that `reader` reads.
    init(_ range: Range<Int>, of reader: SentenceReader) {
        self.reader = reader
        let lexer = reader.lexer
        // What no word of the whole text tells, no sentence does.
        let range =
            range == reader.lexed.tokens && !Self.tells(reader.lexed.summary)
            ? range.lowerBound..<range.lowerBound : range
        splits = SentenceSplitter(lexer: lexer).sentences(of: range)
        areExample = Self.isLabelledExample(range, lexer)
    }

    mutating func next() -> SentenceReader.Sentence? {
        while let tokens = nextWhole() {
            let summary = TokenSummary(reader.lexer.tokens[tokens])
            guard Self.tells(summary) else { continue }
            var sentence = reader.sentence(tokens, summary, after: before)
            before = sentence.reach
            if areExample, sentence.reach == .next { sentence.statement.isExample = true }
            return sentence
        }
        return nil
    }

    /// The next sentence; a few words before a colon ("For example:") at the end belong to the one before them.
    private mutating func nextWhole() -> Range<Int>? {
        guard let sentence = splits.next() else { return nil }
        let rest = splits.rest
        guard !rest.isEmpty, rest.count <= 5, splits.first == rest,
            rest.contains(where: { reader.lexer.tokens[$0].kind == .colon })
        else { return sentence }
        _ = splits.next()
        return sentence.lowerBound..<rest.upperBound
    }

    /// Whether a sentence whose tokens say this could say something of records.
    private static func tells(_ summary: TokenSummary) -> Bool {
        summary.says(telling) || summary.namesProtocol || summary.has(.colon) || summary.namesPlace
    }

    private static let telling: WordSenses = [
        .outbound, .inbound, .bothWays, .allow, .deny, .reach, .required, .recommended, .optional, .endpointNoun,
        .trafficNoun, .government, .vianet, .global, .china, .following, .tagLabel, .conditional, .only, .example,
        .listing,
    ]

    /// "Example: You have two sites. …"
    private static func isLabelledExample(_ range: Range<Int>, _ lexer: Lexer) -> Bool {
        guard let first = range.first, first + 1 < range.upperBound else { return false }
        return lexer.tokens[first].means(.example) && lexer.tokens[first + 1].kind == .colon
    }
}
