internal import RequirementModel
internal import Versioning

/// A comparison as one sees it who stands at a gate: by the system's list of public suffixes, with the pages that lost most of
/// their records, and with what was accepted marked so.
struct ReviewedComparison {
    let changes: ChangeSet
    /// Why each record that both sides have is one, in the order of the new side.
    let matches: [MatchedRecord]
    /// What a person should know about the acceptances.
    let notices: [Diagnostic]

    /// Compares two states of some documents.
    /// - Parameters:
    ///   - configuration: Beside which acceptances may stand.
    ///   - date: The day on which these must hold, UTC, `YYYY-MM-DD`.
    init(from old: Snapshot, to new: Snapshot, configuration: Configuration?, date: String) throws {
        let accepted = try configuration.map(AcceptedChanges.init(beside:))
        let comparison = Comparison(
            from: old, to: new, publicSuffixes: InstalledSuffixes.text,
            accepted: accepted?.fingerprints(on: date) ?? [])
        let review = accepted?.review(comparison.reported, on: date, isWhole: false)
        changes = review?.changes ?? comparison.reported
        notices = review?.notices ?? []
        matches = comparison.matchedRecords
    }
}
