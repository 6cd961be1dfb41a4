/// What begins a list's item: a bullet or a number.
struct ListMarker {
    /// Whether it counts.
    var isOrdered: Bool
    /// The column in which it stands.
    var indent: Int
    /// Where the item's words begin; the line's end for an item that has none.
    var words: Int

    private static let bullets: [[UInt8]] = ["•", "◦", "▪", "▫", "●", "○", "■", "‣", "⁃", "·", "–"].map {
        Array($0.utf8)
    }

    /// The marker at the start of line `index`.
    init?(_ text: SourceText, line index: Int) {
        let line = text.lines[index]
        let first = text.bytes[line.content.lowerBound]
        guard first >= 0x80 || !first.isWordLetter || line.content.count > 2 else { return nil }
        guard let (width, isOrdered) = Self.width(text, line.content) else { return nil }
        let end = line.content.lowerBound + width
        let standsApart =
            end == line.content.upperBound
            ? first >= 0x80 : Blanks.length(in: text.bytes, at: end, end: line.content.upperBound) > 0
        guard standsApart else { return nil }
        self.isOrdered = isOrdered
        indent = line.indent
        words = Blanks.trim(end..<line.content.upperBound, in: text.bytes).lowerBound
    }

    /// The bytes that the marker takes.
    private static func width(_ text: SourceText, _ content: Range<Int>) -> (Int, isOrdered: Bool)? {
        let first = text.bytes[content.lowerBound]
        switch first {
        case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: "o"): return (1, false)
        default: break
        }
        if first >= 0xC2 {
            return bullets.first { text.bytes[content].starts(with: $0) }.map { ($0.count, false) }
        }
        var digits = 0
        let bytes = text.bytes[content].prefix(5)
        while digits < bytes.count, bytes[bytes.startIndex + digits].isDecimalDigit { digits += 1 }
        // A letter needs a parenthesis: `a)`, as `s.` is the end of a word.
        let marks = digits == 0 ? ")" : ".)"
        if digits == 0, first.isSmallLetter { digits = 1 }
        guard 1...3 ~= digits, digits < bytes.count, marks.utf8.contains(bytes[bytes.startIndex + digits]) else {
            return nil
        }
        return (digits + 1, true)
    }
}
