internal import RequirementModel

/// An atom with all that says how and to whom it applies: when every fact is held as often as before, records were only
/// split, merged, moved or reworded.
///
/// One thing in memory, however many lists and tables hold it, that is hashed once.
final class AtomFacts: Hashable, Sendable {
    let key: AtomKey
    let direction: Direction?
    let access: Access
    let source: Endpoint?
    let path: String?
    let application: String?
    let isAlternative: Bool
    let necessity: Necessity
    let condition: [String]

    private let digest: Int

    init(_ atom: Atom, isAlternative: Bool) {
        key = AtomKey(atom)
        direction = atom.direction
        access = atom.access
        source = atom.source
        path = atom.path
        application = atom.service.application
        self.isAlternative = isAlternative
        necessity = atom.necessity
        condition = atom.condition.map(Wording.words) ?? []
        // What the others differ in is compared.
        var hasher = Hasher()
        hasher.combine(key)
        hasher.combine(path)
        hasher.combine(condition)
        digest = hasher.finalize()
    }

    static func == (left: AtomFacts, right: AtomFacts) -> Bool {
        left === right
            || left.digest == right.digest && left.key == right.key && left.direction == right.direction
                && left.access == right.access && left.source == right.source && left.path == right.path
                && left.application == right.application && left.isAlternative == right.isAlternative
                && left.necessity == right.necessity && left.condition == right.condition
    }

    func hash(into hasher: inout Hasher) { hasher.combine(digest) }
}

/// A record's atoms, made comparable once.
struct RecordAtoms {
    let atoms: [Atom]
    let facts: [AtomFacts]

    /// Those of no record.
    static let none = RecordAtoms(nil)

    init(_ record: Requirement?) {
        let atoms = record?.atoms ?? []
        let isAlternative = atoms.dropFirst().contains { $0.alternative != atoms[0].alternative }
        self.atoms = atoms
        facts = atoms.map { AtomFacts($0, isAlternative: isAlternative) }
    }
}
