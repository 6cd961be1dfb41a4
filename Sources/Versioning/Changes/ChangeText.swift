internal import RequirementModel

/// What a change asks of a person, in one sentence: "Open TCP 443 to `x.example`".
enum ChangeText {
    static func sentence(_ rule: ChangeRule, _ difference: RecordDifference, _ verdict: Verdict) -> String {
        let (before, after) = (difference.before, difference.after)
        let limits = after?.network.map(limits) ?? ""
        let opened = FlowText.phrases(for: verdict.opened + verdict.redirected, joiner: joiner(after))
        let closed = FlowText.phrases(for: verdict.closed, joiner: joiner(before))
        let actions = opened.map { "Open \($0)\(limits)" } + closed.map { "\($0) may be closed" }
        return actions.isEmpty ? statement(rule, difference) : actions.joined(separator: "; ")
    }

    /// What to know where nothing is opened or closed.
    private static func statement(_ rule: ChangeRule, _ difference: RecordDifference) -> String {
        let (before, after) = (difference.before, difference.after)
        let subject = subject(of: after ?? before)
        switch rule {
        case .requirementAdded:
            return after?.network?.access == .deny
                ? "Block \(flows(after))" : "Nothing to open for \(subject): another record asks for the same"
        case .requirementRemoved:
            return before?.network?.access == .deny
                ? "\(flows(before)) need no longer be blocked"
                : "Nothing to close for \(subject): another record asks for the same"
        case .requirementSplit: return "\(subject) is a record of its own now"
        case .requirementMerged: return "\(subject) is part of another record now"
        case .rowAdded: return "New row: \(subject)"
        case .rowRemoved: return "Row removed: \(subject)"
        case .rowChanged:
            return
                "Row \(subject) differs in \(difference.fields.prefix(3).map(FlowText.quoted).joined(separator: ", "))"
        case .denyTurnedAllow: return "\(flows(after)) need no longer be blocked"
        case .allowTurnedDeny: return "Block \(flows(after))"
        case .necessityRaised, .necessityLowered:
            return "\(subject) is \(necessity(after)) now, it was \(necessity(before))"
        case .conditionAdded, .conditionChanged, .conditionRemoved:
            return "\(subject) applies \(condition(after)) now, before \(condition(before))"
        case .sectionRenamed: return "\(subject) stands under \(heading(after)) now, before under \(heading(before))"
        case .documentRenamed: return "\(subject) stands in \(page(after)) now, before in \(page(before))"
        case .recordMoved: return "\(subject) stands elsewhere in its document"
        case .purposeChanged: return "The purpose of \(subject) reads differently"
        case .destinationsReordered: return "\(subject): the same destinations in another order"
        case .directionChanged, .cloudChanged, .destinationChanged, .pathChanged, .sourceChanged, .transportChanged,
            .portChanged, .applicationChanged, .alternativesChanged, .priorityChanged, .nameChanged:
            let fields = difference.fields.map { $0.replacing("_", with: " ") }.joined(separator: ", ")
            return "\(subject) differs in \(fields); the same destinations and ports"
        }
    }

    private static func joiner(_ record: Requirement?) -> String {
        Set(record?.network?.destinations.map(\.alternative) ?? []).count > 1 ? "or" : "and"
    }

    private static func limits(of network: NetworkRequirement) -> String {
        let necessity = network.necessity == .required ? "" : " (\(network.necessity.rawValue))"
        return necessity + (network.condition.map { " (condition: \(FlowText.quoted($0)))" } ?? "")
    }

    /// What the record would be called in a conversation.
    private static func subject(of record: Requirement?) -> String {
        switch record?.content {
        case .network(let network)? where !network.destinations.isEmpty:
            var names: [String] = []
            for name in network.destinations.map({ FlowText.name(of: $0.endpoint) }) where !names.contains(name) {
                names.append(name)
            }
            return FlowText.enumeration(names, joiner: joiner(record))
        case .row(let row)?: return FlowText.quoted(row.cells.first { !$0.value.isEmpty }?.value ?? "")
        default: return flows(record)
        }
    }

    private static func flows(_ record: Requirement?) -> String {
        FlowText.phrases(for: record?.atoms ?? [], joiner: joiner(record)).joined(separator: ", ")
    }

    private static func necessity(_ record: Requirement?) -> String { record?.network?.necessity.rawValue ?? "" }

    private static func condition(_ record: Requirement?) -> String {
        record?.network?.condition.map { "under the condition \(FlowText.quoted($0))" } ?? "without a condition"
    }

    private static func heading(_ record: Requirement?) -> String {
        record?.section.last.map(FlowText.quoted) ?? "no heading"
    }

    private static func page(_ record: Requirement?) -> String { FlowText.code(record?.document ?? "") }
}
