internal import RequirementModel

/// What a footnote's mark stands for, `[^1]: Optional`.
///
/// CommonMark knows no footnotes: one of a single word is the definition of a link to it, which no reader sees, and the mark is that link.
enum FootnoteLegend {
    /// `line` with its colon escaped, so that libcmark reads it as words; nil where it begins with no footnote.
    static func escaped(_ line: ArraySlice<UInt8>) -> [UInt8]? {
        let text = line.drop { $0.isBlank }
        guard text.starts(with: "[^".utf8), let end = text.firstIndex(of: UInt8(ascii: "]")), end + 1 < text.endIndex,
            text[end + 1] == UInt8(ascii: ":")
        else { return nil }
        return line[...end] + [UInt8(ascii: "\\")] + line[(end + 1)...]
    }
}
