/// The lines of a page that define link targets (`[label]: target`), for pieces of it that are parsed on their own.
struct LinkDefinitions {
    /// One after the other, each a block of its own.
    private(set) var bytes: [UInt8] = []

    /// All of `source`. Only what no paragraph can go on into is one; what else looks like one, in code, does no harm: it
    /// defines a label that nothing uses.
    init(in source: SourceText) {
        var mayDefine = true
        var isInQuote = false
        var line = source.skippedLines
        while line < source.lineCount {
            line += 1
            let text = Self.content(ofLine: line, in: source)
            let beginsQuote = text.startIndex > source.lineStarts[line - 1] && !isInQuote
            isInQuote = source.bytes[source.lineStarts[line - 1]..<text.startIndex].contains(UInt8(ascii: ">"))
            if beginsQuote, isInQuote { mayDefine = true }
            guard let first = text.first else {
                mayDefine = true
                continue
            }
            guard mayDefine, first == UInt8(ascii: "["), let target = Self.target(in: text) else {
                mayDefine = Self.endsBlock(text)
                continue
            }
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

    /// Whether no paragraph goes on below a line: a heading, the end of a comment, a code fence, a rule.
    private static func endsBlock(_ line: ArraySlice<UInt8>) -> Bool {
        let text = line.trimmed
        switch text.first {
        case UInt8(ascii: "#"), UInt8(ascii: "`"), UInt8(ascii: "~"): return true
        case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "_"):
            return text.allSatisfy { $0 == text.first || $0.isBlank }
        default: return text.suffix(3).elementsEqual("-->".utf8)
        }
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
