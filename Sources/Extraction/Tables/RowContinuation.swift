internal import RequirementModel

/// Cells that a row leaves out because the row above says it.
extension RowReader {
    /// The cell, or the one above when the row continues the rows above with empty cells at its beginning.
    mutating func filled(_ row: Int, _ column: Int) -> Lexed? {
        let cell = grid.cell(row, column)
        if saysSame(cell) { return above(row, column) ?? cell }
        if !cell.isEmpty { return cell }
        guard roles.roles[column].map(Self.continues) == true, isContinuation(row, column) else { return nil }
        return above(row, column)
    }

    /// The nearest cell above that says something itself; rows that were looked through once are not looked through again.
    private mutating func above(_ row: Int, _ column: Int) -> Lexed? {
        var found: Lexed?
        var above = row - 1
        while above >= 0, !grid.header.contains(above) {
            let cell = grid.cell(above, column)
            if !cell.isEmpty, !saysSame(cell) {
                found = cell
                break
            }
            if let last = continued[column], last.row == above {
                found = last.cell
                break
            }
            above -= 1
        }
        continued[column] = (row, found)
        return found
    }

    /// "Same as above", "ditto".
    private func saysSame(_ cell: Lexed) -> Bool {
        guard cell.tokens.count <= 4, cell.summary.says(.same),
            let first = cell.tokens.first(where: { lexer.tokens[$0].means(.same) })
        else {
            return false
        }
        return cell.tokens.allSatisfy {
            $0 == first || lexer.tokens[$0].kind != .word || lexer.tokens[$0].means([.article, .deictic])
                || lexer.isWord($0, "as")
        }
    }

    private static func continues(_ role: ColumnRole) -> Bool {
        [.source, .destination, .sourceOrDestination, .endpoint, .protocol, .transport, .service, .cloud, .direction]
            .contains(role)
    }

    private func isContinuation(_ row: Int, _ column: Int) -> Bool {
        grid.origin(row, column) != .missing && (0...column).allSatisfy { grid.cell(row, $0).isEmpty }
    }
}
