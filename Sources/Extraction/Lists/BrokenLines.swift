internal import RequirementModel

/// Finds lists that are written as lines of one paragraph, each ended by a break: `TCP 443<br>UDP 53<br>`.
enum BrokenLines {
    /// A quick look: whether the text has any breaks, as most has none.
    static func mayBe(in text: RichText) -> Bool { text.text.holds(ASCII.newline) }

    /// The lines of a paragraph as a list, where what introduces them asks for what most of them name, and the first line
    /// where that introduces the others, as it ends in a colon.
    ///
    /// - Parameter context: What stands before the paragraph says of what follows.
    static func list(
        in text: RichText, asked context: Statement, _ lexer: Lexer
    ) -> (leadIn: RichText?, list: List)? {
        guard var lines = lines(of: text), let first = lines.first else { return nil }
        var context = context
        var leadIn: RichText?
        if first.text.utf8.last == UInt8(ascii: ":") {
            leadIn = lines.removeFirst()
            let lexed = lexer.read(first)
            context = Statement()
            for sentence in SentenceReader(lexer: lexer, lexed: lexed).sentences(in: lexed.tokens) {
                context = sentence.statement
            }
        }
        guard context.demand >= 2, !lines.isEmpty else { return nil }
        let list = List(items: lines.map { List.Item(position: $0.position, blocks: [.paragraph($0)]) })
        let (outcome, _) = ListReader(context: context).read(list, lexer)
        return 2 * outcome.drafts.count >= lines.count ? (leadIn, list) : nil
    }

    /// The lines that the author broke the text into; nil where one is too long for an item.
    private static func lines(of text: RichText) -> [RichText]? {
        let bytes = Array(text.text.utf8)
        var lines: [RichText] = []
        var start = 0
        for end in bytes.indices where bytes[end] == ASCII.newline {
            lines.append(text.stretch(start..<end, bytes, text.position(at: start)))
            start = end + 1
        }
        lines.append(text.stretch(start..<bytes.count, bytes, text.position(at: start)))
        lines.removeAll(where: \.isEmpty)
        return lines.count > 1 && lines.allSatisfy { $0.text.utf8.count <= longest } ? lines : nil
    }

    /// Lines longer than this are sentences.
    private static let longest = 120
}
