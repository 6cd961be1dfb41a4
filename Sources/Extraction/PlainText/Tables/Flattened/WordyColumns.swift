/// Divides words among neighbouring columns of free text, as far as the rows of the table tell where one ends.
///
/// What tells it: names and addresses where a column may hold them; phrases that recur as cells, found first at the edges
/// of rows and then, as cells become known, everywhere; what machines and networks are called, and how descriptions
/// begin; capitals and the ends of sentences. The division of a row is the one for which most speaks; where another one
/// is nearly as good nothing is divided, and the words stay together in the column that describes.
struct WordyColumns {
    private let columns: [HeaderLine.Column]
    private let natures: [WordyNature]
    /// The words of each row in these columns.
    private let words: [ArraySlice<RowWord>]
    private let rows: [WordyRow]
    /// Whether arrows stand between cells.
    private let arrowsDivide: Bool

    /// How often the cells that were found tell the next division more.
    private static let rounds = 2
    /// By how much a division must be better than any other.
    private static let enough = 4

    /// The columns `columns`, which stand side by side, with the words that each row has in them.
    ///
    /// - Parameter followCell: For each row whether a cell of the column before ends right before its words.
    init(
        _ columns: [HeaderLine.Column], rows words: [ArraySlice<RowWord>], followCell: [Bool], in text: SourceText
    ) {
        self.columns = columns
        self.words = words
        natures = columns.map(WordyNature.init)
        let spoken = words.map { row in
            row.indices.map { WordyWord(row[$0], before: row[($0 + 1)...].first, in: text) }
        }
        let pairs = WordPairs(spoken)
        // An arrow here and there is of a description: `PVWA → Vault protocol`.
        let arrowsDivide =
            natures.contains(.flow) || 2 * spoken.count { $0.contains { $0.kind == .arrow } } > spoken.count
        self.arrowsDivide = arrowsDivide
        let firstCells = Self.firstCells(of: spoken, followCell)
        let sureCells = zip(spoken, firstCells).filter { $1 == .isEmpty && columns.count == 2 }.map(\.0)
        let wholeCells = WholeCells(sureCells)
        rows = zip(spoken, firstCells).map {
            WordyRow(
                $0, firstCell: $1, wholeCells: wholeCells, arrowsDivide: arrowsDivide, isPair: pairs.contains)
        }
    }

    /// What the blanks before the words of `rows` tell: where a gap stands for an empty cell in one, a row without has none.
    private static func firstCells(of rows: [[WordyWord]], _ followCell: [Bool]) -> [WordyRow.FirstCell] {
        let cells = zip(rows, followCell).map { row, follows -> WordyRow.FirstCell in
            guard follows, let first = row.first else { return .isUnknown }
            return first.followsGap ? .isEmpty : .hasWords
        }
        return cells.contains(.isEmpty) ? cells : cells.map { _ in .isUnknown }
    }

    /// The words of one row in these columns.
    struct Division {
        /// For each column its words.
        var cells: [ArraySlice<RowWord>]
        /// The columns among which words could not be divided, each time some that stand side by side; none when all could.
        var undivided: [Range<Int>]

        /// Whether the words of `column` could not be told from its neighbours'.
        func leavesOpen(_ column: Int) -> Bool { undivided.contains { $0.contains(column) } }

        /// Adds the cells of the columns that follow.
        mutating func append(_ next: Division) {
            undivided += next.undivided.map { $0.lowerBound + cells.count..<$0.upperBound + cells.count }
            cells += next.cells
        }
    }

    /// For each row its cells, as far as the rows tell and, if they are known, the other tables of the page.
    ///
    /// - Parameter page: The names in the page's tables, and the line on which this one begins.
    func divisions(_ page: (places: PagePlaces, line: Int)?) -> [Division] {
        var readings = readings(PhraseWeights(edgesOf: rows, natures, page: page))
        for _ in 0..<Self.rounds { readings = self.readings(PhraseWeights(rows, readings, natures, page: page)) }
        return zip(words, readings).map(division)
    }

    private func readings(_ weights: PhraseWeights) -> [WordyRow.Reading] { rows.map { $0.reading(natures, weights) } }

    /// The cells of `words` as `reading` has them, those put together that are not surely two.
    private func division(_ words: ArraySlice<RowWord>, _ reading: WordyRow.Reading) -> Division {
        var division = Division(cells: .init(repeating: [], count: columns.count), undivided: [])
        guard !words.isEmpty else { return division }
        var first = 0
        for column in columns.indices {
            if column < reading.margins.count, reading.margins[column] < Self.enough { continue }
            let cell = withoutEdgeArrows(
                words[words.startIndex + reading.cuts[first]..<words.startIndex + reading.cuts[column + 1]])
            if first == column {
                division.cells[column] = cell
            } else {
                division.cells[describing(first..<column + 1)] = cell
                division.undivided.append(first..<column + 1)
            }
            first = column + 1
        }
        return division
    }

    /// `words` without arrows between them and a neighbour.
    private func withoutEdgeArrows(_ words: ArraySlice<RowWord>) -> ArraySlice<RowWord> {
        guard arrowsDivide else { return words }
        var words = words
        if words.last?.kind == .arrow { words.removeLast() }
        if words.first?.kind == .arrow { words.removeFirst() }
        return words
    }

    /// Where words go that could belong to any of `places`.
    private func describing(_ places: Range<Int>) -> Int {
        places.first { columns[$0].role == .purpose } ?? places.first { columns[$0].role == .note }
            ?? places.last { columns[$0].content == .prose } ?? places.lowerBound
    }
}

/// Words that are followed by the same word wherever they stand, and more than once: `Gateway` after `Storage`.
struct WordPairs {
    private var successors: [UInt64: (word: UInt64, count: Int)] = [:]

    /// The pairs in `rows`.
    init(_ rows: [[WordyWord]]) {
        for row in rows {
            for (word, next) in zip(row, row.dropFirst()) {
                let known = successors[word.identity] ?? (next.identity, 0)
                successors[word.identity] = (known.word, known.word == next.identity ? known.count + 1 : .min / 2)
            }
        }
    }

    /// Whether `next` is all that ever follows `word`.
    func contains(_ word: WordyWord, _ next: WordyWord) -> Bool {
        // What stands twice side by side is two cells.
        guard word.identity != next.identity, let known = successors[word.identity] else { return false }
        return known.count > 1 && known.word == next.identity
    }
}

/// Phrases that are a whole cell of some row for sure, as the cell beside it is empty.
struct WholeCells {
    private var phrases: Set<UInt64> = []

    /// The phrases that `cells` are.
    init(_ cells: [[WordyWord]]) {
        for cell in cells where 2...PhraseWeights.longest ~= cell.count { phrases.insert(PhraseHash.phrase(cell[...])) }
    }

    /// The places in `words` before which stands one part of such a phrase, and behind which another.
    func insides(of words: [WordyWord]) -> Set<Int> {
        var places: Set<Int> = []
        if phrases.isEmpty { return places }
        for start in words.indices {
            var hash = words[start].identity
            for end in words.indices[(start + 1)...].prefix(PhraseWeights.longest - 1) {
                hash = PhraseHash.adding(words[end].identity, to: hash)
                if phrases.contains(hash) { places.formUnion(start + 1...end) }
            }
        }
        return places
    }
}
