internal import RequirementModel

/// What became of a list, note or code block.
struct PieceOutcome {
    /// The requirements that it states.
    private(set) var drafts: [RequirementDraft] = []
    /// How many items or lines are in them.
    private(set) var rowsInRecords = 0
    /// Items or lines that are in no record.
    private(set) var skipped: [(position: SourcePosition, reason: SkipReason)] = []
    /// Blocks inside it that are read by themselves, each with what the words before it in its item say; nil for no words.
    var others: [(block: Block, leadIn: Nearby?, item: SourcePosition)] = []
    /// Why it was read so.
    var reason = ""

    /// Takes a requirement that `rows` items or lines state together.
    mutating func add(_ draft: consuming RequirementDraft, rows: Int = 1) {
        drafts.append(draft)
        rowsInRecords += rows
    }

    /// Takes requirements that an item or line each states.
    mutating func add(_ drafts: [RequirementDraft]) {
        rowsInRecords += drafts.count
        if self.drafts.isEmpty { self.drafts = drafts } else { self.drafts += drafts }
    }

    /// Takes a requirement where its line says, between those that are there already.
    mutating func insert(_ draft: RequirementDraft) {
        let index = drafts.firstIndex { $0.position.line > draft.position.line } ?? drafts.count
        drafts.insert(draft, at: index)
        rowsInRecords += 1
    }

    /// What a sibling says holds for the requirements since `first`.
    mutating func introduce(since first: Int, by statement: Statement) {
        for index in drafts.indices.dropFirst(first) {
            drafts[index].introduction = drafts[index].introduction.map { statement.filled(by: $0) } ?? statement
        }
    }

    /// What is listed here is where traffic comes from.
    mutating func takePlacesAsSources() {
        let left = drafts.takePlacesAsSources()
        rowsInRecords -= left.count
        skipped += left
    }

    /// What becomes of a list that only says something of what stands behind it, read as `outcome` by itself.
    static func statement(at outcome: PieceOutcome) -> PieceOutcome {
        var statement = PieceOutcome()
        for draft in outcome.drafts { statement.skip(draft.position, .isStatement) }
        statement.reason = SkipReason.isStatement.rawValue
        return statement
    }

    /// Leaves out an item or line.
    mutating func skip(_ position: SourcePosition, _ reason: SkipReason) { skipped.append((position, reason)) }
}
