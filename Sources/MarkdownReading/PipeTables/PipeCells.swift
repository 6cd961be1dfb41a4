internal import CCmark
internal import RequirementModel

/// Reads the text of a table's cells: plain and simple ones at once, those with other markup together, by one run of libcmark.
struct PipeCells {
    private var builder = RichTextBuilder()
    private var simple = SimpleInlines()
    /// The cells with other markup, each a heading of a text of its own: of all blocks it is the one that holds inlines only.
    private var headings: [UInt8] = []
    /// Of each heading, how many cells were read before it.
    private var deferred: [Int] = []
    private var count = 0

    /// The text of `cell`, which stands in `bytes`; still empty where it is left to libcmark.
    mutating func read(_ cell: PipeCell, of bytes: [UInt8], at position: SourcePosition) -> RichText {
        defer { count += 1 }
        switch cell.content {
        case .plain: return RichText(String(decoding: bytes[cell.text], as: UTF8.self), position: position)
        case .folded: builder.append(bytes.span.extracting(cell.text))
        case .markup:
            guard simple.read(bytes, cell.text, into: &builder) else {
                deferHeading(bytes[cell.text])
                return RichText("", position: position)
            }
        }
        var text = builder.finish()
        text.position = position
        return text
    }

    private mutating func deferHeading(_ cell: ArraySlice<UInt8>) {
        deferred.append(count)
        headings += "# ".utf8
        var rest = cell
        // `\|` stood for a pipe to the table; the cell's text has it bare.
        while let pipe = rest.firstIndex(of: UInt8(ascii: "|")) {
            headings += rest[..<pipe]
            if pipe > rest.startIndex, rest[pipe - 1] == UInt8(ascii: "\\") { headings.removeLast() }
            headings.append(UInt8(ascii: "|"))
            rest = rest[(pipe + 1)...]
        }
        headings += rest
        headings += " #\n".utf8
    }

    /// Fills in the cells that were left to libcmark.
    func readDeferred(into rows: inout [Table.Row], with inlines: inout InlineReader, page: inout Page) {
        guard !deferred.isEmpty else { return }
        let tree = CommonMarkTree(SourceText(headings), definitions: page.linkDefinitions(for: headings).bytes)
        var heading = tree.root?.firstChild
        while let node = heading, node.kind != CMARK_NODE_HEADING { heading = node.next }
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
            rows[row].cells[column].content = inlines.read(node, at: position)
            rows[row].cells[column].content.position = position
            heading = node.next
        }
    }
}
