internal import RequirementModel

/// Flows in words: "TCP 443 to `a.example` and `b.example` in AzureChinaCloud".
enum FlowText {
    private static let namesLimit = 3

    /// One phrase for each group of flows that differ in their destinations alone.
    /// - Parameter joiner: "and" or "or" between the destinations.
    static func phrases(for atoms: [Atom], joiner: String) -> [String] {
        var services: [Target: [String]] = [:]
        var targets: [Target] = []
        for atom in atoms {
            let target = Target(atom)
            if services[target] == nil { targets.append(target) }
            let service = phrase(for: atom.service)
            if services[target]?.contains(service) != true { services[target, default: []].append(service) }
        }
        var groups: [Group] = []
        for target in targets {
            let offer = services[target] ?? []
            if let known = groups.firstIndex(where: { $0.services == offer && $0.target.differsInName(from: target) }) {
                groups[known].names.append(target.name)
            } else {
                groups.append(Group(target: target, services: offer, names: [target.name]))
            }
        }
        return groups.map { group in
            let way = group.target.direction == .inbound ? " inbound" : ""
            let source = group.target.source.map { " from \(name(of: $0))" } ?? ""
            let cloud = group.target.cloud.map { " in \($0.rawValue)" } ?? ""
            let names = group.names.compactMap(\.self)
            let destination = names.isEmpty ? "" : " to \(enumeration(names, joiner: joiner))"
            return list(group.services, joiner: "and") + way + source + destination + cloud
        }
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
        let line = String(text.map { $0.isNewline || $0 == "`" ? " " : $0 })
        return line.count > 100 ? line.prefix(99) + "…" : line
    }

    private static func phrase(for service: Service) -> String {
        let transport = service.transport == "any" ? "any protocol" : service.transport
        let port = service.port.map { $0 == .any ? "on any port" : transport == nil ? "port \($0)" : "\($0)" }
        let words = [transport, port].compactMap(\.self)
        return words.isEmpty ? service.application ?? "the way" : words.joined(separator: " ")
    }

    private static func list(_ items: [String], joiner: String) -> String {
        guard let last = items.last, items.count > 1 else { return items.first ?? "" }
        return "\(items.dropLast().joined(separator: ", ")) \(joiner) \(last)"
    }

    /// What a flow leads to, from where, in which cloud.
    private struct Target: Hashable {
        var name: String?
        var direction: Direction?
        var source: Endpoint?
        var cloud: Cloud?

        init(_ atom: Atom) {
            name = atom.destination.map(FlowText.name)
            direction = atom.direction
            source = atom.source
            cloud = atom.cloud
        }

        func differsInName(from other: Target) -> Bool {
            direction == other.direction && source == other.source && cloud == other.cloud && name != nil
                && other.name != nil
        }
    }

    private struct Group {
        var target: Target
        var services: [String]
        var names: [String?]
    }
}
