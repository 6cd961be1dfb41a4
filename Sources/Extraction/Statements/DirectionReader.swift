internal import RequirementModel

/// Reads which way traffic flows.
struct DirectionReader {
    let lexer: Lexer

    /// What a word means without which nothing says a direction in running text.
    static let telling: WordSenses = [.outbound, .inbound, .bothWays]

    /// What running text or a label says; nil when it says nothing, or speaks of each way without saying "both".
    func direction(said tokens: Range<Int>, isLabel: Bool) -> Direction? {
        var found: (direction: Direction, index: Int)?
        for index in tokens {
            guard let direction = single(lexer.tokens[index]), !isDenied(index, tokens),
                !isOfAnother(index, tokens)
            else { continue }
            if let found, found.direction != direction {
                return saysBoth(before: found.index, tokens) || isLabel && saysNothingElse(tokens) ? .both : nil
            }
            found = (direction, index)
        }
        return found?.direction
    }

    /// "ACME ingress IP": the direction is that of the thing whose addresses these are, not of the one the document is about.
    private func isOfAnother(_ index: Int, _ tokens: Range<Int>) -> Bool {
        guard index > tokens.lowerBound, index + 1 < tokens.upperBound,
            ["ip", "ips", "ipv4", "ipv6"].contains(where: { lexer.isWord(index + 1, $0) })
        else { return false }
        return lexer.isNameOfAnother(index - 1)
    }

    /// "Inbound and outbound"
    private func saysNothingElse(_ tokens: Range<Int>) -> Bool {
        tokens.allSatisfy { index in
            let token = lexer.tokens[index]
            return token.kind != .word || token.means([.inbound, .outbound, .and])
        }
    }

    /// "both inbound and outbound"
    private func saysBoth(before index: Int, _ tokens: Range<Int>) -> Bool {
        index > tokens.lowerBound && lexer.isWord(index - 1, "both") && index + 1 < tokens.upperBound
            && lexer.tokens[index + 1].means(.and)
    }

    /// "you don't need to open inbound ports".
    private func isDenied(_ index: Int, _ tokens: Range<Int>) -> Bool {
        var before = index - 1
        while before >= tokens.lowerBound, index - before <= 8 {
            let token = lexer.tokens[before]
            if [.semicolon, .comma, .period, .colon].contains(token.kind) { return false }
            if token.means(.not) || lexer.isWord(before, "direction") { return true }
            before -= 1
        }
        return false
    }

    private func single(_ token: Token) -> Direction? {
        if token.means(.bothWays) { return .both }
        if token.means(.outbound) { return .outbound }
        return token.means(.inbound) ? .inbound : nil
    }

    /// What a direction's cell says: `In/Out`, `Bidirectional`, `Outbound (VM → HSM)`.
    func direction(ofCell tokens: Range<Int>) -> Direction? {
        var outbound = false
        var inbound = false
        let isShort = tokens.count <= 4 && lexer.beginsWithDirectionWord(tokens)
        for index in tokens {
            let token = lexer.tokens[index]
            switch single(token) {
            case .both: return .both
            case .outbound: outbound = true
            case .inbound: inbound = true
            case nil:
                guard token.kind == .word else { continue }
                if lexer.isWord(index, "both") { return .both }
                if isShort {
                    outbound = outbound || lexer.isWord(index, "out")
                    inbound = inbound || lexer.isWord(index, "in")
                }
            }
        }
        if outbound, inbound { return .both }
        return outbound ? .outbound : inbound ? .inbound : nil
    }
}

extension Lexer {
    /// Whether the word at `index` is a name by its capitals, or somebody's: "ACME", "GitHub", "Acme's".
    func isNameOfAnother(_ index: Int) -> Bool {
        let word = tokens[index]
        guard word.kind == .word, word.senses.isEmpty, word.protocolIndex < 0, let first = bytes[word.range].first
        else { return false }
        let rest = bytes[word.range].dropFirst()
        return rest.contains(where: ASCII.isUppercase)
            || ASCII.isUppercase(first) && rest.suffix(2).elementsEqual("'s".utf8)
    }
}
