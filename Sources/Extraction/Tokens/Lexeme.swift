/// A stretch of a text that is one word, number or name, with what its bytes say about which of them it is.
struct Lexeme {
    /// Where it ends.
    var end: Int
    private(set) var hasDot = false
    private(set) var hasStar = false
    private(set) var hasPlaceholder = false
    private(set) var hasLetter: Bool
    private(set) var isURL = false
    /// Whether it is a mail address.
    private(set) var isOpaque = false
    /// Whether it is an IPv6 address.
    private(set) var isAddress = false
    private(set) var hash: WordHash
    private var inPath = false

    /// The run of letters at `start`: where it ends and the hash of what it is.
    @inline(__always)
    static func letters(_ text: Span<UInt8>, at start: Int) -> (end: Int, hash: WordHash) {
        var end = start
        var hash = WordHash()
        while end < text.count {
            let byte = text[end]
            guard ASCII.isLetter(byte) else { break }
            hash.add(letter: byte)
            end += 1
        }
        return (end, hash)
    }

    /// Whether the byte ends a word and can begin nothing.
    @inline(__always)
    static func isBlankOrComma(_ byte: UInt8) -> Bool {
        byte == ASCII.space || byte == UInt8(ascii: ",") || byte == ASCII.newline || byte == UInt8(ascii: ")")
    }

    /// The lexeme that begins at `start` of `text` with `letters`.
    init(_ text: Span<UInt8>, at start: Int, _ letters: (end: Int, hash: WordHash)) {
        hasLetter = letters.end > start
        hash = letters.hash
        end = letters.end
        scan: while end < text.count {
            let byte = text[end]
            if ASCII.isLetter(byte) {
                hasLetter = true
                hash.add(letter: byte)
                end += 1
                continue
            }
            switch byte {
            case UInt8(ascii: "."): hasDot = true
            case UInt8(ascii: "*"): hasStar = true
            case UInt8(ascii: "@"): isOpaque = true
            case UInt8(ascii: "_"), UInt8(ascii: "$"), UInt8(ascii: "'"): break
            case UInt8(ascii: "-"):
                if end + 1 < text.count, text[end + 1] == UInt8(ascii: ">") { break scan }
            case UInt8(ascii: "<"), UInt8(ascii: "{"), UInt8(ascii: "["):
                guard let after = Marks.placeholderEnd(text, at: end, before: text.count) else { break scan }
                hasPlaceholder = true
                end = after
                continue scan
            case UInt8(ascii: "/"):
                guard isURL || hasDot || hasPlaceholder else { break scan }
                inPath = true
            case UInt8(ascii: ":"):
                // Only a colon within its first five bytes can make it an IPv6 address.
                if end - start <= 4, let after = IPAddress.versionSix(text, at: start) {
                    isAddress = true
                    end = after
                    return
                }
                if !isURL, end + 2 < text.count, text[end + 1] == UInt8(ascii: "/"), text[end + 2] == UInt8(ascii: "/")
                {
                    isURL = true
                    end += 3
                    continue scan
                }
                guard isURL, end + 1 < text.count, ASCII.isDigit(text[end + 1]) else { break scan }
            case UInt8(ascii: "?"), UInt8(ascii: "="), UInt8(ascii: "&"), UInt8(ascii: "#"), UInt8(ascii: "%"),
                UInt8(ascii: "~"), UInt8(ascii: "+"), UInt8(ascii: "!"):
                guard isURL || inPath else { break scan }
            case Folding.filler:
                end += 1
                continue scan
            default:
                guard ASCII.isWord(byte) else { break scan }
                if !ASCII.isDigit(byte) { hasLetter = true }
            }
            hash.add(byte)
            end += 1
        }
    }

    /// Where it ends without the marks that end a sentence or belong to the words around.
    static func trimmedEnd(_ text: Span<UInt8>, _ whole: Range<Int>) -> Int {
        var end = whole.upperBound
        while end > whole.lowerBound {
            switch text[end - 1] {
            case UInt8(ascii: "."), UInt8(ascii: "'"), UInt8(ascii: "?"), UInt8(ascii: "!"), UInt8(ascii: "-"),
                Folding.filler:
                end -= 1
            default: return end
            }
        }
        return end
    }

    /// Whether the marks behind a lexeme end its sentence.
    static func endsSentence(_ text: Span<UInt8>, _ marks: Range<Int>) -> Bool {
        marks.contains {
            text[$0] == UInt8(ascii: ".") || text[$0] == UInt8(ascii: "!") || text[$0] == UInt8(ascii: "?")
        }
    }

    /// The full stop of "e.g." ends no sentence.
    static func isAbbreviation(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
        range.count <= 6 && abbreviations.contains(text, range)
    }

    private static let abbreviations: WordSet = [
        "e.g", "i.e", "etc", "vs", "incl", "approx", "fig", "eg", "ie", "z.b", "bzw",
    ]

    /// The port or the range of ports that the digits in `range` are; nil for what is none.
    static func number(_ text: Span<UInt8>, _ range: Range<Int>) -> (low: UInt16, high: UInt16)? {
        var low: Int?
        var value = 0
        var digits = 0
        for position in range {
            let byte = text[position]
            // Two hyphens are how text writes a dash.
            if byte == Folding.filler || (byte == UInt8(ascii: "-") && low != nil && digits == 0) { continue }
            if byte == UInt8(ascii: "-") {
                guard digits > 0, low == nil else { return nil }
                low = value
                value = 0
                digits = 0
            } else {
                guard ASCII.isDigit(byte) else { return nil }
                value = value * 10 + Int(byte - 48)
                digits += 1
                guard value <= 65535, digits <= 5 else { return nil }
            }
        }
        guard digits > 0, low ?? value <= value else { return nil }
        return (UInt16(low ?? value), UInt16(value))
    }
}
