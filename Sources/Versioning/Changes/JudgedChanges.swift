internal import RequirementModel

/// Turns differences into changes, gravest first.
struct JudgedChanges {
    private(set) var changes: [Change] = []

    /// - Parameters:
    ///   - differences: In the order of the records.
    ///   - unchanged: The records that ask for the same on both sides.
    init(
        _ differences: [RecordDifference], unchanged: some Sequence<Requirement>, old: Snapshot?, cause: ChangeCause,
        publicSuffixes: String?
    ) {
        guard !differences.isEmpty else { return }
        let balance = AtomBalance(differences, unchanged: unchanged)
        let assessment = RiskAssessment(
            differences, old: old, suffixes: PublicSuffixes(list: publicSuffixes), balance: balance)
        var judge = Judge(balance)
        var ordinals: [String: Int] = [:]
        for difference in differences {
            guard let record = difference.record else { continue }
            var verdict = judge.verdict(on: difference)
            let risks = assessment.risks(of: difference)
            if !risks.isEmpty { verdict.level = .error }
            let rule = verdict.isRearranged ? difference.rule.whenRearranged : difference.rule
            let first = Fingerprint.of(rule, difference, ordinal: 1)
            let ordinal = ordinals[first, default: 0] + 1
            ordinals[first] = ordinal
            changes.append(
                Change(
                    id: rule.rawValue,
                    fingerprint: ordinal == 1 ? first : Fingerprint.of(rule, difference, ordinal: ordinal),
                    operation: difference.operation, impact: verdict.impact, level: verdict.level,
                    cause: cause.cause(of: difference), record: record.id, document: record.document,
                    section: record.section, fields: difference.fields, opened: verdict.opened, closed: verdict.closed,
                    coveredBy: verdict.coveredBy, before: difference.before, after: difference.after, risks: risks,
                    text: ChangeText.sentence(rule, difference, verdict)))
        }
        // The differences came in the order of their places, and sorting keeps it among equals.
        let indexed = changes.enumerated().sorted { left, right in
            (right.element.level, right.element.impact, left.offset) < (
                left.element.level, left.element.impact, right.offset
            )
        }
        changes = indexed.map(\.element)
    }
}

extension ChangeRule {
    /// The kind of a change after which everything is asked for as often as before.
    fileprivate var whenRearranged: ChangeRule {
        switch self {
        case .requirementAdded: .requirementSplit
        case .requirementRemoved: .requirementMerged
        default: self
        }
    }
}
