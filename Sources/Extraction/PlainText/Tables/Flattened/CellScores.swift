/// How well a word fits a column, and what it costs to leave a cell empty or to break it: the weights of the row search.
///
/// Whole numbers, ten for a clear sign; only their order and rough ratios matter.
enum CellScores {
    /// What `kind` is worth in a cell of `content`.
    static func fit(_ kind: RowWord.Kind, _ content: ColumnContent) -> Int {
        switch (content, kind) {
        case (.prose, _): proseFit(kind)
        case (.mixed, .host), (.mixed, .address), (.mixed, .placeholder): 15
        case (.mixed, .tag), (.mixed, .any): 8
        case (.mixed, .bullet), (.mixed, .plainTag): 0
        case (.mixed, _): max(proseFit(kind), -3)
        case (.port, .arrow): 4
        case (.port, .portMention): 6
        case (.direction, .none): 0
        case (_, .connective), (_, .parenthesis): 0
        case (.endpoint, .bullet), (.address, .bullet), (.tag, .bullet), (.party, .bullet): 0
        case (_, .bullet): -6
        case (.endpoint, .host), (.endpoint, .address), (.address, .address), (.tag, .tag): 30
        case (.endpoint, .placeholder), (.address, .placeholder), (.tag, .placeholder), (.tag, .camelCase): 22
        case (.endpoint, .tag), (.endpoint, .camelCase), (.endpoint, .any), (.address, .any), (.tag, .any): 14
        case (.tag, .plainTag): 18
        case (.endpoint, .plainTag): 8
        case (.party, .plainTag), (.direction, .plainTag): -3
        case (.endpoint, .label), (.endpoint, .none), (.address, .none), (.tag, .none), (.tag, .host): 12
        case (.address, .host): -10
        case (.party, .host), (.party, .address), (.party, .tag), (.party, .placeholder): 25
        case (.party, .any), (.party, .camelCase): 15
        case (.party, .none): 10
        case (.party, .word), (.party, .label): -4
        case (.party, _): -12
        case (.port, .number), (.port, .protocolAndPort): 30
        case (.port, .any), (.port, .none): 16
        case (.port, .transport): -16
        case (.port, .protocol), (.port, .label): -4
        case (.protocol, .protocol), (.protocol, .transport): 30
        case (.protocol, .any), (.protocol, .none): 16
        case (.protocol, .protocolAndPort): 10
        case (.protocol, .word): -34
        case (.protocolAndPort, .protocolAndPort): 40
        case (.protocolAndPort, .number): 26
        case (.protocolAndPort, .protocol), (.protocolAndPort, .transport): 20
        case (.protocolAndPort, .any), (.protocolAndPort, .none): 16
        case (.protocolAndPort, .portMention): 10
        case (.protocolAndPort, .label): -4
        case (.direction, .direction), (.direction, .arrow): 30
        case (.direction, .word), (.direction, .tag), (.direction, .camelCase): -5
        case (.direction, .host), (.direction, .address), (.direction, .number): -30
        case (.direction, _): -10
        case (.access, .access), (.priority, .number): 25
        case (.access, .word): -3
        case (.flag, .flag): 25
        case (.flag, .none), (.flag, .any): 10
        case (.name, .word), (.name, .camelCase), (.name, .tag), (.name, .plainTag), (.name, .any): -2
        case (.name, _): -10
        case (.endpoint, .number), (.tag, .number), (.address, .number): -20
        default: -30
        }
    }

    /// Free text takes anything, but names and numbers rather belong to the columns that ask for them.
    private static func proseFit(_ kind: RowWord.Kind) -> Int {
        switch kind {
        case .host, .address: -10
        case .placeholder, .protocolAndPort: -6
        case .protocol, .transport, .tag, .flag, .direction, .access: -3
        case .number, .camelCase, .plainTag: -2
        case .bullet, .arrow: -4
        default: 0
        }
    }

