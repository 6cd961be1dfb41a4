internal import RequirementModel

/// The records that ask for a destination, or for a wider one that may cover it: wildcards by what they end with, service tags
/// by their names, every network, and anywhere.
struct DestinationIndex {
    private var holders: [Key: Set<RecordID>] = [:]

    private enum Key: Hashable {
        /// A destination's text without regard to case; empty for records that only name ports.
        case text(Substring)
        case wildcard(tail: Substring)
        case networks, anywhere
    }

    mutating func insert(_ record: Requirement) {
        for key in Self.keys(of: record) { holders[key, default: []].insert(record.id) }
    }

    mutating func remove(_ record: Requirement) {
        for key in Self.keys(of: record) {
            holders[key]?.remove(record.id)
            if holders[key]?.isEmpty == true { holders[key] = nil }
        }
    }

    /// The records that must be looked at to judge `differences`.
    func records(near differences: [RecordDifference]) -> Set<RecordID> {
        var keys: Set<Key> = []
        for difference in differences {
            for facts in difference.atomsBefore.facts + difference.atomsAfter.facts { Self.add(facts.key, to: &keys) }
        }
        return keys.reduce(into: []) { $0.formUnion(holders[$1] ?? []) }
    }

    private static func keys(of record: Requirement) -> [Key] {
        guard let network = record.network else { return [] }
        guard !network.destinations.isEmpty else { return [.text("")] }
        return network.destinations.flatMap { destination -> [Key] in
            let text = AtomKey.folded(destination.endpoint.text)
            let own = Key.text(text[...])
            return switch destination.endpoint {
            case .any: [own, .anywhere]
            case .cidr: [own, .networks]
            case .fqdn where text.utf8.contains(UInt8(ascii: "*")):
                [own, .wildcard(tail: HostPattern(text).fixedTail)]
            case .fqdn, .serviceTag, .named: [own]
            }
        }
    }

    /// Where to look for what asks for the atom of `key`, or covers it.
    private static func add(_ key: AtomKey, to keys: inout Set<Key>) {
        keys.insert(.text(key.destination[...]))
        guard let kind = key.kind else { return }
        keys.insert(.anywhere)
        switch kind {
        case .fqdn:
            var tail = key.destination[...]
            keys.insert(.wildcard(tail: tail))
            while let dot = tail.utf8.firstIndex(of: UInt8(ascii: ".")) {
                tail = tail[tail.utf8.index(after: dot)...]
                keys.insert(.wildcard(tail: tail))
            }
            keys.insert(.wildcard(tail: ""))
        case .cidr: keys.insert(.networks)
        case .serviceTag:
            var tag = key.destination[...]
            while let dot = tag.utf8.lastIndex(of: UInt8(ascii: ".")) {
                tag = tag[..<dot]
                keys.insert(.text(tag))
            }
        case .any, .named: break
        }
    }
}
