internal import RequirementModel

/// Tells rows that head the rows below them, and remarks under a table, from rows that state something.
struct GroupRows {
    let grid: Grid
    let lexer: Lexer

    /// Whether the row holds nothing.
    func isEmpty(_ row: Int) -> Bool { (0..<grid.width).allSatisfy { grid.cell(row, $0).isEmpty } }

    /// The one text that the row consists of; nil for a row of several.
    func label(_ row: Int) -> Lexed? {
        guard grid.width > 1 else { return nil }
        var label: Lexed?
        var isWide = false
        for column in 0..<grid.width {
            let cell = grid.cell(row, column)
            if cell.isEmpty { continue }
            if grid.origin(row, column) == .spannedFromLeft, label != nil {
                isWide = true
                continue
            }
            if let label, label.index != cell.index, lexer.texts[label.index].text != lexer.texts[cell.index].text {
                return nil
            }
            if label != nil { isWide = true }
            label = label ?? cell
        }
        if let label, isParagraph(row, label) { return label }
        guard let label, isWide || grid.width > 2 else { return nil }
        let shape = lexer.shape(of: label.tokens)
        let isWords =
            shape.places == 0 && shape.numbers == 0 && shape.protocols == 0 && !shape.isEmpty && !shape.saysAny
        return isWords || (isWide && isRemark(label)) || (isWide && shape.places == 0) ? label : nil
    }

    /// Whether the label is a remark on the table and heads nothing.
    func isRemark(_ label: Lexed) -> Bool {
        guard let first = label.tokens.first else { return true }
        return lexer.tokens[first].means(.remark) || label.tokens.count > 24 || isSentence(label)
    }

    /// A paragraph right behind a table is a row to Markdown, without a bar.
    private func isParagraph(_ row: Int, _ label: Lexed) -> Bool {
        grid.origin(row, 1) == .missing && grid.body.last == row && isSentence(label)
    }

    private func isSentence(_ label: Lexed) -> Bool {
        guard let last = label.tokens.last else { return false }
        return label.tokens.count > 5 && lexer.tokens[last].kind == .period
    }
}
