/// A word of a flattened table, or a parenthesis as a whole, and what kind of cell it may stand in.
struct RowWord {
    /// Where it stands.
    var range: Range<Int>
    /// The same for words that differ in case only.
    var identity: UInt64
    /// The index of its line.
    var line: Int
    /// Whether it begins its line.
    var startsLine: Bool
    /// What it looks like.
    var kind: Kind
    /// Whether two or three blanks before it show that a cell between is empty.
    var followsGap = false
    /// Whether the words before it stand here again: the end of one cell and the start of the next.
    var isRepetition = false
    /// Whether it rather begins a row than goes on with one.
    var beginsRow = false
    /// Whether it begins with a capital, a digit or anything else but a small letter.
    var startsLikeCell: Bool
    /// Whether it ends a sentence.
    var endsSentence: Bool
    /// Whether a comma or slash after it announces another of its kind.
    var isListed: Bool
    /// Whether it leads on to the next word, as *of* and *your* do, and ends no cell.
    var leadsOn = false

    /// What a word looks like.
    enum Kind: Hashable {
        /// A host name or URL, or any name with a port: `APIServerPublicIP:443`.
        case host
        case address, placeholder, tag
        /// A word of plain language that is a service tag's name, too: `Storage`.
        case plainTag
        /// A word with capitals inside, as service tags that are not known by name have.
        case camelCase
        case number
        /// A number after the word *port*, as running text has it.
        case portMention
        /// A protocol of layer 4, or several.
        case transport
        /// A protocol of a layer above.
        case `protocol`
        /// `HTTPS:443`, `443/TCP`.
        case protocolAndPort
        /// `Any`, `All`, `*`.
        case any
        /// `N/A`, `-`.
        case none
        case direction, arrow, access, flag
        /// `or`, `and`, `&`, `/`.
        case connective
        case bullet
        /// Words before a colon that name what follows.
        case label
        case parenthesis
        case word
    }
}

extension RowWord.Kind {
    /// What the tokens of one word make it, punctuation around them aside.
    init(_ tokens: ArraySlice<Token>, in lexer: Lexer) {
        let core = tokens.filter { !Self.isPunctuation($0.kind) }
        guard let first = core.first, let last = core.last else {
            self = tokens.first?.kind == .colon ? .label : .connective
            return
        }
        let kinds = core.map { Self($0, in: lexer) }
        if core.count == 1 {
            self = kinds[0]
            return
        }
        func isJoint(_ kind: Self) -> Bool { kind == .connective || kind == .none }
        func areAll(_ kind: Self) -> Bool {
            kinds.allSatisfy { $0 == kind || isJoint($0) } && kinds.contains(kind)
        }
        if lexer.bytes[first.range.lowerBound..<last.range.upperBound].map(ASCII.lowercased) == Array("n/a".utf8) {
            self = .none
        } else if areAll(.transport) {
            self = .transport
        } else if kinds.allSatisfy({ $0 == .protocol || $0 == .transport || isJoint($0) }), !areAll(.none) {
            self = .protocol
        } else if areAll(.number) {
            self = .number
        } else if kinds.contains(.protocol) || kinds.contains(.transport),
            last.kind == .number || first.kind == .number,
            kinds.allSatisfy({ [.protocol, .transport, .number].contains($0) || isJoint($0) })
        {
            self = .protocolAndPort
        } else if first.kind == .star, core.allSatisfy({ $0.kind == .star || $0.kind == .number }) {
            // `*:443`: any name or address.
            self = .any
        } else if last.kind == .number, tokens.contains(where: { $0.kind == .colon }) {
            self = .host
        } else if core.allSatisfy({ $0.kind == .slash || Self.isEndOfFlow($0, in: lexer) }) {
            self = .direction
        } else {
            self = kinds.first { [.host, .address, .tag, .placeholder, .arrow].contains($0) } ?? .word
        }
    }

    /// What a token by itself is.
    private init(_ token: Token, in lexer: Lexer) {
        switch token.kind {
        case .host, .url: self = .host
        case .address: self = .address
        case .placeholder: self = .placeholder
        case .tag: self = .tag
        case .number, .greater: self = .number
        case .star: self = .any
        case .dash: self = .none
        case .ampersand, .slash, .pipe: self = .connective
        case .check, .cross: self = .flag
        case .bullet: self = .bullet
        case .arrowLeft, .arrowRight, .arrowBoth: self = .arrow
        case .word: self = Self.spoken(token, in: lexer)
        default: self = .word
        }
    }

    private static func spoken(_ token: Token, in lexer: Lexer) -> Self {
        if token.protocolIndex >= 0 {
            let entry = ProtocolVocabulary.entries[Int(token.protocolIndex)]
            if entry.isCommonWord, lexer.bytes[token.range.lowerBound].isSmallLetter { return .word }
            return entry.application == nil ? .transport : .protocol
        }
        if token.senses.isEmpty { return hasInnerCapital(token, in: lexer) ? .camelCase : .word }
        if token.means(.plainTag) { return .plainTag }
        if token.means([.or, .and]) { return .connective }
        if token.means([.outbound, .inbound, .bothWays]) { return .direction }
        if token.means(.none) { return .none }
        if token.means(.any) { return .any }
        if token.means([.yes, .no, .optional]) {
            return lexer.bytes[token.range.lowerBound].isSmallLetter ? .word : .flag
        }
        if token.means([.allow, .deny]), lexer.bytes[token.range.lowerBound].isCapital { return .access }
        return hasInnerCapital(token, in: lexer) ? .camelCase : .word
    }

    /// `In` and `Out`, which are directions only beside each other.
    private static func isEndOfFlow(_ token: Token, in lexer: Lexer) -> Bool {
        let word = lexer.bytes[token.range].map(ASCII.lowercased)
        return token.means([.outbound, .inbound]) || word.elementsEqual("in".utf8) || word.elementsEqual("out".utf8)
    }

    private static func hasInnerCapital(_ token: Token, in lexer: Lexer) -> Bool {
        let word = lexer.bytes[token.range]
        return word.count >= 5 && word.first?.isCapital == true && word.dropFirst().contains(where: \.isCapital)
            && word.contains(where: \.isSmallLetter) && word.allSatisfy { ASCII.isWord($0) }
    }

    private static func isPunctuation(_ kind: Token.Kind) -> Bool {
        switch kind {
        case .comma, .semicolon, .colon, .open, .close, .period: true
        default: false
        }
    }
}
