/// What the tokens of a text are and mean, all together: what none of them says need not be looked for.
struct TokenSummary {
    /// All that its words can mean.
    private(set) var senses: WordSenses = []
    /// Whether a word names a protocol.
    private(set) var namesProtocol = false
    private var kinds: UInt32 = 0

    /// What no tokens say.
    init() {}

    /// What `tokens` say.
    init(_ tokens: ArraySlice<Token>) {
        for token in tokens { add(token) }
    }

    /// Takes one more token.
    @inline(__always)
    mutating func add(_ token: Token) {
        senses.formUnion(token.senses)
        kinds |= 1 << UInt32(token.kind.rawValue)
        if token.protocolIndex >= 0 { namesProtocol = true }
    }

    /// Whether a word means one of `sense`.
    func says(_ sense: WordSenses) -> Bool { !senses.isDisjoint(with: sense) }

    /// Whether a name, address or tag is among them.
    var namesPlace: Bool { has(.host) || has(.url) || has(.address) || has(.tag) }

    /// Whether a token is of that kind.
    func has(_ kind: Token.Kind) -> Bool { kinds & 1 << UInt32(kind.rawValue) != 0 }
}
