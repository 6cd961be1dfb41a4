internal import RequirementModel

/// Reads the text of a table's cells: plain ones at once, those with markup together, by one run of libcmark.
struct PipeCells {
    let source: SourceText
    private var builder = RichTextBuilder()
    /// The cells with markup, each a heading of a text of its own: of all blocks it is the one that holds inlines only.
    private var headings: [UInt8] = []
    /// Of each heading, how many cells were read before it.
    private var deferred: [Int] = []
    private var count = 0

    init(source: SourceText) {
        self.source = source
    }

    /// The text of `cell`; still empty where it has markup.
    mutating func read(_ cell: Range<Int>, at position: SourcePosition) -> RichText {
        defer { count += 1 }
        if source.bytes[cell].contains(where: \.mayBeMarkup) {
            deferred.append(count)
            headings += "# ".utf8
            var previous: UInt8 = 0
            for byte in source.bytes[cell] {
                // `\|` stood for a pipe to the table; the cell's text has it bare.
                if byte == UInt8(ascii: "|"), previous == UInt8(ascii: "\\") { headings.removeLast() }
                headings.append(byte)
                previous = byte
            }
            headings += " #\n".utf8
            return RichText("", position: position)
        }
        builder.startLine(at: position)
        builder.append(source.bytes[cell])
        var text = builder.finish()
        if text.isEmpty { text.position = position }
        return text
    }

    /// Fills in the cells that were left empty for their markup.
    func readDeferred(into rows: inout [Table.Row], with inlines: inout InlineReader, page: inout Page) {
        guard !deferred.isEmpty else { return }
        let tree = CommonMarkTree(headings + page.linkDefinitions(for: headings))
        var heading = tree.root?.firstChild
        var (row, column, cell) = (0, 0, 0)
        for target in deferred {
            while target - cell >= rows[row].cells.count - column {
                cell += rows[row].cells.count - column
                row += 1
                column = 0
            }
            column += target - cell
            cell = target
            guard let node = heading else { return }
            let position = rows[row].cells[column].content.position
            var text = inlines.read(node, at: position)
            if text.isEmpty { text.position = position }
            rows[row].cells[column].content = text
            heading = node.next
        }
    }
}

extension UInt8 {
    /// Whether libcmark may see more in it than itself.
    fileprivate var mayBeMarkup: Bool {
        switch self {
        case UInt8(ascii: "\\"), UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "["), UInt8(ascii: "]"),
            UInt8(ascii: "<"), UInt8(ascii: "&"), UInt8(ascii: "`"), 0:
            true
        default: false
        }
    }
}
