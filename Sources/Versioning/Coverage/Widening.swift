internal import OrderedCollections
internal import RequirementModel

/// Where a record asks for more or less than before, in clauses: "narrower: port range 1024–65535 is now 9000–9100".
enum Widening {
    private static let comparedLimit = 64

    private struct Step {
        var isBroader: Bool
        var old: String
        var new: String
    }

    /// - Parameters:
    ///   - closed: What the record no longer asks for.
    ///   - opened: What it asks for now and did not.
    /// - Returns: The clauses, and the atoms of which they speak.
    static func clauses(
        from closed: [AskedAtom], to opened: [AskedAtom]
    ) -> (clauses: [String], atoms: Set<AtomFacts>) {
        var steps: [Step] = []
        var atoms: Set<AtomFacts> = []
        for old in closed.prefix(comparedLimit) {
            for new in opened.prefix(comparedLimit) {
                let isBroader = new.covers(old.atom, old.facts)
                guard isBroader || old.covers(new.atom, new.facts) else { continue }
                let (was, isNow) = words(old.atom, new.atom)
                guard !was.isEmpty else { continue }
                steps.append(Step(isBroader: isBroader, old: was, new: isNow))
                atoms.formUnion([old.facts, new.facts])
            }
        }
        // What became one thing, or came of one thing, is said at once.
        let narrower = grouped(steps.filter { !$0.isBroader }, by: \.old, \.new).map { old, new in
            "narrower: \(old) is now \(FlowText.enumeration(Array(new), joiner: "and"))"
        }
        let broader = grouped(steps.filter(\.isBroader), by: \.new, \.old).map { new, old in
            let verb = old.count == 1 ? "is" : "are"
            return "broader: \(FlowText.enumeration(Array(old), joiner: "and")) \(verb) now \(new)"
        }
        return (narrower + broader, atoms)
    }

    private static func grouped(
        _ steps: [Step], by key: (Step) -> String, _ value: (Step) -> String
    ) -> OrderedDictionary<String, OrderedSet<String>> {
        var groups: OrderedDictionary<String, OrderedSet<String>> = [:]
        for step in steps { groups[key(step), default: []].append(value(step)) }
        return groups
    }

    /// What differs between two atoms, one of which covers the other.
    private static func words(_ old: Atom, _ new: Atom) -> (String, String) {
        var (was, isNow): ([String], [String]) = ([], [])
        if let before = old.destination, let after = new.destination, before != after {
            was.append(FlowText.name(of: before))
            isNow.append(FlowText.name(of: after))
        }
        if old.service.transport != new.service.transport {
            was.append(protocolName(old.service))
            isNow.append(protocolName(new.service))
        }
        if old.service.port != new.service.port {
            was.append(old.service.port.map(noun) ?? "no port")
            isNow.append(new.service.port.map { $0 == .any ? "any port" : FlowText.ports($0) } ?? "no port")
        }
        return (was.joined(separator: " "), isNow.joined(separator: " "))
    }

    private static func protocolName(_ service: Service) -> String {
        service.transport == "any" ? "any protocol" : service.transport ?? "no protocol"
    }

    private static func noun(_ port: PortRange) -> String {
        port == .any ? "any port" : "\(port.low == port.high ? "port" : "port range") \(FlowText.ports(port))"
    }
}
