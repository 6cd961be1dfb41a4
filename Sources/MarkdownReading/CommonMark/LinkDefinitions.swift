/// The paragraphs of a text that define link targets (`[label]: target`), for pieces of the page that are parsed on their own.
struct LinkDefinitions {
    /// One after the other, each a block of its own.
    private(set) var bytes: [UInt8] = []
    /// How many lines they are.
    private(set) var lineCount = 0

    /// None.
    init() {}

    /// All of `source`.
    init(in source: SourceText) {
        guard Self.stand(in: source.bytes[source.start...]) else { return }
        for lines in ParagraphScanner(source).paragraphs {
            let paragraph = Self.paragraph(lines, of: source)
            guard Self.stand(in: paragraph[...]) else { continue }
            bytes += paragraph
            lineCount += lines.count + 1
        }
    }

    mutating func append(_ further: LinkDefinitions) {
        bytes += further.bytes
        lineCount += further.lineCount
    }

    /// Whether a paragraph of `lines` is definitions and nothing else.
    static func areAll(_ lines: [ParagraphLine], of source: SourceText) -> Bool {
        let paragraph = paragraph(lines, of: source)
        return stand(in: paragraph[...]) && CommonMarkTree(SourceText(paragraph)).root?.firstChild == nil
    }

    /// A first look: whether what stands before a colon may be a label that begins a line.
    private static func stand(in text: ArraySlice<UInt8>) -> Bool {
        text.withUnsafeBufferPointer { text in
            var index = 0
            while let end = text.firstIndex(of: UInt8(ascii: "]"), from: index) {
                index = end + 1
                if index < text.count, text[index] == UInt8(ascii: ":"), mayBeginLine(text, labelTo: end) {
                    return true
                }
            }
            return false
        }
    }

    /// Whether the label that ends at `end` may stand at the beginning of a line, behind the marks of quotes and items.
    private static func mayBeginLine(_ text: UnsafeBufferPointer<UInt8>, labelTo end: Int) -> Bool {
        var index = end - 1
        while index >= 0, text[index] != UInt8(ascii: "["), text[index] != UInt8(ascii: "]") { index -= 1 }
        guard index >= 0 else { return false }
        // A bracket behind a backslash is part of the label: too much for a first look.
        if index > 0, text[index - 1] == UInt8(ascii: "\\") { return true }
        guard text[index] == UInt8(ascii: "[") else { return false }
        while index > 0 {
            index -= 1
            switch text[index] {
            case UInt8(ascii: "\n"), UInt8(ascii: "\r"): return true
            case 0x20, 0x09, UInt8(ascii: ">"), UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "*"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: ")"):
                continue
            default: return false
            }
        }
        return true
    }

    /// The paragraph at the margin. Its further lines are indented so far that none can be taken for a block of its own.
    private static func paragraph(_ lines: [ParagraphLine], of source: SourceText) -> [UInt8] {
        var bytes: [UInt8] = []
        for line in lines {
            if !bytes.isEmpty { bytes += "    ".utf8 }
            bytes += FootnoteLegend.escaped(source.bytes[line.text]) ?? Array(source.bytes[line.text])
            bytes.append(UInt8(ascii: "\n"))
        }
        return bytes + [UInt8(ascii: "\n")]
    }
}
