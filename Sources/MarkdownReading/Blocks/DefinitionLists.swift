internal import CCmark
internal import RequirementModel

/// Definition lists, as PHP Markdown Extra, kramdown and MyST read them: a term on a line of its own, and below it each of its
/// definitions behind a colon and a blank.
extension BlockReader {
    /// Reads the paragraph if there is a definition in it; false, and nothing read, if not.
    mutating func readDefinitions(_ node: TreeNode) -> Bool {
        let lines = line(node.startLine)...max(line(node.startLine), line(node.endLine))
        guard lines.contains(where: { firstByte(ofLine: $0) == UInt8(ascii: ":") }),
            containers.depth < Document.maximumDepth
        else { return false }
        let paragraph = strip(node, lines, inside: containers.prefixes(in: source))
        guard let first = paragraph.firstIndex(where: beginsDefinition) else { return false }
        var term = first == 0 ? takeParagraph() : text(of: paragraph[..<first])
        guard term != nil else { return false }
        var items: [List.Item] = []
        var start = first
        while start < paragraph.count {
            // A line right above a definition is the next term; any other, or one that is indented, goes on with the one above.
            let next = paragraph[(start + 1)...].firstIndex(where: beginsDefinition) ?? paragraph.count
            let isLast = next == paragraph.count
            let goesOn = isLast || next == start + 1 || paragraph[next - 1].indent > 0
            let end = goesOn ? next : next - 1
            let position = source.position(line: paragraph[start].line, column: 1)
            let blocks = page.blocks(
                ofPiece: Piece(definition: paragraph[start..<end], in: source).text, depth: depth + 2)
            if term == nil, !items.isEmpty {
                items[items.count - 1].blocks += blocks
            } else {
                items.append(List.Item(position: term?.position ?? position, term: term, blocks: blocks))
            }
            term = end < next ? text(of: paragraph[end..<next]) : nil
            start = next
        }
        appendDefinitions(items)
        return true
    }

    private func firstByte(ofLine line: Int) -> UInt8? {
        source.bytes[source.range(ofLine: line)].first { !$0.isBlank && $0 != UInt8(ascii: ">") }
    }

    private func beginsDefinition(_ line: ParagraphLine) -> Bool {
        let text = source.bytes[line.text]
        return text.first == UInt8(ascii: ":") && text.dropFirst().first?.isBlank == true && !line.isLazy
    }

    /// Some lines of a paragraph as one text.
    private mutating func text(of lines: ArraySlice<ParagraphLine>) -> RichText? {
        guard case .paragraph(let text)? = page.blocks(ofPiece: Piece(lines, in: source).text, depth: depth).first
        else { return nil }
        return text
    }
}

extension Piece {
    /// A definition without its colon.
    fileprivate init(definition lines: ArraySlice<ParagraphLine>, in source: SourceText) {
        var lines = lines
        lines[lines.startIndex] = ParagraphLine(lines[lines.startIndex], behindMarkerIn: source)
        self.init(lines, in: source)
    }
}

extension ParagraphLine {
    /// What follows the one byte that `line` begins with, and the blanks behind it.
    fileprivate init(_ line: ParagraphLine, behindMarkerIn source: SourceText) {
        var scanner = LineScanner(source, line: line.line)
        scanner.index = line.text.lowerBound + 1
        scanner.skipBlanks()
        self.init(scanner, line: line.line, isLazy: false)
    }
}
