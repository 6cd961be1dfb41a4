internal import RequirementModel

/// Puts the rows that were found in a flattened table side by side as a grid.
struct FlattenedGrid {
    private let text: SourceText
    private let columns: [HeaderLine.Column]
    /// Which columns each cell of a row stands for: those that words alone cannot tell apart are one.
    private let slots: [Range<Int>]
    /// For each row the words in each column, and the columns among which they could not be divided.
    private var divisions: [WordyColumns.Division]

    /// The rows as they were found, whose cells are by `slots`.
    private let rows: [FlattenedRow]
    /// What each slot's cells can hold.
    private let contents: [ColumnContent]
    /// For each slot of several columns what divides its words; nil for one column.
    private let wordy: [WordyColumns?]

    /// The grid of `rows`, whose cells are by `slots`.
    init(
        _ rows: [FlattenedRow], columns: [HeaderLine.Column], slots: [Range<Int>], contents: [ColumnContent],
        in text: SourceText
    ) {
        self.text = text
        self.columns = columns
        self.slots = slots
        self.rows = rows
        self.contents = contents
        wordy = slots.enumerated().map { index, slot in
            slot.count == 1
                ? nil
                : WordyColumns(
                    Array(columns[slot]), rows: rows.map { $0.cells[index] },
                    followCell: rows.map { index > 0 && !$0.cells[index - 1].isEmpty }, in: text)
        }
        divisions = []
        divisions = slots.indices.reduce(into: rows.map { _ in WordyColumns.Division(cells: [], undivided: []) }) {
            for (row, division) in divided(slot: $1, knowing: nil).enumerated() { $0[row].append(division) }
        }
        markLostNames()
        markLostPorts()
    }

    /// The words of all rows in `slot`, divided among its columns.
    private func divided(slot: Int, knowing page: PagePlaces?) -> [WordyColumns.Division] {
        wordy[slot]?.divisions(page.map { ($0, line) })
            ?? rows.map { WordyColumns.Division(cells: [$0.cells[slot]], undivided: []) }
    }

    /// Divides the words of rows that the table alone does not divide by what is a cell in the page's other tables.
    mutating func divide(knowing page: PagePlaces) {
        for (slot, columns) in slots.enumerated() where wordy[slot] != nil {
            let open = divisions.indices.filter {
                divisions[$0].undivided.contains(where: columns.overlaps) && rows[$0].isAnchored(contents)
            }
            if open.isEmpty { continue }
            let divided = divided(slot: slot, knowing: page)
            for row in open where divided[row].undivided.isEmpty {
                divisions[row].cells.replaceSubrange(columns, with: divided[row].cells)
                divisions[row].undivided.removeAll(where: columns.overlaps)
            }
        }
    }

    /// The line on which the headers stand, as an index.
    var line: Int { columns[0].line }

    /// Whether the words of some columns are told apart by what recurs.
    var isWordy: Bool { wordy.contains { $0 != nil } }

    /// The sources and destinations that stand in it, as phrases.
    var places: Set<UInt64> {
        let named = columns.indices.filter { columns[$0].content == .party }
        var phrases: Set<UInt64> = []
        for division in divisions {
            for column in named where !division.cells[column].isEmpty && !division.leavesOpen(column) {
                let words = division.cells[column].map { WordyWord($0, in: text) }
                for phrase in words.split(whereSeparator: { $0.kind == .arrow })
                where phrase.count <= PhraseWeights.longest {
                    phrases.insert(PhraseHash.phrase(phrase))
                }
            }
        }
        return phrases
    }

    /// Where nearly all rows have ports or protocols and one has none, its words are no cells that a column asks for.
    private mutating func markLostPorts() {
        guard let place = columns.indices.first(where: isDestination), columns[place].content == .party else { return }
        let lost = rows.indices.filter { !rows[$0].isAnchored(contents) }
        guard 4 * lost.count <= rows.count else { return }
        for row in lost { divisions[row].undivided.append(place..<min(place + 2, columns.count)) }
    }

    /// Where nearly all rows have a name and one has none, or only words, nothing tells these from the cell beside them; unless
    /// blanks show that the cell is empty.
    private mutating func markLostNames() {
        guard let column = columns.indices.last(where: { columns[$0].content == .endpoint }) else { return }
        let lost = rows.indices.filter { row in
            let cells = divisions[row].cells
            let places = columns.indices.filter { isDestination($0) && !cells[$0].isEmpty }
            let next = cells[(column + 1)...].first { !$0.isEmpty }?.first
            if places == [column] {
                return cells[column].allSatisfy { $0.kind == .word } && next?.kind == .word && next?.followsGap == false
            }
            // Before the first column nothing stands, and its name may as well be lost among the words that follow.
            let isAmongWords = column == 0 ? next?.kind == .word : cells[..<column].contains { !$0.isEmpty }
            return places.isEmpty && isAmongWords && next?.followsGap == false
        }
        guard 4 * lost.count <= rows.count else { return }
        for row in lost { divisions[row].undivided.append(column..<min(column + 2, columns.count)) }
    }

