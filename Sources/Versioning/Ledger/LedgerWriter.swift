public import RequirementModel
internal import Synchronization

/// The right to add versions to a ledger: held until the value is gone.
public final class LedgerWriter: Sendable {
    /// The ledger.
    public let ledger: Ledger
    private let lock: LedgerLock
    private let state: Mutex<State>

    private struct State {
        /// With what is staged.
        var replay: Replay
        var head: Ledger.Head?
        /// Files of versions that are not on the disk yet, oldest first.
        var staged: [(name: String, bytes: [UInt8])] = []
    }

    init(_ ledger: Ledger, at replay: Replay, holding lock: LedgerLock) {
        self.ledger = ledger
        self.lock = lock
        state = Mutex(State(replay: replay, head: Ledger.Head(replay)))
    }

    /// The last version, as the writer found it, added it or staged it; nil before the first.
    public var head: Ledger.Head? { state.withLock { $0.head } }

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

    /// Adds a version likewise, but writes nothing before ``flush()``: of many versions that are made at once, each would
    /// otherwise cost as much as all records. A process that ends before has added none of those that were staged.
    @discardableResult
    public func stage(
        _ comparison: Comparison, date: String, commit: SourceCommit? = nil
    ) throws(LedgerError) -> Version {
        try state.withLock { state throws(LedgerError) in
            let parent = state.replay.version
            guard comparison.origin?.name == parent?.id.rawValue else {
                throw LedgerError(.outdated, file: ledger.path, "has another version than was compared with; run again")
            }
            guard let id = VersionID.next(after: parent?.id, on: date) else {
                throw LedgerError(
                    .unwritable, file: ledger.path,
                    "can have no further version on '\(date)'; give another day, as YYYY-MM-DD")
            }
            var snapshot = comparison.snapshot
            snapshot.name = id.rawValue
            let header = VersionFile.Header(
                id: id, parent: parent?.id, parentDigest: state.replay.digest, date: id.day,
                extractor: snapshot.extractor, recordCount: snapshot.records.count, commit: commit)
            let file = VersionFile(header: header, comparison: comparison)
            let bytes = file.encoded()
            let name = LedgerFolder.name(of: id)
            try state.replay.apply(file, digest: Hexadecimal.digest(of: bytes), file: ledger.folder.file(name))
            state.staged.append((name, bytes))
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
            guard !state.staged.isEmpty, let version = state.replay.version, let digest = state.replay.digest,
                let snapshot = state.head?.snapshot
            else { return }
            let bytes = SnapshotFile.encoded(snapshot, of: version, versionDigest: digest)
            let files = state.staged + [(LedgerFolder.snapshotName, bytes)]
            state.staged = []
            try ledger.folder.replace(files)
        }
    }
}
