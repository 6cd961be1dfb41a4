public import RequirementModel

/// A change set arranged by what a person has to do: the one arrangement that every format for people follows.
///
/// Formats for people (lines of text, Markdown, HTML) write the sections in order; formats for programs (annotations, SARIF,
/// JUnit) the changes, one by one.
public struct ChangeReport: Sendable {
    /// What was compared.
    public var changeSet: ChangeSet
    /// The topics that have changes, in the order of ``Topic``.
    public var sections: [Section]

    /// What a person has to do about some changes.
    public enum Topic: CaseIterable, Sendable, Hashable {
        /// A page as a whole needs a person: it moved, or yields far less than before.
        case page
        /// Something must be reachable that had not to be.
        case opening
        /// Something need not be reachable any more. A change that opens and closes stands under both.
        case closing
        /// A document may have smuggled something in. These changes stand under their other topic too.
        case risk
        /// Something is asked for now that nothing must be opened for: what was asked for already lets it through, or is an
        /// alternative to it.
        case covered
        /// The same destinations and ports, but the direction, the access, the source or the path is another; and all
        /// that must be blocked, or need no longer be.
        case alteration
        /// The same flows, but whom they apply to changed, or a record of flows that others ask for came or went.
        case advisory
        /// The same requirement in other words or at another place.
        case wording
        /// The same requirement in the same words, on a page of another name or after others of its page.
        case moving
        /// A person accepted the change; it stands under no other topic.
        case accepted
        /// The document is the same: the extractor or its configuration reads it another way.
        case rereading
    }

    /// The topics that stand folded where a format can: what nobody has to do anything about.
    public static let foldedTopics: Set<Topic> = [.wording, .moving, .accepted, .rereading]

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
        case .page: "Pages that need a person"
        case .risk: "Risks"
        case .opening: "Open these"
        case .covered: "Asked for now, nothing to open"
        case .closing: "These may be closed"
        case .alteration: "Change these rules"
        case .advisory: "Worth a look"
        case .wording: "Reads differently"
        case .moving: "Moved"
        case .accepted: "Accepted"
        case .rereading: "The same documents, read differently"
        }
    }

    func covers(_ change: Change) -> Bool {
        if change.cause != .source { return self == .rereading }
        if change.acceptance != nil { return self == .accepted }
        if change.isOfPage { return self == .page }
        return switch self {
        case .page, .accepted, .rereading: false
        case .risk: !change.risks.isEmpty
        case .opening: !change.opened.isEmpty && change.level == .error
        case .covered: !change.opened.isEmpty && change.level < .error
        case .closing: !change.closed.isEmpty
        case .alteration: change.impact == .requirement && change.opened.isEmpty && change.closed.isEmpty
        case .advisory: change.impact == .advisory && change.opened.isEmpty && change.closed.isEmpty
        case .wording: change.isEditorial && change.operation != .moved
        case .moving: change.isEditorial && change.operation == .moved
        }
    }

    func counted(_ count: Int) -> String {
        switch self {
        case .page: count == 1 ? "1 page needs a person" : "\(count) pages need a person"
        case .risk: count == 1 ? "1 risk" : "\(count) risks"
        case .opening: "\(count) to open"
        case .covered: "\(count) let through already"
        case .closing: "\(count) may be closed"
        case .alteration: "\(count) to change"
        case .advisory: "\(count) worth a look"
        case .wording: "\(count) read\(count == 1 ? "s" : "") differently"
        case .moving: "\(count) moved"
        case .accepted: "\(count) accepted"
        case .rereading: "\(count) by another reading of the same documents"
        }
    }
}

extension Change {
    fileprivate var isEditorial: Bool { impact < .advisory && opened.isEmpty && closed.isEmpty }
}
