internal import RequirementModel

/// One table while its tags come in.
struct TableBuilder {
    let position: SourcePosition
    let isHidden: Bool
    var caption: RichText?
    /// Its place among the tables that end together.
    let index: Int
    /// The text of the cell or caption at hand.
    var text = FormattedText()
    private(set) var grid = TableGrid()
    private var row: TableGrid.Row?
    private var cell: TableGrid.Cell?
    private(set) var isInCaption = false
    /// How many marks were open when it began.
    let marksAround: Int
    /// How many inline elements are open right in the table, and so before it.
    var misplacedInlines = 0
    /// Whether white space precedes what comes next right in the table.
    var hasMisplacedBlank = false

    init(position: SourcePosition, index: Int, isHidden: Bool, marksAround: Int) {
        self.marksAround = marksAround
        self.index = index
        self.position = position
        self.isHidden = isHidden
    }

    /// Whether text belongs to a cell or the caption, and not before the table.
    var takesText: Bool { cell != nil || isInCaption }

    mutating func openSection(_ part: Table.Part) { grid.openSection(part) }

    mutating func openRow(at position: SourcePosition, isHidden: Bool) {
        row = TableGrid.Row(position: position, isHidden: isHidden)
    }

    mutating func closeRow() {
        if let row = row.take(), !row.isHidden { grid.append(row) }
    }

    mutating func openCell(at position: SourcePosition, isHeader: Bool, isHidden: Bool, columns: Int, rows: Int) {
        text.startLine(at: position)
        cell = TableGrid.Cell(
            content: RichText("", position: position), isHeader: isHeader, isHidden: isHidden, columns: columns,
            rows: rows)
    }

    mutating func closeCell() {
        guard var cell = cell.take() else { return }
        text.clearMarks()
        let content = text.finish()
        if !content.isEmpty { cell.content = content }
        if !cell.isHidden { row?.cells.append(cell) }
    }

    mutating func openCaption(at position: SourcePosition) {
        isInCaption = true
        text.startLine(at: position)
    }

    mutating func closeCaption() {
        guard isInCaption else { return }
        text.clearMarks()
        let content = text.finish()
        if !content.isEmpty, caption == nil { caption = content }
        isInCaption = false
    }
}
