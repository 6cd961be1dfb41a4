internal import RequirementModel

/// Walks through a document in reading order: gathers what headings and sentences say, reads each piece where it stands,
/// and makes the records when all has been said.
struct DocumentWalk {
    private let document: Document
    private let options: ExtractionOptions
    private let lexer: Lexer
    private var scopes = Scopes()
    private var nearby = Nearby()
    private var ledger: ExtractionLedger
    /// A statement at the end of a cloud's section of a text, and the first piece of the clouds beside it.
    private var closing: (Statement, firstContext: Int)?
    /// How many blocks stand around the one at hand.
    private var depth = 0
    /// What explains marks on all of the page, once a table has any.
    private var footnotes: Footnotes?

    /// Blocks nested deeper than this are left out, so that hostile nesting costs no stack.
    static let deepest = 40
    /// The blocks behind the one at hand, beside it.
    private var following: ArraySlice<Block> = []
    /// Those behind the block that it stands in.
    private var behind: ArraySlice<Block> = []

    init(_ document: Document, tags: ServiceTagVocabulary, options: ExtractionOptions) {
        self.document = document
        self.options = options
        lexer = Lexer(tags: tags)
        ledger = ExtractionLedger(document: document.path, keepsFullBooks: options.keepsFullBooks)
    }

    /// Reads the whole document.
    mutating func run() -> ExtractionResult {
        if let title = document.title {
            let label = read(title) { reader, lexed in reader.label(lexed.tokens) }
            scopes.say(title: label)
            ledger.hear(
                label, .heading, at: title.position, [], reach: .document, words: PlainText.line(title))
        }
        walk(document.blocks)
        close(isAmongClouds: false)
        return ledger.result()
    }

    private mutating func walk(_ blocks: [Block]) {
        guard depth < Self.deepest else {
            for block in blocks {
                ledger.skipNested(at: block.position ?? .unknown, scopes.section)
            }
            return
        }
        depth += 1
        let outer = (following, behind)
        if !following.isEmpty { behind = following }
        var cutTable: Table?
        var captionBelow: Int?
        for (index, block) in blocks.enumerated() {
            following = blocks[(index + 1)...]
            if let table = cutTable, let rest = PipeRows.continuation(in: block, of: table) {
                readTable(rest, isMarkedUp: false)
                continue
            }
            if index == captionBelow { continue }
            if case .table(let table) = block { cutTable = table } else { cutTable = nil }
            let caption = TableCaptions.below(index, in: blocks, after: captionBelow)
            if caption != nil { captionBelow = index + 1 }
            if case .table(let table) = block, Footnotes.mayMark(table) {
                let ofPage = footnotes ?? Footnotes(ofPage: document.blocks)
                footnotes = ofPage
                readTable(table, caption, ofPage.joined(below: following.isEmpty ? behind : following))
            } else if let caption, case .table(let table) = block {
                readTable(table, caption)
            } else {
                visit(block)
            }
        }
        (following, behind) = outer
        depth -= 1
    }

    private mutating func visit(_ block: Block) {
        switch block {
        case .heading(let heading): enter(heading)
        case .paragraph(let text): readParagraph(text)
        case .table(let table): readTable(table)
        case .list(let list): readList(list)
        case .note(let note): readNote(note)
        case .code(let code): readCode(code)
        case .divider: scopes.leaveTabs()
        case .include(let inclusion): enter(inclusion)
        }
    }

    // MARK: Headings, includes

    private mutating func enter(_ heading: Heading) {
        var (label, title, isOfRequired) = read(heading.text) { reader, lexed in
            (reader.label(lexed.tokens), reader.lexer.line(of: lexed), lexed.summary.says(.required))
        }
        // "TCP and UDP ports": of both kinds below, not each port of both.
        let transports = Set(label.services.map(\.transport))
        if transports.isSuperset(of: ["TCP", "UDP"]), label.services.allSatisfy({ $0.port == nil }) {
            label.services = []
        }
        // A lead-in that deeper headings follow holds for what stands under them.
        if heading.level > scopes.depth || heading.isTab { scopes.say(ofSection: nearby.unusedLeadIn) }
        nearby = Nearby()
        if heading.isTab {
            scopes.enter(tab: title, level: heading.level, label, contexts: ledger.contextCount)
        } else {
            close(isAmongClouds: !label.clouds.isEmpty && heading.level == scopes.depth)
            scopes.enter(
                heading: title, level: heading.level, label, isOfRequired: isOfRequired, contexts: ledger.contextCount)
        }
        ledger.hear(label, .heading, at: heading.text.position, scopes.section, reach: .section, words: title)
    }

    /// Where tabs have become text, what stands behind the last cloud's tab speaks of all of them.
    private mutating func close(isAmongClouds: Bool) {
        guard let (statement, first) = closing else { return }
        closing = nil
        if !isAmongClouds { ledger.amend(statement, since: first) }
    }

