public import RequirementModel

/// What some pages state now, where all others stand as the last version has them.
public struct ChangedPages: Sendable {
    /// What the state is called.
    public var name: String
    /// The version of the rules by which the records were extracted.
    public var extractor: String
    /// The records of each page, whose ids are not looked at; none for a page that is gone.
    public var records: [String: [Requirement]]
    /// The files that the pages were read from, before or now.
    public var files: Set<String>
    /// Those that there are now.
    public var documents: [DocumentState]

    /// The pages with `records`, which were read from `documents`.
    public init(
        name: String, extractor: String, records: [String: [Requirement]], files: Set<String>,
        documents: [DocumentState]
    ) {
        self.name = name
        self.extractor = extractor
        self.records = records
        self.files = files
        self.documents = documents
    }

    /// Goes on to what the pages state later, as far as these are among `later`.
    public mutating func update(by later: ChangedPages) {
        name = later.name
        extractor = later.extractor
        records.merge(later.records) { $1 }
        files.formUnion(later.files)
        documents.removeAll { later.files.contains($0.path) }
        documents += later.documents
    }
}
