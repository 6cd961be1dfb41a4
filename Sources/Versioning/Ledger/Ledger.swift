public import RequirementModel

/// The versions in a folder: one immutable file each, and a snapshot of the last, which can be rebuilt from them.
///
/// Version files are JSON lines (``VersionFile``), each sealed with its own digest and linked to its parent by the parent's
/// (``SealedLines``), so that an edit, a cut or a gap anywhere is found and named.
public struct Ledger: Sendable {
    /// The folder's path; it need not exist before the first version.
    public let path: String

    let folder: LedgerFolder

    /// The ledger in the folder at `path`.
    public init(folder path: String) {
        self.path = path
        folder = LedgerFolder(path: path)
    }

    /// The last version.
    public struct Head: Sendable {
        /// Its description.
        public var version: Version
        /// Its records and what is needed to compare with them.
        public var snapshot: Snapshot
    }

    /// The last version, checked against its file and its parent's; nil before the first. Its cost does not grow with the
    /// number of versions, unless the snapshot is missing.
    /// - Throws: ``LedgerError``.
    public func head() throws(LedgerError) -> Head? { try currentState().head }

    /// The last version without its records, checked likewise: what a run that may have nothing to do asks first.
    /// - Throws: ``LedgerError``.
    public func lastVersion() throws(LedgerError) -> Version? {
        guard let snapshot = try snapshotFile() else { return try head()?.version }
        let versions = try folder.contents().versions
        guard versions.last == snapshot.version.id else { return try head()?.version }
        try requireLink(of: snapshot, among: versions)
        return Version(snapshot.version, documents: try snapshot.documents())
    }

    /// The ids of all versions, oldest first, from the names of the files alone.
    /// - Throws: ``LedgerError`` when the folder cannot be read.
    public func versionIDs() throws(LedgerError) -> [VersionID] { try folder.contents().versions }

    /// Replays every version and compares digests, links and the snapshot.
    /// - Returns: The number of versions.
    /// - Throws: ``LedgerError`` for the first file that is wrong.
    public func verify() throws(LedgerError) -> Int {
        let snapshot = try snapshotFile()
        let contents = try folder.contents()
        if let stranger = contents.strangers.first {
            throw LedgerError(
                .damaged, file: folder.file(stranger), "does not belong into a ledger; move it elsewhere")
        }
        if let snapshot { try requireVersion(of: snapshot, among: contents.versions) }
        var replay = Replay()
        for id in contents.versions {
            try advance(&replay, to: id)
            guard let snapshot, id == snapshot.version.id else { continue }
            guard replay.version == snapshot.version, replay.digest == snapshot.versionDigest,
                replay.snapshot(snapshot.version) == (try snapshot.snapshot())
            else { throw foreignSnapshot }
        }
        return contents.versions.count
    }

    /// The right to add versions, which one process at a time can have. What a killed run left behind is put in order.
    /// - Throws: ``LedgerError``, `locked` when another run has it.
    public func writer() throws(LedgerError) -> LedgerWriter {
        try folder.create()
        let lock = try FolderLock(ledger: path)
        folder.removeDrafts()
        let current = try currentState()
        if !current.isSnapshotCurrent, let head = current.head, let tip = current.tip {
            try folder.writeDraftOfSnapshot(head.snapshot, at: tip)
            try folder.placeDrafts(of: [LedgerFolder.snapshotName])
        }
        return LedgerWriter(self, at: current.tip, current.head, holding: lock)
    }
}

extension Ledger.Head {
    /// The head of a replay; nil before the first version.
    init?(_ replay: Replay) {
        guard let version = replay.version else { return nil }
        self.init(version: replay.version(version), snapshot: replay.snapshot(version))
    }
}

extension Ledger {
    /// The file of the last version.
    struct Tip {
        var header: VersionFile.Header
        /// The SHA-256 of the file.
        var digest: String

        init(header: VersionFile.Header, digest: String) {
            self.header = header
            self.digest = digest
        }

        /// The last one of a replay; nil before the first version.
        init?(_ replay: Replay) {
            guard let header = replay.version, let digest = replay.digest else { return nil }
            self.init(header: header, digest: digest)
        }
    }

    /// The state after the last version, and whether the snapshot shows it.
    private struct CurrentState {
        var tip: Tip?
        var head: Head?
        var isSnapshotCurrent = true

        init(_ replay: Replay, isSnapshotCurrent: Bool) {
            tip = Tip(replay)
            head = Head(replay)
            self.isSnapshotCurrent = isSnapshotCurrent
        }

        init(_ file: SnapshotFile) throws(LedgerError) {
            let snapshot = try file.snapshot()
            tip = Tip(header: file.version, digest: file.versionDigest)
            head = Head(version: Version(file.version, documents: snapshot.documents), snapshot: snapshot)
        }
    }

