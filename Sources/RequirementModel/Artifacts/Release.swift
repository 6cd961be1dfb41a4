/// What transformers turn into artifacts: a version with its records, its changes, and the history before it.
public struct Release: Sendable {
    /// The version.
    public var version: Version
    /// Its records, ordered by document, file and place.
    public var records: [Requirement]
    /// Every version up to this one with what it changed, newest first; empty where nobody asks for it.
    public var history: [Entry]

    /// One version and what it changed.
    public struct Entry: Sendable {
        /// The version.
        public var version: Version
        /// Its changes since its parent; for the first version every record is added.
        public var changes: ChangeSet

        /// `version`, which made `changes`.
        public init(version: Version, changes: ChangeSet) {
            self.version = version
            self.changes = changes
        }
    }

    /// A version with its records and its history.
    public init(version: Version, records: [Requirement], history: [Entry]) {
        self.version = version
        self.records = records
        self.history = history
    }
}
