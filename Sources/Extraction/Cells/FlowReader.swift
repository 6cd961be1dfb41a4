internal import RequirementModel

/// Reads from where to where: "X to Y", "from X to Y", "X → Y", "X needs outbound access".
struct FlowReader {
    let lexer: Lexer
    let lexed: Lexed

    /// The two ends that `tokens` name, as written; nil where they name none.
    func ends(in tokens: Range<Int>) -> (source: String?, destination: String?)? {
        if let ends = arrowEnds(in: tokens) { return (words(ends.source), words(ends.destination)) }
        if tokens.contains(where: { isArrow($0) }) { return nil }
        if let subject = subject(of: tokens) { return (subject, nil) }
        return nil
    }

    /// What stands on both sides of an arrow; nil where there is none, or nothing on one side.
    func arrowEnds(in tokens: Range<Int>) -> (source: Range<Int>, destination: Range<Int>, isBothWays: Bool)? {
        let inner = innermost(tokens)
        guard let arrow = inner.first(where: { isArrow($0) }) else { return nil }
        let left = inner.lowerBound..<arrow
        let right = arrow + 1..<inner.upperBound
        guard !left.isEmpty, !right.isEmpty else { return nil }
        switch lexer.tokens[arrow].kind {
        case .arrowLeft: return (right, left, false)
        case .arrowBoth: return (left, right, true)
        default: return (left, right, false)
        }
    }

    /// The ends that a direction's cell names: an arrow's, or "From X to Y".
    func ends(ofDirection tokens: Range<Int>) -> (source: String?, destination: String?)? {
        if let ends = ends(in: tokens) { return ends }
        if tokens.contains(where: { lexer.tokens[$0].means([.inbound, .outbound, .bothWays]) }),
            tokens.first.map({ lexer.tokens[$0].means(.from) }) != true
        {
            return nil
        }
        return flow(in: tokens).map { ($0.source, $0.destination) }
    }

    private func isArrow(_ index: Int) -> Bool {
        [.arrowLeft, .arrowRight, .arrowBoth].contains(lexer.tokens[index].kind)
    }

    /// What stands in parentheses, when an arrow stands there.
    private func innermost(_ tokens: Range<Int>) -> Range<Int> {
        guard let arrow = tokens.first(where: { isArrow($0) }) else {
            return tokens
        }
        let open = (tokens.lowerBound..<arrow).last { lexer.tokens[$0].kind == .open }
        let close = (arrow..<tokens.upperBound).first { lexer.tokens[$0].kind == .close }
        guard let open, let close else { return tokens }
        return open + 1..<close
    }

    /// "from clients to storage on port 69", "Clients to storage ports 111": the ends of a flow that a sentence begins with.
    func flow(in tokens: Range<Int>) -> (source: String, destination: String)? {
        var start = tokens.lowerBound
        guard start < tokens.upperBound else { return nil }
        if let (source, destination) = ends(in: tokens), let source, let destination { return (source, destination) }
        if lexer.tokens[start].means(.from) { start += 1 }
        guard let to = (start..<min(start + 8, tokens.upperBound)).first(where: { lexer.isWord($0, "to") }), to > start,
            (start..<to).allSatisfy({ isPartOfName($0) })
        else { return nil }
        let end = (to + 1..<tokens.upperBound).first { !isPartOfName($0) } ?? tokens.upperBound
        // "Forwards traffic to …" tells what something does, not from where.
        if (start..<to).contains(where: { lexer.tokens[$0].means(.trafficNoun) }) { return nil }
        guard (to + 1..<end).contains(where: { !lexer.tokens[$0].means(.article) }) else { return nil }
        return (words(start..<to), words(to + 1..<end))
    }

    /// The end that goes by `name`: a thing, or anywhere.
    static func endpoint(_ name: String) -> Endpoint {
        anywhere.contains(name.lowercased()) ? .any : .named(name)
    }

    private static let anywhere: Set = ["internet", "the internet", "any", "anywhere"]

    /// "… from the server to …": where the flow comes from.
    func source(in tokens: Range<Int>) -> String? {
        guard let from = tokens.first(where: { lexer.tokens[$0].means(.from) }) else { return nil }
        let end =
            (from + 1..<tokens.upperBound).first { lexer.tokens[$0].means(.to) || !isPartOfName($0) }
            ?? tokens.upperBound
        let source = words(from + 1..<end)
        return source.isEmpty ? nil : source
    }

    private func isPartOfName(_ index: Int) -> Bool {
        let token = lexer.tokens[index]
        // "File Server/Device"
        if token.kind == .slash { return token.gap == .none }
        guard token.kind == .word || token.isEndpoint,
            token.protocolIndex < 0 || ProtocolVocabulary.entries[Int(token.protocolIndex)].isCommonWord
        else { return false }
        return token.means(.article)
            || !token.means([.portNoun, .over, .allow, .required, .purpose, .be, .conditional, .reach])
    }

    /// "Management machine needs outbound connection": who opens it.
    private func subject(of tokens: Range<Int>) -> String? {
        guard let verb = tokens.first(where: { lexer.tokens[$0].means([.required, .communicate]) }),
            verb > tokens.lowerBound,
            (verb..<min(verb + 4, tokens.upperBound)).contains(where: { lexer.tokens[$0].means([.outbound, .reach]) })
        else { return nil }
        var end = verb
        if lexer.tokens[end - 1].kind == .close,
            let open = (tokens.lowerBound..<end).last(where: { lexer.tokens[$0].kind == .open })
        {
            end = open
        }
        let text = words(tokens.lowerBound..<end)
        return text.isEmpty ? nil : text
    }

    private func words(_ range: Range<Int>) -> String { lexer.words(ofTokens: range, of: lexed) }
}
