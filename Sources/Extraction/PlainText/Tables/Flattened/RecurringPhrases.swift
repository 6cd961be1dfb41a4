/// Phrases at one edge of rows, and how much speaks for a boundary beside each: that it recurs, and that what stands
/// next to it differs.
struct RecurringPhrases {
    /// The most words in a phrase.
    static let longest = 12
    /// What a phrase must reach, in hundredths: two occurrences beside different words, three for a single word.
    private static let enough = (phrase: 100, word: 200)

    /// For each phrase how often which word stands beside it.
    private var neighbours: [String: [String: Int]] = [:]

    /// Counts a row's words, nearest the edge first.
    mutating func count(_ words: [String]) {
        for (phrase, length) in phrases(words) {
            neighbours[phrase, default: [:]][length < words.count ? words[length] : "", default: 0] += 1
        }
    }

    /// The lengths of the phrases at the edge of `words` that recur, the one for which most speaks first.
    func lengths(_ words: [String]) -> [Int] {
        let scored = phrases(words).map { (length: $1, score: score($0)) }
        return scored.filter { $0.score >= ($0.length == 1 ? Self.enough.word : Self.enough.phrase) }
            .sorted { ($1.score, $0.length) < ($0.score, $1.length) }
            .map(\.length)
    }

    private func phrases(_ words: [String]) -> [(String, Int)] {
        var phrase = ""
        return words.prefix(Self.longest).enumerated().map { index, word in
            phrase += word + " "
            return (phrase, index + 1)
        }
    }

    /// Occurrences times the chance that two of them have different neighbours (Gini's index), in hundredths.
    private func score(_ phrase: String) -> Int {
        guard let beside = neighbours[phrase] else { return 0 }
        let total = beside.values.reduce(0, +)
        let alike = beside.values.reduce(0) { $0 + $1 * $1 }
        return 100 * (total * total - alike) / total
    }
}
