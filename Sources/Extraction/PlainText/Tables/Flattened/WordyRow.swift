/// The words that one row has in neighbouring columns of plain words, and the ways to divide them.
struct WordyRow {
    /// The words, in order.
    let words: [WordyWord]
    /// Where a cell may begin or end: before which word, and after the last one.
    private let places: [Int]
    /// For each place how much speaks for a cell that begins there.
    private let boundaries: [Int]
    private let firstCell: FirstCell

    /// What the blanks before the row's words tell of its first cell.
    enum FirstCell {
        case isEmpty, hasWords, isUnknown
    }

    /// So many words at each end of a long row are places where cells may begin and end.
    private static let edge = 24
    /// What stands twice in a row side by side are two cells.
    private static let twice = 10
    /// Words that always follow each other belong together.
    private static let together = -4
    /// No cell ends inside what is one in another row.
    private static let insideCell = -30
    /// What is known not to be so.
    private static let impossible = -1000

    /// The row of `words`, between whose cells arrows stand if `arrowsDivide`; `isPair` tells of two words whether they stand side by side throughout the table.
    init(
        _ words: [WordyWord], firstCell: FirstCell, wholeCells: WholeCells, arrowsDivide: Bool,
        isPair: (WordyWord, WordyWord) -> Bool
    ) {
        self.words = words
        self.firstCell = firstCell
        let insides = wholeCells.insides(of: words)
        let count = words.count
        places = count <= 2 * Self.edge ? Array(0...count) : Array(0...Self.edge) + Array(count - Self.edge...count)
        boundaries = places.map { place in
            guard place > 0, place < count else { return 0 }
            var score = words[place - 1].boundary(before: words[place], arrowsDivide: arrowsDivide)
            if Self.repeats(words, at: place) > 0 { score += Self.twice }
            if isPair(words[place - 1], words[place]) { score += Self.together }
            if insides.contains(place) { score += Self.insideCell }
            return score
        }
    }

    /// How many words before `place` stand after it again; 0 for none.
    static func repeats(_ words: [WordyWord], at place: Int) -> Int {
        let longest = min(place, words.count - place, PhraseWeights.longest)
        guard longest > 0, words[place].startsLikeCell else { return 0 }
        return (1...longest).last { length in
            words[place - length].spelling == words[place].spelling
                && (0..<length).allSatisfy { words[place - length + $0].identity == words[place + $0].identity }
        } ?? 0
    }

    /// A way to divide the row.
    struct Reading {
        /// Where each cell begins, and where the last one ends.
        var cuts: [Int]
        /// For each cut between two cells by how much it is better than any other place for it.
        var margins: [Int]
    }

    /// The best way to divide the row among columns of `natures`.
    func reading(_ natures: [WordyNature], _ weights: PhraseWeights) -> Reading {
        var scores = natures.map { cellScores($0, weights) }
        switch firstCell {
        case .isEmpty: for end in scores[0][0].indices.dropFirst() { scores[0][0][end] = Self.impossible }
        case .hasWords: scores[0][0][0] = Self.impossible
        case .isUnknown: break
        }
        let last = places.count - 1
        let never = Int.min / 4
        // before[j][p]: the first j cells end at place p; after[j][p]: the others begin there.
        var before = [[Int]](repeating: [Int](repeating: never, count: places.count), count: natures.count + 1)
        var after = before
        before[0][0] = 0
        after[natures.count][last] = 0
        for column in natures.indices {
            for start in places.indices where before[column][start] > never {
                for end in start...last {
                    let score = before[column][start] + scores[column][start][end - start]
                    if score > before[column + 1][end] { before[column + 1][end] = score }
                }
            }
        }
        for column in natures.indices.reversed() {
            for start in places.indices {
                for end in start...last where after[column + 1][end] > never {
                    let score = after[column + 1][end] + scores[column][start][end - start]
                    if score > after[column][start] { after[column][start] = score }
                }
            }
        }
        return trace(before, after, scores)
    }

    private func trace(_ before: [[Int]], _ after: [[Int]], _ scores: [[[Int]]]) -> Reading {
        let (last, total) = (places.count - 1, after[0][0])
        var reading = Reading(cuts: [0], margins: [])
        var start = 0
        for column in scores.indices {
            let rest = after[column][start]
            let end = (start...last).first { scores[column][start][$0 - start] + after[column + 1][$0] == rest } ?? last
            if column + 1 < scores.count {
                let others = places.indices.lazy.filter { $0 != end }.map {
                    before[column + 1][$0] + after[column + 1][$0]
                }
                reading.margins.append(total - (others.max() ?? 0))
            }
            reading.cuts.append(places[end])
            start = end
        }
        return reading
    }

    /// For each place the scores of the cells that begin there, by the place where they end.
    private func cellScores(_ nature: WordyNature, _ weights: PhraseWeights) -> [[Int]] {
        places.indices.map { start in
            var cell = WordyCell(nature, weights)
            var scores = [nature.empty]
            for end in places.indices.dropFirst(start + 1) {
                for index in places[end - 1]..<places[end] {
                    cell.append(words[index], next: index + 1 < words.count ? words[index + 1] : nil)
                }
                scores.append(boundaries[start] + cell.score)
            }
            return scores
        }
    }
}
