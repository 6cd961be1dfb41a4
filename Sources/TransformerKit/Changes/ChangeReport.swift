public import RequirementModel

/// A change set arranged by what a person has to do: the one arrangement that every format for people follows.
///
/// Formats beside text and Markdown (HTML, annotations, test reports) begin here too: each writes the sections in order.
public struct ChangeReport: Sendable {
    /// What was compared.
    public var changeSet: ChangeSet
    /// The topics that have changes, in the order of ``Topic``.
    public var sections: [Section]

    /// What a person has to do about some changes.
    public enum Topic: CaseIterable, Sendable, Hashable {
        /// A document may have smuggled something in. These changes stand under their other topic too.
        case risk
        /// Something must be reachable that had not to be.
        case opening
        /// Something need not be reachable any more. A change that opens and closes stands under both.
        case closing
        /// The same destinations and ports, but the direction, the access, the source or the path is another; and all
        /// that must be blocked, or need no longer be.
        case alteration
        /// The same flows, but whom they apply to changed, or a record of flows that others ask for came or went.
        case advisory
        /// The same requirement in other words or at another place.
        case wording
        /// The document is the same: the extractor or its configuration reads it another way.
        case rereading
    }

    /// The changes of one topic.
    public struct Section: Sendable {
        /// What they have in common.
        public var topic: Topic
        /// The changes, in the set's order.
        public var changes: [Change]
    }

    /// The report on `changeSet`; every change stands in at least one section.
    public init(_ changeSet: ChangeSet) {
        self.changeSet = changeSet
        sections = Topic.allCases.compactMap { topic in
            let changes = changeSet.changes.filter { topic.covers($0) }
            return changes.isEmpty ? nil : Section(topic: topic, changes: changes)
        }
    }

    /// The numbers of changes in words, such as `2 to open, 1 may be closed, 4 read differently`.
    public var summary: String {
        if sections.isEmpty { return "no changes" }
        return sections.map { $0.topic.counted($0.changes.count) }.joined(separator: ", ")
    }
}

extension ChangeReport.Topic {
    /// The heading above the changes.
    public var title: String {
        switch self {
        case .risk: "Risks"
        case .opening: "Open these"
        case .closing: "These may be closed"
        case .alteration: "Change these rules"
        case .advisory: "Worth a look"
        case .wording: "Reads differently"
        case .rereading: "The same documents, read differently"
        }
    }

    func covers(_ change: Change) -> Bool {
        if change.cause != .source { return self == .rereading }
        return switch self {
        case .risk: !change.risks.isEmpty
        case .opening: !change.opened.isEmpty
        case .closing: !change.closed.isEmpty
        case .alteration: change.impact == .requirement && change.opened.isEmpty && change.closed.isEmpty
        case .advisory: change.impact == .advisory && change.opened.isEmpty && change.closed.isEmpty
        case .wording: change.impact < .advisory && change.opened.isEmpty && change.closed.isEmpty
        case .rereading: false
        }
    }

    func counted(_ count: Int) -> String {
        switch self {
        case .risk: count == 1 ? "1 risk" : "\(count) risks"
        case .opening: "\(count) to open"
        case .closing: "\(count) may be closed"
        case .alteration: "\(count) to change"
        case .advisory: "\(count) worth a look"
        case .wording: "\(count) read\(count == 1 ? "s" : "") differently"
        case .rereading: "\(count) by another reading of the same documents"
        }
    }
}