    private mutating func enter(_ inclusion: Inclusion) {
        guard let file = inclusion.file else { return }
        let outer = ledger.file
        ledger.file = file
        walk(inclusion.blocks)
        ledger.file = outer
    }

    // MARK: Paragraphs

    private mutating func readParagraph(_ text: RichText) {
        if let table = PipeRows.table(in: text) { return readTable(table, isMarkedUp: false) }
        guard !text.isEmpty else { return }
        lexer.reset()
        if readBrokenLines(of: text) { return }
        let lexed = lexer.read(text)
        if lexed.isEmpty { return }
        if CaptionReader(lexer: lexer, lexed: lexed).isCaption(introduced: nearby.introduces) {
            let caption = SentenceReader(lexer: lexer, lexed: lexed).label(lexed.tokens)
            nearby.take(caption: caption)
            ledger.hear(
                caption, .paragraph, at: text.position, scopes.section, reach: .next, words: PlainText.line(text))
            return
        }
        read(sentencesOf: lexed)
    }

    /// Reads a paragraph whose lines are a list's items; whether it was one.
    private mutating func readBrokenLines(of text: RichText) -> Bool {
        guard BrokenLines.mayBe(in: text) else { return false }
        let context = nearby.introduces ? nearby.introduction(in: scopes) : Statement()
        guard let (leadIn, list) = BrokenLines.list(in: text, asked: context, lexer) else {
            lexer.reset()
            return false
        }
        if let leadIn { readParagraph(leadIn) }
        readList(list)
        return true
    }

    private mutating func read(sentencesOf lexed: Lexed) {
        nearby.startParagraph()
        for sentence in SentenceReader(lexer: lexer, lexed: lexed).sentences(in: lexed.tokens) {
            switch sentence.reach {
            case .document: scopes.say(ofDocument: sentence.statement)
            case .section:
                ledger.amend(sentence.statement, since: scopes.firstContextOfSection)
                scopes.say(ofSection: sentence.statement)
                if document.format == .text, sentence.statement.clouds.isEmpty, let first = scopes.firstContextOfClouds
                {
                    closing = (sentence.statement, first)
                }
            case .next:
                // A text may have lost the heading that stood here: this is not what the one above announces.
                if document.format == .text, sentence.deniesRequirement { scopes.leaveRequirement() }
            case .itself:
                if sentence.namesPlaces, sentence.statement.demand >= 2, !sentence.statement.isRefusal {
                    ledger.noteProse(
                        lexer.position(at: Int(lexer.tokens[sentence.tokens.lowerBound].start), of: lexed),
                        scopes.section,
                        words: lexer.words(ofTokens: sentence.tokens, of: lexed))
                }
            }
            if let reach = Books.Reach(sentence.reach) {
                ledger.hear(
                    sentence.statement, .paragraph,
                    at: lexer.position(at: Int(lexer.tokens[sentence.tokens.lowerBound].start), of: lexed),
                    scopes.section,
                    reach: reach, words: lexer.words(ofTokens: sentence.tokens, of: lexed))
            }
            nearby.take(sentence)
        }
        scopes.raise(ambience: max(nearby.ambience, nearby.demand))
    }

    // MARK: Tables

    /// Reads a table. Rows that are no table by the rules of their format are not listed among the page's tables.
    private mutating func readTable(
        _ table: Table, _ captionBelow: RichText? = nil, _ footnotes: Footnotes? = nil, isMarkedUp: Bool = true
    ) {
        if isMarkedUp, options.keepsTables { ledger.add(table, scopes.section) }
        let text = table.caption ?? captionBelow
        let caption = text.map { read($0) { reader, lexed in reader.label(lexed.tokens) } } ?? Statement()
        if let text {
            ledger.hear(
                caption, .paragraph, at: text.position, scopes.section, reach: .next, words: PlainText.line(text))
        }
        let context = caption.filled(by: nearby.statement).filled(by: scopes.statement)
        lexer.reset()
        var outcome = read(table, footnotes, in: context)
        if context.listsSources { outcome.takePlacesAsSources() }
        ledger.add(outcome, of: table, outcome.said.filled(by: context), scopes.section)
        nearby.use()
    }

    /// What a table says, and for requirements its footnotes.
    private mutating func read(_ table: Table, _ footnotes: Footnotes?, in context: Statement) -> TableReader.Outcome {
        let explains = options.keepsFullBooks
        guard let (annotated, hasNotes) = footnotes?.annotated(table) else {
            return TableReader.read(table, lexer, in: context, explaining: explains)
        }
        let outcome = TableReader.read(annotated, lexer, in: context, explaining: explains)
        guard hasNotes, outcome.reading != .requirements else { return outcome }
        lexer.reset()
        return TableReader.read(table, lexer, in: context, explaining: explains)
    }

    // MARK: Lists, notes, code

