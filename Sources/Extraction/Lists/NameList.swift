internal import RequirementModel

/// Tells lists of which each item is one name and at most what it is for in parentheses, behind a dash or before a colon; items
/// above them may say in words what the names below are for.
enum NameList {
    /// Whether `list` is such a list, of two names or more.
    /// - Parameter mustBeLabelled: Whether words before a colon must say what each name is.
    static func isOne(_ list: List, mustBeLabelled: Bool, _ lexer: Lexer) -> Bool {
        count(list, mustBeLabelled, lexer, depth: 0).map { $0 >= 2 } ?? false
    }

    /// How many names the list has; nil when an item is something else.
    private static func count(_ list: List, _ mustBeLabelled: Bool, _ lexer: Lexer, depth: Int) -> Int? {
        guard depth < ListReader.deepest else { return nil }
        var count = 0
        for item in list.items {
            guard item.term == nil, case .paragraph(let text)? = item.blocks.first else { return nil }
            switch item.blocks.dropFirst().first {
            case nil:
                guard isName(text, mustBeLabelled, lexer) else { return nil }
                count += 1
            case .list(let inner)? where item.blocks.count == 2:
                guard let names = self.count(inner, mustBeLabelled, lexer, depth: depth + 1) else { return nil }
                count += names
            default: return nil
            }
        }
        return count
    }

    private static func isName(_ text: RichText, _ mustBeLabelled: Bool, _ lexer: Lexer) -> Bool {
        let tokens = lexer.read(text).tokens
        guard let first = tokens.first else { return false }
        guard isPlace(first, lexer) else { return isLabelled(tokens, lexer) }
        return !mustBeLabelled && (tokens.count == 1 || [.open, .dash].contains(lexer.tokens[first + 1].kind))
    }

    private static func isPlace(_ index: Int, _ lexer: Lexer) -> Bool {
        [.host, .url, .address].contains(lexer.tokens[index].kind)
    }

    /// `Portal: https://portal.example.com and https://admin.example.com`: words, and nothing but names behind the colon.
    private static func isLabelled(_ tokens: Range<Int>, _ lexer: Lexer) -> Bool {
        guard let colon = tokens.prefix(8).first(where: { lexer.tokens[$0].kind == .colon }), colon > tokens.lowerBound
        else { return false }
        let names = colon + 1..<tokens.upperBound
        return tokens[..<colon].allSatisfy { [.word, .opaque, .tag, .number].contains(lexer.tokens[$0].kind) }
            && names.contains { isPlace($0, lexer) }
            && names.allSatisfy {
                isPlace($0, lexer) || [.comma, .period].contains(lexer.tokens[$0].kind)
                    || lexer.tokens[$0].means([.and, .or])
            }
    }

    /// Whether each item leads to a place on the page: a table of contents names sections, even those that are called by the name
    /// of a host.
    static func isTableOfContents(_ list: List) -> Bool {
        list.items.allSatisfy { item in
            guard case .paragraph(let text)? = item.blocks.first else { return false }
            return text.spans.contains {
                if case .link(let destination) = $0.markup {
                    destination.utf8.first == UInt8(ascii: "#")
                } else {
                    false
                }
            }
        }
    }
}
