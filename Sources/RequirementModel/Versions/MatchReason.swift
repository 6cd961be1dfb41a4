/// Why a record of the new side is one of the old side, the closest first.
public enum MatchReason: Sendable, Hashable {
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
    /// The destinations, in another document, and much of the rest.
    case namesElsewhere
    /// It was removed before, and is back.
    case returned
}

extension MatchReason: RawRepresentable {
    private static let plain: [MatchReason] = [
        .identifier, .everything, .content, .structureAndSection, .structure, .ruleName, .names, .contentElsewhere,
        .structureElsewhere, .namesElsewhere, .returned,
    ]

    /// The name in the diff format: stable, kebab-case; a similarity with its thousandths, as in `similarity-734`.
    public var rawValue: String {
        switch self {
        case .identifier: "identifier"
        case .everything: "everything"
        case .content: "content"
        case .structureAndSection: "structure-and-section"
        case .structure: "structure"
        case .ruleName: "rule-name"
        case .names: "names"
        case .similarity(let thousandths): "\(Self.similarityPrefix)\(thousandths)"
        case .contentElsewhere: "content-elsewhere"
        case .structureElsewhere: "structure-elsewhere"
        case .namesElsewhere: "names-elsewhere"
        case .returned: "returned"
        }
    }

    /// The reason of that name.
    public init?(rawValue: String) {
        if let plain = Self.plain.first(where: { $0.rawValue == rawValue }) {
            self = plain
        } else if rawValue.hasPrefix(Self.similarityPrefix),
            let thousandths = Int(rawValue.dropFirst(Self.similarityPrefix.count)), (0...1000).contains(thousandths)
        {
            self = .similarity(thousandths)
        } else {
            return nil
        }
    }

    private static let similarityPrefix = "similarity-"
}
