public import RequirementModel
internal import Synchronization

/// The right to add versions to a ledger: held until the value is gone.
public final class LedgerWriter: Sendable {
    /// The ledger.
    public let ledger: Ledger
    private let lock: LedgerLock
    private let state: Mutex<State>

    private struct State {
        var replay: Replay
        var head: Ledger.Head?
    }

    init(_ ledger: Ledger, at replay: Replay, holding lock: LedgerLock) {
        self.ledger = ledger
        self.lock = lock
        state = Mutex(State(replay: replay, head: Ledger.Head(replay)))
    }

    /// The last version, as the writer found it or added it; nil before the first.
    public var head: Ledger.Head? { state.withLock { $0.head } }

    /// Adds the version that a comparison with the head makes.
    ///
    /// Version and snapshot are both on the disk before the version takes its place, and the snapshot after it: whenever the
    /// process ends, the old version stands or the new one, whole.
    /// - Parameters:
    ///   - comparison: From the head (or from nothing when there is none) to the new state.
    ///   - date: The day, UTC, `YYYY-MM-DD`; the parent's day holds where that is later.
    /// - Throws: ``LedgerError``, `outdated` when the comparison is not from the head.
    @discardableResult
    public func append(_ comparison: Comparison, date: String) throws(LedgerError) -> Version {
        try state.withLock { state throws(LedgerError) in try append(comparison, date: date, to: &state) }
    }

    private func append(
        _ comparison: Comparison, date: String, to state: inout State
    ) throws(LedgerError) -> Version {
        let replay = state.replay
        let parent = replay.version
        guard comparison.origin?.name == parent?.id.rawValue else {
            throw LedgerError(.outdated, file: ledger.path, "has another version than was compared with; run again")
        }
        guard let id = VersionID.next(after: parent?.id, on: date) else {
            throw LedgerError(
                .unwritable, file: ledger.path,
                "can have no further version on '\(date)'; give another day, as YYYY-MM-DD")
        }
        let header = VersionFile.Header(
            id: id, parent: parent?.id, parentDigest: replay.digest, date: id.day,
            extractor: comparison.snapshot.extractor, recordCount: comparison.snapshot.records.count)
        let file = VersionFile(header: header, comparison: comparison)
        let bytes = file.encoded()
        let name = LedgerFolder.name(of: id)
        var next = replay
        let digest = Hexadecimal.digest(of: bytes)
        try next.apply(file, digest: digest, file: ledger.folder.file(name))
        let added = Ledger.Head(version: next.version(header), snapshot: next.snapshot(header))
        let snapshot = SnapshotFile.encoded(added.snapshot, of: header, versionDigest: digest)
        try ledger.folder.replace([(name, bytes), (LedgerFolder.snapshotName, snapshot)])
        state = State(replay: next, head: added)
        return added.version
    }
}
