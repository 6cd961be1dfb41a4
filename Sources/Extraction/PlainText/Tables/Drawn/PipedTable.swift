internal import RequirementModel

/// Lines with bars between cells and no rules around them: `| Port | Use |`, or `Port | Use` under known headers.
enum PipedTable {
    /// The table that begins at line `index`.
    static func match(in text: SourceText, at index: Int, end: Int) -> Match? {
        guard text.content(index).contains(bar), text.firstByte(index) != UInt8(ascii: "+") else {
            return nil
        }
        if let match = openedRows(at: index, end: end, in: text) { return match }
        let headers = fields(of: index, in: text)
        guard 2...DrawnTable.mostColumns ~= headers.count else { return nil }
        let known = text.knownHeaders(headers)
        let isEdged = isEdged(index, in: text) && index + 1 < end && isEdged(index + 1, in: text)
        guard known > 1 || known > 0 && headers.count == 2 || isEdged else { return nil }
        if isClosedOnly(index, in: text) {
            return closedRows(under: headers, at: index, end: end, in: text)
        }
        var rows: [Table.Row] = []
        var next = index + 1
        while next < end, !text.lines[next].followsBlank, text.lines[next].content.count <= BlockScanner.longestLine {
            if !isRule(next, in: text) {
                let cells = stretches(of: next, in: text)
                guard cells.count > 1, cells.count <= headers.count else { break }
                rows.append(text.row(.body, cells, line: next))
            }
            next += 1
        }
        guard !rows.isEmpty, text.holds(cells: headers.count * rows.count, on: index..<next) else { return nil }
        let table = Table(position: text.position(index), rows: [text.row(.header, headers, line: index)] + rows)
        return Match([.table(table)], next: next)
    }

    /// Whether a bar ends the line and none begins it: so each bar closes a cell, and a cell may go on over lines.
    private static func isClosedOnly(_ index: Int, in text: SourceText) -> Bool {
        text.firstByte(index) != bar && text.content(index).last == bar
    }

    /// Rows of cells that a bar closes each, on whatever line it stands.
    private static func closedRows(
        under headers: [[CellPiece]], at index: Int, end: Int, in text: SourceText
    ) -> Match? {
        var rows: [PiecedRow] = []
        var cells: [[CellPiece]] = []
        var isOpen = false
        var next = index + 1
        var line = next
        while line < end, !text.lines[line].followsBlank, text.lines[line].content.count <= BlockScanner.longestLine {
            defer { line += 1 }
            if isRule(line, in: text) { continue }
            let fields = fields(of: line, in: text)
            let closes = text.content(line).last == bar
            if !closes, fields.count == 1, cells.isEmpty { break }
            add(fields, to: &cells, isOpen)
            isOpen = !closes
            guard cells.count <= headers.count else { break }
            if cells.count == headers.count, !isOpen {
                rows.append(PiecedRow(cells, line: cells[0].first?.line ?? line))
                cells = []
                next = line + 1
            }
        }
        return text.table(of: rows, under: headers, line: index, next: next)
    }

    /// Rows that a bar begins each, with cells that a bar closes each, on whatever line it stands.
    private static func openedRows(at index: Int, end: Int, in text: SourceText) -> Match? {
        guard index + 1 < end, text.firstByte(index) == bar, text.firstByte(index + 1) != bar,
            text.content(index + 1).last == bar
        else { return nil }
        var rows: [PiecedRow] = []
        var isOpen = false
        var next = index
        while next < end, next == index || !text.lines[next].followsBlank,
            text.lines[next].content.count <= BlockScanner.longestLine
        {
            let width = rows.first?.cells.count ?? 0
            if text.firstByte(next) == bar {
                guard !isOpen, rows.count < 2 || rows[rows.count - 1].cells.count == width else { break }
                rows.append(PiecedRow([], line: next))
            } else if rows.count > 1, !isOpen, rows[rows.count - 1].cells.count == width {
                break
            }
            if text.content(next).count > 1 {
                add(fields(of: next, in: text), to: &rows[rows.count - 1].cells, isOpen)
                guard rows[rows.count - 1].cells.count <= DrawnTable.mostColumns else { break }
            }
            isOpen = text.content(next).last != bar
            next += 1
        }
        guard let width = rows.first?.cells.count, 2...DrawnTable.mostColumns ~= width, !isOpen, rows.count > 1,
            rows.allSatisfy({ $0.cells.count == width })
        else { return nil }
        return text.table(of: rows.dropFirst(), under: rows[0].cells, line: index, next: next)
    }

    /// Adds the `fields` of a line to `cells`, of which the last may be open.
    private static func add(_ fields: [[CellPiece]], to cells: inout [[CellPiece]], _ isOpen: Bool) {
        var fields = fields[...]
        if isOpen, let last = cells.indices.last, let first = fields.popFirst() { cells[last] += first.broken }
        cells += fields
    }

    private static let bar = UInt8(ascii: "|")

    private static func isEdged(_ index: Int, in text: SourceText) -> Bool {
        text.firstByte(index) == bar && text.content(index).last == bar
    }

    /// A line of dashes below the headers.
    private static func isRule(_ index: Int, in text: SourceText) -> Bool {
        text.content(index).allSatisfy { byte in
            switch byte {
            case bar, UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: ":"), ASCII.space: true
            default: false
            }
        }
    }

    /// What stands between the bars of line `index`, each a cell of one piece.
    private static func fields(of index: Int, in text: SourceText) -> [[CellPiece]] {
        stretches(of: index, in: text).map { [CellPiece(range: $0, line: index)] }
    }

    /// The stretches between the bars of line `index`, those at its edges left out.
    private static func stretches(of index: Int, in text: SourceText) -> [Range<Int>] {
        var content = text.lines[index].content
        if text.bytes[content.lowerBound] == bar { content = content.lowerBound + 1..<content.upperBound }
        if let last = text.bytes[content].last, last == bar {
            content = content.lowerBound..<content.upperBound - 1
        }
        var stretches: [Range<Int>] = []
        stretches.reserveCapacity(8)
        var start = content.lowerBound
        for place in content where text.bytes[place] == bar {
            stretches.append(start..<place)
            start = place + 1
        }
        stretches.append(start..<content.upperBound)
        return stretches
    }
}
