internal import RequirementModel

/// A fence that MyST reads as a directive: `{note}`, `{tab-item} Title`, `{list-table} Title`, `{include} path`.
struct FenceDirective {
    enum Kind {
        case note(String)
        case tab
        /// It only frames what is in it.
        case group
        /// A list of rows, each a list of cells.
        case listTable
        /// Lines of comma-separated values.
        case commaTable
        /// Another file stands in its place.
        case include
    }

    let kind: Kind
    /// What stands behind its name.
    let title: String

    /// The directive that a fence's `info` names; nil for code, and for directives that hold none of the page's text.
    init?(_ info: String) {
        guard info.utf8.first == UInt8(ascii: "{"), let end = info.utf8.firstIndex(of: UInt8(ascii: "}")) else {
            return nil
        }
        let name = info.utf8[..<end].dropFirst().map(\.lowercased)
        title = String(decoding: Array(info.utf8[end...].dropFirst())[...].trimmed, as: UTF8.self)
        switch String(decoding: name, as: UTF8.self) {
        case "tab-item": kind = .tab
        case "tab-set", "grid", "grid-item", "card", "dropdown", "div", "table": kind = .group
        case "list-table": kind = .listTable
        case "csv-table": kind = .commaTable
        case "include": kind = .include
        default:
            guard let note = AdmonitionKind.isFrame(name) ? "note" : AdmonitionKind.named(name[...]) else { return nil }
            kind = .note(note)
        }
    }
}

extension BlockReader {
    /// Adds what a fence makes of what stands on the lines of its `body`.
    mutating func read(_ fence: FenceDirective, body: Range<Int>) {
        let position = source.position(line: body.lowerBound - 1, column: 1)
        let title = fence.title.isEmpty ? nil : RichText(fence.title, position: position)
        switch fence.kind {
        case .note(let kind): append(.note(Note(kind: kind, position: position, blocks: blocks(on: body))))
        case .tab:
            append(.heading(.tab(Array(fence.title.utf8)[...], at: position)))
            for block in blocks(on: body) { append(block) }
            append(.divider(position))
        case .group:
            if let title { append(.paragraph(title)) }
            for block in blocks(on: body) { append(block) }
        case .listTable:
            let blocks = blocks(on: body)
            if !appendTable(of: rows(listedIn: blocks), caption: title, at: position) {
                for block in blocks { append(block) }
            }
        case .commaTable:
            if !appendTable(of: rows(ofValuesOn: body), caption: title, at: position) {
                for block in blocks(on: body) { append(block) }
            }
        case .include: append(.include(Inclusion(path: fence.title, position: position)))
        }
    }

    private mutating func blocks(on lines: Range<Int>) -> [Block] {
        guard let first = lines.first, let last = lines.last else { return [] }
        return page.blocks(ofPiece: Piece(of: first...last, in: source).text, depth: depth + 1)
    }

    /// Adds the table of `rows`; false where there are none or too many cells are missing in them.
    private mutating func appendTable(of rows: [Table.Row], caption: RichText?, at position: SourcePosition) -> Bool {
        let width = rows.reduce(0) { max($0, $1.cells.count) }
        let missing = rows.reduce(0) { $0 + width - $1.cells.count }
        guard !rows.isEmpty, page.allows(emptyCells: missing) else { return false }
        append(.table(Table(position: position, caption: caption, rows: rows)))
        return true
    }

    /// The rows of comma-separated values on `lines`, whose headers stand in the first of them or in an option.
    private mutating func rows(ofValuesOn lines: Range<Int>) -> [Table.Row] {
        var cells = PipeCells(source: source)
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
                return Table.Cell(cells.read(value, at: position), isHeader: isHeader)
            }
            let position = source.position(line: line, column: 1)
            rows.append(Table.Row(part: isHeader ? .header : .body, position: position, cells: values))
        }
        cells.readDeferred(into: &rows, with: &inlines, page: &page)
        return rows
    }

    /// The rows of a list of lists of cells; none where `blocks` hold another list, too.
    private func rows(listedIn blocks: [Block]) -> [Table.Row] {
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
