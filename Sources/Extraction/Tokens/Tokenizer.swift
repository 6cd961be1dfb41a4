/// Splits one text at a time into tokens, in one pass over its bytes.
struct Tokenizer {
    let tags: ServiceTagVocabulary
    private let meanings = WordMeaning.table
    /// Where the text begins in the buffer that tokens refer to.
    private var base = 0
    /// What stands before the next token.
    private var gap = Token.Gap.line
    /// What the text's tokens say together.
    private(set) var summary = TokenSummary()

    init(tags: ServiceTagVocabulary) {
        self.tags = tags
    }

    /// Appends the tokens of the text that begins at `base` of `buffer`.
    mutating func tokenize(_ buffer: [UInt8], from base: Int, into tokens: inout [Token]) {
        let text = buffer.span.extracting(base...)
        self.base = base
        gap = .line
        // Each of them has a byte at least.
        tokens.append(addingCapacity: text.count) { tokenize(text, into: &$0) }
    }

    private mutating func tokenize(_ text: Span<UInt8>, into tokens: inout OutputSpan<Token>) {
        var position = 0
        while position < text.count {
            let byte = text[position]
            if ASCII.isWord(byte) {
                position = readLexeme(text, at: position, into: &tokens)
            } else if byte == ASCII.space || byte == Folding.filler {
                if byte == ASCII.space, gap == .none { gap = .space }
                position += 1
            } else if byte == ASCII.newline {
                gap = .line
                position += 1
            } else if Marks.isWrittenBreak(text, at: position) {
                gap = .line
                position += 2
            } else if let end = Marks.templateTagEnd(text, at: position) ?? Marks.footnoteMarkEnd(text, at: position) {
                position = end
            } else if let mark = Marks.mark(text, at: position, isBehindGap: gap != .none) {
                append(mark.kind, position..<mark.end, to: &tokens)
                position = mark.end
            } else {
                position = readLexeme(text, at: position, into: &tokens)
            }
        }
    }

    @inline(__always)
    private mutating func append(
        _ kind: Token.Kind, _ range: Range<Int>, senses: WordSenses = [], protocolIndex: Int8 = -1, low: UInt16 = 0,
        high: UInt16 = 0, to tokens: inout OutputSpan<Token>
    ) {
        let token = Token(
            start: Int32(truncatingIfNeeded: base + range.lowerBound),
            end: Int32(truncatingIfNeeded: base + range.upperBound), kind: kind, gap: gap,
            protocolIndex: protocolIndex, low: low, high: high, senses: senses)
        summary.add(token)
        tokens.append(token)
        gap = .none
    }

    // MARK: Words, numbers and names

    private mutating func readLexeme(_ text: Span<UInt8>, at start: Int, into tokens: inout OutputSpan<Token>) -> Int {
        // Most lexemes are words of nothing but letters.
        let letters = Lexeme.letters(text, at: start)
        if letters.end > start, letters.end == text.count || Lexeme.isBlankOrComma(text[letters.end]) {
            appendWord(text, start..<letters.end, hash: letters.hash, isLetters: true, to: &tokens)
            return letters.end
        }
        var lexeme = Lexeme(text, at: start, letters)
        if lexeme.isAddress {
            append(.address, start..<lexeme.end, to: &tokens)
            return lexeme.end
        }
        if lexeme.end == start { lexeme.end += 1 }
        finish(lexeme, text, start..<lexeme.end, to: &tokens)
        return lexeme.end
    }

    private mutating func finish(
        _ lexeme: Lexeme, _ text: Span<UInt8>, _ whole: Range<Int>, to tokens: inout OutputSpan<Token>
    ) {
        let range = whole.lowerBound..<Lexeme.trimmedEnd(text, whole)
        if !range.isEmpty { append(lexeme, text, range, isWhole: range == whole, to: &tokens) }
        let rest = range.upperBound..<whole.upperBound
        if !rest.isEmpty, Lexeme.endsSentence(text, rest), !Lexeme.isAbbreviation(text, range) {
            append(.period, rest, to: &tokens)
        }
    }

