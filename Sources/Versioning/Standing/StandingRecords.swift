internal import RequirementModel

/// All that a ledger holds after its last version, by page and by destination: a few changed pages are compared with it at the
/// cost of what they changed, however much stands beside them.
struct StandingRecords {
    private(set) var replay: Replay
    /// The records of each page, in order.
    private var pages: [String: [Requirement]]
    /// The records that each page once had.
    private var retired: [String: Set<RecordID>] = [:]
    private var destinations = DestinationIndex()
    /// What a change cannot smuggle in any more.
    private(set) var known: RiskAssessment.Known
    private let suffixes = PublicSuffixes(list: nil)

    /// What `replay` has come to.
    init(_ replay: Replay) {
        self.replay = replay
        pages = Dictionary(grouping: replay.records.values, by: \.document)
            .mapValues(RecordOrder.sorted)
        known = RiskAssessment.Known(domains: replay.hosts.map(suffixes.registrableDomain))
        for record in replay.records.values { enter(record) }
        for record in replay.retired.values { retired[record.document, default: []].insert(record.id) }
    }

    /// The last version; nil before the first.
    var version: VersionFile.Header? { replay.version }

    subscript(page: String) -> [Requirement] { pages[page] ?? [] }

    /// Whether a record has the id, or once had.
    func knows(_ id: RecordID) -> Bool { replay.records[id] != nil || replay.retired[id] != nil }

    /// Some records in the state of the last version, with what is known of `files` and of records that `pages` once had; nil
    /// before the first version.
    func excerpt(of records: [Requirement], in pages: some Sequence<String>, files: Set<String>) -> Snapshot? {
        guard let version else { return nil }
        return Snapshot(
            name: version.id.rawValue, extractor: version.extractor,
            documents: files.compactMap { replay.documents[$0] }, records: records,
            retired: pages.flatMap { retired[$0] ?? [] }.compactMap { replay.retired[$0] })
    }

    /// The records that may ask for what `differences` ask for, or asked for, or may cover it.
    func records(near differences: [RecordDifference]) -> [Requirement] {
        destinations.records(near: differences).compactMap { replay.records[$0] }
    }

    /// Goes on to the next version.
    /// - Parameters:
    ///   - pages: The pages that it changed, as they are now.
    ///   - digest: The SHA-256 of its file.
    ///   - path: The path of its file, for messages.
    mutating func apply(
        _ file: VersionFile, _ pages: [String: [Requirement]], digest: String, path: String
    ) throws(LedgerError) {
        try replay.apply(file, digest: digest, file: path)
        for change in file.changes {
            if let before = change.before { leave(before, isRetired: change.after == nil) }
            if let after = change.after { enter(after) }
        }
        self.pages.merge(pages) { $1 }
    }

    private mutating func enter(_ record: Requirement) {
        retired[record.document]?.remove(record.id)
        destinations.insert(record)
        known.add(record, suffixes)
    }

    private mutating func leave(_ record: Requirement, isRetired: Bool) {
        if isRetired { retired[record.document, default: []].insert(record.id) }
        destinations.remove(record)
        known.remove(record, suffixes)
    }
}
