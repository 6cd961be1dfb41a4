/// One line of the flat view: one destination × one transport × one port range (× one source) of a record.
///
/// The columns are those of the flat view, in its order; a value that the document does not say is empty.
public struct Atom: Sendable, Hashable {
    /// The record it belongs to.
    public var record: RecordID
    /// The page.
    public var document: String
    /// The file that the row stands in, and where.
    public var location: SourceLocation
    /// The headings above it.
    public var section: [String]
    /// The cloud, nil when not said.
    public var cloud: Cloud?
    /// The direction, nil when not said.
    public var direction: Direction?
    /// Allow or deny.
    public var access: Access
    /// Of a security rule.
    public var priority: String?
    /// Of a security rule.
    public var name: String?
    /// Where the traffic comes from, nil when not said.
    public var source: Endpoint?
    /// Where it goes to, nil for a row that only names a port.
    public var destination: Endpoint?
    /// Path and query, beginning with `/`.
    public var path: String?
    /// Protocols and port.
    public var service: Service
    /// The group of alternatives that the destination belongs to, from 1.
    public var alternative: Int
    /// Required, recommended, optional.
    public var necessity: Necessity
    /// The words that limit when it applies.
    public var condition: String?
    /// The purpose.
    public var purpose: String?
}

extension Requirement {
    /// The record's atoms in the order of its destinations, clouds, services and sources; none for a row record.
    public var atoms: [Atom] {
        guard let network else { return [] }
        let destinations: [Destination?] = network.destinations.isEmpty ? [nil] : network.destinations
        var atoms: [Atom] = []
        for destination in destinations {
            network.forEachAtom(of: destination) { cloud, service, source in
                atoms.append(
                    Atom(
                        record: id, document: document, location: location, section: section, cloud: cloud,
                        direction: network.direction, access: network.access, priority: network.priority,
                        name: network.name, source: source, destination: destination?.endpoint,
                        path: destination?.path, service: service, alternative: destination?.alternative ?? 1,
                        necessity: network.necessity,
                        condition: destination.map { network.condition(of: $0) } ?? network.condition,
                        purpose: network.purpose))
            }
        }
        return atoms
    }
}

extension NetworkRequirement {
    /// Visits every combination of cloud, service and source that holds for `destination`, which is nil for a requirement
    /// without destinations; a cloud or source that is not said is nil.
    func forEachAtom(of destination: Destination?, _ visit: (Cloud?, Service, Endpoint?) -> Void) {
        forEachAtom(
            clouds: destination.map { clouds(of: $0) } ?? clouds,
            services: destination.map { services(of: $0) } ?? services
        ) { visit($0, $1 ?? Service(), $2) }
    }

    /// Visits every combination of `clouds`, `services` and a source; of what there is none of, it is nil.
    func forEachAtom(clouds: [Cloud], services: [Service], _ visit: (Cloud?, Service?, Endpoint?) -> Void) {
        forEach(of: clouds) { cloud in
            forEach(of: services) { service in
                forEach(of: sources) { source in visit(cloud, service, source) }
            }
        }
    }

    private func forEach<Element>(of elements: [Element], _ visit: (Element?) -> Void) {
        if elements.isEmpty { visit(nil) }
        for element in elements { visit(element) }
    }
}
