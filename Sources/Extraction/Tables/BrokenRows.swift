internal import RequirementModel

/// Finds rows of which each cell stands in a row of its own, as some converters to text leave them:
/// `https://a.example |`, and below it `what it is for |`.
enum BrokenRows {
    /// `table` with its rows put together again; nil when they are not broken, or not surely.
    static func mended(_ table: Table, _ grid: Grid) -> Table? {
        let width = grid.width
        guard width > 1, grid.body.count >= 2,
            grid.body.allSatisfy({ grid.origin($0, width - 1) == .missing && !grid.cell($0, 0).isEmpty })
        else { return nil }
        var groups: [[Int]] = []
        var filled = width
        for row in grid.body {
            let own = (0..<width).first { grid.origin(row, $0) == .missing } ?? width
            if filled == width {
                groups.append([])
                filled = 0
            }
            groups[groups.count - 1].append(row)
            filled += own
            guard filled <= width else { return nil }
        }
        // A paragraph right behind the table is a row to Markdown.
        let rest = filled < width ? groups.popLast() ?? [] : []
        guard groups.count > 1, rest.count < 2, areApart(groups, grid) else { return nil }
        var mended = table
        mended.rows = grid.header.map { table.rows[$0] }
        for group in groups {
            var row = table.rows[group[0]]
            row.cells = group.flatMap { table.rows[$0].cells.filter { $0.origin != .missing } }
            mended.rows.append(row)
        }
        mended.rows += rest.map { table.rows[$0] }
        return mended
    }

    /// Whether what begins a group names places (or ports), and what follows it mostly does not.
    private static func areApart(_ groups: [[Int]], _ grid: Grid) -> Bool {
        func areApart(_ isTelling: (CellShape) -> Bool) -> Bool {
            let first = groups.count { isTelling(grid.shape($0[0], 0)) }
            let others = groups.count { $0.dropFirst().contains { isTelling(grid.shape($0, 0)) } }
            return first * 5 >= groups.count * 4 && others * 2 < groups.count
        }
        return areApart(\.isPlace) || areApart(\.isPort)
    }
}
