public import RequirementModel

/// Two ledgers that grew from one on two branches, brought into one line: the versions of ours as they are, then what each
/// version of theirs did, compared anew with what stands before it.
///
/// A version of theirs brings the documents that it changed. One that both branches changed stays as ours has it, since neither
/// branch knows what the merged document states: that is read when the corpus is, by the next run.
public struct LedgerReunion: Sendable {
    /// The last version that both have; nil when they have none in common.
    public let common: VersionID?
    /// The versions that only ours has, oldest first.
    public let ours: [VersionID]
    /// The versions that only theirs has, oldest first.
    public let theirs: [VersionID]

    private let ourLedger: Ledger
    private let theirLedger: Ledger

    /// Finds out where two ledgers parted.
    /// - Throws: ``LedgerError`` for one that is damaged.
    public init(of ours: Ledger, and theirs: Ledger) throws(LedgerError) {
        _ = try ours.verify()
        _ = try theirs.verify()
        ourLedger = ours
        theirLedger = theirs
        let ourIDs = try ours.versionIDs()
        let theirIDs = try theirs.versionIDs()
        // Each names the digest of its parent: where one is the same, all before it are.
        var shared = zip(ourIDs, theirIDs).prefix { $0 == $1 }.count
        while shared > 0, try ours.digest(of: ourIDs[shared - 1]) != theirs.digest(of: ourIDs[shared - 1]) {
            shared -= 1
        }
        common = shared > 0 ? ourIDs[shared - 1] : nil
        self.ours = Array(ourIDs[shared...])
        self.theirs = Array(theirIDs[shared...])
    }

    /// What came of it.
    public struct Outcome: Sendable {
        /// Each version of theirs with the one that stands for it now; nil for one that brought nothing that ours lacked.
        public var successors: [(theirs: VersionID, now: VersionID?)] = []
        /// The pages that both branches changed, sorted.
        public var changedByBoth: [String] = []
    }

    /// Adds what theirs did to the ledger of ours.
    /// - Throws: ``LedgerError``; then the ledger holds a first part of it.
    public func bringTogether() throws(LedgerError) -> Outcome {
        let base = try common.map { id throws(LedgerError) in try ourLedger.snapshot(of: id) }
        let writer = try ourLedger.writer()
        let branch = Branch(from: base, to: writer.head?.snapshot)
        var outcome = Outcome()
        var changedByTheirs: Set<String> = []
        try theirLedger.eachState(of: theirs) { version, snapshot throws(LedgerError) in
            changedByTheirs.formUnion(Branch(from: base, to: snapshot).changedPages)
            let merged = branch.merged(with: snapshot, named: version.id.rawValue)
            let comparison = Comparison(from: writer.head?.snapshot, toCommitted: merged)
            guard !comparison.isUnchanged else {
                outcome.successors.append((version.id, nil))
                return
            }
            let now = try writer.stage(comparison, date: version.date, commit: version.commit)
            outcome.successors.append((version.id, now.id))
        }
        try writer.flush()
        outcome.changedByBoth = changedByTheirs.intersection(branch.changedPages).sorted()
        return outcome
    }
}

/// What one branch did since the last common version.
private struct Branch {
    /// Pages whose records are not as they were.
    let changedPages: Set<String>
    private let changedFiles: Set<String>
    private let tip: Snapshot?

    init(from base: Snapshot?, to tip: Snapshot?) {
        self.tip = tip
        let before = Dictionary(grouping: base?.records ?? [], by: \.document)
        let after = Dictionary(grouping: tip?.records ?? [], by: \.document)
        changedPages = Set(before.keys).union(after.keys).filter { before[$0] != after[$0] }
        let old = Set(base?.documents ?? [])
        let new = Set(tip?.documents ?? [])
        changedFiles = Set(old.symmetricDifference(new).map(\.path))
    }

    /// The state of another branch, with all that this one changed as it is here.
    func merged(with other: Snapshot, named name: String) -> Snapshot {
        let own = tip?.documents.filter { changedFiles.contains($0.path) } ?? []
        let records = tip?.records.filter { changedPages.contains($0.document) } ?? []
        return Snapshot(
            name: name, extractor: other.extractor,
            documents: own + other.documents.filter { !changedFiles.contains($0.path) },
            records: records + other.records.filter { !changedPages.contains($0.document) })
    }
}

extension Ledger {
    /// The SHA-256 of a version's file.
    fileprivate func digest(of id: VersionID) throws(LedgerError) -> String { try sealedVersion(id).digest }

    /// The states that versions describe, oldest first.
    fileprivate func eachState(
        of wanted: [VersionID], _ visit: (Version, Snapshot) throws(LedgerError) -> Void
    ) throws(LedgerError) {
        guard let last = wanted.last else { return }
        let wanted = Set(wanted)
        var replay = Replay()
        for id in try versions(through: last) {
            let (file, digest) = try versionFile(id)
            try replay.apply(file, digest: digest, file: path(of: id))
            guard wanted.contains(id) else { continue }
            try visit(replay.version(file.header), replay.snapshot(file.header))
        }
    }

    /// Makes this ledger hold the versions of `other`, and no others. When it is stopped midway, it can be done again.
    /// - Throws: ``LedgerError``.
    public func replace(by other: Ledger) throws(LedgerError) {
        try folder.create()
        let lock = try FolderLock(ledger: path)
        defer { withExtendedLifetime(lock) {} }
        folder.removeDrafts()
        let wanted = try other.versionIDs()
        let names = wanted.map(LedgerFolder.name(of:)) + [LedgerFolder.snapshotName]
        var files: [(name: String, bytes: [UInt8])] = []
        for name in names {
            guard let bytes = try other.folder.bytes(of: name), try folder.bytes(of: name) != bytes else { continue }
            files.append((name, bytes))
        }
        try folder.replace(files)
        for id in try versionIDs() where !wanted.contains(id) { try folder.remove(LedgerFolder.name(of: id)) }
        if wanted.isEmpty { try folder.remove(LedgerFolder.snapshotName) }
    }

    /// A new ledger of files as they were written.
    /// - Parameter files: By their names; what is no file of a ledger is left out.
    /// - Throws: ``LedgerError``.
    public init(folder path: String, holding files: [(name: String, bytes: [UInt8])]) throws(LedgerError) {
        self.init(folder: path)
        try folder.create()
        try folder.replace(files.filter { LedgerFolder.isOwn($0.name) })
    }
}
