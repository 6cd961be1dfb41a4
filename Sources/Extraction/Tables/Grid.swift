internal import RequirementModel

/// A table whose cells have been read into tokens, with its header rows told from its body.
///
/// A class, as all that reads a table holds on to it.
final class Grid {
    /// The rows under the header, as indices into the table's rows.
    let body: [Int]
    /// The header rows.
    let header: [Int]
    /// The number of columns.
    let width: Int
    /// Every cell, row by row.
    let cells: [Lexed]
    /// The shape of each text that was read, from ``firstText`` on.
    private let shapes: [CellShape]
    /// Which of the lexer's texts was read first.
    private let firstText: Int
    /// What each column's header speaks of.
    let concepts: [HeaderConcepts]
    let table: Table

    /// Reads `table` with `lexer`, which keeps its tokens until it is reset.
    init(_ table: Table, _ lexer: Lexer) {
        self.table = table
        width = table.width
        let firstText = lexer.texts.count
        let cells = Self.read(table, lexer)
        var shapes: [CellShape] = []
        shapes.reserveCapacity(lexer.texts.count - firstText)
        for cell in cells where cell.index == firstText + shapes.count { shapes.append(lexer.shape(of: cell.tokens)) }
        self.cells = cells
        self.shapes = shapes
        self.firstText = firstText
        var concepts = [HeaderConcepts](repeating: [], count: width)
        let marked = table.rows.indices.filter { table.rows[$0].part == .header }
        var header = marked.isEmpty ? Self.unmarkedHeader(table, cells, shapes, width, lexer) : marked
        if header.count == table.rows.count { header = Array(header.prefix(1)) }
        for row in header {
            for column in 0..<width where table.rows[row].cells[column].origin != .spannedFromAbove {
                concepts[column].formUnion(
                    HeaderVocabulary.concepts(of: cells[row * table.width + column].tokens, in: lexer))
            }
        }
        self.header = header
        self.concepts = concepts
        var isHeader = [Bool](repeating: false, count: table.rows.count)
        for row in header { isHeader[row] = true }
        body = table.rows.indices.filter { !isHeader[$0] }
    }

    /// Reads every cell, row by row. Columns often repeat what stands above; then the same tokens say it.
    private static func read(_ table: Table, _ lexer: Lexer) -> [Lexed] {
        let width = table.width
        var cells: [Lexed] = []
        cells.reserveCapacity(table.rows.count * width)
        for row in table.rows {
            // A view, as reading a cell of it copies nothing.
            let content = row.cells.span
            for column in content.indices {
                let above = cells.count - width
                let repeats = above >= 0 && lexer.reads(cells[above], like: content[column].content)
                cells.append(repeats ? cells[above] : lexer.read(content[column].content))
            }
        }
        return cells
    }

    /// A first row of header cells, or of header words over rows of something else.
    private static func unmarkedHeader(
        _ table: Table, _ cells: [Lexed], _ shapes: [CellShape], _ width: Int, _ lexer: Lexer
    ) -> [Int] {
        guard let first = table.rows.first, table.rows.count > 1, width > 0 else { return [] }
        if first.cells.allSatisfy(\.isHeader) { return [0] }
        var known = 0
        for column in 0..<width {
            let shape = shapes[column]
            if shape.places + Int(shape.numbers) > 0 || shape.isProse { return [] }
            if HeaderVocabulary.concepts(of: cells[column].tokens, in: lexer).role != nil { known += 1 }
        }
        return known >= 2 && known * 2 >= width ? [0] : []
    }

    /// The cell in `row` and `column`.
    func cell(_ row: Int, _ column: Int) -> Lexed { cells[row * width + column] }

    /// The shape of the cell in `row` and `column`.
    func shape(_ row: Int, _ column: Int) -> CellShape { shapes[cell(row, column).index - firstText] }

    /// How the cell in `row` and `column` came by its content.
    func origin(_ row: Int, _ column: Int) -> Table.Origin { table.rows[row].cells[column].origin }

    /// The column's header as plain text, the texts of several header rows joined.
    func headerText(_ column: Int) -> String {
        var texts: [String] = []
        for row in header {
            let text = PlainText.line(table.rows[row].cells[column].content)
            if !text.isEmpty, texts.last != text { texts.append(text) }
        }
        return texts.joined(separator: " ")
    }

    /// The tokens of all header cells; none where header cells only repeat what stands above them.
    var headerTokens: Range<Int> {
        guard let first = header.first, let last = header.last, last - first + 1 == header.count, width > 0 else {
            return 0..<0
        }
        let (start, end) = (cell(first, 0).tokens.lowerBound, cell(last, width - 1).tokens.upperBound)
        return start <= end ? start..<end : 0..<0
    }
}