    private func currentState() throws(LedgerError) -> CurrentState {
        // First the snapshot: a version that is added meanwhile is only one more to replay.
        let snapshot = try snapshotFile()
        let versions = try folder.contents().versions
        guard let snapshot else {
            return CurrentState(try replay(versions) { _ in }, isSnapshotCurrent: versions.isEmpty)
        }
        try requireLink(of: snapshot, among: versions)
        // A run was killed after its version was written and before the snapshot of it was.
        let later = versions.filter { $0 > snapshot.version.id }
        if later.isEmpty { return try CurrentState(snapshot) }
        var replay = try Replay(snapshot)
        for id in later { try advance(&replay, to: id) }
        return CurrentState(replay, isSnapshotCurrent: false)
    }

    /// The versions from the first on, each shown to `visit`.
    func replay(
        _ versions: [VersionID], _ visit: (VersionFile) -> Void
    ) throws(LedgerError) -> Replay {
        var replay = Replay()
        for id in versions { visit(try advance(&replay, to: id)) }
        return replay
    }

    @discardableResult
    private func advance(_ replay: inout Replay, to id: VersionID) throws(LedgerError) -> VersionFile {
        let (file, digest) = try versionFile(id)
        try replay.apply(file, digest: digest, file: path(of: id))
        return file
    }

    /// - Parameter known: Records of which the file may have the same, and shares them then.
    func versionFile(
        _ id: VersionID, sharing known: [RecordID: Requirement] = [:]
    ) throws(LedgerError) -> (VersionFile, digest: String) {
        let sealed = try sealedVersion(id)
        return (try VersionFile(sealed, sharing: known), sealed.digest)
    }

    func sealedVersion(_ id: VersionID) throws(LedgerError) -> SealedLines {
        guard let bytes = try folder.bytes(of: LedgerFolder.name(of: id)) else { throw missing(id) }
        let sealed = try SealedLines(bytes, file: path(of: id))
        guard try sealed.header(VersionFile.Header.init(from:)).id == id else {
            throw LedgerError(.damaged, file: path(of: id), "was renamed; \(SealedLines.remedy)")
        }
        return sealed
    }

    private func snapshotFile() throws(LedgerError) -> SnapshotFile? {
        let name = LedgerFolder.snapshotName
        guard let bytes = try folder.bytes(of: name) else { return nil }
        do {
            return try SnapshotFile(try SealedLines(bytes, file: folder.file(name)))
        } catch {
            guard error.fault == .damaged else { throw error }
            throw LedgerError(
                .damaged, file: error.file, "\(error.message), or delete it: it is made again from the versions")
        }
    }

    /// Without reading what is before: the version is the one that the snapshot shows, and follows its parent as it stands.
    private func requireLink(of snapshot: SnapshotFile, among versions: [VersionID]) throws(LedgerError) {
        try requireVersion(of: snapshot, among: versions)
        let id = snapshot.version.id
        let sealed = try sealedVersion(id)
        let header = try sealed.header(VersionFile.Header.init(from:))
        guard header == snapshot.version, sealed.digest == snapshot.versionDigest else { throw foreignSnapshot }
        let parent = versions.last { $0 < id }
        let parentDigest: String? = if let parent { try sealedVersion(parent).digest } else { nil }
        guard header.parent == parent, header.parentDigest == parentDigest else {
            throw LedgerError(
                .damaged, file: path(of: id),
                "does not follow \(parent.map { "version \($0) as it stands" } ?? "from nothing"); \(SealedLines.remedy)"
            )
        }
    }

    private func requireVersion(of snapshot: SnapshotFile, among versions: [VersionID]) throws(LedgerError) {
        guard versions.contains(snapshot.version.id) else { throw missing(snapshot.version.id) }
    }

    private func missing(_ id: VersionID) -> LedgerError {
        LedgerError(.damaged, file: path(of: id), "is missing; \(SealedLines.remedy)")
    }

    /// The versions up to one, or all; never none.
    func versions(through id: VersionID?) throws(LedgerError) -> [VersionID] {
        let known = try versionIDs()
        guard let last = known.last else { throw noVersion }
        guard known.contains(id ?? last) else {
            throw LedgerError(
                .unknownVersion, file: path, "there is no version \(id ?? last); `requisite log` lists those there are")
        }
        return known.filter { $0 <= id ?? last }
    }

    /// The id of a version that follows `parent` on the day `date`, or on the parent's day where that is later.
    func nextVersion(after parent: VersionID?, on date: String) throws(LedgerError) -> VersionID {
        guard let id = VersionID.next(after: parent, on: date) else {
            throw LedgerError(
                .unwritable, file: path, "can have no further version on '\(date)'; give another day, as YYYY-MM-DD")
        }
        return id
    }

    var noVersion: LedgerError {
        LedgerError(.unknownVersion, file: path, "there is no version yet; `requisite run` makes the first")
    }

    private var foreignSnapshot: LedgerError {
        LedgerError(
            .damaged, file: folder.file(LedgerFolder.snapshotName),
            "does not show what the versions say; delete it: it is made again from them")
    }

    func path(of id: VersionID) -> String { folder.file(LedgerFolder.name(of: id)) }
}
