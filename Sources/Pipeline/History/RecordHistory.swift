public import RequirementModel
internal import Versioning

/// When one record, all that ask for one host, or all that a document states, came, changed and went.
public struct RecordHistory: Sendable {
    /// The record's id, the host's name or the document's path.
    public let subject: String
    /// What happened, newest first.
    public let events: [Event]
    /// The records concerned, as they are in the last version; none when all are gone.
    public let current: [Requirement]

    /// What one version did to one record.
    public struct Event: Sendable {
        /// The version.
        public var version: Version
        /// What it changed.
        public var change: Change
    }

    /// The history of `subject`, a record's id, a host's name or a document's path, up to the last version.
    init(of subject: String, in ledger: Ledger) throws {
        let host = subject.lowercased()
        func concerns(_ record: RecordID, _ documents: [String], _ destinations: [String]) -> Bool {
            record.rawValue == subject || documents.contains(subject)
                || destinations.contains { $0 == host || Self.covers($0, host) }
        }
        let (entries, head) = try withLedger { () throws(LedgerError) in
            (
                try ledger.history { concerns($0.record, $0.documents, $0.destinations.map { $0.lowercased() }) },
                try ledger.head()
            )
        }
        let records = head?.snapshot.records ?? []
        self.subject = subject
        events = entries.flatMap { entry in entry.changes.changes.map { Event(version: entry.version, change: $0) } }
        current = records.filter { concerns($0.id, [$0.document, $0.location.file], $0.hosts) }
        guard events.isEmpty, current.isEmpty else { return }
        let known = Set(records.flatMap { $0.hosts + [$0.id.rawValue, $0.document] })
        let hint = Spelling.nearest(to: subject, among: known.sorted()).map { "; did you mean '\($0)'?" } ?? ""
        throw Failure(
            .inputMissing,
            "there is no version '\(subject)', and none with such a record, destination or document\(hint)")
    }

    /// Whether the wildcard `*.name` stands for `host`.
    private static func covers(_ pattern: String, _ host: String) -> Bool {
        pattern.hasPrefix("*.") && host.hasSuffix(pattern.dropFirst()) && host.utf8.count > pattern.utf8.count - 1
    }
}

extension Requirement {
    /// The destinations as lower-case text.
    fileprivate var hosts: [String] { network?.destinations.map { $0.endpoint.text.lowercased() } ?? [] }
}
