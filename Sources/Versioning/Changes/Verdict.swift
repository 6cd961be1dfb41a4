internal import RequirementModel

/// What a difference means for what must be reachable.
struct Verdict {
    var impact: Impact
    var level: Level
    var opened: [Atom]
    var closed: [Atom]
    /// Atoms asked for before, but not in this direction or from this source.
    var redirected: [Atom]
    var coveredBy: [RecordID]
    /// What else lets through what is opened and closed.
    var coverage: CoverageRemarks
    /// Whether the record was only split off, merged in or put elsewhere: every fact is held as often as before.
    var isRearranged: Bool
}

/// Judges differences one after the other, so that an atom that several records open is listed once.
struct Judge {
    private let balance: AtomBalance
    private let coverage: CoverageIndex
    private var openedKeys: Set<AtomKey> = []
    private var closedKeys: Set<AtomKey> = []

    init(_ balance: AtomBalance, _ coverage: CoverageIndex) {
        self.balance = balance
        self.coverage = coverage
    }

    mutating func verdict(on difference: RecordDifference) -> Verdict {
        let before = AskedAtoms(difference.atomsBefore)
        let after = AskedAtoms(difference.atomsAfter)
        let gained = after.allowed.filter { !before.allowedKeys.contains($0.key) }
        let lost = before.allowed.filter { !after.allowedKeys.contains($0.key) }
        let opened = gained.filter { !balance.wasAsked($0.key) && openedKeys.insert($0.key).inserted }
        let closed = lost.filter { !balance.isAsked($0.key) && closedKeys.insert($0.key).inserted }
        let remarks = CoverageRemarks(
            opened: opened.map { AskedAtom(atom: $0.atom, facts: $0.facts) },
            closed: closed.map { AskedAtom(atom: $0.atom, facts: $0.facts) }, coverage, isDenied: balance.isDenied)
        let redirected = after.allowed(beyond: before).filter {
            balance.wasAsked($0.key) && !balance.wasAdmitted($0.atom)
        }
        var verdict = Verdict(
            impact: .none, level: .notice, opened: opened.map(\.atom), closed: closed.map(\.atom),
            redirected: redirected.map(\.atom), coveredBy: [], coverage: remarks,
            isRearranged: balance.isLevel(difference))
        verdict.coveredBy = covering(difference, gained, lost, verdict)
        verdict.impact = impact(of: difference, before, after, verdict)
        let isUrgent =
            mustOpen(verdict, difference) || !redirected.isEmpty || difference.isPathWidened
            || difference.isChoiceLost
        verdict.level = isUrgent ? .error : verdict.impact >= .advisory ? .warning : .notice
        return verdict
    }

    private func impact(
        of difference: RecordDifference, _ before: AskedAtoms, _ after: AskedAtoms, _ verdict: Verdict
    ) -> Impact {
        guard verdict.opened.isEmpty, verdict.closed.isEmpty, verdict.redirected.isEmpty else { return .requirement }
        let isNarrowed = before.allowed(beyond: after).contains {
            balance.isAsked($0.key) && !balance.isAdmitted($0.atom)
        }
        let isBlockChanged =
            after.deniedKeys.contains { !balance.wasDenied($0) } || before.deniedKeys.contains { !balance.isDenied($0) }
        if isNarrowed || isBlockChanged || difference.isFlowChanged && !verdict.isRearranged { return .requirement }
        if case (.row(let old)?, .row(let new)?) = (difference.before?.content, difference.after?.content) {
            return RowDifference.isReworded(old, new) ? .editorial : .advisory
        }
        let isNetwork = difference.record?.network != nil
        return isNetwork && verdict.isRearranged && !difference.fields.contains("priority") ? .editorial : .advisory
    }

    private func covering(
        _ difference: RecordDifference, _ gained: [AskedAtoms.Entry], _ lost: [AskedAtoms.Entry], _ verdict: Verdict
    ) -> [RecordID] {
        let isAllNew = gained.count == verdict.opened.count && lost.count == verdict.closed.count
        guard !isAllNew, let record = difference.record?.id else { return [] }
        let opened = Set(verdict.opened.map(AtomKey.init))
        let closed = Set(verdict.closed.map(AtomKey.init))
        var covering: Set<RecordID> = []
        for entry in gained where !opened.contains(entry.key) {
            covering.formUnion(balance.holders(of: entry.key, but: record, before: true))
        }
        for entry in lost where !closed.contains(entry.key) {
            covering.formUnion(balance.holders(of: entry.key, but: record, before: false))
        }
        return Array(covering.sorted().prefix(AtomBalance.holdersLimit))
    }

    /// Nothing must be opened where a wider rule stands already, or where one of the alternatives was asked for, whole.
    private func mustOpen(_ verdict: Verdict, _ difference: RecordDifference) -> Bool {
        guard !verdict.opened.allSatisfy({ verdict.coverage.needless.contains(AtomKey($0)) }) else { return false }
        guard difference.atomsAfter.facts.contains(where: \.isAlternative) else { return true }
        let alternatives = Dictionary(grouping: difference.atomsAfter.atoms, by: \.alternative)
        return !alternatives.values.contains { $0.allSatisfy { balance.wasAsked(AtomKey($0)) } }
    }
}

/// What one side of a difference asks for.
private struct AskedAtoms {
    struct Entry {
        var atom: Atom
        var facts: AtomFacts

        var key: AtomKey { facts.key }
    }

    /// The atoms to let through, one for each key.
    private(set) var allowed: [Entry] = []
    private(set) var allowedKeys: Set<AtomKey> = []
    private(set) var deniedKeys: Set<AtomKey> = []

    private let record: RecordAtoms

    init(_ record: RecordAtoms) {
        self.record = record
        for (atom, facts) in zip(record.atoms, record.facts) {
            if atom.access == .deny {
                deniedKeys.insert(facts.key)
            } else if allowedKeys.insert(facts.key).inserted {
                allowed.append(Entry(atom: atom, facts: facts))
            }
        }
    }

    /// The atoms to let through of which `other` does not say the same.
    func allowed(beyond other: AskedAtoms) -> [Entry] {
        let known = Set(other.record.facts)
        return zip(record.atoms, record.facts)
            .filter { atom, facts in atom.access == .allow && !known.contains(facts) }
            .map { atom, facts in Entry(atom: atom, facts: facts) }
    }
}

extension RecordDifference {
    /// Whether a record on both sides sends its traffic another way.
    fileprivate var isFlowChanged: Bool {
        let fields = Set(fields)
        return after?.network != nil
            && !fields.isDisjoint(with: ["direction", "access", "source", "source_type", "path"])
    }

    /// Whether a URL's path is named that its old paths did not include.
    fileprivate var isPathWidened: Bool {
        guard fields.contains("path") else { return false }
        let known = Set(atomsBefore.atoms.map(\.path))
        return !known.contains(nil) && !known.isSuperset(of: atomsAfter.atoms.map(\.path))
    }

    /// Whether destinations of which one could be chosen are all needed now.
    fileprivate var isChoiceLost: Bool {
        guard atomsBefore.facts.contains(where: \.isAlternative) else { return false }
        let choices = Set(atomsBefore.facts.lazy.filter(\.isAlternative).map(\.key))
        return atomsAfter.facts.filter { !$0.isAlternative && choices.contains($0.key) }.count > 1
    }
}
