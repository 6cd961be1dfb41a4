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
    mutating func add(_ draft: RequirementDraft, rows: Int = 1) {
        drafts.append(draft)
        rowsInRecords += rows
    }

    /// Leaves out an item or line.
    mutating func skip(_ position: SourcePosition, _ reason: SkipReason) { skipped.append((position, reason)) }
}
