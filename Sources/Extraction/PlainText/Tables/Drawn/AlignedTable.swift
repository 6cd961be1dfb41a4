internal import RequirementModel

/// A table whose cells are lined up by runs of blanks, as `column -t` and many a text file do.
///
/// A cell belongs to the header with which it lines up at its start or its end.
enum AlignedTable {
    /// The table whose headers are line `index`.
    static func match(in text: SourceText, at index: Int, end: Int) -> Match? {
        guard index + 1 < end, !text.lines[index + 1].followsBlank, let headers = stretches(of: index, in: text),
            2...DrawnTable.mostColumns ~= headers.count
        else { return nil }
        var rows: [(cells: [[CellPiece]], line: Int)] = []
        var next = index + 1
        while next < end, !text.lines[next].followsBlank, text.lines[next].content.count <= BlockScanner.longestLine {
            let screen = ScreenLine(text, line: next)
            guard let cells = cells(of: next, screen, under: headers) else { break }
            if cells[0].isEmpty, !rows.isEmpty {
                for column in cells.indices { rows[rows.count - 1].cells[column] += cells[column] }
            } else {
                rows.append((cells, next))
            }
            next += 1
        }
        let titles = headers.map { [CellPiece(range: ScreenLine(text, line: index).bytes($0), line: index)] }
        let known = text.knownHeaders(titles)
        guard rows.contains(where: { $0.cells.count { !$0.isEmpty } > 1 }),
            known > 1 || rows.count > 1 && (known > 0 || headers.count > 2)
        else { return nil }
        let body = rows.map { text.row(.body, $0.cells, line: $0.line) }
        let table = Table(position: text.position(index), rows: [text.row(.header, titles, line: index)] + body)
        return Match([.table(table)], next: next)
    }

    /// The stretches of line `index` between runs of blanks; nil when it has no such run.
    private static func stretches(of index: Int, in text: SourceText) -> [Range<Int>]? {
        let content = text.lines[index].content
        guard content.count <= 2048, text.hasRunOfBlanks(content), !text.endsSentence(index) else { return nil }
        return ScreenLine(text, line: index).stretches(dividedBy: 2)
    }

    /// The cells of line `index`, one for each header; nil when it does not line up with them.
    private static func cells(of index: Int, _ screen: ScreenLine, under headers: [Range<Int>]) -> [[CellPiece]]? {
        var cells: [[CellPiece]] = Array(repeating: [], count: headers.count)
        var next = 0
        for stretch in screen.stretches(dividedBy: 2) {
            guard let column = (next..<headers.count).first(where: { isUnder(stretch, headers[$0]) }) else {
                return nil
            }
            cells[column] = [CellPiece(range: screen.bytes(stretch), line: index)]
            next = column + 1
        }
        return cells
    }

    private static func isUnder(_ stretch: Range<Int>, _ header: Range<Int>) -> Bool {
        abs(stretch.lowerBound - header.lowerBound) <= 1 || abs(stretch.upperBound - header.upperBound) <= 1
    }
}

extension SourceText {
    /// Whether two blanks stand side by side in `range`.
    func hasRunOfBlanks(_ range: Range<Int>) -> Bool {
        range.dropLast().contains {
            (bytes[$0] == 0x20 || bytes[$0] == 0x09) && (bytes[$0 + 1] == 0x20 || bytes[$0 + 1] == 0x09)
        }
    }
}
