/// A word of a row's columns of plain words, and what it tells about where cells begin and end.
struct WordyWord {
    /// The same for words that differ in case or by the mark at their end only.
    let identity: UInt64
    /// The same for words that are the same byte by byte.
    let spelling: UInt64
    /// What it looks like.
    let kind: RowWord.Kind
    /// What the vocabulary says of it.
    let hint: WordyHint?
    /// Whether no name begins with it.
    let onlyEndsNames: Bool
    /// Whether it begins as most cells do, with a capital inside or in front, a digit or a mark.
    let startsLikeCell: Bool
    let startsLine: Bool
    /// Whether more than one blank before it shows that a cell beside it is empty.
    let followsGap: Bool
    let endsSentence: Bool
    /// Whether a comma or slash after it announces another of its kind.
    let isListed: Bool

    /// `word` of `text`, before `next`.
    init(_ word: RowWord, before next: RowWord? = nil, in text: SourceText) {
        var core = word.range
        while core.count > 1, ",;.:".utf8.contains(text.bytes[core.upperBound - 1]) {
            core = core.lowerBound..<core.upperBound - 1
        }
        identity = PhraseHash.word(text.bytes[core].lazy.map(ASCII.lowercased))
        spelling = PhraseHash.word(text.bytes[word.range])
        // `Display→Core`: one name.
        let isJoined = word.kind == .arrow && text.bytes[word.range].contains(where: ASCII.isLetter)
        kind = isJoined ? .word : word.kind
        hint = WordyHint.of(text.bytes, core)
        // `IPs of all nodes` is a name of its own.
        let isOf = next.map { text.reads("of", $0.range) } ?? false
        onlyEndsNames = hint == .place && !isOf && WordyHint.onlyEndsNames(text.bytes, core)
        startsLikeCell =
            (word.startsLikeCell || text.bytes[word.range].contains(where: ASCII.isUppercase))
            && text.bytes[word.range.lowerBound] != UInt8(ascii: "/")
        startsLine = word.startsLine
        followsGap = word.followsGap
        endsSentence = word.endsSentence
        isListed = word.isListed
    }

    /// Whether no cell ends with it.
    var leadsOn: Bool { hint == .leading || hint == .article }

    /// How much speaks for a cell that ends before `next` with this word and a new one there.
    func boundary(before next: WordyWord, arrowsDivide: Bool) -> Int {
        if kind == .arrow { return arrowsDivide ? 15 : -25 }
        if kind == .connective || next.kind == .connective || next.kind == .arrow { return -25 }
        if isListed || leadsOn || kind == .label { return -20 }
        if next.kind == .parenthesis { return -15 }
        // `Client 1`: one thing.
        if next.kind == .number, !endsSentence { return -12 }
        var score = next.startsLikeCell ? 3 : -6
        if endsSentence { score += 6 }
        if next.startsLine { score += 5 }
        if next.followsGap { score += 10 }
        if kind == .parenthesis { score += 2 }
        // `server nodes`: one thing.
        if hint == .place, next.hint == .place { score -= next.startsLikeCell ? 6 : 4 }
        if next.onlyEndsNames { score -= 12 }
        // `nodes of the site`: what goes on is no new cell.
        if next.hint == .leading || next.hint == .article && hint != .place, !next.startsLikeCell { score -= 14 }
        return score
    }
}

/// Hashes of phrases, each from those of its words.
enum PhraseHash {
    /// The hash of a word of `bytes` (FNV-1a).
    static func word(_ bytes: some Sequence<UInt8>) -> UInt64 {
        bytes.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    }

    /// The hash of the phrase of `words`.
    static func phrase(_ words: some Collection<WordyWord>) -> UInt64 {
        words.dropFirst().reduce(words.first?.identity ?? 0) { adding($1.identity, to: $0) }
    }

    /// The hash of `phrase` and `word` after it.
    static func adding(_ word: UInt64, to phrase: UInt64) -> UInt64 { phrase &* 0x9E37_79B9_7F4A_7C15 &+ word }
}
