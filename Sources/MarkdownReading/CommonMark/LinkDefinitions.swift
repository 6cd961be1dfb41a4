/// The lines of a page that define link targets (`[label]: target`), for pieces of it that are parsed on their own.
struct LinkDefinitions {
    /// One after the other, each a block of its own.
    private(set) var bytes: [UInt8] = []

    /// All of `source`. Only what no paragraph can go on into is one; what else looks like one, in code, does no harm: it
    /// defines a label that nothing uses.
    init(in source: SourceText) {
        var line = source.skippedLines
        var isBelowDefinition = false
        while line < source.lineCount {
            line += 1
            let text = Self.content(ofLine: line, in: source)
            guard text.first == UInt8(ascii: "["), let target = Self.target(in: text),
                isBelowDefinition || Self.canBegin(line, in: source)
            else {
                isBelowDefinition = false
                continue
            }
            isBelowDefinition = true
            bytes += "\n\n".utf8
            bytes += text
            if target.trimmed.isEmpty {
                line += 1
                bytes.append(UInt8(ascii: "\n"))
                bytes += Self.content(ofLine: line, in: source)
            }
        }
        if !bytes.isEmpty { bytes.append(UInt8(ascii: "\n")) }
    }

    /// Whether the line above `line` leaves no paragraph open: blank, a heading, the end of a comment, a code fence, a rule,
    /// or outside of the block quote that begins here.
    private static func canBegin(_ line: Int, in source: SourceText) -> Bool {
        guard line > 1 else { return true }
        let above = content(ofLine: line - 1, in: source).trimmed
        if isQuoted(line, in: source), !isQuoted(line - 1, in: source) { return true }
        switch above.first {
        case nil, UInt8(ascii: "#"), UInt8(ascii: "`"), UInt8(ascii: "~"): return true
        case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "_"):
            return above.allSatisfy { $0 == above.first || $0.isBlank }
        default: return above.suffix(3).elementsEqual("-->".utf8)
        }
    }

    private static func isQuoted(_ line: Int, in source: SourceText) -> Bool {
        source.bytes[source.range(ofLine: line)].first { !$0.isBlank } == UInt8(ascii: ">")
    }

    /// A line without indentation and the marks of block quotes.
    private static func content(ofLine line: Int, in source: SourceText) -> ArraySlice<UInt8> {
        source.bytes[source.range(ofLine: line)].drop { $0.isBlank || $0 == UInt8(ascii: ">") }
    }

    /// What follows `[label]:`.
    private static func target(in text: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        var index = text.startIndex + 1
        while index + 1 < text.endIndex {
            if text[index] == UInt8(ascii: "\\") {
                index += 2
                continue
            }
            if text[index] == UInt8(ascii: "[") { return nil }
            if text[index] == UInt8(ascii: "]") {
                return text[index + 1] == UInt8(ascii: ":") ? text[(index + 2)...] : nil
            }
            index += 1
        }
        return nil
    }
}
