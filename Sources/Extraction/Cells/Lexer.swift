internal import RequirementModel

/// Reads texts as tokens.
///
/// It keeps the bytes and tokens of all texts of one table or paragraph side by side in buffers that serve one piece of
/// the document after another, so that reading a cell allocates nothing.
struct Lexer {
    /// The folded bytes of all texts.
    private(set) var bytes: [UInt8] = []
    /// The tokens of all texts.
    private(set) var tokens: [Token] = []
    /// The texts as they came.
    private(set) var texts: [RichText] = []
    /// The service tags that texts may name.
    let tags: ServiceTagVocabulary

    init(tags: ServiceTagVocabulary = .builtIn) {
        self.tags = tags
    }

    /// Forgets all texts.
    mutating func reset() {
        bytes.removeLast(bytes.count)
        tokens.removeLast(tokens.count)
        texts.removeLast(texts.count)
    }

    /// Reads `text` behind those that were read before.
    mutating func read(_ text: RichText) -> Lexed {
        let base = bytes.count
        let firstToken = tokens.count
        let isVerbatim = Folding.append(text, to: &bytes)
        texts.append(text)
        var tokenizer = Tokenizer(tags: tags)
        tokenizer.tokenize(bytes, from: base, into: &tokens)
        return Lexed(
            index: texts.count - 1, bytes: base..<bytes.count, tokens: firstToken..<tokens.count,
            isVerbatim: isVerbatim,
            summary: tokenizer.summary)
    }
}
