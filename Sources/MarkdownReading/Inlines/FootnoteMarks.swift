internal import RequirementModel

extension RichText {
    /// The text with its marks of footnotes, `[^1]`, as what they are shown as: superscripts, which are no part of the words
    /// before them. In code they mean themselves.
    var markingFootnotes: RichText {
        guard text.utf8.contains(UInt8(ascii: "^")) else { return self }
        let bytes = Array(text.utf8)
        var marks: [Span] = []
        var index = 0
        while let caret = bytes[index...].firstIndex(of: UInt8(ascii: "^")) {
            index = caret + 1
            let label = bytes[index...].prefix { $0.isLetter || $0.isDigit || $0 == UInt8(ascii: "-") }
            guard caret > 0, bytes[caret - 1] == UInt8(ascii: "["), !label.isEmpty, label.endIndex < bytes.count,
                bytes[label.endIndex] == UInt8(ascii: "]")
            else { continue }
            let mark = caret - 1..<label.endIndex + 1
            if !spans.contains(where: { $0.range.overlaps(mark) && $0.markup == .code }) {
                marks.append(Span(mark, .superscript))
            }
        }
        guard !marks.isEmpty else { return self }
        var marked = self
        marked.spans = (spans + marks).sorted {
            ($0.range.lowerBound, -$0.range.upperBound) < ($1.range.lowerBound, -$1.range.upperBound)
        }
        return marked
    }
}
