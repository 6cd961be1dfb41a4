import RequirementModel

/// A document whose tables, lists, notes and code hold the cells at hand: rows parted by line ends, cells by tabs.
struct Cells {
    private let rows: [[RichText]]

    init(_ bytes: [UInt8]) {
        rows = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).prefix(64).enumerated().map
        {
            number, line in
            line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false).prefix(16).map {
                RichText(String(decoding: $0, as: UTF8.self), position: SourcePosition(line: number + 1))
            }
        }
    }

    var document: Document {
        var blocks: [Block] = [
            .heading(Heading(level: 1, text: RichText("Required outbound rules"))),
            .paragraph(RichText("The following endpoints must be reachable over TCP port 443:")),
            .table(table(hasHeader: true)), .table(table(hasHeader: false)),
        ]
        let items = rows.joined().map { List.Item(position: $0.position, blocks: [.paragraph($0)]) }
        blocks.append(.list(List(items: items)))
        blocks += rows.joined().prefix(16).map {
            .note(Note(kind: "important", position: $0.position, blocks: [.paragraph($0)]))
        }
        let code = rows.joined().map(\.text).joined(separator: "\n")
        blocks.append(.code(CodeBlock(info: "", text: code, position: SourcePosition(line: 1))))
        return Document(path: "fuzz.md", format: .markdown, blocks: blocks)
    }

    private func table(hasHeader: Bool) -> Table {
        let rows = rows.enumerated().map { number, cells in
            Table.Row(
                part: hasHeader && number == 0 ? .header : .body, position: SourcePosition(line: number + 1),
                cells: cells.map { Table.Cell($0) })
        }
        return Table(position: SourcePosition(line: 1), rows: rows)
    }
}
