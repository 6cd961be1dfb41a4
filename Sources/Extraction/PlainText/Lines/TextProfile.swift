/// What a text as a whole tells about how to read its lines.
struct TextProfile {
    /// The column at which lines are broken; nil when every line is a paragraph.
    var wrapColumn: Int?
    /// Whether it is AsciiDoc, whose marks mean nothing elsewhere.
    var isAsciiDoc: Bool
    /// Whether its sections are numbered in parts (`2.1 Ports`), so that `2. Ports` is a heading, too.
    var hasNumberedSections: Bool

    /// Lines shorter than this are not broken by width.
    private static let narrowest = 50
    /// Lines longer than this are not broken at all.
    private static let widest = 110

    /// The profile of `text`.
    init(_ text: SourceText) {
        var lengths = [Int](repeating: 0, count: Self.widest + 2)
        var (isAsciiDoc, hasNumberedSections) = (false, false)
        for (index, line) in text.lines.enumerated() {
            lengths[min(line.indent + line.content.count, Self.widest + 1)] += 1
            if text.firstByte(index) == UInt8(ascii: "|") || text.firstByte(index) == UInt8(ascii: "=") {
                isAsciiDoc = isAsciiDoc || text.line(index, hasPrefix: "|===") || text.line(index, hasPrefix: "= ")
            }
            if !hasNumberedSections, line.followsBlank, text.firstByte(index).isDecimalDigit,
                let number = SectionNumber(text, line: index)
            {
                hasNumberedSections = number.parts > 1
            }
        }
        self.isAsciiDoc = isAsciiDoc
        self.hasNumberedSections = hasNumberedSections
        wrapColumn = Self.wrapColumn(lengths: lengths, of: text.lines.count)
    }

    /// The length that all but a thirtieth of the lines keep within.
    private static func wrapColumn(lengths: [Int], of count: Int) -> Int? {
        var kept = 0
        for (length, lines) in lengths.enumerated().dropLast() {
            kept += lines
            if kept * 30 >= count * 29 { return length >= narrowest ? length : nil }
        }
        return nil
    }
}

/// A number before a heading: `2.`, `2.1`, `A.3.`
struct SectionNumber {
    /// How many parts it has.
    var parts: Int
    /// Where the words after it begin.
    var end: Int

    /// The number at the start of line `index`, if a capital follows it.
    init?(_ text: SourceText, line index: Int) {
        let content = text.lines[index].content
        let words = text.words(index, limit: 2)
        guard words.count == 2, words[0].count <= 12 else { return nil }
        let fields = text.bytes[words[0]].split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        let numbers = fields.last?.isEmpty == true ? fields.dropLast() : fields[...]
        guard !numbers.isEmpty, fields.count > 1,
            numbers.allSatisfy({ !$0.isEmpty && $0.count <= 3 && $0.allSatisfy(\.isDecimalDigit) }),
            text.bytes[words[1].lowerBound].isCapital
        else { return nil }
        parts = numbers.count
        end = words[1].lowerBound
        guard end < content.upperBound else { return nil }
    }
}
