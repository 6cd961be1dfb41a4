/// What the words right before a table, list or code block say: its lead-in and its caption.
struct Nearby {
    private var leadIn = Statement()
    private var caption: Statement?
    private var isUsed = false
    /// How strongly sentences of the paragraph ask for something that point at nothing.
    private(set) var ambience = 0
    /// Whether a sentence points at what comes next.
    private(set) var introduces = false

    /// What holds for the piece that comes next.
    var statement: Statement { caption.map { $0.filled(by: leadIn) } ?? leadIn }

    /// What holds for a list or code block that comes next.
    ///
    /// Such pieces stand under all kinds of matters, so what introduces them must ask for something: the lead-in itself, or
    /// the headings where the lead-in is silent, or all around where heading or lead-in speak at least of endpoints.
    func introduction(in scopes: Scopes) -> Statement {
        var context = statement.filled(by: scopes.statement)
        let own = statement.demand
        // "Set up a network with the following:" under what an earlier lead-in asks for: a matter of its own.
        let isOwnMatter = introduces && own == 0
        let headings = max(scopes.headingDemand, isOwnMatter ? 0 : scopes.leadInDemand)
        let isAsked =
            own >= 2 || headings >= 2 || (!introduces && max(own, headings) == 1 && context.ambience >= 2)
            || (!introduces && ambience >= 2)
        context.demand = isAsked ? max(own, headings, 2) : 0
        // Whether numbers are ports the lead-in must say itself where there is one.
        if introduces { context.listsPorts = statement.listsPorts && own >= 2 }
        return context
    }

    /// How strongly that asks for something.
    var demand: Int { max(caption?.demand ?? 0, leadIn.demand) }

    /// What no piece has made use of, and so holds for what deeper headings introduce.
    var unusedLeadIn: Statement { isUsed ? Statement() : leadIn }

    /// A new paragraph takes the place of the one before it.
    mutating func startParagraph() { self = Nearby() }

    /// Takes one sentence of the paragraph.
    mutating func take(_ sentence: SentenceReader.Sentence) {
        switch sentence.reach {
        case .next, .section:
            leadIn = sentence.statement.joined(with: leadIn)
            introduces = true
        case .document, .itself:
            ambience = max(ambience, sentence.statement.isRefusal ? 0 : sentence.statement.demand)
            if sentence.reach == .itself { return }
            var statement = sentence.statement
            statement.demand = 0
            leadIn = statement.joined(with: leadIn)
        }
    }

    /// Takes a caption, which stands between the lead-in and its piece.
    mutating func take(caption: Statement) {
        self.caption = caption
        if caption.demand >= 2 { introduces = true }
    }

    /// Takes what the only item of a list says of the piece behind it.
    mutating func take(item statement: Statement) {
        leadIn = statement
        caption = nil
        introduces = true
        isUsed = false
    }

    /// A piece has been read: the caption was for it alone.
    mutating func use() {
        caption = nil
        isUsed = true
    }

    /// After a note: what stood before it holds on, and what it says itself is added where nothing stood.
    func enclosing(_ inner: Nearby) -> Nearby {
        var result = self
        // What a note recommends is its own matter.
        var aside = inner.leadIn
        aside.necessity = nil
        result.leadIn = leadIn.filled(by: aside)
        return result
    }
}
