/// A word of a flattened table, or a parenthesis as a whole, and what kind of cell it may stand in.
struct RowWord {
    /// Where it stands.
    var range: Range<Int>
    /// The index of its line.
    var line: Int
    /// Whether it begins its line.
    var startsLine: Bool
    /// What it looks like.
    var kind: Kind
    /// Whether it begins with a capital, a digit or anything else but a small letter.
    var startsLikeCell: Bool
    /// Whether it ends a sentence.
    var endsSentence: Bool
    /// Whether a comma or slash after it announces another of its kind.
    var isListed: Bool

    /// What a word looks like.
    enum Kind: Hashable {
        case host, address, placeholder, tag, camelCase, number, `protocol`, protocolAndPort
        /// `Any`, `All`, `*`.
        case any
        /// `N/A`, `-`.
        case none
        case direction, arrow, access, flag
        /// `or`, `and`, `&`, `-`.
        case connective
        /// A bullet at the start of a line.
        case bullet
        /// Words before a colon that name what follows.
        case label
        case parenthesis
        case word
    }
}
