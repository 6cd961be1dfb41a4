internal import RequirementModel

/// A table of comma-separated values, `.. csv-table::`, whose headers stand in its first rows or in an option.
enum CommaTable {
    /// The table in `lines`, below the directive's `options`.
    static func match(in text: SourceText, _ lines: Range<Int>, options: Range<Int>) -> Table? {
        var rows: [Table.Row] = []
        if let header = options.first(where: { text.line($0, hasPrefix: ":header:") }) {
            let content = text.lines[header].content
            let cells = cells(content.lowerBound + ":header:".utf8.count..<content.upperBound, line: header, in: text)
            rows.append(text.row(.header, cells, line: header))
        }
        let headers = options.contains { text.line($0, hasPrefix: ":header-rows: 1") } ? 1 : 0
        for line in lines {
            let part: Table.Part = line - lines.lowerBound < headers ? .header : .body
            rows.append(text.row(part, cells(text.lines[line].content, line: line, in: text), line: line))
        }
        guard let first = rows.first, !first.cells.isEmpty, text.holds(rows, on: options.lowerBound..<lines.upperBound)
        else { return nil }
        return Table(position: first.position, rows: rows)
    }

    private static func cells(_ content: Range<Int>, line: Int, in text: SourceText) -> [[CellPiece]] {
        CommaSeparatedLine.values(in: text.bytes, content).map { [CellPiece(range: $0, line: line)] }
    }
}
