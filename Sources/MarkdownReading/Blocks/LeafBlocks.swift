internal import CCmark
internal import RequirementModel

/// The blocks that hold text.
extension BlockReader {
    mutating func readParagraph(_ node: TreeNode) {
        if let table = takeTable(at: node) {
            append(.table(table))
            return
        }
        if readTable(node, on: line(node.startLine)...line(max(node.endLine, node.startLine))) { return }
        if beginsQuote, readNoteMarker(node) { return }
        let text = text(of: node)
        if !text.isEmpty { append(.paragraph(text)) }
    }

    mutating func readHeading(_ node: TreeNode) {
        let (first, last) = (line(node.startLine), line(node.endLine))
        // Rows above a line of hyphens are a setext heading to libcmark; to a reader they are a table and a rule.
        if last - first >= 2, readTable(node, on: first...last) { return }
        append(.heading(Heading(level: node.headingLevel, text: text(of: node))))
    }

    /// The text of a paragraph or heading, but for its first `skipped` bytes.
    mutating func text(of node: TreeNode, skipping skipped: Int = 0, at position: SourcePosition? = nil) -> RichText {
        let cursor = LineCursor(source: source, line: line(node.startLine), quotes: containers.quotes)
        return inlines.read(node, skipping: skipped, at: position ?? self.position(of: node), lines: cursor)
    }

    mutating func readCode(_ node: TreeNode) {
        let first = line(node.startLine)
        let start = source.range(ofLine: first).lowerBound + node.startColumn - 1
        let isFenced = start < source.bytes.count && "`~".utf8.contains(source.bytes[start])
        let position = source.position(line: isFenced ? first + 1 : first, column: node.startColumn)
        append(.code(CodeBlock(info: node.fenceInfo, text: node.literal, position: position)))
    }

    /// Reads `[!NOTE]` at the beginning of a block quote; false for any other paragraph.
    private mutating func readNoteMarker(_ node: TreeNode) -> Bool {
        guard let first = node.firstChild, first.kind == CMARK_NODE_TEXT,
            let marker = first.withLiteral(NoteMarker.init)
        else { return false }
        markQuote(as: marker.kind)
        var position = position(of: node)
        position.column += marker.length
        let rest = text(of: node, skipping: marker.length, at: position)
        if !rest.isEmpty { append(.paragraph(rest)) }
        return true
    }
}

/// `[!WORD]` at the beginning of a text.
private struct NoteMarker {
    /// The word in lower case.
    let kind: String
    /// In bytes, with the blanks after it.
    let length: Int

    init?(_ text: UnsafeBufferPointer<UInt8>) {
        guard text.count > 3, text[0] == UInt8(ascii: "["), text[1] == UInt8(ascii: "!") else { return nil }
        let word = text[2...].prefix { $0.isLetter }
        guard !word.isEmpty, word.endIndex < text.count, text[word.endIndex] == UInt8(ascii: "]") else { return nil }
        kind = String(decoding: word.map(\.lowercased), as: UTF8.self)
        length = text[(word.endIndex + 1)...].prefix { $0.isBlank }.endIndex
    }
}
