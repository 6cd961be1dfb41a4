/// Words that are found with the bytes of a text, as those of a ``WordTable`` are.
struct WordSet: ExpressibleByArrayLiteral, Sendable {
    private let table: WordTable<Bool>

    /// The set of `words`, which are in lower case.
    init(arrayLiteral words: String...) {
        table = WordTable(words.map { (word: $0, value: true) })
    }

    /// Whether the word that stands in `range` of `text`, whatever its case, is one of them.
    func contains(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool { table.value(of: text, range) != nil }

    /// Whether the word that stands in `range` of `bytes`, whatever its case, is one of them.
    func contains(_ bytes: [UInt8], _ range: Range<Int>) -> Bool { contains(bytes.span, range) }
}

extension Lexer {
    /// Whether the token at `index` is one of `words`.
    func isWord(_ index: Int, among words: WordSet) -> Bool { words.contains(bytes, tokens[index].range) }
}
