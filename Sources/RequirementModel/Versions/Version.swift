/// An immutable snapshot of all records, as the ledger describes it; the records themselves stand beside it.
public struct Version: Sendable, Hashable, Identifiable {
    /// `YYYYMMDDNNNN`.
    public var id: VersionID
    /// The version before, nil for the first.
    public var parent: VersionID?
    /// SHA-256 of the parent's file in hexadecimal, nil for the first.
    public var parentDigest: String?
    /// The day, UTC, `YYYY-MM-DD`; never before the parent's.
    public var date: String
    /// The version of the rules by which records were extracted.
    public var extractor: String
    /// The documents that were read, sorted by path.
    public var documents: [DocumentState]
    /// The number of records.
    public var recordCount: Int
    /// The commit whose documents these are; nil when they were not read from a git repository.
    public var commit: SourceCommit?

    /// A snapshot's description.
    public init(
        id: VersionID, parent: VersionID?, parentDigest: String?, date: String, extractor: String,
        documents: [DocumentState], recordCount: Int, commit: SourceCommit? = nil
    ) {
        self.id = id
        self.parent = parent
        self.parentDigest = parentDigest
        self.date = date
        self.extractor = extractor
        self.documents = documents
        self.recordCount = recordCount
        self.commit = commit
    }
}

/// The commit that brought a change, as git tells it.
public struct SourceCommit: Sendable, Hashable {
    /// Its full id.
    public var hash: String
    /// The first line of its message; whoever wrote the documents wrote it, too.
    public var subject: String
    /// When the change was made, UTC, as `2026-01-31T12:00:00Z`.
    public var authored: String
    /// When it was committed, likewise.
    public var committed: String

    /// The commit `hash`.
    public init(hash: String, subject: String, authored: String, committed: String) {
        self.hash = hash
        self.subject = subject
        self.authored = authored
        self.committed = committed
    }
}

/// A version's id: the day, UTC, as `YYYYMMDD`, and a counter of four digits.
public struct VersionID: Sendable, Hashable, Comparable, RawRepresentable, CustomStringConvertible {
    /// The twelve digits.
    public var rawValue: String

    /// The id that consists of `rawValue`, if these are twelve digits.
    public init?(rawValue: String) {
        guard rawValue.utf8.count == 12, rawValue.utf8.allSatisfy({ (48...57).contains($0) }) else { return nil }
        self.rawValue = rawValue
    }

    /// The twelve digits.
    public var description: String { rawValue }

    /// By day, then by counter.
    public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

/// The bytes of a document that a version was made from.
public struct DocumentState: Sendable, Hashable {
    /// The path below the corpus root.
    public var path: String
    /// The SHA-256 of the bytes in hexadecimal.
    public var digest: String
    /// The number of records that it yields.
    public var recordCount: Int
    /// Where it was fetched from; nil for what somebody put there, or edited.
    public var origin: DocumentOrigin?

    /// The state of the document at `path`.
    public init(path: String, digest: String, recordCount: Int, origin: DocumentOrigin? = nil) {
        self.path = path
        self.digest = digest
        self.recordCount = recordCount
        self.origin = origin
    }
}
