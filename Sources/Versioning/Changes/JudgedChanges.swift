internal import RequirementModel

/// Turns differences into changes, gravest first.
///
/// What another extractor or configuration reads from the same bytes is judged first, against the old side; then what the
/// sources changed, against the old side so read anew. So neither hides the other.
struct JudgedChanges {
    private(set) var changes: [Change] = []

    /// - Parameters:
    ///   - succession: What differs, and what does not; the differences are taken out of it.
    ///   - old: The old side; nil where there is none.
    ///   - publicSuffixes: The text of a public suffix list, nil for none.
    ///   - surroundings: What is not in the succession, as it stands on both sides; nil when that is nothing.
    init(
        _ succession: inout Succession, old: Snapshot?, cause: ChangeCause, publicSuffixes: String?,
        in surroundings: Surroundings? = nil
    ) {
        guard !succession.differences.isEmpty else { return }
        let reasons = Dictionary(succession.matches.map { ($0.record, $0.reason) }, uniquingKeysWith: { $1 })
        // Rows that are not about the network carry no risk, and need no look at the old side.
        let hasFlows = succession.differences.contains { $0.after?.network != nil }
        let suffixes = PublicSuffixes(list: hasFlows ? publicSuffixes : nil)
        let unchanged = surroundings?.records(beside: succession) ?? succession.unchanged
        var known = surroundings?.known ?? RiskAssessment.Known(hasFlows ? old : nil, suffixes)
        var (rereadings, edits) = ([RecordDifference](), succession.takeDifferences())
        let isEdit = edits.map { cause.cause(of: $0) == .source }
        if isEdit.contains(false) {
            rereadings = zip(edits, isEdit).filter { !$1 }.map(\.0)
            edits = zip(edits, isEdit).filter(\.1).map(\.0)
        }
        changes.reserveCapacity(isEdit.count)
        judge(
            &rereadings, cause.causeOfSameBytes, beside: [unchanged, edits.compactMap(\.before)], old: old, known,
            suffixes, reasons
        ) { _ in nil }
        for record in rereadings.compactMap(\.after) { known.add(record, suffixes) }
        judge(
            &edits, .source, beside: [unchanged, rereadings.compactMap(\.after)], old: old, known, suffixes, reasons,
            doubt: cause.doubt)
        sortByGravity()
    }

    /// The differences came in the order of their places, which stays among equals. Changes are large, so places are sorted.
    private mutating func sortByGravity() {
        let precedes = { [changes] (left: Int, right: Int) in
            (changes[right].level, changes[right].impact, left) < (changes[left].level, changes[left].impact, right)
        }
        let isSorted = changes.indices.dropFirst().allSatisfy { precedes($0 - 1, $0) }
        if !isSorted { changes = changes.indices.sorted(by: precedes).map { changes[$0] } }
    }

    /// - Parameters:
    ///   - differences: What is judged, and lets go of its atoms then.
    ///   - standing: The records that ask for the same before and after.
    private mutating func judge(
        _ differences: inout [RecordDifference], _ cause: Change.Cause, beside standing: [[Requirement]],
        old: Snapshot?,
        _ known: RiskAssessment.Known, _ suffixes: PublicSuffixes, _ reasons: [RecordID: MatchReason],
        doubt: (RecordDifference) -> String?
    ) {
        guard !differences.isEmpty else { return }
        let unchanged = standing.joined()
        let balance = AtomBalance(differences, unchanged: unchanged)
        let assessment = RiskAssessment(known, suffixes: suffixes, balance: balance)
        let coverage = CoverageIndex(old == nil ? [] : differences, unchanged: unchanged)
        var judge = Judge(balance, coverage)
        var ordinals: [String: Int] = [:]
        for index in differences.indices {
            let difference = differences[index]
            guard let record = difference.record else { continue }
            differences[index].dropAtoms()
            var verdict = judge.verdict(on: difference)
            let risks = assessment.risks(of: difference)
            if !risks.isEmpty { verdict.level = .error }
            let rule = verdict.isRearranged ? difference.rule.whenRearranged : difference.rule
            let fingerprint = { Fingerprint.of(rule, difference, isRereading: cause != .source, ordinal: $0) }
            let first = fingerprint(1)
            let ordinal = ordinals[first, default: 0] + 1
            ordinals[first] = ordinal
            let doubt = doubt(difference).map { [$0] } ?? []
            let sentence = ChangeText.sentence(rule, difference, verdict)
            changes.append(
                Change(
                    id: rule.rawValue, fingerprint: ordinal == 1 ? first : fingerprint(ordinal),
                    operation: difference.operation, impact: verdict.impact, level: verdict.level, cause: cause,
                    record: record.id, document: record.document, section: record.section, fields: difference.fields,
                    opened: verdict.opened, closed: verdict.closed, coveredBy: verdict.coveredBy,
                    before: difference.before, after: difference.after, match: reasons[record.id], risks: risks,
                    text: ([sentence] + doubt).joined(separator: "; "), remarks: verdict.coverage.clauses + doubt))
        }
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
