internal import OrderedCollections
internal import RequirementModel

/// What else lets through what a change opens and closes, in clauses.
struct CoverageRemarks {
    private(set) var clauses: [String] = []
    /// Opened atoms that something lets through which was asked for before and still is: nothing must be opened for them.
    private(set) var needless: Set<AtomKey> = []
    /// Closed atoms of which the clauses say what there is to do.
    private(set) var settled: Set<AtomKey> = []

    /// - Parameters:
    ///   - opened: The atoms that the change opens.
    ///   - closed: Those that it closes.
    ///   - isDenied: Whether something must be blocked now; then no wider rule lets it through.
    init(opened: [AskedAtom], closed: [AskedAtom], _ index: CoverageIndex, isDenied: (AtomKey) -> Bool) {
        let widening = Widening.clauses(from: closed, to: opened)
        var groups: OrderedDictionary<Group, OrderedSet<String>> = [:]
        for entry in opened where !isDenied(entry.facts.key) {
            if let wider = index.covering(entry.atom, entry.facts, where: \.isStanding) {
                groups[Group(.covered, wider.atom, beside: entry.atom), default: []]
                    .append(Self.name(entry.atom, beside: wider.atom))
                needless.insert(entry.facts.key)
            } else if !widening.atoms.contains(entry.facts),
                let wider = index.covering(entry.atom, entry.facts, where: \.isAsked)
            {
                groups[Group(.coveredByOpening, wider.atom, beside: entry.atom), default: []]
                    .append(Self.name(entry.atom, beside: wider.atom))
            }
        }
        for entry in closed where !widening.atoms.contains(entry.facts) {
            guard let wider = index.covering(entry.atom, entry.facts, where: \.isAsked) else { continue }
            let kind: Kind = wider.wasAsked ? .stillCovered : .nowCovered
            groups[Group(kind, wider.atom, beside: entry.atom), default: []]
                .append(Self.name(entry.atom, beside: wider.atom))
            settled.insert(entry.facts.key)
        }
        clauses = widening.clauses + groups.map { $0.clause(Array($1)) }
    }

    private enum Kind: Hashable { case covered, coveredByOpening, nowCovered, stillCovered }

    private struct Group: Hashable {
        var kind: Kind
        var wider: String
        var service: String

        init(_ kind: Kind, _ wider: Atom, beside atom: Atom) {
            let isEverywhere = atom.destination == wider.destination && wider.cloud == nil && atom.cloud != nil
            self.kind = kind
            self.wider =
                (wider.destination.map(FlowText.name) ?? "the same") + (isEverywhere ? " in every cloud" : "")
            service = FlowText.phrase(for: wider.service)
        }

        func clause(_ names: [String]) -> String {
            let covered = FlowText.enumeration(names, joiner: "and")
            let verb = names.count == 1 ? "is" : "are"
            return switch kind {
            case .covered: "\(covered) \(verb) already covered by \(wider) (\(service)), nothing to do"
            case .coveredByOpening: "\(covered) \(verb) covered by \(wider) (\(service)), which is to be opened too"
            case .nowCovered: "\(wider) now covers \(covered): you may close the latter"
            case .stillCovered: "\(covered) \(verb) still covered by \(wider) (\(service)): you may close the former"
            }
        }
    }

    /// The atom's destination, with its service where that is not the wider atom's; with its cloud, where that alone tells the
    /// two apart.
    private static func name(_ atom: Atom, beside wider: Atom) -> String {
        let region = atom.destination == wider.destination && atom.cloud != wider.cloud ? atom.cloud : nil
        let name = atom.destination.map { FlowText.name(of: $0) + (region.map { " in \($0.rawValue)" } ?? "") }
        let isSame = atom.service.transport == wider.service.transport && atom.service.port == wider.service.port
        let service = isSame ? nil : FlowText.phrase(for: atom.service)
        return name.map { name in service.map { "\(name) (\($0))" } ?? name } ?? service ?? "the same"
    }
}
