internal import RequirementModel

/// Reads texts as tokens.
///
/// It keeps the bytes and tokens of all texts of one table or paragraph side by side in buffers that serve one piece of
/// the document after another, so that reading a cell allocates nothing. A class, as every reader of texts holds on to it.
final class Lexer {
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

    /// Forgets all texts, and keeps the room that they took.
    func reset() {
        change { bytes, tokens, texts in
            // `removeAll(keepingCapacity:)` goes the long way of replacing a range, for each piece of a document.
            bytes.removeLast(bytes.count)
            tokens.removeLast(tokens.count)
            texts.removeLast(texts.count)
        }
    }

    /// Reads `text` behind those that were read before.
    func read(_ text: RichText) -> Lexed {
        let tags = tags
        return change { bytes, tokens, texts in
            let base = bytes.count
            let firstToken = tokens.count
            let isVerbatim = Folding.append(text, to: &bytes)
            var tokenizer = Tokenizer(tags: tags)
            tokenizer.tokenize(bytes, from: base, into: &tokens)
            texts.append(text)
            return Lexed(
                index: texts.count - 1, bytes: base..<bytes.count, tokens: firstToken..<tokens.count,
                isVerbatim: isVerbatim, summary: tokenizer.summary)
        }
    }

    /// Changes the buffers while they are out of the lexer: then the compiler sees that no look at them meets a change, and none
    /// has to ask.
    @inline(__always)
    private func change<Result>(_ body: (inout [UInt8], inout [Token], inout [RichText]) -> Result) -> Result {
        var bytes: [UInt8] = []
        var tokens: [Token] = []
        var texts: [RichText] = []
        swap(&bytes, &self.bytes)
        swap(&tokens, &self.tokens)
        swap(&texts, &self.texts)
        defer {
            swap(&bytes, &self.bytes)
            swap(&tokens, &self.tokens)
            swap(&texts, &self.texts)
        }
        return body(&bytes, &tokens, &texts)
    }
}

// MARK: Tokens beside each other

extension Lexer {
    /// The token before the one at `index` on its line; nil where that begins a line or a text, as cells stand side by side.
    func token(before index: Int) -> Token? { tokens[index].gap == .line ? nil : tokens[index - 1] }

    /// What stands in each of the innermost parentheses in `range`, in order.
    func parentheses(in range: Range<Int>) -> [Range<Int>] {
        var inner: [Range<Int>] = []
        var open: Int?
        for index in range {
            if tokens[index].kind == .open { open = index }
            guard tokens[index].kind == .close, let start = open else { continue }
            inner.append(start + 1..<index)
            open = nil
        }
        return inner
    }

    /// Whether the token at `index` is `word`, whatever its case.
    @inline(__always)
    func isWord(_ index: Int, _ word: String) -> Bool {
        // Nearly all that is asked for differs in its length, which is known before there is anything to call.
        tokens[index].range.count == word.utf8.count && spells(tokens[index].range, word)
    }

    private func spells(_ range: Range<Int>, _ word: String) -> Bool {
        var position = range.lowerBound
        for letter in word.utf8 {
            guard ASCII.lowercased(bytes[position]) == letter else { return false }
            position += 1
        }
        return true
    }
}
