/// Which headings of a text are worded alike: `Global required rules`, `China required rules`.
struct HeadingWording {
    /// What the headings of a series have in common: all their words, or the last ones.
    struct Series: Hashable {
        fileprivate var words: [String]
        fileprivate var isWhole: Bool
    }

    /// How many headings have each last words or all words.
    private var counts: [Series: Int] = [:]

    /// So many last words in common make headings alike.
    private static let shared = 2

    /// Finds the series among `headings`.
    init(_ headings: [String]) {
        for heading in headings {
            for series in Self.candidates(heading) { counts[series, default: 0] += 1 }
        }
    }

    /// The series that `heading` belongs to; nil when no other is worded like it.
    func series(of heading: String) -> Series? {
        Self.candidates(heading).first { counts[$0, default: 0] > 1 }
    }

    /// Whether two headings have most words in common.
    static func areAlike(_ left: String, _ right: String) -> Bool {
        let (left, right) = (Set(words(left)), Set(words(right)))
        return 2 * left.intersection(right).count >= max(1, min(left.count, right.count))
    }

    private static func candidates(_ heading: String) -> [Series] {
        let words = words(heading)
        let last = Series(words: words.suffix(shared), isWhole: false)
        return words.count > shared
            ? [last, Series(words: words, isWhole: true)] : [Series(words: words, isWhole: true)]
    }

    private static func words(_ heading: String) -> [String] {
        heading.lowercased().split(separator: " ").map(String.init)
    }
}
