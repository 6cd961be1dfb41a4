internal import RequirementModel

/// Follows the source lines of one paragraph while its inlines are read.
struct LineCursor {
    let source: SourceText
    /// The 1-based line at hand.
    var line: Int
    /// How many block quotes the paragraph stands in; so many `>` are no text.
    let quotes: Int

    /// Goes on to the next line, or to libcmark's `line` if a code span has swallowed some; the place of its first visible
    /// byte.
    mutating func advance(to line: Int?) -> SourcePosition {
        self.line = max(self.line + 1, (line ?? 0) + source.skippedLines)
        let range = source.range(ofLine: self.line)
        var index = range.lowerBound
        var quotes = quotes
        while index < range.upperBound {
            if source.bytes[index] == UInt8(ascii: ">"), quotes > 0 {
                quotes -= 1
            } else if !source.bytes[index].isBlank {
                break
            }
            index += 1
        }
        return source.position(line: self.line, column: index - range.lowerBound + 1)
    }
}
