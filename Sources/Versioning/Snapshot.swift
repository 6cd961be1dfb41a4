public import RequirementModel

/// All records at one moment, with what must be known to compare them with another moment's.
public struct Snapshot: Sendable, Hashable {
    /// What it is called in a ``RequirementModel/ChangeSet``: a version's id, or a path.
    public var name: String
    /// The version of the rules by which the records were extracted.
    public var extractor: String
    /// The documents that were read, and the files that they include, sorted by path. A document whose digest did not change can
    /// only give other records because the extractor or its configuration changed.
    public var documents: [DocumentState]
    /// The records, ordered by document, file and place.
    public var records: [Requirement]
    /// Records that are gone, as they last were, ordered by id: one that comes back is the same record again.
    public var retired: [Requirement]
    /// Where pages say that they have moved to, by their paths; no version keeps it.
    public var redirects: [String: String]
    /// Host names that a record once named and none does now, sorted.
    public var formerHosts: [String]

    /// The state called `name`. `documents` and `records` may come in any order.
    public init(
        name: String, extractor: String, documents: [DocumentState], records: [Requirement],
        retired: [Requirement] = [], formerHosts: [String] = [], redirects: [String: String] = [:]
    ) {
        self.name = name
        self.extractor = extractor
        self.documents = documents.sorted { $0.path < $1.path }
        self.records = RecordOrder.sorted(records)
        self.retired = retired.sorted { $0.id < $1.id }
        self.formerHosts = formerHosts.sorted()
        self.redirects = redirects
    }
}
