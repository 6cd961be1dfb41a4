public import RequirementModel
internal import Synchronization

/// The right to add versions to a ledger: held until the value is gone.
public final class LedgerWriter: Sendable {
    /// The ledger.
    public let ledger: Ledger
    private let lock: FolderLock
    private let state: Mutex<State>

    fileprivate struct State {
        /// With what is staged.
        var tip: Ledger.Tip?
        var head: Ledger.Head?
        /// The ids of the head's records, once they are needed.
        var ids: Set<RecordID>?
        /// The last version that was added, with what it changed.
        var added: Release.Entry?
        /// The names of versions' files that stand beside their places yet, oldest first.
        var staged: [String] = []
    }

    init(_ ledger: Ledger, at tip: Ledger.Tip?, _ head: Ledger.Head?, holding lock: FolderLock) {
        self.ledger = ledger
        self.lock = lock
        state = Mutex(State(tip: tip, head: head))
    }

    /// The last version, as the writer found it, added it or staged it; nil before the first.
    public var head: Ledger.Head? { state.withLock { $0.head } }

    /// The last version, with its records and every version up to it. What this writer added last is not read again.
    /// - Parameter readsHistory: Whether the history is wanted; it is empty otherwise.
    /// - Throws: ``LedgerError``, `unknownVersion` when there is none.
    public func release(readingHistory readsHistory: Bool = true) throws(LedgerError) -> Release {
        let (head, added) = state.withLock { ($0.head, $0.added) }
        guard let head else { throw ledger.noVersion }
        return try ledger.release(head, added: added, readingHistory: readsHistory)
    }

    /// Adds the version that a comparison with the head makes.
    ///
    /// Version and snapshot are both on the disk before the version takes its place, and the snapshot after it: whenever the
    /// process ends, the old version stands or the new one, whole.
    /// - Parameters:
    ///   - comparison: From the head (or from nothing when there is none) to the new state.
    ///   - date: The day, UTC, `YYYY-MM-DD`; the parent's day holds where that is later.
    ///   - commit: The commit whose documents these are; nil when they are from elsewhere.
    /// - Throws: ``LedgerError``, `outdated` when the comparison is not from the head.
    @discardableResult
    public func append(
        _ comparison: Comparison, date: String, commit: SourceCommit? = nil
    ) throws(LedgerError) -> Version {
        let version = try stage(comparison, date: date, commit: commit)
        try flush()
        return version
    }

    /// Adds a version likewise, but puts nothing in its place before ``flush()``: of many versions that are made at once, each
    /// would otherwise cost as much as all records. A process that ends before has added none of those that were staged.
    @discardableResult
    public func stage(
        _ comparison: Comparison, date: String, commit: SourceCommit? = nil
    ) throws(LedgerError) -> Version {
        try state.withLock { state throws(LedgerError) in
            let parent = state.tip?.header
            guard comparison.origin?.name == parent?.id.rawValue else {
                throw LedgerError(.outdated, file: ledger.path, "has another version than was compared with; run again")
            }
            let id = try ledger.nextVersion(after: parent?.id, on: date)
            var snapshot = comparison.snapshot
            snapshot.name = id.rawValue
            let header = VersionFile.Header(
                id: id, parent: parent?.id, parentDigest: state.tip?.digest, date: id.day,
                extractor: snapshot.extractor, recordCount: snapshot.records.count, commit: commit)
            let file = VersionFile(header: header, comparison: comparison)
            let name = LedgerFolder.name(of: id)
            try state.requireSuccession(to: snapshot, by: file.changes, file: ledger.folder.file(name))
            let digest = try ledger.folder.writeDraft(of: name, lines: file.write)
            state.staged.append(name)
            state.added = Release.Entry(file)
            state.tip = Ledger.Tip(header: header, digest: digest)
            let version = Version(header, documents: snapshot.documents)
            state.head = Ledger.Head(version: version, snapshot: snapshot)
            return version
        }
    }

    /// Brings the staged versions to the disk, the oldest first, and the snapshot after them: whenever the process ends, some
    /// first part of them stands, each whole.
    /// - Throws: ``LedgerError``; what is not on the disk then is staged no longer.
    public func flush() throws(LedgerError) {
        try state.withLock { state throws(LedgerError) in
            if !state.staged.isEmpty { try state.place(in: ledger.folder) }
        }
    }

    /// The state after the last version.
    var replay: Replay {
        state.withLock { state in
            guard let tip = state.tip, let head = state.head else { return Replay() }
            return Replay(tip, head.snapshot)
        }
    }

    /// Brings files of versions to the disk, which lead from the head to `replay`, and the snapshot of that after them.
    func write(_ files: [(name: String, bytes: [UInt8])], leadingTo replay: Replay) throws(LedgerError) {
        try state.withLock { state throws(LedgerError) in
            for file in files { try ledger.folder.writeDraft(of: file.name, file.bytes) }
            state.staged += files.map(\.name)
            (state.tip, state.head) = (Ledger.Tip(replay), Ledger.Head(replay))
            (state.ids, state.added) = (nil, nil)
            try state.place(in: ledger.folder)
        }
    }
}

extension LedgerWriter.State {
    /// Brings what is staged to its place, and the snapshot after it.
    fileprivate mutating func place(in folder: LedgerFolder) throws(LedgerError) {
        guard let tip, let snapshot = head?.snapshot else { return }
        let names = staged + [LedgerFolder.snapshotName]
        staged = []
        try folder.writeDraftOfSnapshot(snapshot, at: tip)
        try folder.placeDrafts(of: names)
    }

    /// Holds that `changes` lead from the head's records to those of `snapshot`, each of which there is once: a ledger that
    /// contradicts itself could not be read again.
    fileprivate mutating func requireSuccession(
        to snapshot: Snapshot, by changes: [Change], file: String
    ) throws(LedgerError) {
        var ids = self.ids ?? Set((head?.snapshot.records ?? []).lazy.map(\.id))
        self.ids = nil
        for change in changes {
            let isKnown = change.before == nil || ids.remove(change.record) != nil
            let isNew = change.after == nil || ids.insert(change.record).inserted
            guard isKnown, isNew else { throw Self.contradiction(file, change.record) }
        }
        if let stranger = snapshot.records.first(where: { !ids.contains($0.id) }) {
            throw Self.contradiction(file, stranger.id)
        }
        guard ids.count == snapshot.records.count else { throw Self.contradiction(file, nil) }
        self.ids = ids
    }

    private static func contradiction(_ file: String, _ record: RecordID?) -> LedgerError {
        LedgerError(
            .unwritable, file: file,
            "was not written: its changes do not lead to its records\(record.map { ", as with \($0)" } ?? ""); please report it"
        )
    }
}
