internal import RequirementModel

/// A table of which only the words are left: a line of headers, then rows whose cells are joined by blanks; or each
/// header and each cell on a line of its own.
///
/// The headers tell what each column can hold, and so where in the words that follow cells and rows begin and end.
struct FlattenedTable {
    private let text: SourceText
    private let header: HeaderLine
    private let layout: Layout
    /// The columns by what can be told apart: those that words alone cannot are searched as one.
    private let slots: [Range<Int>]
    private let search: RowSearch

    /// How cells became lines.
    private enum Layout {
        /// A row is a line; a cell with breaks takes more.
        case rowPerLine
        /// A cell is a line, and a row as many as it has cells.
        case cellPerLine
    }

    /// So many lines are searched for rows at once.
    private static let window = 1024
    /// The longest line that is a cell.
    private static let longestCell = 1000

    private init(text: SourceText, header: HeaderLine, layout: Layout) {
        self.text = text
        self.header = header
        self.layout = layout
        var slots: [Range<Int>] = []
        for (index, column) in header.columns.enumerated() {
            if layout == .rowPerLine, index > 0, column.content.isWordy, header.columns[index - 1].content.isWordy {
                slots[slots.count - 1] = slots[slots.count - 1].lowerBound..<index + 1
            } else {
                slots.append(index..<index + 1)
            }
        }
        self.slots = slots
        let contents = slots.map { slot in
            let contents = header.columns[slot].map(\.content)
            return contents.count == 1 ? contents[0] : contents.allSatisfy { $0 == .prose } ? .prose : .mixed
        }
        search = RowSearch(
            contents: contents, cellsAreLines: layout == .cellPerLine, widths: slots.map(\.count),
            cellsAreParagraphs: layout == .cellPerLine
                && text.lines[header.columns[header.columns.count - 1].line].followsBlank)
    }

    /// The table that begins at line `index`; nil when its lines are no table, or not surely one.
    static func match(in text: SourceText, at index: Int, end last: Int) -> Match? {
        let readings = HeaderReading.readings(of: index, in: text)
        guard !readings.isEmpty, let lines = body(in: text, after: index, end: last) else { return nil }
        var reader = RowWordReader(text)
        let sample = lines.prefix(window).flatMap { reader.words($0) }
        let tables = readings.map { FlattenedTable(text: text, header: $0.adapted(to: sample), layout: .rowPerLine) }
        let read = tables.map { (table: $0, reading: $0.search.reading(of: $0.withDirections(sample))) }
        func worth(_ read: (table: FlattenedTable, reading: RowSearch.Reading)) -> Int {
            read.reading.score - 2 * read.table.header.cost
        }
        guard let (best, reading) = read.max(by: { worth($0) < worth($1) }) else { return nil }
        var end = lines.upperBound
        while let more = furtherBody(in: text, from: end, end: last), best.areRows(more) { end = more.upperBound }
        let isSample = end == lines.upperBound && lines.count <= window
        return best.match(
            isSample
                ? FlattenedRow.rows(best.withDirections(sample), reading, slots: best.slots.count)
                : best.searchedRows(lines.lowerBound..<end))
    }

    /// Whether each of `lines`, which stand behind a blank line, is a row that fills its columns: part of the table yet.
    private func areRows(_ lines: Range<Int>) -> Bool {
        let words = words(lines.prefix(Self.window))
        let rows = FlattenedRow.rows(words, search.reading(of: words), slots: slots.count)
        let anchors = search.contents.count(where: \.isAnchor)
        return anchors > 1 && rows.count == min(lines.count, Self.window)
            && rows.allSatisfy { $0.anchors(search.contents) == anchors }
    }

