public import RequirementModel
internal import Versioning

/// A record that both sides of a comparison have, and why it is one.
public struct MatchedRecord: Sendable, Hashable {
    /// The record on the new side.
    public var record: Requirement
    /// What it has in common with the one on the old side.
    public var reason: MatchReason
}

extension Comparison {
    /// The records that both sides have, in the order of the new side.
    var matchedRecords: [MatchedRecord] {
        let records = Dictionary(snapshot.records.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        return matches.compactMap { match in
            records[match.record].map { MatchedRecord(record: $0, reason: match.reason) }
        }
    }

    /// The changes with the pages that lost most of their records before them.
    var reported: ChangeSet { ChangeSet(from: changes.from, to: changes.to, changes: losses + changes.changes) }
}
