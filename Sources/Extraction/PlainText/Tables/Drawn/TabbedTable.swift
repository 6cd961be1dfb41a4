internal import RequirementModel

/// A table as browsers copy it: a tab between cells, a line end between rows, and line ends within cells, too.
struct TabbedTable {
    private let text: SourceText
    private let headers: [[CellPiece]]
    /// What the first and the last column hold.
    private let edges: (first: ColumnContent, last: ColumnContent)

    /// So many lines show whether there is a table.
    private static let sample = 24

    /// The table that begins at line `index`.
    static func match(in text: SourceText, at index: Int, end: Int) -> Match? {
        guard text.bytes[text.lines[index].content].contains(0x09) else { return nil }
        var headers = fields(of: index, in: text)
        while headers.last.map({ text.richText($0).isEmpty }) == true { headers.removeLast() }
        guard 2...DrawnTable.mostColumns ~= headers.count else { return nil }
        return TabbedTable(text, headers).match(at: index, end: end)
    }

    private init(_ text: SourceText, _ headers: [[CellPiece]]) {
        self.text = text
        self.headers = headers
        let contents = headers.map { pieces in
            let header = text.richText(pieces).text
            let bytes = Array(header.utf8)
            return ColumnContent(role: HeaderVocabulary.role(of: header), header: bytes.indices, of: bytes)
        }
        edges = (contents.first ?? .prose, contents.last ?? .prose)
    }

    private func match(at index: Int, end: Int) -> Match? {
        // The first lines show whether there is a table, so that looking for one costs the same wherever it fails.
        guard isTable(rows(from: index + 1, end: min(end, index + 1 + Self.sample)).rows) else { return nil }
        let (rows, next) = rows(from: index + 1, end: end)
        return text.table(of: rows, under: headers, line: index, next: next)
    }

    private func isTable(_ rows: [PiecedRow]) -> Bool {
        let whole = rows.count { $0.cells.count == headers.count }
        return whole > 0 && 2 * whole >= rows.count && (whole > 1 || text.knownHeaders(headers) > 0)
    }

    /// The rows in the lines from `index` on, and the first line that is part of none.
    private func rows(from index: Int, end: Int) -> (rows: [PiecedRow], next: Int) {
        var rows: [PiecedRow] = []
        var next = index
        while next < end, !text.lines[next].followsBlank, text.lines[next].content.count <= BlockScanner.longestLine {
            var fields = Self.fields(of: next, in: text)
            while fields.count > headers.count, text.richText(fields[fields.count - 1]).isEmpty { fields.removeLast() }
            let isOpen = rows.last.map { $0.cells.count < headers.count } ?? false
            let carriesOn = !rows.isEmpty && fields.count == 1 && !startsRow(next)
            // Cells that are empty to the end of a row may have lost their tabs.
            let hasRoom = isOpen && rows[rows.count - 1].cells.count + fields.count - 1 <= headers.count
            if hasRoom || carriesOn {
                let last = rows[rows.count - 1].cells.count - 1
                rows[rows.count - 1].cells[last] += fields[0].broken
                rows[rows.count - 1].cells += fields.dropFirst()
            } else if fields.count <= headers.count {
                rows.append(PiecedRow(fields, line: next))
            } else {
                break
            }
            next += 1
        }
        return (rows, next)
    }

    /// Whether line `index`, which has no tab, is rather the start of a first cell than the rest of a last one.
    private func startsRow(_ index: Int) -> Bool {
        var reader = RowWordReader(text)
        guard let word = reader.words(index).first else { return false }
        return CellScores.fit(word.kind, edges.first) > CellScores.fit(word.kind, edges.last)
    }

    /// The stretches of line `index` between tabs.
    private static func fields(of index: Int, in text: SourceText) -> [[CellPiece]] {
        let line = text.lines[index]
        var fields: [[CellPiece]] = []
        var start = line.start
        var end = line.content.upperBound
        while end < text.bytes.count, text.bytes[end] == 0x09 || text.bytes[end] == 0x20 { end += 1 }
        for place in line.start..<end where text.bytes[place] == 0x09 {
            fields.append([CellPiece(range: start..<place, line: index)])
            start = place + 1
        }
        return fields + [[CellPiece(range: start..<end, line: index)]]
    }
}
