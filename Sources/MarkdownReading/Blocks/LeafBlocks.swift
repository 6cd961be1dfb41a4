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
        if mayDefine, readDefinitions(node) { return }
        if readNoteMarker(node) { return }
        if holdsTable(node) { return readHTML(node) }
        let text = text(of: node)
        if !text.isEmpty { append(.paragraph(text)) }
    }

    mutating func readHeading(_ node: TreeNode) {
        let (first, last) = (line(node.startLine), line(node.endLine))
        // Rows above a line of hyphens are a setext heading to libcmark; to a reader they are a table and a rule.
        if last - first >= 2, readTable(node, on: first...last) { return }
        append(.heading(Heading(level: node.headingLevel, text: text(of: node).withoutAttributes)))
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
        let info = node.fenceInfo
        if isFenced, containers.depth == 0, let fence = FenceDirective(info) {
            let last = line(node.endLine)
            let isClosed = last > first && CodeFence(source.bytes[source.range(ofLine: last)].trimmed) != nil
            return read(fence, body: first + 1..<max(first, isClosed ? last - 1 : last) + 1)
        }
        append(.code(CodeBlock(info: info, text: node.literal, position: position)))
    }

    /// Whether raw tags between the words begin a table, which only the HTML reader can read.
    private func holdsTable(_ node: TreeNode) -> Bool {
        var current = node.firstChild
        while let inline = current {
            if inline.kind == CMARK_NODE_HTML_INLINE, InlineTag(inline).name.elementsEqual("table".utf8) { return true }
            current = inline.next
        }
        return false
    }

    /// Reads `[!NOTE]` at the beginning of a block quote, or of a paragraph that stands in a frame of raw HTML; false for any
    /// other paragraph.
    private mutating func readNoteMarker(_ node: TreeNode) -> Bool {
        guard let first = node.firstChild, first.kind == CMARK_NODE_TEXT,
            let marker = first.withLiteral(NoteMarker.init)
        else { return false }
        let start = position(of: node)
        if marker.isNavigation { return true }
        guard beginsQuote || AdmonitionKind.named(Array(marker.kind.utf8)[...]) != nil else { return false }
        let isQuote = beginsQuote
        if isQuote, marker.kind != "div" { markQuote(as: marker.kind) }
        var position = start
        position.column += marker.length
        let rest = text(of: node, skipping: marker.length, at: position)
        if !isQuote {
            append(.note(Note(kind: marker.kind, position: start, blocks: rest.isEmpty ? [] : [.paragraph(rest)])))
        } else if !rest.isEmpty {
            append(.paragraph(rest))
        }
        return true
    }
}

/// `[!WORD]` at the beginning of a text, or DocFX's `[!div class="…"]`, which styles the quotation that it begins.
private struct NoteMarker {
    /// The word in lower case.
    let kind: String
    /// In bytes, with the blanks after it.
    let length: Int
    /// Whether the link to the next page follows.
    let isNavigation: Bool

    init?(_ text: UnsafeBufferPointer<UInt8>) {
        guard text.count > 3, text[0] == UInt8(ascii: "["), text[1] == UInt8(ascii: "!") else { return nil }
        let word = text[2...].prefix { $0.isLetter }
        kind = String(decoding: word.map(\.lowercased), as: UTF8.self)
        guard !word.isEmpty, let end = text[word.endIndex...].firstIndex(of: UInt8(ascii: "]")),
            end == word.endIndex || kind == "div"
        else { return nil }
        isNavigation =
            end > word.endIndex && String(decoding: text[word.endIndex..<end], as: UTF8.self).contains("nextstep")
        length = text[(end + 1)...].prefix { $0.isBlank }.endIndex
    }
}

extension RichText {
    /// Without the list of attributes that kramdown and Docusaurus take at the end of a heading: `{#id .class}`.
    fileprivate var withoutAttributes: RichText {
        guard text.utf8.last == UInt8(ascii: "}"), let open = text.utf8.lastIndex(of: UInt8(ascii: "{")) else {
            return self
        }
        let inside = text.utf8[open...].dropFirst()
        guard let mark = inside.first, "#:.".utf8.contains(mark) else { return self }
        var bytes = Array(text.utf8[..<open])
        while bytes.last == 0x20 { bytes.removeLast() }
        guard !bytes.isEmpty else { return self }
        var bare = self
        bare.text = String(decoding: bytes, as: UTF8.self)
        bare.spans = spans.filter { $0.range.lowerBound < bytes.count }.map {
            Span($0.range.clamped(to: 0..<bytes.count), $0.markup)
        }
        bare.lineStarts.removeAll { $0.offset > bytes.count }
        return bare
    }
}
