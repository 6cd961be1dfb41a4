public import RequirementModel

/// A record of the new side that is one of the old side, and why.
public struct RecordMatch: Sendable, Hashable {
    /// The record's id.
    public var record: RecordID
    /// What they have in common.
    public var reason: MatchReason
}