    private mutating func append(
        _ lexeme: Lexeme, _ text: Span<UInt8>, _ range: Range<Int>, isWhole: Bool, to tokens: inout OutputSpan<Token>
    ) {
        if lexeme.isOpaque { return append(.opaque, range, to: &tokens) }
        if lexeme.isURL { return append(.url, range, to: &tokens) }
        var hasDot = lexeme.hasDot
        if !isWhole, hasDot { hasDot = range.contains { text[$0] == UInt8(ascii: ".") } }
        if hasDot || lexeme.hasPlaceholder {
            return append(nameKind(of: lexeme, hasDot: hasDot, text, range), to: &tokens)
        }
        if lexeme.hasStar { return appendStarred(text, range, to: &tokens) }
        if !lexeme.hasLetter, let number = Lexeme.number(text, range) {
            return append(.number, range, low: number.low, high: number.high, to: &tokens)
        }
        appendWord(text, range, hash: isWhole ? lexeme.hash : WordHash.of(text, range), to: &tokens)
    }

    private mutating func append(_ token: (kind: Token.Kind, range: Range<Int>), to tokens: inout OutputSpan<Token>) {
        append(token.kind, token.range, to: &tokens)
    }

    /// What a word with a dot or a placeholder is.
    private func nameKind(
        of lexeme: Lexeme, hasDot: Bool, _ text: Span<UInt8>, _ range: Range<Int>
    ) -> (kind: Token.Kind, range: Range<Int>) {
        if !hasDot {
            let isAlone = Marks.placeholderEnd(text, at: range.lowerBound, before: range.upperBound) == range.upperBound
            return (isAlone ? .placeholder : isTag(text, range) ? .tag : .word, range)
        }
        if IPAddress.isVersionFour(text, range) { return (.address, range) }
        // The dot of a leading wildcard stands behind nothing, not behind a bracket that nobody could read.
        if range.lowerBound > 0, text[range.lowerBound] == UInt8(ascii: "."),
            Marks.closesBracket(text[range.lowerBound - 1])
        {
            return (.opaque, range)
        }
        if lexeme.hasStar || ASCII.isDigit(text[range.upperBound - 1]), let name = HostName.withoutFootnote(text, range)
        {
            return (.host, name)
        }
        if isTag(text, range) { return (.tag, range) }
        if HostName.isHost(text, range) { return (.host, range) }
        return (IPAddress.masksNumbers(text, range) ? .word : .opaque, range)
    }

    /// A star alone, a number or word with a footnote's star at its end, or some pattern that is no name.
    private mutating func appendStarred(_ text: Span<UInt8>, _ range: Range<Int>, to tokens: inout OutputSpan<Token>) {
        if range.count == 1 { return append(.star, range, to: &tokens) }
        let last = range.upperBound - 1
        guard text[last] == UInt8(ascii: "*"), !range.dropLast().contains(where: { text[$0] == UInt8(ascii: "*") })
        else {
            return append(.opaque, range, to: &tokens)
        }
        let rest = range.lowerBound..<last
        if let number = Lexeme.number(text, rest) {
            append(.number, rest, low: number.low, high: number.high, to: &tokens)
        } else {
            appendWord(text, rest, hash: WordHash.of(text, rest), to: &tokens)
        }
    }

    /// Whether the word up to its first dot is a service tag: `AzureCloud.<Region>`.
    private func isTag(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
        guard ASCII.isUppercase(text[range.lowerBound]) else { return false }
        let dot = range.first { text[$0] == UInt8(ascii: ".") } ?? range.upperBound
        guard let tag = tags.tag(in: text, range.lowerBound..<dot) else { return false }
        guard dot < range.upperBound else { return !tag.isPlainWord }
        let next = dot + 1 < range.upperBound ? text[dot + 1] : 0
        return ASCII.isUppercase(next) || !ASCII.isLetter(next)
    }

    private mutating func appendWord(
        _ text: Span<UInt8>, _ range: Range<Int>, hash: WordHash, isLetters: Bool = false,
        to tokens: inout OutputSpan<Token>
    ) {
        let isOption = text[range.lowerBound] == UInt8(ascii: "-") && range.count <= Self.longestWord
        guard range.count <= Self.longestWord,
            let meaning = meanings.value(of: text, range, hash: hash, isLetters: isLetters)
        else {
            return append(isOption ? .opaque : .word, range, to: &tokens)
        }
        var senses = meaning.senses
        if meaning.tag != .none, ASCII.isUppercase(text[range.lowerBound]) {
            if meaning.tag == .name { return append(.tag, range, to: &tokens) }
            senses.insert(.plainTag)
        }
        if isOption { return append(.opaque, range, to: &tokens) }
        append(.word, range, senses: senses, protocolIndex: meaning.protocolIndex, to: &tokens)
    }

    /// No vocabulary has a longer word.
    private static let longestWord = 40
}
