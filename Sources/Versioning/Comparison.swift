public import RequirementModel

/// What became of the records between two snapshots: the new records with the ids that they keep, and the changes.
///
/// The folders follow the way of the data: `Identity` says what a record is, `Matching` which record of the new side is which
/// of the old, `Changes` what a difference means for what must be reachable, `Risks` what it may smuggle in, and `Ledger` keeps
/// what came of it.
///
/// Records are matched by what they are, not where they stand (``RecordMatching``); what differs in a pair, and what has no
/// partner, becomes a ``RequirementModel/Change``. The result depends on the two snapshots alone, in whatever order they came.
public struct Comparison: Sendable {
    /// The new side, with the ids carried over, retired records and former hosts kept.
    public let snapshot: Snapshot
    /// The changes, gravest first.
    public let changes: ChangeSet
    /// Pages that suddenly yield far less than before, or moved: a change of no record for each. Until it is accepted, nothing
    /// that its page seems to withdraw is among the changes, and no version can be made.
    public let losses: [Change]
    /// Why each record that both sides have is the same record, in the order of the new side.
    public let matches: [RecordMatch]
    /// Whether the new side is the old one to the last line number and document: then there is nothing to record.
    public let isUnchanged: Bool

    /// The state before.
    let origin: Snapshot?
    /// Records that state the same in another place.
    let relocated: [Requirement]

    /// Compares two states.
    /// - Parameters:
    ///   - old: The state before; nil when there is none, so that every record is added.
    ///   - new: The state after; the ids of its records are not looked at.
    ///   - publicSuffixes: The text of a public suffix list (publicsuffix.org); nil to go by the shape of names alone.
    ///   - accepted: Fingerprints of ``losses`` that a person accepted.
    public init(
        from old: Snapshot?, to new: Snapshot, publicSuffixes: String? = nil, accepted: Set<String> = []
    ) {
        let old = old.map(Self.identified)
        self.init(old, new, Succession(from: old, to: new), publicSuffixes) { changes in
            guard let old else { return nil }
            let removals = changes.filter { $0.operation == .removed && $0.cause == .source }
            return PageLosses(removals, from: old, to: new, accepted: accepted)
        }
    }

    /// Compares a past state with one that followed it and stands as it is: what a page no longer states was taken out of it.
    /// - Parameters:
    ///   - old: The state before; nil when there is none, so that every record is added.
    ///   - new: The state after; the ids of its records are not looked at.
    public init(from old: Snapshot?, toCommitted new: Snapshot) {
        self.init(old, new, Succession(from: old, to: new), nil) { _ in nil }
    }

    /// What became of the records between two versions of one ledger, whose ids say which are the same.
    /// - Parameters:
    ///   - earlier: The version before.
    ///   - later: The version after.
    ///   - publicSuffixes: The text of a public suffix list (publicsuffix.org); nil to go by the shape of names alone.
    public init(between earlier: Snapshot, and later: Snapshot, publicSuffixes: String? = nil) {
        // Both are versions, so every loss was accepted.
        self.init(earlier, later, Succession(between: earlier, and: later), publicSuffixes) { _ in nil }
    }

    /// Compares some records with their past state, likewise committed, where all others of `standing` state what they did.
    /// - Parameter relocated: Those of the others that stand elsewhere now.
    init(from old: Snapshot?, to new: Snapshot, beside standing: StandingRecords, relocated: [Requirement]) {
        let succession = Succession(from: old, to: new, unless: standing.knows)
        let surroundings = old.map { Surroundings(standing, but: $0.records, relocated: relocated) }
        self.init(old, new, succession, nil, in: surroundings, relocated: relocated) { _ in nil }
    }

    private init(
        _ old: Snapshot?, _ new: Snapshot, _ succession: consuming Succession, _ publicSuffixes: String?,
        in surroundings: Surroundings? = nil, relocated others: [Requirement] = [], _ losses: ([Change]) -> PageLosses?
    ) {
        let cause = ChangeCause(old, new, succession.documents)
        let judged = JudgedChanges(
            &succession, old: old, cause: cause, publicSuffixes: publicSuffixes, in: surroundings)
        let found = losses(judged.changes)
        let kept = found?.kept ?? []
        origin = old
        snapshot = succession.snapshot
        relocated = RecordOrder.sorted(succession.relocated + others)
        matches = succession.matches
        self.losses = found?.changes ?? []
        let changes =
            kept.isEmpty
            ? judged.changes : judged.changes.filter { $0.operation != .removed || !kept.contains($0.document) }
        self.changes = ChangeSet(from: old?.name, to: new.name, changes: changes)
        isUnchanged =
            old?.records == snapshot.records
            && old?.documents.elementsEqual(snapshot.documents, by: Self.isSame) == true
    }

    /// Whether a document holds the same, wherever it was fetched from.
    private static func isSame(_ old: DocumentState, _ new: DocumentState) -> Bool {
        old.path == new.path && old.digest == new.digest && old.recordCount == new.recordCount
    }

    /// A snapshot from outside a ledger, whose records get the ids that they derive from themselves.
    private static func identified(_ snapshot: Snapshot) -> Snapshot {
        guard snapshot.records.contains(where: { $0.id == .unassigned }) else { return snapshot }
        var identified = snapshot
        identified.records = RecordIdentity.derived(for: snapshot.records)
        return identified
    }
}
