public import RequirementModel

/// The versions in a folder: one immutable file each, and a snapshot of the last, which can be rebuilt from them.
public struct Ledger: Sendable {
    /// The folder's path; it need not exist before the first version.
    public let folder: String

    /// The ledger in `folder`.
    public init(folder: String) { self.folder = folder }

    /// The last version.
    public struct Head: Sendable {
        /// Its description.
        public var version: Version
        /// Its records and what is needed to compare with them.
        public var snapshot: Snapshot
    }

    /// The last version, checked against its file and its parent's; nil before the first. Its cost does not grow with the
    /// number of versions.
    /// - Throws: ``LedgerError``.
    public func head() throws(LedgerError) -> Head? { nil }

    /// The ids of all versions, oldest first, from the names of the files alone.
    public func versionIDs() throws(LedgerError) -> [VersionID] { [] }

    /// A version with its records and every version up to it; the last version for nil.
    /// - Throws: ``LedgerError``, `unknownVersion` when there is none.
    public func release(of id: VersionID? = nil) throws(LedgerError) -> Release {
        throw LedgerError(.unknownVersion, file: folder, "there is no version yet; run `requisite run` first")
    }

    /// The state that a version describes, for comparing.
    public func snapshot(of id: VersionID) throws(LedgerError) -> Snapshot {
        throw LedgerError(.unknownVersion, file: folder, "there is no version \(id)")
    }

    /// Replays every version and compares digests, links and the snapshot.
    /// - Returns: The number of versions.
    /// - Throws: ``LedgerError`` for the first file that is wrong.
    public func verify() throws(LedgerError) -> Int { 0 }

    /// Makes the head's snapshot again from the versions.
    public func rebuildSnapshot() throws(LedgerError) {}

    /// The right to add versions, which one process at a time can have.
    /// - Throws: ``LedgerError``, `locked` when another run has it.
    public func writer() throws(LedgerError) -> LedgerWriter { LedgerWriter(ledger: self) }
}

/// The right to add versions to a ledger: held until the value is gone.
public final class LedgerWriter: Sendable {
    /// The ledger.
    public let ledger: Ledger

    init(ledger: Ledger) { self.ledger = ledger }

    /// Adds the version that a comparison with the head makes.
    /// - Parameters:
    ///   - comparison: From the head (or from nothing when there is none) to the new state.
    ///   - date: The day, UTC, `YYYY-MM-DD`; the parent's day holds where that is later.
    /// - Throws: ``LedgerError``, `outdated` when the comparison is not from the head.
    public func append(_ comparison: Comparison, date: String) throws(LedgerError) -> Version {
        throw LedgerError(.unwritable, file: ledger.folder, "nothing is written yet")
    }
}
