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
        for index in entries.indices where entries[index].container == nil {
            let line = entries[index].line
            var scanner = LineScanner(source, line: line)
            for outer in entries[..<index] {
                if outer.line == line, !outer.isQuote {
                    _ = scanner.enterItem()
                } else if let container = outer.container {
                    _ = scanner.enter(container)
                }
            }
            entries[index].container = .item(indent: scanner.enterItem())
        }
        return entries.compactMap(\.container)
    }
}
