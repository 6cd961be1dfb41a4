internal import RequirementModel

/// A fence that MyST reads as a directive: `{note}`, `{tab-item} Title`, `{list-table} Title`.
struct FenceDirective {
    enum Kind {
        case note(String)
        case tab
        /// It only frames what is in it.
        case group
        /// A list of rows, each a list of cells.
        case listTable
    }

    let kind: Kind
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
        case "tab-set", "grid", "grid-item", "card", "dropdown", "div": kind = .group
        case "list-table": kind = .listTable
        default:
            guard let note = AdmonitionKind.isFrame(name) ? "note" : AdmonitionKind.named(name[...]) else { return nil }
            kind = .note(note)
        }
    }
}

extension BlockReader {
    /// Adds what a fence makes of the `blocks` in it.
    mutating func read(_ fence: FenceDirective, _ blocks: [Block], at line: Int) {
        let position = source.position(line: line, column: 1)
        let title = fence.title.isEmpty ? nil : RichText(fence.title, position: position)
        switch fence.kind {
        case .note(let kind): append(.note(Note(kind: kind, position: position, blocks: blocks)))
        case .tab:
            append(.heading(.tab(Array(fence.title.utf8)[...], at: position)))
            for block in blocks { append(block) }
            append(.divider(position))
        case .group:
            if let title { append(.paragraph(title)) }
            for block in blocks { append(block) }
        case .listTable:
            guard let table = Table(listed: blocks, caption: title, at: position) else {
                for block in blocks { append(block) }
                return
            }
            append(.table(table))
        }
    }
}

extension Table {
    /// The table that a list of rows, each a list of cells, stands for; nil where `blocks` hold none.
    fileprivate init?(listed blocks: [Block], caption: RichText?, at position: SourcePosition) {
        var rows: [Row] = []
        for case .list(let list) in blocks {
            for item in list.items {
                guard case .list(let cells)? = item.blocks.first else { return nil }
                let isHeader = rows.isEmpty && Self.hasHeader(blocks)
                rows.append(
                    Row(
                        part: isHeader ? .header : .body, position: item.position,
                        cells: cells.items.map { cell in
                            var text = RichText("", position: cell.position)
                            if case .paragraph(let content)? = cell.blocks.first { text = content }
                            return Cell(text, isHeader: isHeader)
                        }))
            }
        }
        guard !rows.isEmpty else { return nil }
        self.init(position: position, caption: caption, rows: rows)
    }

    /// The option `:header-rows: 1`, which stands above the list.
    private static func hasHeader(_ blocks: [Block]) -> Bool {
        guard case .paragraph(let options)? = blocks.first else { return false }
        return options.text.contains(":header-rows: 1")
    }
}
