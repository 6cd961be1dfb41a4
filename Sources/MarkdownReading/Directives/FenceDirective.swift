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
}
