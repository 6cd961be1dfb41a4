public import RequirementModel

/// When one record, or all that ask for one host, came, changed and went.
public struct RecordHistory: Sendable {
    /// The record's id, or the host's name.
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

    /// The history of `subject`, a record's id or a host's name, up to `release`.
    /// - Throws: ``Failure`` (input missing) when no version has heard of it, with the nearest host that one has.
    public init(of subject: String, in release: Release) throws(Failure) {
        let host = subject.lowercased()
        func concerns(_ record: Requirement) -> Bool {
            record.id.rawValue == subject || record.hosts.contains { $0 == host || Self.covers($0, host) }
        }
        let events = release.history.flatMap { entry in
            entry.changes.changes
                .filter {
                    $0.record.rawValue == subject || [$0.before, $0.after].contains { $0.map(concerns) ?? false }
                }
                .map { Event(version: entry.version, change: $0) }
        }
        let current = release.records.filter(concerns)
        guard !events.isEmpty || !current.isEmpty else {
            let known = Set(release.records.flatMap(\.hosts) + release.records.map(\.id.rawValue))
            let hint = Spelling.nearest(to: subject, among: known.sorted()).map { "; did you mean '\($0)'?" } ?? ""
            throw Failure(.inputMissing, "no version has a record or a destination '\(subject)'\(hint)")
        }
        self.subject = subject
        self.events = events
        self.current = current
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
