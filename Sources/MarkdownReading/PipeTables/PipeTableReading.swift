internal import RequirementModel

/// Pipe tables, by the rules of GitHub Flavored Markdown (its specification, section 4.10) and of its reference, cmark-gfm.
///
/// libcmark knows none: to it the rows are lines of a paragraph, and its inlines do not see that a pipe cuts even inside a
/// code span. So they are found on the paragraph's raw lines.
extension BlockReader {
    /// Reads the paragraph that stands on `lines` if there is a table in it; false, and nothing read, if not.
    mutating func readTable(in lines: ClosedRange<Int>) -> Bool {
        guard lines.count > 1, lines.dropFirst().contains(where: mayDelimit) else { return false }
        guard containers.depth < Document.maximumDepth else { return false }
        let prefixes = containers.prefixes(in: source)
        let stripped = lines.map { ParagraphLine(source, line: $0, inside: prefixes) }
        guard let table = PipeTable(source.bytes, stripped) else { return false }
        if table.rows.lowerBound > 0 { appendPiece(stripped[..<table.rows.lowerBound]) }
        append(.table(read(table, stripped)))
        if table.rows.upperBound < stripped.count { appendPiece(stripped[table.rows.upperBound...]) }
        return true
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
        var cells = PipeCells(source: source)
        var rows: [Table.Row] = []
        for index in table.rows where index != table.rows.lowerBound + 1 {
            let isHeader = index == table.rows.lowerBound
            let line = lines[index]
            guard let row = PipeRow(source.bytes, line.text) else { continue }
            let start = position(of: line.text.lowerBound, line)
            if row.cells.count > table.width {
                page.diagnostics.append(
                    Diagnostic(
                        .warning, "cells-beyond-header",
                        at: .init(file: page.path, position: position(of: row.cells[table.width].lowerBound, line)),
                        "the row has more cells than the header; what stands in them is left out"))
            }
            rows.append(
                Table.Row(
                    part: isHeader ? .header : .body, position: start,
                    cells: row.cells.prefix(table.width).map { cell in
                        Table.Cell(cells.read(cell, at: position(of: cell.lowerBound, line)), isHeader: isHeader)
                    }))
        }
        cells.readDeferred(into: &rows, with: &inlines, page: &page)
        return Table(position: rows[0].position, rows: rows)
    }
}
