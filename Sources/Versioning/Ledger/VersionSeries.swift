public import RequirementModel

/// Adds many versions one after the other, each made of what some pages state now: a version costs what it changes, and those
/// that are added together reach the disk together.
public struct VersionSeries: Sendable {
    /// The last version, staged or on the disk; nil before the first.
    public var last: VersionID? { standing.version?.id }
    /// How many bytes are staged.
    public private(set) var stagedBytes = 0

    private let writer: LedgerWriter
    private var standing: StandingRecords
    /// Files of versions that are not on the disk yet, oldest first.
    private var staged: [(name: String, bytes: [UInt8])] = []
    /// Whether versions were taken to the disk that the snapshot there does not show.
    private var isAhead = false

    /// A series that follows the last version of `writer`, which adds no other meanwhile.
    public init(following writer: LedgerWriter) {
        self.writer = writer
        standing = StandingRecords(writer.replay)
    }

    /// Adds the version that `pages` make, unless no record differs. Nothing is written before ``flush()``; a process that ends
    /// before has added none of those that were staged.
    /// - Parameters:
    ///   - date: The day, UTC, `YYYY-MM-DD`; the parent's day holds where that is later.
    ///   - commit: The commit whose documents these are.
    /// - Returns: Whether there is a new version.
    public mutating func stage(
        _ pages: ChangedPages, date: String, commit: SourceCommit
    ) throws(LedgerError) -> Bool {
        let compared = PageComparison(of: pages, with: standing)
        let comparison = compared.changes
        guard !comparison.changes.changes.isEmpty else { return false }
        let id = try writer.ledger.nextVersion(after: standing.version?.id, on: date)
        let growth = comparison.snapshot.records.count - (comparison.origin?.records.count ?? 0)
        let header = VersionFile.Header(
            id: id, parent: standing.version?.id, parentDigest: standing.replay.digest, date: id.day,
            extractor: comparison.snapshot.extractor, recordCount: standing.replay.records.count + growth,
            commit: commit)
        let file = VersionFile(header: header, comparison: comparison)
        let (bytes, digest) = file.encoded()
        let name = LedgerFolder.name(of: id)
        try standing.apply(
            file, compared.pages, digest: digest, path: writer.ledger.folder.file(name))
        staged.append((name, bytes))
        stagedBytes += bytes.count
        return true
    }

    /// Brings the staged versions to the disk, the oldest first, and a snapshot after them: whenever the process ends, some
    /// first part of them stands, each whole.
    /// - Throws: ``LedgerError``; what is not on the disk then is staged no longer.
    public mutating func flush() throws(LedgerError) {
        guard isAhead || !staged.isEmpty else { return }
        let files = staged
        (staged, stagedBytes, isAhead) = ([], 0, false)
        try writer.write(files, leadingTo: standing.replay)
    }

    /// What brings the staged versions to the disk likewise, but no snapshot, which ``flush()`` does at the end: who reads the
    /// ledger meanwhile replays them. To be done beside the series, and to its end before anything else is written.
    public mutating func takeStaged() -> @Sendable () throws(LedgerError) -> Void {
        let (folder, files) = (writer.ledger.folder, staged)
        (staged, stagedBytes, isAhead) = ([], 0, true)
        return { () throws(LedgerError) in try folder.replace(files) }
    }
}
