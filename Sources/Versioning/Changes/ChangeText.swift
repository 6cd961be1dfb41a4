internal import Algorithms
internal import RequirementModel

/// What a change asks of a person, in one sentence: "Open TCP 443 to `x.example`".
enum ChangeText {
    static func sentence(_ rule: ChangeRule, _ difference: RecordDifference, _ verdict: Verdict) -> String {
        let (before, after) = (difference.before, difference.after)
        let limits = after?.network.map(limits) ?? ""
        let coverage = verdict.coverage
        let opened = verdict.opened.filter { !coverage.needless.contains(AtomKey($0)) } + verdict.redirected
        let closed = verdict.closed.filter { !coverage.settled.contains(AtomKey($0)) }
        let actions =
            FlowText.phrases(for: opened, joiner: joiner(after)).map { "Open \($0)\(limits)" }
            + FlowText.phrases(for: closed, joiner: joiner(before)).map { "\($0) may be closed" } + coverage.clauses
        return actions.isEmpty ? statement(rule, difference, verdict) : actions.joined(separator: "; ")
    }

    /// What to know where nothing is opened or closed.
    private static func statement(_ rule: ChangeRule, _ difference: RecordDifference, _ verdict: Verdict) -> String {
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
        case .requirementSplit: return "\(subject): a record of its own now, part of another before"
        case .requirementMerged: return "\(subject): part of another record now, a record of its own before"
        case .rowAdded: return "New row \(subject)"
        case .rowRemoved: return "Row \(subject) is gone"
        case .rowChanged:
            let headers = difference.fields.prefix(3).map(FlowText.quoted).joined(separator: ", ")
            return "Row \(subject) differs in \(headers)\(difference.fields.count > 3 ? " and more" : "")"
        case .denyTurnedAllow: return "\(flows(after)) need no longer be blocked"
        case .allowTurnedDeny: return "Block \(flows(after))"
        case .necessityRaised, .necessityLowered:
            return "\(subject): \(necessity(after)) now, \(necessity(before)) before"
        case .conditionAdded: return "\(subject): only under a condition now, \(condition(after))"
        case .conditionRemoved: return "\(subject): without a condition now, before under \(condition(before))"
        case .conditionChanged:
            return verdict.impact == .editorial
                ? "\(subject): the condition reads differently"
                : "\(subject): the condition is \(condition(after)) now, it was \(condition(before))"
        case .sectionRenamed: return "\(subject): under \(heading(after)) now, under \(heading(before)) before"
        case .documentRenamed: return "\(subject): in \(page(after)) now, in \(page(before)) before"
        case .recordMoved: return "\(subject): elsewhere in the document now"
        case .purposeChanged: return "\(subject): the purpose reads differently"
        case .alternativesChanged where joiner(before) != joiner(after):
            return joiner(after) == "and"
                ? "\(subject): all needed now, alternatives before" : "\(subject): alternatives now, all needed before"
        case .destinationsReordered: return "\(subject): in another order now"
        case .directionChanged, .cloudChanged, .destinationChanged, .pathChanged, .sourceChanged, .transportChanged,
            .portChanged, .applicationChanged, .alternativesChanged, .priorityChanged, .nameChanged:
            return "\(subject): \(differences(difference)); the same destinations and ports"
        }
    }

    /// The first few fields that differ, with their values where these are few.
    private static func differences(_ difference: RecordDifference) -> String {
        let columns = difference.fields.filter { !["section", "document", "purpose"].contains($0) }
        return columns.prefix(3).map { column in
            let (old, new) = (values(of: column, difference.atomsBefore), values(of: column, difference.atomsAfter))
            return "\(column.replacing("_", with: " ")) \(new) now, \(old) before"
        }.joined(separator: ", ")
    }

    private static func values(of column: String, _ atoms: RecordAtoms) -> String {
        guard let index = FlatView.columns.firstIndex(of: column) else { return "" }
        let values = Set(atoms.atoms.map { $0.fields[index] }).filter { !$0.isEmpty }.sorted()
        return values.isEmpty ? "not said" : FlowText.enumeration(values.map(FlowText.code), joiner: "and")
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
            let endpoints = Array(network.destinations.lazy.map(\.endpoint).uniqued())
            return FlowText.enumeration(endpoints.map(FlowText.name), joiner: joiner(record))
        case .row(let row)?: return FlowText.quoted(row.cells.first { !$0.value.isEmpty }?.value ?? "")
        default: return flows(record)
        }
    }

    private static func flows(_ record: Requirement?) -> String {
        FlowText.phrases(for: record?.atoms ?? [], joiner: joiner(record)).joined(separator: ", ")
    }

    private static func necessity(_ record: Requirement?) -> String { record?.network?.necessity.rawValue ?? "" }

    private static func condition(_ record: Requirement?) -> String {
        FlowText.quoted(record?.atoms.lazy.compactMap(\.condition).first ?? "")
    }

    private static func heading(_ record: Requirement?) -> String {
        record?.section.last.map(FlowText.quoted) ?? "no heading"
    }

    private static func page(_ record: Requirement?) -> String { FlowText.code(record?.document ?? "") }
}
