internal import CCmark

/// The block quotes and list items around the block at hand, with the prefixes that their lines have.
///
/// libcmark does not tell how far an item's content is indented; it is found on the item's first line when a table asks.
struct ContainerStack {
    private var entries: [Entry] = []
    /// How many block quotes there are.
    private(set) var quotes = 0

    private struct Entry {
        var line: Int
        var isQuote: Bool
        var container: Container?
    }

    var depth: Int { entries.count }

    mutating func enter(_ node: TreeNode, source: SourceText) {
        let isQuote = node.kind == CMARK_NODE_BLOCK_QUOTE
        if isQuote { quotes += 1 }
        entries.append(
            Entry(line: node.startLine + source.skippedLines, isQuote: isQuote, container: isQuote ? .quote : nil))
    }

    mutating func leave() {
        if let entry = entries.popLast(), entry.isQuote { quotes -= 1 }
    }

    /// What each line at hand begins with, outermost first.
    mutating func prefixes(in source: SourceText) -> [Container] {
        var prefixes: [Container] = []
        for index in entries.indices {
            let container =
                entries[index].container ?? item(onLine: entries[index].line, inside: prefixes, source: source)
            entries[index].container = container
            prefixes.append(container)
        }
        return prefixes
    }

    /// The item whose marker stands on `line`, as CommonMark measures it (list items, rules 1 to 3).
    private func item(onLine line: Int, inside outer: [Container], source: SourceText) -> Container {
        var scanner = LineScanner(source, line: line)
        for container in outer { _ = scanner.enter(container) }
        let before = scanner.indent
        scanner.skipBlanks()
        let marker = scanner.skipMarker()
        let after = scanner.indent
        let isBlank = scanner.isAtEnd
        return .item(indent: before + marker + (after < 1 || after >= 5 || isBlank ? 1 : after))
    }
}
