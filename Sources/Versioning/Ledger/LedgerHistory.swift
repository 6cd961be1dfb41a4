public import RequirementModel

/// What versions were, and what they changed.
extension Ledger {
    /// A version with its records and every version up to it; the last version for nil.
    ///
    /// In the history each version lists only the documents that it read anew.
    /// - Parameter readsHistory: Whether the history is wanted; it is empty otherwise.
    /// - Throws: ``LedgerError``, `unknownVersion` when there is none.
    public func release(
        of id: VersionID? = nil, readingHistory readsHistory: Bool = true
    ) throws(LedgerError) -> Release {
        let ids = try versions(through: id)
        if let head = try head(), head.version.id == ids.last {
            return try release(head, readingHistory: readsHistory)
        }
        var history: [Release.Entry] = []
        let replay = try replay(ids) { if readsHistory { history.append(Release.Entry($0)) } }
        guard let last = replay.version else { throw noVersion }
        return Release(
            version: replay.version(last), records: replay.snapshot(last).records, history: history.reversed())
    }

    /// The last version, whose records are known, with every version up to it.
    /// - Parameter added: The last version's part of the history, where that is known, too.
    func release(
        _ head: Head, added: Release.Entry? = nil, readingHistory readsHistory: Bool
    ) throws(LedgerError) -> Release {
        guard readsHistory else { return Release(version: head.version, records: head.snapshot.records, history: []) }
        var ids = try versions(through: head.version.id)
        if added?.version.id == ids.last { ids.removeLast() }
        let records = Dictionary(head.snapshot.records.lazy.map { ($0.id, $0) }, uniquingKeysWith: { $1 })
        var history: [Release.Entry] = []
        try eachVersion(ids, sharing: records) { file, _ in history.append(Release.Entry(file)) }
        if let added, added.version.id == head.version.id { history.append(added) }
        return Release(version: head.version, records: head.snapshot.records, history: history.reversed())
    }

    /// A version's description, with all its documents; the last version's for nil.
    /// - Throws: ``LedgerError``, `unknownVersion` when there is none.
    public func version(_ id: VersionID? = nil) throws(LedgerError) -> Version {
        var documents: [String: DocumentState] = [:]
        var header: VersionFile.Header?
        for id in try versions(through: id) {
            let sealed = try sealedVersion(id)
            header = try sealed.header(VersionFile.Header.init(from:))
            for document in try VersionFile.documents(in: sealed) { documents[document.path] = document.state }
        }
        guard let header else { throw noVersion }
        return Version(header, documents: documents.values.sorted { $0.path < $1.path })
    }

    /// What a version changed since its parent, from its file alone; of the last version for nil.
    /// - Throws: ``LedgerError``, `unknownVersion` when there is none.
    public func changes(of id: VersionID? = nil) throws(LedgerError) -> ChangeSet {
        guard let id = try versions(through: id).last else { throw noVersion }
        return Release.Entry(try versionFile(id).0).changes
    }

    /// The state that a version describes, for comparing.
    /// - Throws: ``LedgerError``, `unknownVersion` when there is none.
    public func snapshot(of id: VersionID) throws(LedgerError) -> Snapshot {
        if let head = try head(), head.version.id == id { return head.snapshot }
        let replay = try replay(try versions(through: id)) { _ in }
        guard let version = replay.version else { throw noVersion }
        return replay.snapshot(version)
    }

    /// The changes that are about what `isWanted` says, by version, newest first; other changes of these versions are left out.
    ///
    /// An index tells which versions to read, so that the cost does not grow with all that the others changed.
    /// - Throws: ``LedgerError``.
    public func history(
        where isWanted: (ChangeSubject) -> Bool
    ) throws(LedgerError) -> [Release.Entry] {
        let index = try currentIndex()
        do throws(LedgerError) { return try history(where: isWanted, by: index) } catch {
            guard error.fault == .outdated else { throw error }
            // A version that is not the last was exchanged for another since it was indexed.
            return try history(where: isWanted, by: rebuiltIndex())
        }
    }

    private func history(
        where isWanted: (ChangeSubject) -> Bool, by index: LedgerIndex
    ) throws(LedgerError) -> [Release.Entry] {
        var history: [Release.Entry] = []
        for indexed in index.versions.reversed() where indexed.subjects.contains(where: isWanted) {
            let (file, digest) = try versionFile(indexed.id)
            guard digest == indexed.digest else {
                throw LedgerError(.outdated, file: path(of: indexed.id), "is not the version that was indexed")
            }
            var entry = Release.Entry(file)
            entry.changes.changes.removeAll { !isWanted(ChangeSubject($0)) }
            if !entry.changes.changes.isEmpty { history.append(entry) }
        }
        return history
    }

    /// Reads versions in order, each of which must follow the one before.
    /// - Parameter digest: Of the file of the version before the first; nil when that is the first of all.
    func eachVersion(
        _ ids: [VersionID], after digest: String? = nil, sharing known: [RecordID: Requirement] = [:],
        _ visit: (VersionFile, _ digest: String) -> Void
    ) throws(LedgerError) {
        var parent = digest
        for id in ids {
            let (file, digest) = try versionFile(id, sharing: known)
            guard file.header.parentDigest == parent else { throw Replay.brokenLink(path(of: id), file.header.parent) }
            visit(file, digest)
            parent = digest
        }
    }
}

extension Release.Entry {
    /// What a version's file tells: of the documents those that it read anew.
    init(_ file: VersionFile) {
        self.init(
            version: Version(file.header, documents: file.documents.compactMap(\.state)),
            changes: ChangeSet(
                from: file.header.parent?.rawValue, to: file.header.id.rawValue, changes: file.changes))
    }
}
