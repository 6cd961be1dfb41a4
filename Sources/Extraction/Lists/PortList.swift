internal import RequirementModel

/// Tells lists of which each item begins with a port and its transport: "80 TCP for users", "`udp/53`: names".
enum PortList {
    /// Whether `list` is such a list, of two ports or more.
    static func isOne(_ list: List, _ lexer: Lexer) -> Bool {
        guard list.items.count >= 2 else { return false }
        for item in list.items {
            guard item.term == nil, case .paragraph(let text)? = item.blocks.first,
                beginsWithPort(lexer.read(text).tokens, lexer)
            else { return false }
        }
        return true
    }

    private static func beginsWithPort(_ tokens: Range<Int>, _ lexer: Lexer) -> Bool {
        guard let first = tokens.first, first + 1 < tokens.upperBound else { return false }
        var second = first + 1
        if lexer.tokens[second].kind == .slash { second += 1 }
        guard second < tokens.upperBound else { return false }
        return lexer.tokens[first].kind == .number && isTransport(second, lexer)
            || isTransport(first, lexer) && lexer.tokens[second].kind == .number
    }

    private static func isTransport(_ index: Int, _ lexer: Lexer) -> Bool {
        lexer.isWord(index, "tcp") || lexer.isWord(index, "udp")
    }
}
