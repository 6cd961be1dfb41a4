internal import RequirementModel

/// Reads a list: its items as requirements where what introduces it says that they must be reachable.
struct ListReader {
    /// What holds here; its demand is that of what introduces the list.
    let context: Statement

    /// What became of `list`, and what its last item says of the piece behind it.
    func read(_ list: List, _ lexer: Lexer) -> (PieceOutcome, leadIn: Nearby) {
        var outcome = PieceOutcome()
        var leadIn = Nearby()
        read(list, lexer, context, purpose: nil, depth: 0, into: &outcome, &leadIn)
        outcome.reason =
            outcome.drafts.isEmpty ? "no item asks for anything" : "what stands before it asks for its items"
        return (outcome, leadIn)
    }

    private func read(
        _ list: List, _ lexer: Lexer, _ context: Statement, purpose: String?, depth: Int,
        into outcome: inout PieceOutcome,
        _ leadIn: inout Nearby
    ) {
        guard depth < Self.deepest else { return list.items.forEach { outcome.skip($0.position, .isTooDeep) } }
        var context = context
        var isInside = depth > 0
        let first = outcome.drafts.count
        var doubtful: [RequirementDraft] = []
        var ports: [RequirementDraft] = []
        let groups = context.demand >= 2 ? FieldGroups(list, lexer) : nil
        let last = list.items.indices.last { groups?.contains($0) != true }
        for (index, item) in list.items.enumerated() {
            if let group = groups?.group(startingAt: index) {
                add(group, lexer, purpose: purpose, into: &outcome)
                continue
            }
            if groups?.contains(index) == true { continue }
            // Of an item that nothing follows or stands in, only a lead-in counts for others.
            let introduces = index == last || !item.blocks.allSatisfy(Self.isText)
            var open = OpenItem(
                item, context: context, isInside: isInside, introduces: introduces, purpose: purpose)
            readBlocks(of: item, &open, lexer, depth: depth, into: &outcome)
            if let draft = open.doubtful { doubtful.append(draft) }
            if let draft = open.ports { ports.append(draft) }
            leadIn = open.leadIn
            // An item that ends in a lead-in introduces its siblings where nothing stands inside it.
            if item.blocks.count <= 1, leadIn.introduces, open.inner.demand >= 2, open.inner.demand > context.demand {
                context = open.inner
                isInside = true
            }
        }
        settle(ports, doubtful, since: first, in: &outcome)
    }

    /// Lists nested deeper than this are not read.
    static let deepest = 16

    private func readBlocks(
        of item: List.Item, _ open: inout OpenItem, _ lexer: Lexer, depth: Int, into outcome: inout PieceOutcome
    ) {
        var hasWords = false
        for block in item.blocks {
            hasWords = hasWords || !open.texts.isEmpty
            if case .paragraph(let text) = block, Self.isText(block) {
                open.texts.append(text)
                continue
            }
            open.readTexts(lexer, into: &outcome)
            if case .list(let list) = block {
                read(list, lexer, open.inner, purpose: open.label, depth: depth + 1, into: &outcome, &open.leadIn)
            } else {
                if hasWords, !open.leadIn.introduces, let caption = caption(of: item, lexer) {
                    open.leadIn.take(caption: caption)
                }
                outcome.others.append((block, hasWords ? open.leadIn : nil, item.position))
            }
        }
        open.readTexts(lexer, into: &outcome)
    }

    /// Takes the items that only those beside them tell how to read: bare ports, and names that may be files'.
    private func settle(
        _ ports: [RequirementDraft], _ doubtful: [RequirementDraft], since first: Int, in outcome: inout PieceOutcome
    ) {
        if ports.count == 1, outcome.drafts.count > first, outcome.drafts.dropFirst(first).allSatisfy(\.namesPlacesOnly)
        {
            outcome.introduce(since: first, by: ports[0].said)
            outcome.skip(ports[0].position, .isStatement)
        } else {
            for draft in ports { outcome.insert(draft) }
        }
        // Among hosts, what may be a file's name is a host's.
        let isAmongHosts = outcome.drafts.dropFirst(first).count { !$0.destinations.isEmpty } > doubtful.count
        for draft in doubtful {
            if isAmongHosts { outcome.insert(draft) } else { outcome.skip(draft.position, .isNotAboutNetwork) }
        }
    }

