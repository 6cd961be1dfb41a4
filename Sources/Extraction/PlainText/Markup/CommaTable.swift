internal import RequirementModel

/// A table of comma-separated values: `.. csv-table::`, whose headers stand in its first rows or in an option, or lines that
/// have as many values as one of known headers above them.
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

    /// The table whose headers are line `index`: most of them known, and the same number of values in every line to the next
    /// blank one.
    static func match(in text: SourceText, at index: Int, end: Int) -> Match? {
        let content = text.lines[index].content
        guard content.count <= longestHeaders, text.bytes[content].contains(UInt8(ascii: ",")),
            !text.endsSentence(index),
            index + 1 < end, !text.lines[index + 1].followsBlank
        else { return nil }
        let headers = cells(content, line: index, in: text)
        let known = text.knownHeaders(headers)
        guard known > 1, 2 * known > headers.count else { return nil }
        var rows = [text.row(.header, headers, line: index)]
        var next = index + 1
        while next < end, !text.lines[next].followsBlank {
            guard text.lines[next].content.count <= BlockScanner.longestLine else { return nil }
            let values = cells(text.lines[next].content, line: next, in: text)
            guard values.count == headers.count else { return nil }
            rows.append(text.row(.body, values, line: next))
            next += 1
        }
        return Match([.table(Table(position: text.position(index), rows: rows))], next: next)
    }

    /// The longest line of headers, in bytes.
    private static let longestHeaders = 300

    private static func cells(_ content: Range<Int>, line: Int, in text: SourceText) -> [[CellPiece]] {
        CommaSeparatedLine.values(in: text.bytes, content).map { [CellPiece(range: $0, line: line)] }
    }
}
