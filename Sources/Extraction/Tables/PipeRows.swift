internal import RequirementModel

/// Finds rows of pipes that lack the delimiter row which would make them a table of GFM.
enum PipeRows {
    /// The table that a paragraph of nothing but pipe rows is; nil for any other paragraph.
    static func table(in text: RichText) -> Table? {
        guard text.text.utf8.first == UInt8(ascii: "|"), text.lineStarts.count >= 2, var rows = rows(of: text) else {
            return nil
        }
        // A delimiter row with more or fewer cells than the header makes no table of GFM, but a reader sees one.
        if rows.count > 2, rows[1].cells.allSatisfy({ isDelimiter($0.content.text) }) {
            rows.remove(at: 1)
            rows[0].part = .header
            for index in rows[0].cells.indices { rows[0].cells[index].isHeader = true }
        }
        let width = rows.first?.cells.count ?? 0
        guard width > 1, rows.count > (rows.first?.part == .header ? 1 : 2),
            rows.count(where: { $0.cells.count == width }) * 3 >= rows.count * 2
        else {
            return nil
        }
        return Table(position: text.position, rows: rows)
    }

    /// The rows that the lines of a paragraph are; nil where one is none.
    private static func rows(of text: RichText) -> [Table.Row]? {
        let bytes = Array(text.text.utf8)
        var rows: [Table.Row] = []
        var start = 0
        var position = text.position
        for line in text.lineStarts + [.init(offset: bytes.count + 1, position: .unknown)] {
            // A row's cells may stand on lines of their own.
            if line.offset < bytes.count, bytes[line.offset] != UInt8(ascii: "|") { continue }
            let end = min(max(line.offset - 1, start), bytes.count)
            guard let row = row(text, bytes, start..<end, position) else { return nil }
            rows.append(row)
            start = min(line.offset, bytes.count)
            position = line.position
        }
        return rows
    }

    /// The rows that a paragraph of nothing but pipe rows adds to the table right before it, from which a blank line has cut
    /// them off; under that table's headers, as a table of its own.
    static func continuation(in block: Block, of table: Table) -> Table? {
        guard case .paragraph(let text) = block,
            text.text.utf8.first == UInt8(ascii: "|"), let header = table.rows.first, header.part == .header,
            let rows = rows(of: text), rows.allSatisfy({ $0.cells.count == header.cells.count })
        else { return nil }
        return Table(position: text.position, rows: [header] + rows)
    }

    private static func isDelimiter(_ cell: String) -> Bool {
        !cell.isEmpty && cell.utf8.allSatisfy { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ":") }
    }

    private static func row(
        _ text: RichText, _ bytes: [UInt8], _ range: Range<Int>, _ position: SourcePosition
    ) -> Table.Row? {
        var range = range
        while let last = range.last, bytes[last] == ASCII.space { range = range.lowerBound..<last }
        guard range.count > 2, bytes[range.lowerBound] == UInt8(ascii: "|"),
            bytes[range].last == UInt8(ascii: "|") || !bytes[range].contains(ASCII.newline)
        else { return nil }
        var cells: [Table.Cell] = []
        var start = range.lowerBound + 1
        for index in range.dropFirst() where bytes[index] == UInt8(ascii: "|") {
            cells.append(Table.Cell(text.stretch(start..<index, bytes, position)))
            start = index + 1
        }
        if start < range.upperBound {
            cells.append(Table.Cell(text.stretch(start..<range.upperBound, bytes, position)))
        }
        guard cells.count > 1 else { return nil }
        return Table.Row(part: .body, position: position, cells: cells)
    }
}

extension RichText {
    /// A part of the text without the blanks around it, with its marks.
    func stretch(_ range: Range<Int>, _ bytes: [UInt8], _ position: SourcePosition) -> RichText {
        var range = range
        func isBlank(_ place: Int) -> Bool { bytes[place] == ASCII.space || bytes[place] == ASCII.newline }
        while let first = range.first, isBlank(first) { range = first + 1..<range.upperBound }
        while let last = range.last, isBlank(last) { range = range.lowerBound..<last }
        let marks = spans.compactMap { span -> Span? in
            let inner = span.range.clamped(to: range)
            guard !inner.isEmpty else { return nil }
            return Span(inner.lowerBound - range.lowerBound..<inner.upperBound - range.lowerBound, span.markup)
        }
        return RichText(String(decoding: bytes[range], as: UTF8.self), spans: marks, position: position)
    }
}