    /// What it costs to keep `word` in the cell of `previous`, where `previous` says all that such a cell says.
    static func stay(_ word: RowWord, after previous: RowWord, in content: ColumnContent) -> Int {
        if content == .direction, previous.endsSentence { return -25 }
        // "Management machine needs outbound connection": what makes the words before it a direction.
        if content == .direction, word.kind == .direction, !previous.isOfKindOfDirection { return directionSaid }
        // Words where a name should stand: the second one makes the cell little worse.
        if word.kind == .word, !word.startsLine {
            if content == .endpoint, fit(previous.kind, content) <= -30 { return 26 }
            if content == .protocol, previous.kind == .word { return 28 }
        }
        // `NFS and SMB`: rather a cell of words about the protocol that comes next.
        if content == .protocol, word.kind == .protocol, previous.kind == .connective { return -24 }
        guard !word.startsLine, !previous.isListed, ![.label, .portMention].contains(previous.kind) else { return 0 }
        // `69 Note 4 --`: two cells.
        if previous.kind == .parenthesis, content == .port, word.kind == .none { return -40 }
        guard fit(previous.kind, content) > 0 else { return 0 }
        switch (content, word.kind) {
        // Addresses, and a name without a comma between: rather the next cell's.
        case (.endpoint, .host) where previous.kind == .address, (.party, .host) where previous.kind == .address:
            return -45
        case (.endpoint, _), (.address, _), (.prose, _), (.mixed, _): return 0
        case (.direction, .word) where word.startsLikeCell: return -25 - directionSaid
        case (_, .any), (_, .none): return -40
        // `443 TCP LDAP lookups`: behind a port a protocol rather begins the description, unless another port follows it.
        case (.protocolAndPort, .protocol): return previous.kind == .protocol || previous.kind == .transport ? -15 : -30
        case (.protocolAndPort, .number), (.protocolAndPort, .transport), (.protocolAndPort, .protocolAndPort): return 0
        case (_, .connective), (_, .parenthesis), (_, .word), (_, .label), (_, .bullet), (.port, .arrow): return 0
        // `TCP HTTPS`: both layers.
        case (.protocol, .protocol): return previous.kind == .transport ? 0 : -20
        case (.protocol, .transport): return previous.kind == .transport ? -20 : -100
        default: return -25
        }
    }

    /// What a row loses that has no cell in a column.
    static func missing(_ content: ColumnContent) -> Int {
        switch content {
        case .endpoint, .port, .protocolAndPort: -30
        case .address, .access, .priority: -25
        case .direction, .protocol: -20
        case .party: -16
        case .name, .prose, .mixed: -14
        case .tag: -12
        case .flag: -8
        }
    }

    /// What a line end within a cell costs where `word` begins the next line.
    static func lineBreak(before word: RowWord, after previous: RowWord, in content: ColumnContent) -> Int {
        switch word.kind {
        case .bullet, .connective, .parenthesis: return -1
        default: if previous.kind == .connective { return -1 }
        }
        switch content {
        case .endpoint, .address, .tag: return -3
        case .mixed where word.isOfKindOfPlace && previous.isOfKindOfPlace: return -4
        case .party where word.isOfKindOfPlace && previous.isOfKindOfPlace: return -4
        case .port, .protocol, .protocolAndPort: return -6
        case .party, .direction: return -12
        default: return -25
        }
    }

    /// What it costs to begin a cell of `content` with `word`.
    static func start(_ word: RowWord, after previous: RowWord?, in content: ColumnContent) -> Int {
        let isUnsaid = content == .direction && !word.isOfKindOfDirection && word.kind != .none
        return opening(word, after: previous, in: content) - (isUnsaid ? directionSaid : 0)
            + (word.isRepetition && previous != nil ? 12 : 0)
    }

    private static func opening(_ word: RowWord, after previous: RowWord?, in content: ColumnContent) -> Int {
        switch word.kind {
        case .connective: return -30
        case .parenthesis: return -25
        default: break
        }
        if let previous, previous.kind == .connective || previous.leadsOn { return -20 }
        if word.startsLikeCell { return 0 }
        switch content {
        case .party: return -8
        case .prose, .mixed, .direction: return -3
        default: return 0
        }
    }

    /// What it costs to begin a direction with other words, until one comes that says which.
    private static let directionSaid = 25
}

extension RowWord {
    /// Whether it is a name or an address by its form.
    fileprivate var isOfKindOfPlace: Bool { kind == .host || kind == .address }

    /// Whether it says a direction by itself.
    fileprivate var isOfKindOfDirection: Bool { kind == .direction || kind == .arrow }
}
