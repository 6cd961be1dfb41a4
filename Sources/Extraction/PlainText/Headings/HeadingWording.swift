internal import RequirementModel

/// Which headings of a text are worded alike: `Global required rules`, `China required rules`.
struct HeadingWording {
    /// What the headings of a series have in common.
    enum Series: Hashable {
        /// Each is the name of a cloud.
        case clouds
        /// Each is a direction alone.
        case directions
        /// All their words, in lower case.
        case words(String)
        /// Their last words, in lower case.
        case lastWords(String)
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
    /// - Parameter isCloud: Whether it is the name of a cloud.
    func series(of heading: String, isCloud: Bool) -> Series? {
        isCloud
            ? .clouds
            : Self.isDirection(heading) ? .directions : Self.candidates(heading).first { counts[$0, default: 0] > 1 }
    }

    /// The cloud, when all that `heading` says is its name.
    static func cloud(in heading: String, _ lexer: Lexer) -> Cloud? {
        lexer.reset()
        let tokens = lexer.read(RichText(heading)).tokens
        return CloudReader(lexer: lexer).onlyCloud(in: tokens)
    }

    /// Whether `heading` says nothing but a direction.
    private static func isDirection(_ heading: String) -> Bool {
        let words = words(heading)
        return words.count <= 3
            && words.enumerated().allSatisfy { $1 == "and" ? $0 == 1 : directions.contains($1) }
    }

    private static let directions: Set<String> = [
        "inbound", "outbound", "ingress", "egress", "incoming", "outgoing", "bidirectional",
    ]

    /// Whether two headings have most words in common.
    static func areAlike(_ left: String, _ right: String) -> Bool {
        let (left, right) = (Set(words(left)), Set(words(right)))
        return 2 * left.intersection(right).count >= max(1, min(left.count, right.count))
    }

    private static func candidates(_ heading: String) -> [Series] {
        let words = heading.lowercased()
        let bytes = Array(words.utf8)
        let blanks = bytes.indices.filter { bytes[$0] == ASCII.space }
        guard blanks.count >= shared else { return [.words(words)] }
        let last = bytes[(blanks[blanks.count - shared] + 1)...]
        return [.lastWords(String(decoding: last, as: UTF8.self)), .words(words)]
    }

    private static func words(_ heading: String) -> [String] {
        Array(heading.lowercased().utf8).split(separator: ASCII.space).map { String(decoding: $0, as: UTF8.self) }
    }
}
