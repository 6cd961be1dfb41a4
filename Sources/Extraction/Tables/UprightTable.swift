internal import RequirementModel

/// Finds tables set upright, whose first column holds what other tables have as headers: `Host`, `Port`, `Protocol`.
enum UprightTable {
    /// `table` laid down, a row for each of its other columns; nil when its first column holds no headers.
    static func laidDown(_ table: Table, _ grid: Grid, _ lexer: Lexer) -> Table? {
        guard (2...longest).contains(grid.width), (2...longest).contains(grid.body.count),
            !grid.concepts.contains(where: { !$0.isDisjoint(with: network) }),
            holdsHeaders(grid, lexer)
        else { return nil }
        let labels = grid.body.map { row in
            var cell = table.rows[row].cells[0]
            cell.isHeader = true
            return cell
        }
        var laid = table
        let position = table.rows[grid.body[0]].position
        laid.rows = [Table.Row(part: .header, position: position, cells: labels)]
        for column in 1..<grid.width where column == 1 || !holdsRemarks(column, grid) {
            laid.rows.append(
                Table.Row(part: .body, position: position, cells: grid.body.map { table.rows[$0].cells[column] }))
        }
        return laid
    }

    /// What stands beside the values says more of them, and is no other thing's value.
    private static func holdsRemarks(_ column: Int, _ grid: Grid) -> Bool {
        !grid.concepts[column].isDisjoint(with: [.note, .purpose])
    }

    /// So many columns or fields are taken for one thing's at most.
    private static let longest = 16
    private static let network: HeaderConcepts = [
        .endpoint, .destination, .source, .port, .protocol, .serviceTag, .direction,
    ]

    /// Whether each cell of the first column is a header, and two of them are of different things in the network.
    private static func holdsHeaders(_ grid: Grid, _ lexer: Lexer) -> Bool {
        var said: HeaderConcepts = []
        for row in grid.body {
            let label = grid.cell(row, 0).tokens
            guard let last = label.last, isHeader(label, endingIn: last, lexer) else { return false }
            let concepts = HeaderVocabulary.concepts(of: label, in: lexer)
            guard concepts.isDisjoint(with: [.observed, .state]) else { return false }
            said.formUnion(concepts.intersection(network))
        }
        return !said.isDisjoint(with: [.endpoint, .destination, .serviceTag]) && said.contains(.port)
    }

    /// Words that stand over columns, or one of any kind that tells such a thing from its like: "Spare ports".
    private static func isHeader(_ label: Range<Int>, endingIn last: Int, _ lexer: Lexer) -> Bool {
        let unknown = label.filter { lexer.tokens[$0].kind == .word && !HeaderVocabulary.knows($0, in: lexer) }
        guard !unknown.isEmpty else { return true }
        return unknown == [label.lowerBound] && label.count == 2
            && !HeaderVocabulary.concepts(of: last..<last + 1, in: lexer).isDisjoint(with: [.port, .endpoint])
    }
}
