internal import RequirementModel

/// Who asked for an atom before and who asks for it now, over all records that are compared: by this a change is netted.
struct AtomBalance {
    /// The first few records that ask for an atom; a name that every page repeats would name them all otherwise.
    static let holdersLimit = 8

    private var oldHolders: [AtomKey: [Holder]] = [:]
    private var newHolders: [AtomKey: [Holder]] = [:]
    private var oldDenied: Set<AtomKey> = []
    private var newDenied: Set<AtomKey> = []
    /// How much more often each fact is held now than before; facts held as often are not in it.
    private var growth: [AtomFacts: Int] = [:]

    /// A record that asks for an atom, and which way its traffic flows.
    private struct Holder {
        var record: RecordID
        var direction: Direction?
        var source: Endpoint?

        /// Whether a rule for this flow lets `atom` through. What is not said limits nothing.
        func admits(_ atom: Atom) -> Bool {
            let direction =
                direction == nil || direction == .both || atom.direction == nil || direction == atom.direction
            return direction && (source == nil || source == .any || atom.source == nil || source == atom.source)
        }
    }

    /// - Parameters:
    ///   - differences: The records that differ.
    ///   - unchanged: The records that ask for the same on both sides.
    init(_ differences: [RecordDifference], unchanged: some Sequence<Requirement>) {
        let touched = Set(
            differences.lazy.flatMap { $0.atomsBefore.facts + $0.atomsAfter.facts }.map(\.key.destination))
        for record in unchanged {
            guard let network = record.network else { continue }
            let isTouched =
                network.destinations.isEmpty
                ? touched.contains("")
                : network.destinations.contains { touched.contains(AtomKey.folded($0.endpoint.text)) }
            guard isTouched else { continue }
            for atom in record.atoms {
                let key = AtomKey(atom)
                Self.count(atom, key, in: &oldHolders, &oldDenied)
                Self.count(atom, key, in: &newHolders, &newDenied)
            }
        }
        for difference in differences {
            for (atom, facts) in zip(difference.atomsBefore.atoms, difference.atomsBefore.facts) {
                Self.count(atom, facts.key, in: &oldHolders, &oldDenied)
                growth[facts, default: 0] -= 1
            }
            for (atom, facts) in zip(difference.atomsAfter.atoms, difference.atomsAfter.facts) {
                Self.count(atom, facts.key, in: &newHolders, &newDenied)
                growth[facts, default: 0] += 1
            }
        }
    }

    private static func count(
        _ atom: Atom, _ key: AtomKey, in holders: inout [AtomKey: [Holder]], _ denied: inout Set<AtomKey>
    ) {
        guard atom.access == .allow else {
            denied.insert(key)
            return
        }
        let holder = Holder(record: atom.record, direction: atom.direction, source: atom.source)
        holders[key, default: []].append(holder)
    }

    func wasAsked(_ key: AtomKey) -> Bool { oldHolders[key] != nil }
    func isAsked(_ key: AtomKey) -> Bool { newHolders[key] != nil }
    func wasDenied(_ key: AtomKey) -> Bool { oldDenied.contains(key) }
    func isDenied(_ key: AtomKey) -> Bool { newDenied.contains(key) }

    /// Whether what was asked for before lets `atom` through, in its direction and from its source.
    func wasAdmitted(_ atom: Atom) -> Bool { oldHolders[AtomKey(atom)]?.contains { $0.admits(atom) } ?? false }

    /// Whether what is asked for now lets `atom` through, in its direction and from its source.
    func isAdmitted(_ atom: Atom) -> Bool { newHolders[AtomKey(atom)]?.contains { $0.admits(atom) } ?? false }

    /// Whether no fact of `difference` is held more often or more rarely than before: it was split, merged or moved.
    func isLevel(_ difference: RecordDifference) -> Bool {
        let (before, after) = (difference.atomsBefore.facts, difference.atomsAfter.facts)
        return Self.holds(before, all: after.filter { growth[$0, default: 0] > 0 })
            && Self.holds(after, all: before.filter { growth[$0, default: 0] < 0 })
    }

    private static func holds(_ facts: [AtomFacts], all others: [AtomFacts]) -> Bool {
        others.isEmpty || Set(facts).isSuperset(of: others)
    }

    /// The records other than `record` that asked for the atom before or, failing these, ask for it now.
    func holders(of key: AtomKey, but record: RecordID, before: Bool) -> [RecordID] {
        let (first, second) = before ? (oldHolders, newHolders) : (newHolders, oldHolders)
        for holders in [first[key] ?? [], second[key] ?? []] {
            let others = holders.lazy.map(\.record).filter { $0 != record }
            if !others.isEmpty { return Array(others.prefix(Self.holdersLimit)) }
        }
        return []
    }
}
