internal import RequirementModel

/// One word, number, name or mark of a text, with what the vocabulary knows about it.
struct Token {
    /// Where it starts in the text's bytes.
    var start: Int32
    /// Where it ends.
    var end: Int32
    /// What it is.
    var kind: Kind
    /// What separates it from the token before.
    var gap: Gap
    /// The protocol that the word names, an index into ``ProtocolVocabulary``; -1 for none.
    var protocolIndex: Int8 = -1
    /// The lowest port of a number or range.
    var low: UInt16 = 0
    /// The highest port of a number or range.
    var high: UInt16 = 0
    /// What the word means, for words in the lexicon.
    var senses: WordSenses = []

    /// The token's bytes.
    var range: Range<Int> { Int(start)..<Int(end) }

    /// What a token is.
    enum Kind: UInt8 {
        case word
        /// A number or range that can be a port.
        case number
        /// A host name, or a URL without a scheme.
        case host
        /// A URL with its scheme.
        case url
        /// An IP address or network.
        case address
        /// A service tag, with or without a region.
        case tag
        /// A lone `*`.
        case star
        case comma, semicolon, colon, slash, open, close, dash, ampersand, period, greater, pipe, check, cross, bullet
        case arrowRight, arrowLeft, arrowBoth
        /// A placeholder that stands alone: `<region>`.
        case placeholder
        /// A mail address, file name, version, resource type or option: never an endpoint.
        case opaque
    }

    /// What separates two tokens.
    enum Gap: UInt8 {
        case none, space, line
    }

    /// Whether it stands for a place in the network by itself.
    var isEndpoint: Bool {
        switch kind {
        case .host, .url, .address, .tag, .star: true
        default: false
        }
    }

    /// Whether it names a place, and does not stand for all.
    var namesPlace: Bool { isEndpoint && kind != .star }

    /// Whether the word means `sense`.
    func means(_ sense: WordSenses) -> Bool { !senses.isDisjoint(with: sense) }
}

extension Lexer {
    /// Whether a token of `range` names a place.
    func namesPlace(_ range: Range<Int>) -> Bool { range.contains { tokens[$0].namesPlace } }
}
