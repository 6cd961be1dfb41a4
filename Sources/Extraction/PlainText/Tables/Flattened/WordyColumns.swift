/// Divides words among neighbouring columns of free text, as far as the rows of the table tell where one ends.
///
/// Three things tell it: names and addresses where a column may hold them; as many sentences as columns; and a phrase
/// that ends (or begins) several rows while what stands before (or after) it differs, such as `All` under *Client*.
/// Words that nothing divides stay together in the column that describes: a cell that is not known is left empty.
struct WordyColumns {
    private let columns: [HeaderLine.Column]
    private let text: SourceText
    /// The words of each row in these columns.
    private let rows: [ArraySlice<RowWord>]

    /// The columns `columns`, which stand side by side, with the words that each row has in them.
    init(_ columns: [HeaderLine.Column], rows: [ArraySlice<RowWord>], in text: SourceText) {
        self.columns = columns
        self.text = text
        self.rows = rows
    }

    /// The words of one row in these columns.
    struct Division {
        /// For each column its words.
        var cells: [ArraySlice<RowWord>]
        /// The columns among which words could not be divided; empty when all could.
        var undivided: Range<Int>
    }

    /// For each row its cells.
    func divisions() -> [Division] {
        var open = rows.map { words in
            Undivided(
                words: words, columns: 0..<columns.count, cells: .init(repeating: [], count: columns.count))
        }
        for row in open.indices where !divideByKind(&open[row]) { divideBySentences(&open[row]) }
        for _ in 1..<columns.count {
            divideByPhrase(&open, fromEnd: true)
            divideByPhrase(&open, fromEnd: false)
        }
        return open.map { row in
            var cells = row.cells
            if let place = describing(row.columns) { cells[place] = row.words }
            return Division(cells: cells, undivided: row.isDone ? 0..<0 : row.columns)
        }
    }

    /// A row of which some columns are not yet told apart.
    private struct Undivided {
        var words: ArraySlice<RowWord>
        var columns: Range<Int>
        var cells: [ArraySlice<RowWord>]

        var isDone: Bool { columns.count < 2 || words.isEmpty }
    }

    /// Where words go that could belong to any of `places`.
    private func describing(_ places: Range<Int>) -> Int? {
        places.first { columns[$0].role == .purpose } ?? places.first { columns[$0].role == .note }
            ?? places.last { columns[$0].content == .prose } ?? places.first
    }

    /// Names, addresses and tags in a row that has a column for them.
    private func divideByKind(_ row: inout Undivided) -> Bool {
        let contents = columns.map(\.content)
        guard contents.contains(.party) else { return false }
        let words = row.words.map { word in
            var word = word
            word.startsLine = false
            return word
        }
        let reading = RowSearch(contents: contents).reading(of: words)
        var cells = row.cells
        for (offset, column) in reading.columns.enumerated() {
            let place = row.words.startIndex + offset
            let start = cells[column].isEmpty ? place : cells[column].startIndex
            cells[column] = row.words[start...place]
        }
        let parties = zip(contents, cells).filter { $0 == .party && !$1.isEmpty }
        guard !parties.isEmpty, parties.allSatisfy({ $1.allSatisfy(Self.isKindOfParty) }) else { return false }
        (row.cells, row.words, row.columns) = (cells, [], 0..<0)
        return true
    }

    /// Whether `word` by itself shows that it belongs to a source or destination.
    private static func isKindOfParty(_ word: RowWord) -> Bool {
        CellScores.fit(word.kind, .party) > 0 || word.kind == .connective || word.kind == .parenthesis
    }

    /// As many sentences as columns.
    private func divideBySentences(_ row: inout Undivided) {
        let ends = row.words.indices.filter { place in
            row.words[place].endsSentence
                && (place + 1 == row.words.endIndex || row.words[place + 1].startsLikeCell)
        }
        guard !columns.contains(where: { $0.content == .party }), ends.count == columns.count,
            ends.last == row.words.indices.last
        else { return }
        var start = row.words.startIndex
        for (column, end) in zip(row.columns, ends) {
            row.cells[column] = row.words[start...end]
            start = end + 1
        }
        (row.words, row.columns) = ([], 0..<0)
    }

    /// Cuts off, in all rows that end (or begin) with a phrase that others do, too, the cell that the phrase is.
    private func divideByPhrase(_ rows: inout [Undivided], fromEnd: Bool) {
        var phrases = RecurringPhrases()
        for row in rows where !row.isDone { phrases.count(keys(row.words, fromEnd: fromEnd)) }
        let cuts = rows.map { $0.isDone ? nil : cut($0, phrases, fromEnd: fromEnd) }
        // What is only the beginning of a phrase that divides other rows divides none.
        var longer: Set<String> = []
        for (row, cut) in zip(rows, cuts) {
            guard let cut else { continue }
            let inner = fromEnd ? cut + 1..<row.words.endIndex : row.words.startIndex + 1..<cut
            for place in inner { longer.insert(phrase(row.words, place, fromEnd: fromEnd)) }
        }
        for (index, cut) in cuts.enumerated() {
            guard let cut, !longer.contains(phrase(rows[index].words, cut, fromEnd: fromEnd)) else { continue }
            let row = rows[index]
            let column = fromEnd ? row.columns.upperBound - 1 : row.columns.lowerBound
            rows[index].cells[column] = fromEnd ? row.words[cut...] : row.words[..<cut]
            rows[index].words = fromEnd ? row.words[..<cut] : row.words[cut...]
            rows[index].columns =
                fromEnd ? row.columns.lowerBound..<column : row.columns.lowerBound + 1..<row.columns.upperBound
        }
    }

    /// Where the likeliest phrase at the edge of `row` ends (or begins).
    private func cut(_ row: Undivided, _ phrases: RecurringPhrases, fromEnd: Bool) -> Int? {
        // A phrase may be the cells of both ends together.
        if row.columns.count > 2, row.columns.suffix(2).allSatisfy({ columns[$0].content == .party }) { return nil }
        return phrases.lengths(keys(row.words, fromEnd: fromEnd)).lazy
            .map { fromEnd ? row.words.endIndex - $0 : row.words.startIndex + $0 }
            .first { isBoundary($0, in: row.words) }
    }

    private func phrase(_ words: ArraySlice<RowWord>, _ cut: Int, fromEnd: Bool) -> String {
        (fromEnd ? words[cut...] : words[..<cut]).map(key).joined(separator: " ")
    }

    /// Whether a cell can begin with the word at `place`.
    private func isBoundary(_ place: Int, in words: ArraySlice<RowWord>) -> Bool {
        guard place > words.startIndex, place < words.endIndex else { return false }
        let (before, after) = (words[place - 1], words[place])
        return after.startsLikeCell && after.kind != .connective && after.kind != .parenthesis
            && before.kind != .connective
            && !before.isListed && !Self.leadingOn.contains(key(before))
    }

    /// The words at the end (or the start) of `words`, nearest the edge first, folded so that they compare.
    private func keys(_ words: ArraySlice<RowWord>, fromEnd: Bool) -> [String] {
        let longest = RecurringPhrases.longest + 1
        return fromEnd ? words.suffix(longest).reversed().map(key) : words.prefix(longest).map(key)
    }

    private func key(_ word: RowWord) -> String {
        String(decoding: text.bytes[word.range], as: UTF8.self).lowercased()
    }

    /// Words after which a phrase goes on.
    private static let leadingOn: Set<String> = [
        "a", "an", "the", "to", "of", "for", "from", "in", "on", "by", "with", "at", "as", "is", "are", "be", "via",
        "your",
        "this", "that", "when", "if", "used", "using", "not",
    ]
}
