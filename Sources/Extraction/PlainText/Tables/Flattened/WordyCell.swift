/// A cell of plain words as it grows word by word, and how well it fits its column: ten for a clear sign.
struct WordyCell {
    private let nature: WordyNature
    private let weights: PhraseWeights
    /// How many words there are, behind the arrow if there is one, and their phrase.
    private var count = 0
    private var phrase: UInt64 = 0
    /// What the words inside say, and what the last one says as the last.
    private var inner = 0
    private var atEnd = 0
    /// What it costs to go on after the last word.
    private var broken = 0
    private var hasAddress = false
    private var endsWithAddress = false
    /// The words before the arrow.
    private var beforeArrow: UInt64?

    /// An empty cell of a column of `nature`, in a table in which the phrases of `weights` recur.
    init(_ nature: WordyNature, _ weights: PhraseWeights) {
        self.nature = nature
        self.weights = weights
    }

    /// How well the words fit.
    var score: Int {
        switch nature {
        case .place, .term: inner + atEnd + reuse
        case .flow: inner + atEnd + (beforeArrow == nil ? -20 : reuse + (beforeArrow == phrase ? 6 : 0))
        case .description: inner + atEnd
        }
    }

    /// How much it says that the words are a phrase that recurs: more for a longer one, as chance has less to do with it.
    private var reuse: Int {
        guard count <= PhraseWeights.longest else { return 0 }
        let weight = weights.weight(phrase, nature)
        guard weight > 0 else { return 0 }
        return count > 1
            ? min(13, 4 + weight / 33) + (weight < 100 ? 0 : 4 * max(0, count - 3)) : min(9, 2 + weight / 50)
    }

    /// Adds `word`, after which `next` stands in the row.
    mutating func append(_ word: WordyWord, next: WordyWord?) {
        inner += broken
        broken = 0
        if nature == .flow, word.kind == .arrow { return appendArrow() }
        phrase = count == 0 ? word.identity : PhraseHash.adding(word.identity, to: phrase)
        count += 1
        switch nature {
        case .place, .flow: appendToPlace(word, next)
        case .term: appendToTerm(word)
        case .description: appendToDescription(word)
        }
    }

    private mutating func appendToPlace(_ word: WordyWord, _ next: WordyWord?) {
        switch word.hint {
        case .leading: inner -= count == 1 ? 12 : 4
        case .article: inner += count == 1 ? 4 : -4
        case .description: inner -= word.startsLikeCell ? 8 : 4
        case .determiner where count == 1: inner += 4
        default: break
        }
        switch word.kind {
        case .host, .address:
            // Addresses, and a name without a comma between: rather the next cell's.
            inner += count == 1 ? 10 : word.kind == .host && endsWithAddress ? -12 : 3
            hasAddress = true
        case .tag, .placeholder, .camelCase: inner += count == 1 ? 10 : 3
        case .any, .none: inner += count == 1 ? 5 : 0
        case .arrow: broken -= 20
        case .protocol, .transport: inner -= next?.hint == .place ? 1 : 5
        case .number: inner -= count == 1 ? 15 : 1
        case .protocolAndPort, .direction, .access, .flag, .label: inner -= 5
        case .connective, .parenthesis: break
        // Who writes addresses describes nothing.
        case _ where hasAddress: inner -= 6
        default: if count > 1 { inner -= word.startsLikeCell || word.hint != nil ? 1 : 3 }
        }
        endsWithAddress = word.kind == .address && !word.isListed
        // A machine's kind before another name is where one cell ends and the next begins.
        let isKnown = word.hint == .place || weights.weight(word.identity, .place) >= 100
        if isKnown, let next, next.startsLikeCell, next.hint != .place, next.kind != .parenthesis { broken -= 5 }
        guard word.kind != .parenthesis || count == 1 else { return }
        atEnd = end(word)
        if atEnd == 0 { atEnd = word.hint == .place ? 7 : isKnown && count > 1 ? 4 : 0 }
    }

    private mutating func appendArrow() {
        inner += atEnd + (beforeArrow == nil ? 15 + reuse : -20)
        beforeArrow = phrase
        (count, phrase, atEnd) = (0, 0, -20)
    }

    private mutating func appendToTerm(_ word: WordyWord) {
        switch word.hint {
        case .leading, .article, .description: inner -= 5
        default: break
        }
        switch word.kind {
        case .host, .address: inner -= 8
        case .number: inner += 2
        case .arrow: inner -= 20
        case .connective, .parenthesis: break
        default: if count > 4 { inner -= 2 }
        }
        atEnd = end(word)
    }

    private mutating func appendToDescription(_ word: WordyWord) {
        if count == 1, word.startsLikeCell {
            if word.hint == .description { inner += 6 }
            if word.leadsOn { inner += 4 }
        }
        switch word.kind {
        case .host, .address: inner -= 8
        case .placeholder: inner -= 4
        case .tag: inner -= 3
        default: break
        }
        atEnd = word.endsSentence ? 3 : word.leadsOn ? -10 : 0
    }

    /// What speaks against a name that ends with `word`.
    private func end(_ word: WordyWord) -> Int {
        if word.kind == .connective || word.isListed || word.leadsOn { return -20 }
        // `IP` alone is nobody's name.
        if word.onlyEndsNames, count == 1 { return -15 }
        if word.hint == .determiner, word.kind != .any || count > 1 { return -20 }
        return word.endsSentence && word.kind != .host ? -12 : 0
    }
}