    /// The table whose headers are line `index` and those after it, each a line.
    static func stackedMatch(in text: SourceText, at index: Int, end: Int) -> Match? {
        let headers = HeaderLine.stacked(at: index, in: text, end: end)
        guard let first = headers.first else { return nil }
        let start = index + first.columns.count
        // Where blank lines part the headers they part the cells, too, and do not end the table.
        let isSpread = text.lines[index + 1].followsBlank
        var next = start
        while next < end, text.lines[next].content.count <= Self.longestCell,
            next < start + headers.count || HeaderLine.stacked(at: next, in: text, end: end).isEmpty,
            isSpread || !text.lines[next].followsBlank || next == start
        { next += 1 }
        let tables = headers.map { FlattenedTable(text: text, header: $0, layout: .cellPerLine) }
        let scored = tables.map { table in
            let cells = table.words(index + table.header.columns.count..<max(next, index + table.header.columns.count))
            return (table, table.search.reading(of: Array(cells.prefix(window))).score)
        }
        guard let best = scored.max(by: { $0.1 < $1.1 })?.0, index + best.header.columns.count < next else {
            return nil
        }
        return best.match(best.searchedRows(index + best.header.columns.count..<next))
    }

    /// The lines that can hold rows: up to a blank line, or to the next line of headers.
    private static func body(in text: SourceText, after index: Int, end: Int) -> Range<Int>? {
        index + 1 < end && !text.lines[index + 1].followsBlank ? lines(in: text, from: index + 1, end: end) : nil
    }

    /// The lines behind the blank line that ended a body.
    private static func furtherBody(in text: SourceText, from index: Int, end: Int) -> Range<Int>? {
        index < end && text.lines[index].followsBlank ? lines(in: text, from: index, end: end) : nil
    }

    /// Line `index` and those after it up to a blank line or one of headers.
    private static func lines(in text: SourceText, from index: Int, end: Int) -> Range<Int>? {
        var next = index
        while next < end, next == index || !text.lines[next].followsBlank,
            text.lines[next].content.count <= BlockScanner.longestLine
        {
            if text.firstByte(next).isCapital, HeaderReading.isHeader(next, in: text) { break }
            next += 1
        }
        return next > index ? index..<next : nil
    }

    private func words(_ lines: Range<Int>) -> [RowWord] {
        var reader = RowWordReader(text)
        return layout == .rowPerLine
            ? withDirections(lines.flatMap { reader.words($0) }) : lines.map { reader.cell($0) }
    }

    /// `words` where *in*, *out* and *both* are directions if a column asks for these: behind a port, a protocol or a name.
    private func withDirections(_ words: [RowWord]) -> [RowWord] {
        guard search.contents.contains(.direction) else { return words }
        var words = words
        for place in words.indices.dropFirst()
        where ["in", "out", "both"].contains(where: { text.reads($0, words[place].range) }) {
            switch words[place - 1].kind {
            case .number, .protocol, .transport, .protocolAndPort, .host, .address, .any, .none:
                words[place].kind = .direction
                words[place].leadsOn = false
            default: continue
            }
        }
        return words
    }

    /// What becomes of the rows that were found.
    private func match(_ found: [FlattenedRow]) -> Match? {
        var rows = found
        while let last = rows.last, !last.isAnchored(search.contents) || last.isPageNumber(among: rows) {
            rows.removeLast()
        }
        if let last = rows.indices.last {
            if search.cellsAreParagraphs { rows[last].dropTrailingSentences() } else { rows[last].dropParagraphs() }
        }
        let anchored = rows.count { $0.isAnchored(search.contents) }
        guard anchored > 0, anchored * 10 >= rows.count * 7, let end = rows.last?.words.last else { return nil }
        let grid = FlattenedGrid(
            rows, columns: header.columns, slots: slots, contents: search.contents, in: text)
        return Match(drafts: [.flattened(grid)], next: end.line + 1)
    }

    /// The rows of `lines`, searched window by window.
    private func searchedRows(_ lines: Range<Int>) -> [FlattenedRow] {
        var rows: [FlattenedRow] = []
        var start = lines.lowerBound
        while start < lines.upperBound {
            let end = min(start + Self.window, lines.upperBound)
            let words = words(start..<end)
            var found = FlattenedRow.rows(words, search.reading(of: words), slots: slots.count)
            // The last row of a window may go on in the next.
            if end < lines.upperBound, found.count > 1, let open = found.popLast()?.words.first {
                start = open.line
            } else {
                start = end
            }
            rows += found
        }
        return rows
    }
}
