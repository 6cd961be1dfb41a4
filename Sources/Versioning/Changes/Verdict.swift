internal import RequirementModel

/// What a difference means for what must be reachable.
struct Verdict {
    var impact: Impact
    var level: Level
    var opened: [Atom] = []
    var closed: [Atom] = []
    var coveredBy: [RecordID] = []
    /// Whether the record was only split off, merged in or put elsewhere: every fact is held as often as before.
    var isRearranged = false
    /// Atoms asked for before, but not in this direction or from this source.
    var redirected: [Atom] = []
}

/// Judges differences one after the other, so that an atom that several records open is listed once.
struct Judge {
    private let balance: AtomBalance
    private var openedKeys: Set<AtomKey> = []
    private var closedKeys: Set<AtomKey> = []

    init(_ balance: AtomBalance) { self.balance = balance }

    mutating func verdict(on difference: RecordDifference) -> Verdict {
        let before = Side(difference.atomsBefore)
        let after = Side(difference.atomsAfter)
        let gained = after.allowed.filter { !before.allowedKeys.contains($0.key) }
        let lost = before.allowed.filter { !after.allowedKeys.contains($0.key) }
        var verdict = Verdict(impact: .none, level: .notice)
        for (key, atom) in gained where !balance.wasAsked(key) && openedKeys.insert(key).inserted {
            verdict.opened.append(atom)
        }
        for (key, atom) in lost where !balance.isAsked(key) && closedKeys.insert(key).inserted {
            verdict.closed.append(atom)
        }
        verdict.coveredBy = covering(difference, gained, lost, verdict)
        verdict.isRearranged = balance.isLevel(difference)
        verdict.redirected = zip(difference.atomsAfter.atoms, difference.atomsAfter.facts).compactMap { atom, facts in
            let isNew = atom.access == .allow && !before.facts.contains(facts)
            return isNew && balance.wasAsked(facts.key) && !balance.wasAdmitted(atom) ? atom : nil
        }
        let isNarrowed = zip(difference.atomsBefore.atoms, difference.atomsBefore.facts).contains { atom, facts in
            let isGone = atom.access == .allow && !after.facts.contains(facts)
            return isGone && balance.isAsked(facts.key) && !balance.isAdmitted(atom)
        }
        let isBlockChanged =
            after.deniedKeys.contains { !balance.wasDenied($0) } || before.deniedKeys.contains { !balance.isDenied($0) }
        let isFlowChanged = !verdict.isRearranged && !Self.flowFields.isDisjoint(with: difference.fields)
        verdict.impact =
            if !verdict.opened.isEmpty || !verdict.closed.isEmpty || !verdict.redirected.isEmpty || isNarrowed
                || isBlockChanged || isFlowChanged && difference.after?.network != nil
            { .requirement } else { Self.impactOfWords(difference, isRearranged: verdict.isRearranged) }
        verdict.level =
            if mustOpen(verdict.opened, difference) || !verdict.redirected.isEmpty || Self.isPathWidened(difference)
                || Self.isChoiceLost(difference)
            {
                .error
            } else { verdict.impact >= .advisory ? .warning : .notice }
        return verdict
    }

    private static let flowFields: Set<String> = ["direction", "access", "source", "source_type", "path"]

    /// One side of a difference.
    private struct Side {
        /// The atoms to let through, one for each key.
        var allowed: [(key: AtomKey, atom: Atom)] = []
        var allowedKeys: Set<AtomKey> = []
        var deniedKeys: Set<AtomKey> = []
        var facts: Set<AtomFacts>

        init(_ record: RecordAtoms) {
            facts = Set(record.facts)
            for (atom, facts) in zip(record.atoms, record.facts) {
                if atom.access == .deny {
                    deniedKeys.insert(facts.key)
                } else if allowedKeys.insert(facts.key).inserted {
                    allowed.append((facts.key, atom))
                }
            }
        }
    }

    private func covering(
        _ difference: RecordDifference, _ gained: [(key: AtomKey, atom: Atom)], _ lost: [(key: AtomKey, atom: Atom)],
        _ verdict: Verdict
    ) -> [RecordID] {
        guard let record = difference.record?.id else { return [] }
        let opened = Set(verdict.opened.map(AtomKey.init))
        let closed = Set(verdict.closed.map(AtomKey.init))
        var covering: [RecordID] = []
        for (key, _) in gained where !opened.contains(key) {
            covering += balance.holders(of: key, but: record, before: true)
        }
        for (key, _) in lost where !closed.contains(key) {
            covering += balance.holders(of: key, but: record, before: false)
        }
        return Array(Set(covering).sorted().prefix(AtomBalance.holdersLimit))
    }

    /// Nothing must be opened where one of the alternatives was asked for already, whole.
    private func mustOpen(_ opened: [Atom], _ difference: RecordDifference) -> Bool {
        guard !opened.isEmpty else { return false }
        let alternatives = Dictionary(grouping: difference.atomsAfter.atoms, by: \.alternative)
        return alternatives.count == 1
            || !alternatives.values.contains { $0.allSatisfy { balance.wasAsked(AtomKey($0)) } }
    }

    private static func isPathWidened(_ difference: RecordDifference) -> Bool {
        guard difference.fields.contains("path") else { return false }
        let known = Set(difference.atomsBefore.atoms.map(\.path))
        return !known.contains(nil) && !known.isSuperset(of: difference.atomsAfter.atoms.map(\.path))
    }

    /// Whether a destination that could be chosen is needed now.
    private static func isChoiceLost(_ difference: RecordDifference) -> Bool {
        let choices = Set(difference.atomsBefore.facts.lazy.filter(\.isAlternative).map(\.key))
        return difference.atomsAfter.facts.filter { !$0.isAlternative && choices.contains($0.key) }.count > 1
    }

    /// The impact of a difference that neither opens nor closes anything.
    private static func impactOfWords(_ difference: RecordDifference, isRearranged: Bool) -> Impact {
        switch (difference.before?.content, difference.after?.content) {
        case (.row(let old)?, .row(let new)?): RowDifference.isReworded(old, new) ? .editorial : .advisory
        case (.network?, .network?) where difference.fields.contains("priority"): .advisory
        case (.network?, .network?), (.network?, nil), (nil, .network?): isRearranged ? .editorial : .advisory
        default: .advisory
        }
    }
}
