/// Finds the rows and cells in the words of a flattened table: the reading of all its lines with the highest score.
///
/// Words stay in order, so a cell is a stretch of them; a row begins at the start of a line and its cells follow the
/// columns' order, each of which may be missing. The best reading is found word by word (Viterbi): the cost is words
/// times the square of columns.
struct RowSearch {
    /// The columns' contents, left to right.
    let contents: [ColumnContent]
    /// What the empty columns before each column cost, and at the end what a row without any word would.
    private let missingBefore: [Int]
    /// Whether each word is a whole line: it fits its column or does not, and free text is never more than one.
    private let cellsAreLines: Bool
    /// For each column of `contents` how many it stands for; empty for one each.
    private let widths: [Int]
    /// Whether blank lines part the cells, of which one of free text may then hold several.
    let cellsAreParagraphs: Bool

    /// A search for rows of `contents`.
    init(
        contents: [ColumnContent], cellsAreLines: Bool = false, widths: [Int] = [], cellsAreParagraphs: Bool = false
    ) {
        self.contents = contents
        self.cellsAreLines = cellsAreLines
        self.widths = widths
        self.cellsAreParagraphs = cellsAreParagraphs
        var missingBefore = [0]
        for (column, content) in contents.enumerated() {
            // Where a range has its ends in two columns, a single port has one.
            let isSecondPort = content == .port && contents[..<column].contains(.port)
            let missing = isSecondPort ? -8 : CellScores.missing(content)
            missingBefore.append(missingBefore[missingBefore.count - 1] + missing)
        }
        self.missingBefore = missingBefore
    }

    /// A cell's place for each word, and whether the word begins a row.
    struct Reading {
        /// For each word the index of its column.
        var columns: [Int]
        /// For each word whether a row begins with it.
        var startsRow: [Bool]
        /// How well the words fit.
        var score: Int
    }

    /// What it costs to go on with a row at a word that rather begins one.
    private static let partOfRow = 120

    /// What leads to a word's best place: the column of the word before, and whether a row begins between them.
    private struct Step {
        var score: Int
        var previous: Int
        var startsRow: Bool
    }

    /// The best reading of `words`: lines that have all that the table's rows have are rows themselves.
    func reading(of words: [RowWord]) -> Reading {
        let reading = bestReading(of: words)
        let parts = cellsAreLines ? [] : RowStarts(words, contents).heldForParts(by: reading)
        if parts.isEmpty { return reading }
        var words = words
        for place in parts { words[place].beginsRow = true }
        return bestReading(of: words)
    }

    private func bestReading(of words: [RowWord]) -> Reading {
        guard let first = words.first else { return Reading(columns: [], startsRow: [], score: 0) }
        var steps: [[Step]] = []
        steps.reserveCapacity(words.count)
        steps.append(
            contents.indices.map { column in
                let start =
                    missingBefore[column] + rowStart(first) + CellScores.start(first, after: nil, in: contents[column])
                return Step(score: start + fit(first.kind, contents[column]), previous: -1, startsRow: true)
            })
        for index in words.indices.dropFirst() {
            let last = steps[index - 1]
            let closed = closing(last)
            steps.append(
                contents.indices.map { step(to: words[index], in: $0, after: words[index - 1], last, closed) })
        }
        return trace(steps)
    }

    /// The best way to `word` in `column`: in the cell of the word `before` it, in a new one, or in a new row.
    private func step(
        to word: RowWord, in column: Int, after before: RowWord, _ last: [Step], _ closed: (score: Int, column: Int)
    ) -> Step {
        let content = contents[column]
        var best = Step(score: last[column].score, previous: column, startsRow: false)
        best.score += stay(word, after: before, in: content)
        if word.followsGap, width(column) == 1 { best.score -= 25 }
        if word.kind == .protocol, before.kind == .transport, content == .protocol, !word.startsLine,
            column + 1 < contents.count, contents[column + 1].isOfWords
        {
            best.score -= 100
        }
        if word.startsLine {
            best.score += CellScores.lineBreak(before: word, after: before, in: content)
            if cellsAreLines, content == .prose { best.score -= cellsAreParagraphs ? 15 : 60 }
        }
        let start = CellScores.start(word, after: before, in: content) + (word.startsLine ? -4 : 0)
        for previous in 0..<column {
            var skipped = missingBefore[column] - missingBefore[previous + 1]
            if word.followsGap { skipped = previous + 1 < column ? 0 : skipped - gap(previous, column) }
            let score = last[previous].score + skipped + start
            if score > best.score { best = Step(score: score, previous: previous, startsRow: false) }
        }
        if word.beginsRow { best.score -= Self.partOfRow }
        if word.startsLine {
            let score =
                closed.score + missingBefore[column] + rowStart(word) + CellScores.start(word, after: nil, in: content)
            if score > best.score { best = Step(score: score, previous: closed.column, startsRow: true) }
        }
        // `PCoIP`: the name of a protocol that nobody knows.
        let isShortName = cellsAreLines && word.kind == .word && word.startsLikeCell && word.range.count <= 8
        let fit = content == .protocol && isShortName ? -5 : fit(word.kind, content)
        best.score += cellsAreLines && fit < -15 ? 3 * fit : fit
        if content == .direction, word.kind == .word, word.endsSentence { best.score += 3 }
        return best
    }

    /// What `kind` is worth in a cell of `content` of this table: without a column of protocols they stand with ports, and
    /// with one of addresses these do not stand among names.
    private func fit(_ kind: RowWord.Kind, _ content: ColumnContent) -> Int {
        if content == .endpoint, kind == .address, contents.contains(.address) { return 10 }
        if content == .port, kind == .transport || kind == .protocol, !contents.contains(.protocol) { return 6 }
        return CellScores.fit(kind, content)
    }

    /// What it costs to keep `word` in the cell of `before`; `443 TCP` is one where no column holds protocols.
    private func stay(_ word: RowWord, after before: RowWord, in content: ColumnContent) -> Int {
        let isPair =
            word.kind == .transport && before.kind == .number || word.kind == .number && before.kind == .transport
        if content == .port, isPair, !contents.contains(.protocol) { return 0 }
        return CellScores.stay(word, after: before, in: content)
    }

    private func width(_ column: Int) -> Int { widths.isEmpty ? 1 : widths[column] }

    /// What a sign of an empty cell costs between cells of neighbouring columns, none of which can hold it.
    private func gap(_ previous: Int, _ column: Int) -> Int { width(previous) > 1 || width(column) > 1 ? 0 : 12 }

    /// What it costs to begin a row with `word`.
    private func rowStart(_ word: RowWord) -> Int {
        word.kind == .bullet ? -15 : word.startsLikeCell || word.kind != .word ? 0 : -10
    }

    /// The best way to end a row after the words of `steps`.
    private func closing(_ steps: [Step]) -> (score: Int, column: Int) {
        var best = (score: Int.min, column: 0)
        for (column, step) in steps.enumerated() {
            let score = step.score + missingBefore[contents.count] - missingBefore[column + 1]
            if score > best.score { best = (score, column) }
        }
        return best
    }

    private func trace(_ steps: [[Step]]) -> Reading {
        let end = closing(steps[steps.count - 1])
        var columns = [Int](repeating: 0, count: steps.count)
        var startsRow = [Bool](repeating: false, count: steps.count)
        var column = end.column
        for index in steps.indices.reversed() {
            columns[index] = column
            startsRow[index] = steps[index][column].startsRow
            column = steps[index][column].previous
        }
        return Reading(columns: columns, startsRow: startsRow, score: end.score)
    }
}
