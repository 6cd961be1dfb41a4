internal import RequirementModel

/// The state that versions build up, one after the other. Each is checked against the state that it says it changes.
struct Replay {
    private(set) var version: VersionFile.Header?
    /// The SHA-256 of the last version's file.
    private(set) var digest: String?

    private(set) var documents: [String: DocumentState] = [:]
    private(set) var records: [RecordID: Requirement] = [:]
    private(set) var retired: [RecordID: Requirement] = [:]
    /// Every host that a record ever named.
    private(set) var hosts: Set<String> = []

    /// Before the first version.
    init() {}

    /// After the version that a snapshot shows.
    init(_ file: SnapshotFile) throws(LedgerError) {
        self.init(Ledger.Tip(header: file.version, digest: file.versionDigest), try file.snapshot())
    }

    /// After the version of which `snapshot` has the records.
    init(_ tip: Ledger.Tip, _ snapshot: Snapshot) {
        version = tip.header
        digest = tip.digest
        documents = Dictionary(snapshot.documents.map { ($0.path, $0) }, uniquingKeysWith: { $1 })
        records = Dictionary(snapshot.records.map { ($0.id, $0) }, uniquingKeysWith: { $1 })
        retired = Dictionary(snapshot.retired.map { ($0.id, $0) }, uniquingKeysWith: { $1 })
        hosts = Set(snapshot.formerHosts).union(snapshot.records.flatMap(\.hosts))
    }

    /// The records of the last version, whose header is `header`, with what is needed to compare with them.
    func snapshot(_ header: VersionFile.Header) -> Snapshot {
        let formerHosts = hosts.subtracting(records.values.lazy.flatMap(\.hosts))
        return Snapshot(
            name: header.id.rawValue, extractor: header.extractor, documents: Array(documents.values),
            records: Array(records.values), retired: Array(retired.values), formerHosts: Array(formerHosts))
    }

    /// What `header` describes, which is the last version's.
    func version(_ header: VersionFile.Header) -> Version {
        Version(header, documents: documents.values.sorted { $0.path < $1.path })
    }

    /// Goes on to the next version.
    /// - Parameters:
    ///   - digest: The SHA-256 of its file.
    ///   - file: The path of its file, for messages.
    mutating func apply(_ next: VersionFile, digest: String, file: String) throws(LedgerError) {
        guard next.header.parent == version?.id, next.header.parentDigest == self.digest else {
            throw Self.brokenLink(file, version?.id)
        }
        guard next.header.date >= version?.date ?? "", next.header.id.day == next.header.date else {
            throw contradiction(file, "is dated before its parent")
        }
        for document in next.documents { documents[document.path] = document.state }
        for change in next.changes { try apply(change, file: file) }
        for relocation in next.relocations {
            guard records[relocation.record] != nil else {
                throw contradiction(file, "moves the record \(relocation.record), which its parent does not have")
            }
            records[relocation.record]?.location = relocation.location
        }
        guard records.count == next.header.recordCount else {
            throw contradiction(file, "says \(next.header.recordCount) records and has \(records.count)")
        }
        version = next.header
        self.digest = digest
    }

    private mutating func apply(_ change: Change, file: String) throws(LedgerError) {
        guard records[change.record] == change.before else {
            throw contradiction(file, "changes the record \(change.record) from what its parent does not say")
        }
        records[change.record] = change.after
        retired[change.record] = change.after == nil ? change.before : nil
        hosts.formUnion(change.after?.hosts ?? [])
    }

    /// A version does not follow `parent` as that stands; nil for nothing.
    static func brokenLink(_ file: String, _ parent: VersionID?) -> LedgerError {
        LedgerError(
            .damaged, file: file,
            "does not follow \(parent.map { "version \($0) as it stands" } ?? "from nothing"): versions of two branches were "
                + "put together, or one before it was exchanged; `requisite resolve` puts those of a merge in order")
    }

    private func contradiction(_ file: String, _ what: String) -> LedgerError {
        LedgerError(.damaged, file: file, "\(what); \(SealedLines.remedy)")
    }
}

extension VersionID {
    /// The first version of `day`, `YYYY-MM-DD`, or the next after `parent`, whichever is later; nil when `day` is no date or
    /// the counter is used up.
    static func next(after parent: VersionID?, on day: String) -> VersionID? {
        var digits = Array(day.utf8)
        guard digits.count == 10, digits.remove(at: 7) == UInt8(ascii: "-"), digits.remove(at: 4) == UInt8(ascii: "-"),
            let first = VersionID(rawValue: String(decoding: digits, as: UTF8.self) + "0001")
        else { return nil }
        guard let parent, parent >= first else { return first }
        let counter = String((Int(parent.rawValue.suffix(4)) ?? 9999) + 1)
        guard counter.utf8.count <= 4 else { return nil }
        return VersionID(
            rawValue: parent.rawValue.prefix(8) + String(repeating: "0", count: 4 - counter.count) + counter)
    }

    /// Its day, `YYYY-MM-DD`.
    var day: String {
        let digits = rawValue
        return "\(digits.prefix(4))-\(digits.dropFirst(4).prefix(2))-\(digits.dropFirst(6).prefix(2))"
    }
}

extension Version {
    init(_ header: VersionFile.Header, documents: [DocumentState]) {
        self.init(
            id: header.id, parent: header.parent, parentDigest: header.parentDigest, date: header.date,
            extractor: header.extractor, documents: documents, recordCount: header.recordCount,
            commit: header.commit)
    }
}
