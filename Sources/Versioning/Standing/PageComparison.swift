internal import RequirementModel

/// Pages that changed, compared with their past state and with all that stands beside them. It says the same as a comparison of
/// everything.
struct PageComparison {
    let changes: Comparison
    /// The pages as they are now, with the ids of their records.
    let pages: [String: [Requirement]]

    init(of changed: ChangedPages, with standing: StandingRecords) {
        let differences = changed.records.sorted { $0.key < $1.key }.map { page, records in
            (page: page, PageDifference(from: standing[page], to: RecordOrder.sorted(records)))
        }
        let old = standing.excerpt(
            of: differences.flatMap(\.1.old), in: changed.records.keys, files: changed.files)
        let new = Snapshot(
            name: changed.name, extractor: changed.extractor, documents: changed.documents,
            records: differences.flatMap(\.1.new))
        changes = Comparison(
            from: old, to: new, beside: standing, relocated: differences.flatMap(\.1.relocated))
        let compared = Dictionary(grouping: changes.snapshot.records, by: \.document)
        pages = Dictionary(
            uniqueKeysWithValues: differences.map { ($0.page, $0.1.identified(by: compared[$0.page] ?? [])) })
    }
}
