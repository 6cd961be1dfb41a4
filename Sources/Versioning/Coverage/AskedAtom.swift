internal import RequirementModel

/// An atom to let through, on which sides of a comparison it stands, and what limits it.
struct AskedAtom {
    let atom: Atom
    let facts: AtomFacts
    var wasAsked = false
    var isAsked = false

    /// On both sides: whoever did what the old side asks for has it open, and should leave it so.
    var isStanding: Bool { wasAsked && isAsked }

    /// Whether a rule for this atom lets `other` through: as wide or wider in every way, and no less needed.
    func covers(_ other: Atom, _ otherFacts: AtomFacts) -> Bool {
        facts.key != otherFacts.key && !facts.isAlternative
            && (facts.key.cloud == nil || facts.key.cloud == otherFacts.key.cloud)
            && (facts.direction == nil || facts.direction == .both || facts.direction == otherFacts.direction)
            && (facts.path == nil || facts.path == otherFacts.path)
            && (facts.condition.isEmpty || facts.condition == otherFacts.condition)
            && facts.necessity.rank <= otherFacts.necessity.rank
            && atom.service.covers(other.service)
            && isSourceCovered(other.source)
            && isDestinationCovered(other.destination)
    }

    private func isSourceCovered(_ other: Endpoint?) -> Bool {
        guard let source = atom.source else { return true }
        return other.map(source.covers) ?? (source == .any)
    }

    private func isDestinationCovered(_ other: Endpoint?) -> Bool {
        guard let destination = atom.destination else { return other == nil }
        return other.map(destination.covers) ?? false
    }
}

extension Necessity {
    /// The more the product depends on it, the lower.
    var rank: Int { Self.allCases.firstIndex(of: self) ?? Self.allCases.count }
}
