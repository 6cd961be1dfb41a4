internal import RequirementModel

/// A text as lines: its bytes, and where each line that holds something stands.
///
/// Lines end at LF, CRLF or a lone CR. Blank lines are not kept; what follows one knows it.
struct SourceText {
    /// The whole text, UTF-8.
    let bytes: [UInt8]
    /// The lines that are not blank.
    let lines: [Line]

    /// A line that holds something.
    struct Line {
        /// 1-based, blank lines counted.
        var number: Int
        /// Where the line begins, its indentation included.
        var start: Int
        /// What it holds, without blanks at both ends.
        var content: Range<Int>
        /// Columns before the content; a tab goes to the next multiple of eight.
        var indent: Int
        /// Whether a blank line, or nothing at all, stands before it.
        var followsBlank: Bool
    }

    /// The lines of `bytes`.
    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        let text = bytes.span
        var lines: [Line] = []
        var (start, number, followsBlank) = (0, 1, true)
        while start < text.count {
            var end = start
            while end < text.count, text[end] > 0x0D || text[end] != 0x0A && text[end] != 0x0D { end += 1 }
            let content = Blanks.trim(start..<end, in: bytes)
            if content.isEmpty {
                followsBlank = true
            } else {
                let indent = Self.columns(in: bytes[start..<content.lowerBound])
                lines.append(
                    Line(number: number, start: start, content: content, indent: indent, followsBlank: followsBlank))
                followsBlank = false
            }
            let isPair = end + 1 < text.count && text[end] == 0x0D && text[end + 1] == 0x0A
            start = end + (isPair ? 2 : 1)
            number += 1
        }
        self.lines = lines
    }

    /// The bytes of line `index` without blanks at both ends.
    func content(_ index: Int) -> ArraySlice<UInt8> { bytes[lines[index].content] }

    /// The place of the byte at `offset`, which stands in line `index`.
    func position(_ index: Int, at offset: Int? = nil) -> SourcePosition {
        let line = lines[index]
        return SourcePosition(line: line.number, column: (offset ?? line.content.lowerBound) - line.start + 1)
    }

    /// Whether a blank line, or the end of the text, follows line `index`.
    func precedesBlank(_ index: Int) -> Bool { index + 1 >= lines.count || lines[index + 1].followsBlank }

    /// The columns that `bytes` take on a screen: one for each character, tabs to the next multiple of eight.
    static func columns(in bytes: ArraySlice<UInt8>) -> Int {
        var columns = 0
        for byte in bytes {
            if byte == 0x09 { columns += 8 - columns % 8 } else if byte & 0xC0 != 0x80 { columns += 1 }
        }
        return columns
    }
}
