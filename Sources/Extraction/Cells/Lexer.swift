internal import RequirementModel

/// Splits texts into tokens, one pass over their bytes.
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

    let tags: ServiceTagVocabulary
    private var gap = Token.Gap.line

    init(tags: ServiceTagVocabulary = .builtIn) {
        self.tags = tags
    }

    /// Forgets all texts.
    mutating func reset() {
        bytes.removeAll(keepingCapacity: true)
        tokens.removeAll(keepingCapacity: true)
        texts.removeAll(keepingCapacity: true)
    }

    /// Reads `text` behind those that were read before.
    mutating func read(_ text: RichText) -> Lexed {
        let base = bytes.count
        let firstToken = tokens.count
        Folding.append(text, to: &bytes)
        texts.append(text)
        tokenize(base..<bytes.count)
        return Lexed(index: texts.count - 1, bytes: base..<bytes.count, tokens: firstToken..<tokens.count)
    }

    private mutating func tokenize(_ range: Range<Int>) {
        gap = .line
        var position = range.lowerBound
        while position < range.upperBound {
            let byte = bytes[position]
            if byte == ASCII.space || byte == Folding.filler {
                if byte == ASCII.space, gap == .none { gap = .space }
                position += 1
            } else if byte == ASCII.newline {
                gap = .line
                position += 1
            } else if byte == UInt8(ascii: "{"), let end = templateTagEnd(at: position, before: range.upperBound) {
                position = end
            } else {
                position = readToken(at: position, before: range.upperBound)
            }
        }
    }

    /// The end of a template's tag, which no reader sees: `{% if … %}`.
    private func templateTagEnd(at start: Int, before end: Int) -> Int? {
        guard byte(at: start + 1, before: end) == UInt8(ascii: "%") else { return nil }
        var position = start + 2
        while position + 1 < end {
            if bytes[position] == UInt8(ascii: "%"), bytes[position + 1] == UInt8(ascii: "}") { return position + 2 }
            position += 1
        }
        return nil
    }

    private mutating func readToken(at start: Int, before end: Int) -> Int {
        if !ASCII.isWord(bytes[start]), let mark = mark(at: start, before: end) {
            append(mark.kind, start..<mark.end)
            return mark.end
        }
        return readLexeme(at: start, before: end)
    }

    private mutating func append(
        _ kind: Token.Kind, _ range: Range<Int>, senses: WordSenses = [], protocolIndex: Int8 = -1, low: UInt16 = 0,
        high: UInt16 = 0
    ) {
        tokens.append(
            Token(
                start: Int32(range.lowerBound), end: Int32(range.upperBound), kind: kind, gap: gap,
                protocolIndex: protocolIndex, low: low, high: high, senses: senses))
        gap = .none
    }

    private func byte(at position: Int, before end: Int) -> UInt8 { position < end ? bytes[position] : 0 }

    // MARK: Marks

    /// The punctuation mark, arrow or bracket at `start`; nil where a word, number or name begins.
    private func mark(at start: Int, before end: Int) -> (kind: Token.Kind, end: Int)? {
        let next = byte(at: start + 1, before: end)
        switch bytes[start] {
        case UInt8(ascii: ","): return (.comma, start + 1)
        case UInt8(ascii: ";"): return (.semicolon, start + 1)
        case UInt8(ascii: ":"):
            return next == UInt8(ascii: ":") ? nil : (.colon, start + 1)
        case UInt8(ascii: "/"): return (.slash, start + 1)
        case UInt8(ascii: "("): return (.open, start + 1)
        case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): return (.close, start + 1)
        case UInt8(ascii: "&"), UInt8(ascii: "+"): return (.ampersand, start + 1)
        case UInt8(ascii: "|"): return (.pipe, start + 1)
        case Folding.arrowRight: return (.arrowRight, start + 1)
        case Folding.arrowLeft: return (.arrowLeft, start + 1)
        case Folding.arrowBoth: return (.arrowBoth, start + 1)
        case Folding.check: return (.check, start + 1)
        case Folding.cross: return (.cross, start + 1)
        case Folding.bullet: return (.bullet, start + 1)
        case UInt8(ascii: "."):
            return ASCII.isWord(next) || next == UInt8(ascii: "<") || next == UInt8(ascii: "{")
                ? nil : (.period, start + 1)
        case UInt8(ascii: "!"), UInt8(ascii: "?"): return (.period, start + 1)
        case UInt8(ascii: "-"), UInt8(ascii: "="): return dashOrArrow(at: start, before: end)
        case UInt8(ascii: "<"): return leftArrow(at: start, before: end)
        case UInt8(ascii: ">"): return (.greater, next == UInt8(ascii: "=") ? start + 2 : start + 1)
        case UInt8(ascii: "["), UInt8(ascii: "{"):
            return placeholderEnd(at: start, before: end) == nil ? (.open, start + 1) : nil
        case UInt8(ascii: "\""), UInt8(ascii: "`"), UInt8(ascii: "'"), UInt8(ascii: "^"), UInt8(ascii: "#"),
            UInt8(ascii: "~"), UInt8(ascii: "\\"), UInt8(ascii: "%"), UInt8(ascii: "@"):
            return (.pipe, start + 1)
        default: return nil
        }
    }

    private func dashOrArrow(at start: Int, before end: Int) -> (kind: Token.Kind, end: Int)? {
        let mark = bytes[start]
        var position = start
        while byte(at: position, before: end) == mark { position += 1 }
        if byte(at: position, before: end) == UInt8(ascii: ">") { return (.arrowRight, position + 1) }
        if mark == UInt8(ascii: "-"), ASCII.isLetter(byte(at: position, before: end)), gap != .none { return nil }
        return (.dash, position)
    }

    private func leftArrow(at start: Int, before end: Int) -> (kind: Token.Kind, end: Int)? {
        var position = start + 1
        while byte(at: position, before: end) == UInt8(ascii: "-")
            || byte(at: position, before: end) == UInt8(ascii: "=")
        {
            position += 1
        }
        if position > start + 1 {
            return byte(at: position, before: end) == UInt8(ascii: ">")
                ? (.arrowBoth, position + 1) : (.arrowLeft, position)
        }
        return placeholderEnd(at: start, before: end) == nil ? (.pipe, start + 1) : nil
    }

    /// The end of the placeholder that opens at `start`; nil when what opens there is no placeholder.
    func placeholderEnd(at start: Int, before end: Int) -> Int? {
        let close: UInt8
        var position = start + 1
        switch bytes[start] {
        case UInt8(ascii: "<"): close = UInt8(ascii: ">")
        case UInt8(ascii: "{"): close = UInt8(ascii: "}")
        case UInt8(ascii: "["): close = UInt8(ascii: "]")
        default: return nil
        }
        if bytes[start] == UInt8(ascii: "{"), byte(at: position, before: end) == UInt8(ascii: "{") { position += 1 }
        guard ASCII.isLetter(byte(at: position, before: end)) || byte(at: position, before: end) == ASCII.space else {
            return nil
        }
        let limit = min(end, start + 64)
        while position < limit {
            let byte = bytes[position]
            if byte == close {
                if bytes[position - 1] == UInt8(ascii: "/") { return nil }
                var after = position + 1
                if self.byte(at: after, before: end) == close, close == UInt8(ascii: "}") { after += 1 }
                return bytes[start] != UInt8(ascii: "[") || isInsideName(start, after, before: end) ? after : nil
            }
            guard ASCII.isWord(byte) || Self.standsInPlaceholder(byte) else { return nil }
            position += 1
        }
        return nil
    }

    private static func standsInPlaceholder(_ byte: UInt8) -> Bool {
        switch byte {
        case ASCII.space, UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."), UInt8(ascii: "/"), UInt8(ascii: "|"),
            UInt8(ascii: "'"), Folding.filler:
            true
        default: false
        }
    }

    /// Whether a bracketed word touches the rest of a name; `[80]` and `[link]` do not.
    private func isInsideName(_ start: Int, _ after: Int, before end: Int) -> Bool {
        func isNamePart(_ byte: UInt8) -> Bool { byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-") }
        return (start > 0 && isNamePart(bytes[start - 1]))
            || (isNamePart(byte(at: after, before: end)) && ASCII.isWord(byte(at: after + 1, before: end)))
    }

    // MARK: Words, numbers and names

    private mutating func readLexeme(at start: Int, before end: Int) -> Int {
        var lexeme = Lexeme()
        var position = start
        scan: while position < end {
            let byte = bytes[position]
            if ASCII.isLetter(byte) {
                lexeme.hasLetter = true
                lexeme.hash.add(byte)
                position += 1
                continue
            }
            switch byte {
            case UInt8(ascii: "."): lexeme.hasDot = true
            case UInt8(ascii: "*"): lexeme.hasStar = true
            case UInt8(ascii: "@"): lexeme.isOpaque = true
            case UInt8(ascii: "_"), UInt8(ascii: "$"), UInt8(ascii: "'"): break
            case UInt8(ascii: "-"):
                if self.byte(at: position + 1, before: end) == UInt8(ascii: ">") { break scan }
            case UInt8(ascii: "<"), UInt8(ascii: "{"), UInt8(ascii: "["):
                guard let after = placeholderEnd(at: position, before: end) else { break scan }
                lexeme.hasPlaceholder = true
                position = after
                continue scan
            case UInt8(ascii: "/"):
                guard lexeme.isURL || lexeme.hasDot || lexeme.hasPlaceholder else { break scan }
                lexeme.inPath = true
            case UInt8(ascii: ":"):
                // Only a colon within its first five bytes can make it an IPv6 address.
                if position - start <= 4, let address = IPAddress.versionSix(at: start, in: bytes, before: end) {
                    append(.address, start..<address)
                    return address
                }
                if self.byte(at: position + 1, before: end) == UInt8(ascii: "/"), position + 2 < end,
                    bytes[position + 2] == UInt8(ascii: "/"), !lexeme.isURL
                {
                    lexeme.isURL = true
                    position += 3
                    continue scan
                }
                guard lexeme.isURL, ASCII.isDigit(self.byte(at: position + 1, before: end)) else { break scan }
            case UInt8(ascii: "?"), UInt8(ascii: "="), UInt8(ascii: "&"), UInt8(ascii: "#"), UInt8(ascii: "%"),
                UInt8(ascii: "~"), UInt8(ascii: "+"), UInt8(ascii: "!"):
                guard lexeme.isURL || lexeme.inPath else { break scan }
            case Folding.filler:
                position += 1
                continue scan
            default:
                guard ASCII.isWord(byte) else { break scan }
                if !ASCII.isDigit(byte) { lexeme.hasLetter = true }
            }
            lexeme.hash.add(byte)
            position += 1
        }
        if position == start { position += 1 }
        finish(lexeme, start..<position, before: end)
        return position
    }

    private struct Lexeme {
        var hasDot = false
        var hasStar = false
        var hasPlaceholder = false
        var hasLetter = false
        var isURL = false
        var inPath = false
        var isOpaque = false
        var hash = WordHash()
    }

    private mutating func finish(_ lexeme: Lexeme, _ whole: Range<Int>, before end: Int) {
        let range = trimmed(whole)
        defer {
            if range.upperBound < whole.upperBound, endsSentence(range.upperBound..<whole.upperBound),
                !isAbbreviation(range)
            {
                append(.period, range.upperBound..<whole.upperBound)
            }
        }
        if range.isEmpty { return }
        if lexeme.isOpaque { return append(.opaque, range) }
        if lexeme.isURL { return append(.url, range) }
        var lexeme = lexeme
        if range != whole, lexeme.hasDot { lexeme.hasDot = range.contains { bytes[$0] == UInt8(ascii: ".") } }
        if lexeme.hasDot || lexeme.hasStar || lexeme.hasPlaceholder { return appendName(lexeme, range) }
        if !lexeme.hasLetter, appendNumber(range) { return }
        appendWord(range, hash: range == whole ? lexeme.hash : WordHash.of(bytes, range))
    }

    /// Without the marks that end a sentence or belong to the words around.
    private func trimmed(_ whole: Range<Int>) -> Range<Int> {
        var upper = whole.upperBound
        while upper > whole.lowerBound {
            switch bytes[upper - 1] {
            case UInt8(ascii: "."), UInt8(ascii: "'"), UInt8(ascii: "?"), UInt8(ascii: "!"), Folding.filler: upper -= 1
            case UInt8(ascii: "-"): upper -= 1
            default: return whole.lowerBound..<upper
            }
        }
        return whole.lowerBound..<upper
    }

    private func endsSentence(_ rest: Range<Int>) -> Bool {
        rest.contains {
            bytes[$0] == UInt8(ascii: ".") || bytes[$0] == UInt8(ascii: "!") || bytes[$0] == UInt8(ascii: "?")
        }
    }

    /// The full stop of "e.g." ends no sentence.
    private func isAbbreviation(_ range: Range<Int>) -> Bool {
        range.count <= 6 && Self.abbreviations.value(of: bytes, range) != nil
    }

    private static let abbreviations = WordTable(
        ["e.g", "i.e", "etc", "vs", "incl", "approx", "fig", "eg", "ie", "z.b", "bzw"].map { (word: $0, value: true) })

    private mutating func appendName(_ lexeme: Lexeme, _ range: Range<Int>) {
        if range.count == 1, lexeme.hasStar { return append(.star, range) }
        if lexeme.hasStar, !lexeme.hasDot, !lexeme.hasPlaceholder {
            return appendStarred(range)
        }
        if lexeme.hasPlaceholder, !lexeme.hasDot {
            return append(isPlaceholderAlone(range) ? .placeholder : isTag(range) ? .tag : .word, range)
        }
        if IPAddress.isVersionFour(bytes, range) { return append(.address, range) }
        if lexeme.hasStar, let name = withoutFootnote(range) { return append(.host, name) }
        if isTag(range) { return append(.tag, range) }
        append(HostName.isHost(bytes, range) ? .host : .opaque, range)
    }

    /// A number or word with a footnote's star at its end, or some pattern that is no name.
    private mutating func appendStarred(_ range: Range<Int>) {
        let last = range.upperBound - 1
        guard bytes[last] == UInt8(ascii: "*"), !range.dropLast().contains(where: { bytes[$0] == UInt8(ascii: "*") })
        else {
            return append(.opaque, range)
        }
        let rest = range.lowerBound..<last
        if !appendNumber(rest) { appendWord(rest, hash: WordHash.of(bytes, rest)) }
    }

    /// The name before a footnote's star: `a.example*`.
    private func withoutFootnote(_ range: Range<Int>) -> Range<Int>? {
        let name = range.lowerBound..<range.upperBound - 1
        guard bytes[name.upperBound] == UInt8(ascii: "*"), let last = name.last, ASCII.isLetter(bytes[last]),
            HostName.isHost(bytes, name)
        else { return nil }
        return name
    }

    private func isPlaceholderAlone(_ range: Range<Int>) -> Bool {
        placeholderEnd(at: range.lowerBound, before: range.upperBound) == range.upperBound
    }

    /// Whether the word up to its first dot is a service tag: `AzureCloud.<Region>`.
    private func isTag(_ range: Range<Int>) -> Bool {
        guard ASCII.isUppercase(bytes[range.lowerBound]) else { return false }
        let dot = range.first { bytes[$0] == UInt8(ascii: ".") } ?? range.upperBound
        guard let tag = tags.tag(in: bytes, range.lowerBound..<dot) else { return false }
        guard dot < range.upperBound else { return !tag.isPlainWord }
        let next = byte(at: dot + 1, before: range.upperBound)
        return ASCII.isUppercase(next) || !ASCII.isLetter(next)
    }

    private mutating func appendNumber(_ range: Range<Int>) -> Bool {
        var low: Int?
        var value = 0
        var digits = 0
        for position in range {
            let byte = bytes[position]
            // Two hyphens are how text writes a dash.
            if byte == Folding.filler || (byte == UInt8(ascii: "-") && low != nil && digits == 0) { continue }
            if byte == UInt8(ascii: "-") {
                guard digits > 0, low == nil else { return false }
                low = value
                value = 0
                digits = 0
            } else {
                guard ASCII.isDigit(byte) else { return false }
                value = value * 10 + Int(byte - 48)
                digits += 1
                guard value <= 65535, digits <= 5 else { return false }
            }
        }
        guard digits > 0, low ?? value <= value else { return false }
        append(.number, range, low: UInt16(low ?? value), high: UInt16(value))
        return true
    }

    private mutating func appendWord(_ range: Range<Int>, hash: WordHash) {
        guard range.count <= 40, let meaning = WordMeaning.table.value(of: bytes, range, hash: hash) else {
            return append(bytes[range.lowerBound] == UInt8(ascii: "-") && range.count <= 40 ? .opaque : .word, range)
        }
        var senses = meaning.senses
        if ASCII.isUppercase(bytes[range.lowerBound]) {
            switch meaning.tag {
            case .none: break
            case .name: return append(.tag, range)
            case .plainWord: senses.insert(.plainTag)
            }
        }
        if bytes[range.lowerBound] == UInt8(ascii: "-") { return append(.opaque, range) }
        append(.word, range, senses: senses, protocolIndex: meaning.protocolIndex)
    }
}
