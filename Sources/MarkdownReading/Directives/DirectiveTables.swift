internal import RequirementModel

/// Tables that a directive makes of lists or of comma-separated values.
extension BlockReader {
    /// Adds the table of `rows`; false where there are none or too many cells are missing in them.
    mutating func appendTable(of rows: [Table.Row], caption: RichText?, at position: SourcePosition) -> Bool {
        let width = rows.reduce(0) { max($0, $1.cells.count) }
        let missing = rows.reduce(0) { $0 + width - $1.cells.count }
        guard !rows.isEmpty, page.allows(emptyCells: missing) else { return false }
        append(.table(Table(position: position, caption: caption, rows: rows)))
        return true
    }

    /// The rows of comma-separated values on `lines`, whose headers stand in the first of them or in an option.
    mutating func rows(ofValuesOn lines: Range<Int>) -> [Table.Row] {
        var cells = PipeCells()
        var rows: [Table.Row] = []
        var headers = 0
        var isOption = true
        for line in lines {
            var text = source.range(ofLine: line)
            if source.bytes[text].trimmed.isEmpty { continue }
            isOption = isOption && source.bytes[text].first == UInt8(ascii: ":")
            if isOption {
                if source.bytes[text].starts(with: ":header-rows: 1".utf8) { headers += 1 }
                guard source.bytes[text].starts(with: ":header:".utf8) else { continue }
                text = text.lowerBound + 8..<text.upperBound
                headers += 1
            }
            let margin = source.range(ofLine: line).lowerBound - 1
            let isHeader = rows.count < headers
            let values = CommaSeparatedLine.values(in: source.bytes, text).map { value in
                let position = source.position(line: line, column: value.lowerBound - margin)
                let cell = source.bytes.withUnsafeBufferPointer { PipeCell($0, value) }
                return Table.Cell(cells.read(cell, of: source.bytes, at: position), isHeader: isHeader)
            }
            let position = source.position(line: line, column: 1)
            rows.append(Table.Row(part: isHeader ? .header : .body, position: position, cells: values))
        }
        cells.readDeferred(into: &rows, with: &inlines, page: &page)
        return rows
    }

    /// The rows of a list of lists of cells; none where `blocks` hold another list, too.
    func rows(listedIn blocks: [Block]) -> [Table.Row] {
        // The option stands above the list.
        var hasHeader = false
        if case .paragraph(let options)? = blocks.first { hasHeader = options.text.contains(":header-rows: 1") }
        var rows: [Table.Row] = []
        for case .list(let list) in blocks {
            for item in list.items {
                guard case .list(let cells)? = item.blocks.first else { return [] }
                let isHeader = rows.isEmpty && hasHeader
                let contents = cells.items.map { cell in
                    if case .paragraph(let content)? = cell.blocks.first {
                        return Table.Cell(content, isHeader: isHeader)
                    }
                    return Table.Cell(RichText("", position: cell.position), isHeader: isHeader)
                }
                rows.append(Table.Row(part: isHeader ? .header : .body, position: item.position, cells: contents))
            }
        }
        return rows
    }
}
