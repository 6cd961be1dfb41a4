internal import RequirementModel

/// Where a document's denials stand among its rules that allow: by the priorities that it gives, the lower first.
///
/// A denial without a priority comes first: the document means what it names not to be reachable, and after a wider rule
/// that allows it, it would do nothing. Whatever their priority, network rules come before application rules.
struct DenialOrder {
    private var allowed: [String: ClosedRange<Int>] = [:]

    init(_ records: [Requirement]) {
        for record in records {
            guard let network = record.network, network.access == .allow, network.direction != .inbound,
                let priority = network.priority.flatMap({ Int($0) })
            else { continue }
            let known = allowed[record.document] ?? priority...priority
            allowed[record.document] = min(known.lowerBound, priority)...max(known.upperBound, priority)
        }
    }

    /// Whether a denial comes after what its document allows; nil when it stands between; false for a rule that allows.
    func isLast(_ record: Requirement) -> Bool? {
        guard let network = record.network, network.access == .deny,
            let priority = network.priority.flatMap({ Int($0) }), let allowed = allowed[record.document]
        else { return false }
        if priority > allowed.upperBound { return true }
        return priority < allowed.lowerBound ? false : nil
    }
}
