internal import CCmark
internal import RequirementModel

/// Pipe tables, by the rules of GitHub Flavored Markdown (its specification, section 4.10) and of its reference, cmark-gfm.
///
/// libcmark knows none: to it the rows are lines of a paragraph, and its inlines do not see that a pipe cuts even inside a
/// code span. So they are found on the paragraph's raw lines.
extension BlockReader {
    /// Reads the table that `node` holds the place of.
    mutating func takeTable(at node: TreeNode) -> Table? {
        guard let table = tables.first, table.place == line(node.startLine) else { return nil }
        tables.removeFirst()
        return read(table.table, table.lines)
    }

    /// Reads the paragraph or heading that stands on `lines` if there is a table in it; false, and nothing read, if not.
    mutating func readTable(_ node: TreeNode, on lines: ClosedRange<Int>) -> Bool {
        guard lines.count > 1, lines.dropFirst().contains(where: { mayDelimit($0) }) else { return false }
        guard containers.depth < Document.maximumDepth else { return false }
        let prefixes = containers.prefixes(in: source)
        var stripped = strip(node, lines, inside: prefixes)
        guard var table = PipeTable(source.bytes, stripped) else { return false }
        // What underlines a heading to libcmark can be a row, and the next paragraph more of them.
        var last = node
        while table.lines.upperBound == stripped.count, last.kind == CMARK_NODE_HEADING,
            let next = adjoining(last, below: stripped[stripped.count - 1].line), isParagraph(next)
        {
            stripped += strip(next, self.lines(of: next), inside: prefixes)
            last = next
            table.extend(source.bytes, stripped)
        }
        let vanished =
            table.lines.upperBound == stripped.count ? definitions(below: stripped, of: last, inside: prefixes) : []
        if !vanished.isEmpty {
            stripped += vanished
            table.extend(source.bytes, stripped)
        }
        if table.lines.upperBound < stripped.count || !vanished.isEmpty, page.allowsReadingAnew() {
            cut = OmittedTable(table, among: stripped, of: source)
            return true
        }
        if table.lines.lowerBound > 0 { appendPiece(stripped[..<table.lines.lowerBound]) }
        append(.table(read(table, stripped)))
        if table.lines.upperBound < stripped.count { appendPiece(stripped[table.lines.upperBound...]) }
        if last != node { lastRead = last }
        return true
    }

    /// The next block in the same container, if it begins right below `line`.
    private func adjoining(_ node: TreeNode, below line: Int) -> TreeNode? {
        guard let next = node.next, self.line(next.startLine) == line + 1 else { return nil }
        return next
    }

    /// The lines right below an underlined row that are link definitions to libcmark, and so nothing of its tree.
    private func definitions(
        below lines: [ParagraphLine], of heading: TreeNode, inside prefixes: [Container]
    ) -> [ParagraphLine] {
        guard heading.kind == CMARK_NODE_HEADING else { return [] }
        let end = heading.next.map { line($0.startLine) } ?? source.lineCount + 1
        var definitions: [ParagraphLine] = []
        for line in stride(from: lines[lines.count - 1].line + 1, to: end, by: 1) {
            let next = ParagraphLine(source, line: line, inside: prefixes)
            guard !next.isLazy, let first = next.text.first else { break }
            guard !definitions.isEmpty || source.bytes[first] == UInt8(ascii: "[") else { break }
            definitions.append(next)
        }
        return LinkDefinitions.areAll(definitions, of: source) ? definitions : []
    }

    private func lines(of node: TreeNode) -> ClosedRange<Int> {
        let first = line(node.startLine)
        return first...max(first, line(node.endLine))
    }

    /// The lines of a paragraph, or of a heading down to the one that underlines it: libcmark tells the one after that.
    func strip(
        _ node: TreeNode, _ lines: ClosedRange<Int>, inside prefixes: [Container]
    ) -> [ParagraphLine] {
        var stripped = [ParagraphLine(first: lines.lowerBound, from: node.startColumn, of: source)]
        for line in lines.dropFirst() {
            let next = ParagraphLine(source, line: line, inside: prefixes)
            // What underlines nothing but definitions is text.
            let isUnderline =
                node.kind == CMARK_NODE_HEADING && next.isUnderline(in: source.bytes)
                && !LinkDefinitions.areAll(stripped, of: source)
            stripped.append(next)
            if isUnderline { break }
        }
        return stripped
    }

    /// Whether libcmark took `node` for a paragraph, be it an underlined one.
    private func isParagraph(_ node: TreeNode) -> Bool {
        guard node.kind == CMARK_NODE_HEADING else { return node.kind == CMARK_NODE_PARAGRAPH }
        let start = source.range(ofLine: line(node.startLine)).lowerBound + node.startColumn - 1
        return start < source.bytes.count && source.bytes[start] != UInt8(ascii: "#")
    }

    /// A quick look: whether the first visible byte of the line fits a delimiter row.
    private func mayDelimit(_ line: Int) -> Bool {
        for byte in source.bytes[source.range(ofLine: line)] where !byte.isBlank && byte != UInt8(ascii: ">") {
            return byte == UInt8(ascii: "|") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ":")
        }
        return false
    }

    /// Reads some lines of a paragraph as Markdown of their own.
    private mutating func appendPiece(_ lines: ArraySlice<ParagraphLine>) {
        for block in page.blocks(ofPiece: Piece(lines, in: source).text, depth: depth) { append(block) }
    }

    private func position(of offset: Int, _ line: ParagraphLine) -> SourcePosition {
        source.position(line: line.line, column: offset - source.range(ofLine: line.line).lowerBound + 1)
    }

    private mutating func read(_ table: PipeTable, _ lines: [ParagraphLine]) -> Table {
        let bytes = source.bytes
        var cells = PipeCells()
        var rows: [Table.Row] = []
        rows.reserveCapacity(table.rows.count)
        for number in 0..<table.rows.count {
            // The delimiter row is among the lines, but not among the rows.
            let line = lines[table.lines.lowerBound + (number == 0 ? 0 : number + 1)]
            let row = table.rows[number]
            let position = position(of: line.text.lowerBound, line)
            let margin = line.text.lowerBound - position.column
            if row.count > table.width {
                report(
                    cellsBeyondHeader: .init(
                        line: position.line, column: row[row.startIndex + table.width].text.lowerBound - margin))
            }
            guard page.allows(emptyCells: table.width - row.count) else {
                report(rowsLeftOut: table.rows.count - number, at: position)
                break
            }
            let contents = row.prefix(table.width).map { cell in
                Table.Cell(
                    cells.read(cell, of: bytes, at: .init(line: position.line, column: cell.text.lowerBound - margin)),
                    isHeader: number == 0)
            }
            rows.append(Table.Row(part: number == 0 ? .header : .body, position: position, cells: contents))
        }
        cells.readDeferred(into: &rows, with: &inlines, page: &page)
        return Table(position: rows.first?.position ?? .unknown, rows: rows)
    }

    private mutating func report(cellsBeyondHeader position: SourcePosition) {
        page.diagnostics.append(
            Diagnostic(
                .warning, "cells-beyond-header", at: .init(file: page.path, position: position),
                "the row has more cells than the header; they are left out, as sites do; is a pipe in it not escaped?"))
    }

    private mutating func report(rowsLeftOut count: Int, at position: SourcePosition) {
        page.diagnostics.append(
            Diagnostic(
                .error, "table-too-large", at: .init(file: page.path, position: position),
                "the header is so wide and so many rows are short that the table cannot be padded; "
                    + "\(count) rows from here on are left out"))
    }
}
