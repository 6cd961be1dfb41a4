internal import Algorithms
internal import RequirementModel

/// Finds rows that lack their first cells because a span over rows was lost on the way to the page's text: their cells
/// fit the columns farther right better than those they stand in.
enum LostSpans {
    /// `table` with such rows moved to their columns, what they lack taken from above; nil when it has none.
    static func mended(_ table: Table, _ grid: Grid) -> Table? {
        guard let kinds = kinds(of: grid) else { return nil }
        var mended = table
        var isChanged = false
        for (above, row) in grid.body.adjacentPairs() {
            let cells = mended.rows[row].cells
            let missing = cells.reversed().prefix { $0.origin == .missing }.count
            guard missing > 0, missing < cells.count else { continue }
            let own = cells.count - missing
            let here = fit(grid, row, own, kinds, movedBy: 0)
            let there = fit(grid, row, own, kinds, movedBy: missing)
            guard there.telling > 0, there.all > here.all, there.telling > here.telling else { continue }
            let spanned = mended.rows[above].cells[..<missing].map { cell in
                Table.Cell(cell.content, origin: .spannedFromAbove)
            }
            mended.rows[row].cells = spanned + cells[..<own]
            isChanged = true
        }
        return isChanged ? mended : nil
    }

    /// What the cells of a column mostly are.
    private enum Kind {
        case place, port, service, direction, words

        /// Whether it can be told from words.
        var isTelling: Bool { self != .words }
    }

    private static func kind(_ shape: CellShape) -> Kind? {
        if shape.isEmpty || shape.saysNone { return nil }
        if shape.isPlace { return .place }
        if shape.isProtocol { return .service }
        if shape.isPort { return .port }
        return shape.saysDirection ? .direction : .words
    }

    /// The kind of each column in the rows that are whole; nil when all rows are, or most are not.
    private static func kinds(of grid: Grid) -> [Kind?]? {
        let last = grid.width - 1
        guard last > 1 else { return nil }
        let whole = grid.body.filter { grid.origin($0, last) != .missing }
        guard whole.count > 1, whole.count < grid.body.count, whole.count * 3 >= grid.body.count else { return nil }
        return (0..<grid.width).map { column in
            let kinds = whole.compactMap { kind(grid.shape($0, column)) }
            return [.place, .port, .service, .direction, .words].first { kind in
                kinds.count { $0 == kind } * 2 > kinds.count
            }
        }
    }

    private static func fit(
        _ grid: Grid, _ row: Int, _ cells: Int, _ kinds: [Kind?], movedBy offset: Int
    ) -> (all: Int, telling: Int) {
        var fit = (all: 0, telling: 0)
        for column in 0..<cells {
            guard let kind = kind(grid.shape(row, column)), let expected = kinds[column + offset] else { continue }
            if kind == expected {
                fit.all += 1
                if kind.isTelling { fit.telling += 1 }
            } else if kind.isTelling, expected.isTelling {
                fit.all -= 1
                fit.telling -= 1
            }
        }
        return fit
    }
}
