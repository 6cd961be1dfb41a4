internal import RequirementModel

/// Words that are protocols: by their names, their IANA numbers, the schemes of URLs.
extension ServiceReader {
    /// The protocol that begins at `index`, and where reading goes on; nil where none does.
    func protocolEntry(at index: Int, before end: Int) -> (ProtocolVocabulary.Entry, Int)? {
        let token = lexer.tokens[index]
        if token.kind == .word, token.protocolIndex >= 0 {
            let entry = ProtocolVocabulary.entries[Int(token.protocolIndex)]
            if !takesBareNumbers,
                !isNamedAsProtocol(token, entry) && !isJoinedToNumber(index, before: end)
                    || isAttribute(entry, index, before: end)
            {
                return nil
            }
            if let compound = compound(entry, at: index, before: end) { return compound }
            return (entry, index + 1)
        }
        if token.kind == .number, token.low == token.high, isProtocolNumber(at: index),
            let transport = ProtocolVocabulary.transport(number: token.low)
        {
            return (.init(name: transport, transport: transport), index + 1)
        }
        if token.kind == .url, let scheme = scheme(of: token) { return (scheme, index + 1) }
        return nil
    }

    /// In prose a protocol's name is written in capitals, unless it is one that is no other word.
    private func isNamedAsProtocol(_ token: Token, _ entry: ProtocolVocabulary.Entry) -> Bool {
        if entry.isCommonWord { return false }
        return ASCII.isUppercase(lexer.bytes[Int(token.start)])
            || ["HTTP", "HTTPS", "TCP", "UDP", "SSH"].contains(entry.name)
    }

    /// `50/esp`, `udp/53`.
    private func isJoinedToNumber(_ index: Int, before end: Int) -> Bool {
        if lexer.token(before: index)?.kind == .slash, lexer.token(before: index - 1)?.kind == .number { return true }
        return index + 2 < end && lexer.tokens[index + 1].kind == .slash && lexer.tokens[index + 2].kind == .number
    }

    /// "the STUN endpoints", "your LDAP server", "DNS names": the word tells a thing, not how it is reached.
    private func isAttribute(_ entry: ProtocolVocabulary.Entry, _ index: Int, before end: Int) -> Bool {
        guard entry.application != nil else { return false }
        if index + 1 < end, lexer.isWord(index + 1, "protocol") { return false }
        if lexer.token(before: index)?.means(.article) == true { return true }
        return index + 1 < end && lexer.isWord(index + 1, among: Self.named)
    }

    private static let named: WordSet = ["name", "names", "record", "records", "zone", "zones", "suffix", "suffixes"]

    /// `DCOM/RPC`, `TLS/SSL`: two words for one protocol.
    private func compound(
        _ entry: ProtocolVocabulary.Entry, at index: Int, before end: Int
    ) -> (ProtocolVocabulary.Entry, Int)? {
        guard index + 2 < end, lexer.tokens[index + 1].kind == .slash, lexer.tokens[index + 2].protocolIndex >= 0 else {
            return nil
        }
        let name = "\(entry.name)/\(ProtocolVocabulary.entries[Int(lexer.tokens[index + 2].protocolIndex)].name)"
        if let known = ProtocolVocabulary.table.value(of: name.lowercased()) {
            return (ProtocolVocabulary.entries[Int(known)], index + 3)
        }
        // "LDAP/SSL"
        guard entry.application != nil, lexer.isWord(index + 2, "ssl") || lexer.isWord(index + 2, "tls") else {
            return nil
        }
        return (.init(name: name, transport: entry.transport, application: name), index + 3)
    }

    private func isProtocolNumber(at index: Int) -> Bool {
        if takesProtocolNumbers { return true }
        if takesBareNumbers { return isAfterProtocolNoun(index) }
        return lexer.token(before: index)?.senses.contains(.protocolNoun) == true
    }

    /// "IP protocol 50", "IP protocol ID 50 and 51".
    private func isAfterProtocolNoun(_ index: Int) -> Bool {
        var first = index
        // Of a longer list the rest are rather ports.
        while index - first < 24, let number = number(joinedBefore: first) { first = number }
        guard lexer.token(before: first) != nil else { return false }
        let hasLabel = lexer.isWord(first - 1, "id") || lexer.isWord(first - 1, "number")
        let noun = hasLabel && lexer.token(before: first - 1) != nil ? first - 2 : first - 1
        return lexer.isWord(noun, "protocol") && lexer.token(before: noun) != nil && lexer.isWord(noun - 1, "ip")
    }

    /// "50 and 51": where the number stands before the one at `index`.
    private func number(joinedBefore index: Int) -> Int? {
        guard let joint = lexer.token(before: index), joint.means(.and) || joint.kind == .comma,
            lexer.token(before: index - 1)?.kind == .number
        else { return nil }
        return index - 2
    }

    private func scheme(of token: Token) -> ProtocolVocabulary.Entry? {
        guard HostName.mayLackHost(lexer.bytes, token.range) else { return nil }
        let parts = HostName.parts(lexer.bytes, token.range, emphasised: [], isURL: true)
        guard parts.host == nil, let scheme = parts.scheme else { return nil }
        return ProtocolVocabulary.table.value(of: lexer.bytes, scheme).map { ProtocolVocabulary.entries[Int($0)] }
    }
}
