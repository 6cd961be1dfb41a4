internal import RequirementModel

/// A row while its lines are gathered.
struct PiecedRow {
    /// For each column the stretches of its cell; none for an empty one.
    var cells: [[CellPiece]]
    /// The index of the line on which it begins.
    var line: Int

    /// The row of `cells`, which begins on `line`.
    init(_ cells: [[CellPiece]], line: Int) {
        self.cells = cells
        self.line = line
    }

    /// Goes on with `further`, a cell for each column.
    mutating func append(_ further: [[CellPiece]]) {
        for column in further.indices { cells[column] += further[column] }
    }
}

extension [CellPiece] {
    /// The pieces, each on a line of its own.
    var broken: [CellPiece] { map { CellPiece(range: $0.range, line: $0.line, joint: .lineBreak) } }
}

extension SourceText {
    /// The table of `rows` under `headers`, which stand on line `index`; nil where there is no row.
    func table(of rows: some Collection<PiecedRow>, under headers: [[CellPiece]], line index: Int, next: Int) -> Match?
    {
        guard !rows.isEmpty else { return nil }
        let body = rows.map { row(.body, $0.cells, line: $0.line) }
        let table = Table(position: position(index), rows: [row(.header, headers, line: index)] + body)
        return Match([.table(table)], next: next)
    }
}