    /// What a few words say that are all of an item before the table or listing in it: "Inbound rules".
    private func caption(of item: List.Item, _ lexer: Lexer) -> Statement? {
        guard case .paragraph(let text)? = item.blocks.first, text.text.utf8.count <= 60 else { return nil }
        let lexed = lexer.read(text)
        guard let last = lexed.tokens.last, lexer.tokens[last].kind != .period else { return nil }
        return SentenceReader(lexer: lexer, lexed: lexed).label(lexed.tokens)
    }

    private func add(_ group: FieldGroups.Group, _ lexer: Lexer, purpose: String?, into outcome: inout PieceOutcome) {
        if let draft = group.fields.draft(lexer, purpose: purpose) {
            outcome.add(draft, rows: group.positions.count)
        } else {
            for position in group.positions { outcome.skip(position, .namesNothing) }
        }
        outcome.others += group.others.map { ($0, Nearby(), group.positions.first ?? .unknown) }
    }

    /// Whether the block is text, and no table that lacks its delimiter row.
    private static func isText(_ block: Block) -> Bool {
        if case .paragraph(let text) = block { PipeRows.table(in: text) == nil } else { false }
    }
}

/// An item while its blocks are read, one after the other.
private struct OpenItem {
    /// Where it begins.
    let position: SourcePosition
    /// What holds for the list.
    let context: Statement
    /// Whether the context is what an item of a list said.
    let isInside: Bool
    /// Whether what the item says can hold for anything else.
    let introduces: Bool
    /// What the items of the list are for, as what stands before them says.
    let purpose: String?
    /// Paragraphs that are not read yet.
    var texts: [RichText]
    /// Whether the first paragraph is a term, which the next one explains.
    let isDefinition: Bool
    /// What holds for what stands inside.
    var inner: Statement
    /// What that is for.
    var label: String?
    /// What the last paragraph says of the piece behind it.
    var leadIn = Nearby()
    /// The requirement that it states if its port is not that of its siblings: "Port: 443".
    var ports: RequirementDraft?
    /// The requirement that it states if its name is a host's and not a file's.
    var doubtful: RequirementDraft?

    init(_ item: List.Item, context: Statement, isInside: Bool, introduces: Bool, purpose: String?) {
        position = item.position
        self.context = context
        self.isInside = isInside
        self.introduces = introduces
        self.purpose = purpose
        texts = item.term.map { [$0] } ?? []
        isDefinition = item.term != nil
        inner = context
        label = purpose
    }

    /// Reads the paragraphs gathered so far, each once.
    mutating func readTexts(_ lexer: Lexer, into outcome: inout PieceOutcome) {
        for (index, text) in texts.enumerated() {
            let lexed = lexer.read(text)
            let reader = ItemReader(lexer: lexer, lexed: lexed, context: context)
            let heading = reader.label
            if introduces || heading != nil {
                leadIn.startParagraph()
                // "These addresses" in an item are its own.
                for sentence in SentenceReader(lexer: lexer, lexed: lexed).sentences(in: lexed.tokens)
                where sentence.reach != .next || sentence.pointsAhead {
                    leadIn.take(sentence)
                }
            }
            if var draft = reader.draft() {
                if index == 0 { draft.position = position }
                let explanation = isDefinition && index == 0 && texts.count > 1 ? PlainText.line(texts[1]) : nil
                draft.purpose = purpose ?? explanation ?? draft.purpose
                draft.introduction = isInside ? context : nil
                if texts.count == 1, reader.isLabelledPort, draft.destinations.isEmpty, draft.sources.isEmpty {
                    ports = draft
                } else {
                    outcome.add(draft)
                }
            } else if index == 0, var draft = reader.doubtfulDraft {
                draft.position = position
                draft.purpose = purpose ?? draft.purpose
                doubtful = draft
            } else {
                outcome.skip(index == 0 ? position : text.position, reader.shortcoming)
                label = heading ?? label
                if heading != nil || leadIn.introduces && leadIn.demand >= 2 {
                    inner = leadIn.statement.filled(by: context)
                } else if let protocols = reader.protocolsAlone {
                    inner = context
                    inner.services = protocols
                    label = PlainText.line(text)
                }
            }
        }
        texts = []
    }
}
