internal import RequirementModel

/// Pandoc's multiline tables: between two rules across the table, headers over a rule for each column, then rows of several
/// lines that blank lines part.
enum MultilineTable {
    /// A shorter row of dashes is no rule across a table.
    private static let shortest = 8
    /// So many lines hold the headers at most.
    private static let mostHeaderLines = 5

    /// The table that begins with its rule at line `index`.
    static func match(in text: SourceText, at index: Int, end: Int) -> Match? {
        guard text.rule(index, of: "-".utf8, atLeast: shortest) != nil, index + 3 < end,
            let rule = (index + 2..<min(end, index + 2 + mostHeaderLines))
                .first(where: { RuledTable.stretches(of: $0, in: text) != nil }),
            let columns = RuledTable.stretches(of: rule, in: text), columns.count <= DrawnTable.mostColumns,
            columns[0].lowerBound == text.lines[index].indent
        else { return nil }
        let width = text.lines[index].content.count
        var rows: [PiecedRow] = []
        for line in rule + 1..<end {
            if text.rule(line, of: "-".utf8, atLeast: shortest) != nil {
                guard text.lines[line].content.count == width else { return nil }
                let headers = RuledTable.merged(index + 1..<rule, columns, in: text)
                return text.table(of: rows, under: headers, line: index + 1, next: line + 1)
            }
            guard text.lines[line].content.count <= BlockScanner.longestLine,
                RuledTable.keepsWordsWhole(line, columns, in: text)
            else { return nil }
            let cells = RuledTable.fields(of: line, columns, in: text)
            if text.lines[line].followsBlank || rows.isEmpty {
                rows.append(PiecedRow(cells, line: line))
            } else {
                rows[rows.count - 1].append(cells)
            }
        }
        return nil
    }
}
