internal import RequirementModel

/// Reads a list: its items as requirements where what introduces it says that they must be reachable.
struct ListReader {
    /// What the words right before the list say.
    let leadIn: Statement
    /// What holds here.
    let context: Statement

    /// What became of `list`.
    func read(_ list: List, _ lexer: inout Lexer) -> PieceOutcome {
        var outcome = PieceOutcome()
        read(list, &lexer, purpose: nil, depth: 0, into: &outcome)
        outcome.reason =
            outcome.drafts.isEmpty ? "no item asks for anything" : "what stands before it asks for its items"
        return outcome
    }

    private func read(
        _ list: List, _ lexer: inout Lexer, purpose: String?, depth: Int, into outcome: inout PieceOutcome
    ) {
        guard depth < 16 else { return list.items.forEach { outcome.skip($0.position, .isTooDeep) } }
        for item in list.items {
            var label: String?
            var isRead = false
            for (index, block) in item.blocks.enumerated() {
                switch block {
                case .paragraph(let text) where index == 0:
                    let lexed = lexer.read(text)
                    let reader = ItemReader(lexer: lexer, lexed: lexed, leadIn: leadIn, context: context)
                    if var draft = reader.draft() {
                        draft.position = item.position
                        draft.purpose = draft.purpose ?? purpose
                        outcome.add(draft)
                    } else {
                        outcome.skip(item.position, reader.shortcoming)
                        label = reader.label
                    }
                    isRead = true
                case .list(let inner): read(inner, &lexer, purpose: label, depth: depth + 1, into: &outcome)
                default: outcome.others.append(block)
                }
            }
            if !isRead { outcome.skip(item.position, .isEmpty) }
        }
    }
}