    /// The table, its header first, without the rows of which nothing tells where the destination begins and ends: they
    /// would ask for what nobody wrote. Nil when no row is left.
    var table: Table? {
        var body = divisions.map { row($0.cells) }
        for index in body.indices.dropFirst() where rows[index].isAnchored(contents) {
            fillFromAbove(&body, index, rows[index])
        }
        let kept = zip(body, divisions).filter { !lacksDestination($1) }.map(\.0)
        return kept.isEmpty ? nil : Table(position: position, rows: [header] + kept)
    }

    /// The lines of the rows that the table leaves out.
    private var linesLeftOut: [Range<Int>] {
        zip(rows, divisions).compactMap { row, division in
            guard lacksDestination(division), let first = row.words.first, let last = row.words.last else { return nil }
            return first.line..<last.line + 1
        }
    }

    /// The table with the text of the rows that it leaves out, or all as text where it has no row, and what to know of it.
    var settled: (drafts: [Draft], remarks: [Remark]) {
        guard let table else {
            let last = rows.last?.words.last?.line ?? line
            return (paragraph(line..<last + 1), remark.map { [$0] } ?? [])
        }
        return ([.block(.table(table))] + linesLeftOut.flatMap(paragraph), remark.map { [$0] } ?? [])
    }

    private func paragraph(_ lines: Range<Int>) -> [Draft] {
        var assembly = TextAssembly(text)
        for line in lines { assembly.append(line: line, after: .lineBreak) }
        return Draft.paragraph(assembly.finished)
    }

    private func lacksDestination(_ division: WordyColumns.Division) -> Bool {
        division.undivided.contains { $0.contains(where: isDestination) }
    }

    private func isDestination(_ column: Int) -> Bool {
        columns[column].content.isPlace && columns[column].role != .source
    }

    /// What a person should know about rows whose words could not be divided; nil when all could.
    private var remark: Remark? {
        let rows = divisions.count { !$0.undivided.isEmpty }
        guard rows > 0 else { return nil }
        let open = columns.indices.filter { column in divisions.contains { $0.leavesOpen(column) } }
        let names = open.map { TextAssembly.text(of: columns[$0].words, line: columns[$0].line, in: text).text }
        return Remark(
            id: "text-cells-not-divided", position: position,
            message:
                "nothing tells the cells of \(names.joined(separator: ", ")) apart in \(rows) of \(divisions.count) rows; those without a destination are left out: take them from the page"
        )
    }

    private var position: SourcePosition { text.position(columns[0].line) }

    /// The first cells that a row has no words for go on from the row above: spans that the text has lost.
    private func fillFromAbove(_ body: inout [Table.Row], _ index: Int, _ row: FlattenedRow) {
        for (slot, cell) in zip(slots, row.cells) {
            guard cell.isEmpty else { return }
            for column in slot {
                let above = body[index - 1].cells[column]
                guard above.origin != .missing else { continue }
                body[index].cells[column] = Table.Cell(above.content, origin: .spannedFromAbove)
            }
        }
    }

    private var header: Table.Row {
        let cells = columns.map { column in
            Table.Cell(TextAssembly.text(of: column.words, line: column.line, in: text), isHeader: true)
        }
        return Table.Row(part: .header, position: position, cells: cells)
    }

    private func row(_ cells: [ArraySlice<RowWord>]) -> Table.Row {
        let first = cells.lazy.compactMap(\.first).min { $0.range.lowerBound < $1.range.lowerBound }
        let position = first.map { text.position($0.line, at: $0.range.lowerBound) } ?? .unknown
        return Table.Row(
            part: .body, position: position,
            cells: cells.map { $0.isEmpty ? .missing(at: position) : Table.Cell(content(of: $0)) })
    }

    /// The words of a cell as text; what stood on lines of its own does so still.
    private func content(of words: ArraySlice<RowWord>) -> RichText {
        var assembly = TextAssembly(text)
        var rest = words
        while let first = rest.first {
            let line = rest.prefix { $0.line == first.line }
            rest = rest.dropFirst(line.count)
            let spoken = first.kind == .bullet ? line.dropFirst() : line
            guard let start = spoken.first, let end = spoken.last else { continue }
            assembly.append(start.range.lowerBound..<end.range.upperBound, line: first.line, after: .lineBreak)
        }
        return assembly.finished
    }
}
