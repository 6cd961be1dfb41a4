internal import OrderedCollections
internal import RequirementModel

/// Flows in words: "TCP 443 to `a.example` and `b.example` in AzureChinaCloud".
enum FlowText {
    private static let namesLimit = 3
    private static let phrasesLimit = 4

    /// One phrase for each group of flows that differ in their destinations alone; a few of them, and how many there are
    /// besides.
    /// - Parameter joiner: "and" or "or" between the destinations.
    static func phrases(for atoms: [Atom], joiner: String) -> [String] {
        if let atom = atoms.first, atoms.count == 1 {
            let names = atom.destination.map { [name(of: $0)] } ?? []
            return [phrase(for: [phrase(for: atom.service)], to: names, Way(atom), joiner: joiner)]
        }
        var groups: OrderedDictionary<Group, [String]> = [:]
        for (flow, services) in services(of: atoms) {
            let phrases = services.map(phrase)
            groups[Group(way: flow.way, services: phrases), default: []].append(flow.name)
        }
        let phrases = groups.elements.prefix(phrasesLimit).map { group, names in
            phrase(for: group.services, to: names.filter { !$0.isEmpty }, group.way, joiner: joiner)
        }
        let rest = groups.count - phrases.count
        return rest > 0 ? phrases + ["\(rest) more, as the record lists them"] : phrases
    }

    private static func phrase(
        for services: [String], to names: [String], _ way: Way, joiner: String
    ) -> String {
        let destination = names.isEmpty ? "" : " to \(enumeration(names, joiner: joiner))"
        return enumeration(services, joiner: "and") + way.origin + destination + way.region
    }

    private static func services(of atoms: [Atom]) -> OrderedDictionary<Flow, OrderedSet<Service>> {
        var services: OrderedDictionary<Flow, OrderedSet<Service>> = [:]
        for atom in atoms {
            let flow = Flow(name: atom.destination.map(name) ?? "", way: Way(atom))
            services[flow, default: []].append(atom.service)
        }
        return services
    }

    /// A few of the names, and how many there are besides.
    static func enumeration(_ names: [String], joiner: String) -> String {
        guard names.count > namesLimit + 1 else { return list(names, joiner: joiner) }
        return "\(names.prefix(namesLimit).joined(separator: ", ")) \(joiner) \(names.count - namesLimit) more"
    }

    /// A destination or source in code marks; anywhere in words.
    static func name(of endpoint: Endpoint) -> String {
        endpoint == .any ? "any address" : code(endpoint.text)
    }

    /// A text in code marks, in one line, no longer than a line.
    static func code(_ text: String) -> String { "`\(shortened(text))`" }

    /// Words of the document in quotation marks, in one line, no longer than a line.
    static func quoted(_ text: String) -> String { "“\(shortened(text))”" }

    private static func shortened(_ text: String) -> String {
        let isPlain =
            text.utf8.count <= 100 && text.utf8.allSatisfy { (0x20..<0x7F).contains($0) && $0 != UInt8(ascii: "`") }
        if isPlain { return text }
        let line = String(text.map { $0.isNewline || $0 == "`" ? " " : $0 })
        return line.count > 100 ? line.prefix(99) + "…" : line
    }

    /// Protocol and port: "TCP 443", "any protocol on any port".
    static func phrase(for service: Service) -> String {
        let transport = service.transport == "any" ? "any protocol" : service.transport
        let port = service.port.map { $0 == .any ? "on any port" : transport == nil ? "port \(ports($0))" : ports($0) }
        let words = [transport, port].compactMap(\.self)
        return words.isEmpty ? service.application ?? "the way" : words.joined(separator: " ")
    }

    /// A port or a range as people write it: "443", "1024–65535".
    static func ports(_ range: PortRange) -> String {
        range.low == range.high ? "\(range.low)" : "\(range.low)–\(range.high)"
    }

    private static func list(_ items: [String], joiner: String) -> String {
        guard let last = items.last, items.count > 1 else { return items.first ?? "" }
        return "\(items.dropLast().joined(separator: ", ")) \(joiner) \(last)"
    }

    /// Where a flow comes from, and in which cloud.
    private struct Way: Hashable {
        var direction: Direction?
        var source: Endpoint?
        var cloud: Cloud?

        init(_ atom: Atom) {
            direction = atom.direction
            source = atom.source
            cloud = atom.cloud
        }

        var origin: String {
            (direction == .inbound ? " inbound" : "") + (source.map { " from \(name(of: $0))" } ?? "")
        }

        var region: String { cloud.map { " in \($0.rawValue)" } ?? "" }
    }

    private struct Flow: Hashable {
        var name: String
        var way: Way
    }

    private struct Group: Hashable {
        var way: Way
        var services: [String]
    }
}
