internal import RequirementModel

/// An atom with all that says how and to whom it applies: when every fact is held as often as before, records were only
/// split, merged, moved or reworded.
struct AtomFacts: Hashable {
    let key: AtomKey
    let direction: Direction?
    let access: Access
    let source: Endpoint?
    let path: String?
    let application: String?
    let isAlternative: Bool
    let necessity: Necessity
    let condition: [String]

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
    }
}

/// A record's atoms, made comparable once.
struct RecordAtoms {
    let atoms: [Atom]
    let facts: [AtomFacts]

    /// Those of no record.
    static let none = RecordAtoms(nil)

    init(_ record: Requirement?) {
        atoms = record?.atoms ?? []
        let isAlternative = Set(atoms.map(\.alternative)).count > 1
        facts = atoms.map { AtomFacts($0, isAlternative: isAlternative) }
    }
}
