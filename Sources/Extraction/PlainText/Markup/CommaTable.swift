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
        guard let first = rows.first, (1...DrawnTable.mostColumns).contains(first.cells.count) else { return nil }
        return Table(position: first.position, rows: rows)
    }

    /// The values in `content`, quotation marks around them left out.
    private static func cells(_ content: Range<Int>, line: Int, in text: SourceText) -> [[CellPiece]] {
        var cells: [[CellPiece]] = []
        var start = content.lowerBound
        var isQuoted = false
        func close(at end: Int) {
            var range = Blanks.trim(start..<end, in: text.bytes)
            let quote = UInt8(ascii: "\"")
            if range.count > 1, text.bytes[range.lowerBound] == quote, text.bytes[range.upperBound - 1] == quote {
                range = range.lowerBound + 1..<range.upperBound - 1
            }
            cells.append([CellPiece(range: range, line: line)])
        }
        for place in content {
            if text.bytes[place] == UInt8(ascii: "\"") { isQuoted.toggle() }
            guard text.bytes[place] == UInt8(ascii: ","), !isQuoted else { continue }
            close(at: place)
            start = place + 1
        }
        close(at: content.upperBound)
        return cells
    }
}