    private mutating func readList(_ list: List) {
        let context = context(of: list)
        let next = following.first
        var (outcome, leadIn) = ListReader(context: context).read(list, lexer)
        if case .code(let code)? = next, let statement = statement(ofOnly: outcome, in: context, before: code) {
            ledger.add(.statement(at: outcome), .list, list.items.first?.position ?? .unknown, context, scopes.section)
            return nearby.take(item: statement)
        }
        if context.listsSources { outcome.takePlacesAsSources() }
        ledger.add(outcome, .list, list.items.first?.position ?? .unknown, context, scopes.section)
        let outer = nearby
        for other in outcome.others {
            nearby = other.leadIn ?? outer
            hear(other.leadIn, at: other.item)
            visitInside(other.block)
        }
        // A step that ends in a lead-in introduces what follows the list.
        if leadIn.introduces {
            nearby = leadIn
            if outcome.others.isEmpty { hear(leadIn, at: list.items.last?.position ?? .unknown) }
        } else {
            nearby.use()
        }
    }

    /// What holds for a list here.
    private mutating func context(of list: List) -> Statement {
        var context = nearby.introduction(in: scopes)
        lexer.reset()
        defer { lexer.reset() }
        let isContents = !nearby.introduces && NameList.isTableOfContents(list)
        if isContents { context.demand = 0 }
        // Under a title that asks for them, names and ports that stand for themselves need no lead-in.
        guard !isContents, context.demand < 2, context.ambience >= 3, !context.isExample else { return context }
        let isAboutThem = nearby.demand == 1
        let isSilent = !nearby.introduces || isAboutThem && context.titleDemand >= 3
        if isSilent || isAboutThem, NameList.isOne(list, mustBeLabelled: !isSilent, lexer) {
            context.demand = 2
        } else if PortList.isOne(list, lexer) {
            context.demand = 2
            context.listsPorts = true
        }
        return context
    }

    /// What a list's only item says of the names in the code block behind it: "HTTP on port 80"; nil where it names a place,
    /// or no names follow.
    private mutating func statement(
        ofOnly outcome: PieceOutcome, in context: Statement, before code: CodeBlock
    ) -> Statement? {
        guard let item = outcome.drafts.first, outcome.drafts.count == 1, outcome.skipped.isEmpty,
            item.destinations.isEmpty, item.sources.isEmpty, outcome.others.isEmpty
        else { return nil }
        var statement = item.said.filled(by: context)
        statement.services = item.said.services
        statement.demand = max(context.demand, 2)
        return CodeListReader.read(code, lexer, in: statement).drafts.isEmpty ? nil : statement
    }

    private mutating func hear(_ leadIn: Nearby?, at item: SourcePosition) {
        guard let leadIn else { return }
        ledger.hear(leadIn.statement, .list, at: item, scopes.section, reach: .next, words: "")
    }

    private mutating func readNote(_ note: Note) {
        let outer = nearby
        for block in note.blocks {
            if case .paragraph(let text) = block, PipeRows.table(in: text) == nil {
                readNoteParagraph(text)
            } else {
                visitInside(block)
            }
        }
        nearby = outer.enclosing(nearby)
    }

    private mutating func readNoteParagraph(_ text: RichText) {
        lexer.reset()
        // Lines that are quoted under a lead-in, or under one of their own.
        if readBrokenLines(of: text) { return }
        let lexed = lexer.read(text)
        if let draft = AddressGroup(lexer: lexer, lexed: lexed).draft() {
            var outcome = PieceOutcome()
            outcome.add(draft)
            outcome.reason = "it asks for these to be allowed"
            ledger.add(outcome, .note, text.position, scopes.statement, scopes.section)
            return
        }
        ledger.pass(noteAt: text.position, scopes.section, words: PlainText.line(text))
        read(sentencesOf: lexed)
    }

    private mutating func readCode(_ code: CodeBlock) {
        let context = nearby.introduction(in: scopes)
        lexer.reset()
        var outcome = CodeListReader.read(code, lexer, in: context)
        if context.listsSources { outcome.takePlacesAsSources() }
        ledger.add(outcome, .code, code.position, context, scopes.section)
        nearby.use()
    }

    private mutating func visitInside(_ block: Block) { walk([block]) }

    /// Reads a short text by itself.
    private mutating func read<Result>(_ text: RichText, _ body: (SentenceReader, Lexed) -> Result) -> Result {
        lexer.reset()
        let lexed = lexer.read(text)
        return body(SentenceReader(lexer: lexer, lexed: lexed), lexed)
    }
}

extension Books.Reach {
    /// How far a sentence reaches; nil for one that speaks of nothing beyond itself.
    fileprivate init?(_ reach: SentenceReader.Reach) {
        switch reach {
        case .itself: return nil
        case .next: self = .next
        case .section: self = .section
        case .document: self = .document
        }
    }
}
