internal import RequirementModel

/// A table whose columns are underlined: reStructuredText's simple tables (`=====  ====`), and headers over a line of
/// dashes (`----  ----`), as databases and pandoc write them.
///
/// What begins in a column's stretch belongs to it; a line with nothing in the first column goes on with the row above.
enum RuledTable {
    /// The table that begins at line `index`, with its rule or with the headers above the rule.
    static func match(in text: SourceText, at index: Int, end: Int) -> Match? {
        let hasUpperRule = stretches(of: index, in: text) != nil
        let header = hasUpperRule ? index + 1 : index
        guard header + 1 < end,
            let rule = (header + 1..<min(end, header + 4)).first(where: { stretches(of: $0, in: text) != nil }),
            let columns = stretches(of: rule, in: text), columns.count <= DrawnTable.mostColumns,
            (header...rule).dropFirst().allSatisfy({ !text.lines[$0].followsBlank })
        else { return nil }
        let headers = merged(header..<rule, columns, in: text)
        guard headers.allSatisfy({ !$0.isEmpty }) || hasUpperRule,
            (header..<rule).allSatisfy({ keepsWordsWhole($0, columns, in: text) })
        else { return nil }
        let hasJoints = text.content(rule).contains(UInt8(ascii: "+"))
        var rows: [PiecedRow] = []
        var next = rule + 1
        while next < end, text.lines[next].content.count <= BlockScanner.longestLine {
            if stretches(of: next, in: text) != nil {
                next += 1
                break
            }
            // A line that runs across the columns is none of them, nor is one without bars where the rule has joints.
            guard keepsWordsWhole(next, columns, in: text), !hasJoints || text.content(next).contains(UInt8(ascii: "|"))
            else { break }
            // Rows may be apart by blank lines only where a rule closes the table.
            if text.lines[next].followsBlank, !(hasUpperRule && hasRule(after: next, before: end, in: text)) { break }
            let cells = fields(of: next, columns, in: text)
            guard text.holds(cells: (rows.count + 1) * columns.count, on: index..<next + 1) else { return nil }
            if cells[0].isEmpty, !rows.isEmpty, !text.lines[next].followsBlank {
                rows[rows.count - 1].append(cells)
            } else {
                rows.append(PiecedRow(cells, line: next))
            }
            next += 1
        }
        return text.table(of: rows, under: headers, line: header, next: next)
    }

    /// The columns under which line `index` draws rules; nil when it is no line of at least two rules.
    static func stretches(of index: Int, in text: SourceText) -> [Range<Int>]? {
        let content = text.content(index)
        guard let mark = content.first, mark == UInt8(ascii: "=") || mark == UInt8(ascii: "-"),
            content.count >= 5, content.count <= BlockScanner.longestLine,
            content.allSatisfy({ $0 == mark || $0 == 0x20 || $0 == UInt8(ascii: "+") })
        else { return nil }
        var stretches: [Range<Int>] = []
        let indent = text.lines[index].indent
        for (column, byte) in content.enumerated() where byte == mark {
            if let last = stretches.last, last.upperBound == column + indent {
                stretches[stretches.count - 1] = last.lowerBound..<column + indent + 1
            } else {
                stretches.append(column + indent..<column + indent + 1)
            }
        }
        return stretches.count > 1 && stretches.allSatisfy { $0.count > 1 } ? stretches : nil
    }

    /// Whether a blank or a bar stands before each column in line `index`.
    static func keepsWordsWhole(_ index: Int, _ columns: [Range<Int>], in text: SourceText) -> Bool {
        let screen = ScreenLine(text, line: index)
        return columns.dropFirst().allSatisfy { column in
            let before = column.lowerBound - 1
            return screen.isBlank(before..<before + 1) || screen.holdsBar(before)
                || screen.isBlank(column.lowerBound..<column.lowerBound + 1)
        }
    }

    private static func hasRule(after index: Int, before end: Int, in text: SourceText) -> Bool {
        (index..<min(end, index + 256)).contains { stretches(of: $0, in: text) != nil }
    }

    static func merged(_ lines: Range<Int>, _ columns: [Range<Int>], in text: SourceText) -> [[CellPiece]] {
        lines.reduce(into: Array(repeating: [], count: columns.count)) { merged, line in
            for (column, pieces) in fields(of: line, columns, in: text).enumerated() { merged[column] += pieces }
        }
    }

    /// What line `index` has from the start of each column to the start of the next; bars between them are left out.
    static func fields(of index: Int, _ columns: [Range<Int>], in text: SourceText) -> [[CellPiece]] {
        let screen = ScreenLine(text, line: index)
        return columns.indices.map { column in
            let end =
                column + 1 < columns.count
                ? columns[column + 1].lowerBound : max(screen.width, columns[column].upperBound)
            var range = Blanks.trim(screen.bytes(columns[column].lowerBound..<end), in: text.bytes)
            if column + 1 < columns.count, let last = text.bytes[range].last, last == UInt8(ascii: "|") {
                range = Blanks.trim(range.lowerBound..<range.upperBound - 1, in: text.bytes)
            }
            return range.isEmpty ? [] : [CellPiece(range: range, line: index)]
        }
    }
}
