/// A row of a flattened table: its words, and in which slot each stands.
struct FlattenedRow {
    /// The words, in order.
    var words: ArraySlice<RowWord>
    /// For each slot its words.
    var cells: [ArraySlice<RowWord>]

    /// The rows that `reading` makes of `words`.
    static func rows(_ words: [RowWord], _ reading: RowSearch.Reading, slots: Int) -> [FlattenedRow] {
        var rows: [FlattenedRow] = []
        var start = 0
        for end in words.indices.dropFirst() where reading.startsRow[end] {
            rows.append(FlattenedRow(words[start..<end], reading, slots: slots))
            start = end
        }
        if start < words.count { rows.append(FlattenedRow(words[start...], reading, slots: slots)) }
        return rows
    }

    private init(_ words: ArraySlice<RowWord>, _ reading: RowSearch.Reading, slots: Int) {
        self.words = words
        var cells = [ArraySlice<RowWord>](repeating: [], count: slots)
        var start = words.startIndex
        for index in words.indices
        where index + 1 == words.endIndex || reading.columns[index + 1] != reading.columns[start] {
            cells[reading.columns[start]] = words[start...index]
            start = index + 1
        }
        self.cells = cells
    }

    /// Drops lines at the end that are sentences after a finished one: the text that follows the table.
    mutating func dropParagraphs() {
        while let last = words.last, let start = words.lastIndex(where: { $0.startsLine && $0.line == last.line }),
            start > words.startIndex, words.endIndex - start > 7, last.endsSentence, words[start].startsLikeCell,
            words[start].kind == .word, words[start - 1].endsSentence,
            let slot = cells.firstIndex(where: { $0.startIndex < start && $0.endIndex == words.endIndex })
        {
            words = words[..<start]
            cells[slot] = cells[slot][..<start]
        }
    }

    /// Drops lines at the end that are sentences behind the first line of the last cell: where blank lines part the
    /// cells, nothing else parts them from the text that follows the table.
    mutating func dropTrailingSentences() {
        while let last = words.last, last.endsSentence,
            let slot = cells.lastIndex(where: { !$0.isEmpty }), cells[slot].count > 1
        {
            words.removeLast()
            cells[slot].removeLast()
        }
    }

    /// Whether it is a number alone, below rows of more: the foot of a page.
    func isPageNumber(among rows: [FlattenedRow]) -> Bool {
        words.count == 1 && words.first?.kind == .number && cells.count > 1
            && rows.dropLast().allSatisfy { $0.words.count > 2 }
    }

    /// Whether a cell holds what its column asks for and nothing but the network has.
    func isAnchored(_ contents: [ColumnContent]) -> Bool { anchors(contents) > 0 }

    /// How many cells hold what their columns ask for and nothing but the network has.
    func anchors(_ contents: [ColumnContent]) -> Int {
        zip(contents, cells).count { content, cell in
            content.isAnchor && cell.contains { $0.kind != .none && CellScores.fit($0.kind, content) >= 12 }
        }
    }
}
