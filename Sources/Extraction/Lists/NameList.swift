internal import RequirementModel

/// Tells lists of which each item is one name and at most what it is for in parentheses or behind a dash; items above them may
/// say in words what the names below are for.
enum NameList {
    /// Whether `list` is such a list, of two names or more.
    static func isOne(_ list: List, _ lexer: inout Lexer) -> Bool {
        count(list, &lexer, depth: 0).map { $0 >= 2 } ?? false
    }

    /// How many names the list has; nil when an item is something else.
    private static func count(_ list: List, _ lexer: inout Lexer, depth: Int) -> Int? {
        guard depth < 16 else { return nil }
        var count = 0
        for item in list.items {
            guard item.term == nil, case .paragraph(let text)? = item.blocks.first else { return nil }
            switch item.blocks.dropFirst().first {
            case nil:
                guard isName(text, &lexer) else { return nil }
                count += 1
            case .list(let inner)? where item.blocks.count == 2:
                guard let names = self.count(inner, &lexer, depth: depth + 1) else { return nil }
                count += names
            default: return nil
            }
        }
        return count
    }

    private static func isName(_ text: RichText, _ lexer: inout Lexer) -> Bool {
        let tokens = lexer.read(text).tokens
        guard let first = tokens.first, [.host, .url, .address].contains(lexer.tokens[first].kind) else { return false }
        return tokens.count == 1 || [.open, .dash].contains(lexer.tokens[first + 1].kind)
    }
}
