public import RequirementModel

/// A record of the new side that is one of the old side, and why.
public struct RecordMatch: Sendable, Hashable {
    /// The record's id.
    public var record: RecordID
    /// What they have in common.
    public var reason: Reason

    /// What a record and its successor have in common, the closest first.
    public enum Reason: Sendable, Hashable {
        /// The id, in two versions of one ledger.
        case identifier
        /// Everything but the line.
        case everything
        /// All that they state; the heading differs.
        case content
        /// What they ask for and the heading; words differ.
        case structureAndSection
        /// What they ask for; words and heading differ.
        case structure
        /// The name of the security rule.
        case ruleName
        /// The destinations, or the first cell of a row that is not about the network.
        case names
        /// Their typed fields are alike; in thousandths.
        case similarity(Int)
        /// All that they state, in another document.
        case contentElsewhere
        /// What they ask for, in another document.
        case structureElsewhere
        /// It was removed before, and is back.
        case returned
    }
}
