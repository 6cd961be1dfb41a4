internal import RequirementModel

/// A pipe table whose lines were joined to one: `| Port | Use | | 443 | Sign-in | | 53 | Names |`.
///
/// A blank between two bars is where a row ended; the first one tells how many columns there are, and all others must agree.
enum JoinedPipeRows {
    private static let bar = UInt8(ascii: "|")

    /// The table that line `index` is.
    static func match(in text: SourceText, at index: Int) -> Match? {
        let content = text.lines[index].content
        guard text.firstByte(index) == bar, text.content(index).last == bar, content.count > 2 else { return nil }
        var fields: [Range<Int>] = []
        var start = content.lowerBound + 1
        for place in content.dropFirst() where text.bytes[place] == bar {
            fields.append(Blanks.trim(start..<place, in: text.bytes))
            start = place + 1
        }
        guard let width = fields.firstIndex(where: \.isEmpty), 2...DrawnTable.mostColumns ~= width,
            fields.count > width + 1, (fields.count + 1) % (width + 1) == 0,
            stride(from: width, to: fields.count, by: width + 1).allSatisfy({ fields[$0].isEmpty })
        else { return nil }
        let rows = stride(from: 0, to: fields.count, by: width + 1).map { row in
            let cells = fields[row..<row + width].map { $0.isEmpty ? [] : [CellPiece(range: $0, line: index)] }
            return text.row(row == 0 ? .header : .body, cells, line: index)
        }
        return Match([.table(Table(position: text.position(index), rows: rows))], next: index + 1)
    }
}
