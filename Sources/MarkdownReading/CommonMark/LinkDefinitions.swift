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

    /// A first look, by what follows a label.
    private static func stand(in text: ArraySlice<UInt8>) -> Bool {
        text.withUnsafeBufferPointer { text in
            var index = 0
            while let end = text.firstIndex(of: UInt8(ascii: "]"), from: index) {
                index = end + 1
                if index < text.count, text[index] == UInt8(ascii: ":") { return true }
            }
            return false
        }
    }

    /// The paragraph at the margin. Its further lines are indented so far that none can be taken for a block of its own.
    private static func paragraph(_ lines: [ParagraphLine], of source: SourceText) -> [UInt8] {
        var bytes: [UInt8] = []
        for line in lines {
            if !bytes.isEmpty { bytes += "    ".utf8 }
            bytes += source.bytes[line.text]
            bytes.append(UInt8(ascii: "\n"))
        }
        return bytes + [UInt8(ascii: "\n")]
    }
}
