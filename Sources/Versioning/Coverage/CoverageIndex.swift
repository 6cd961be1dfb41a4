internal import Algorithms
internal import RequirementModel

/// The atoms that may let others through, over all that is compared, found by destination: the same name, wildcards by what
/// they end with, networks by their bounds, service tags by their first part, and anywhere.
///
/// Of very many atoms with one destination only the first are looked at, so that the cost stays linear; what is missed is
/// reported as if nothing covered it.
struct CoverageIndex {
    private var atoms: [AskedAtom] = []
    private var places: [AtomFacts: Int] = [:]
    private var byDestination: [Destination: [Int]] = [:]
    private var wildcardsByTail: [Substring: [Int]] = [:]
    private var networks: [AddressRange.Family: Networks] = [:]
    private var anywhere: [Int] = []

    private static let candidatesLimit = 256

    private struct Destination: Hashable {
        var kind: Endpoint.Kind?
        var text: String

        init(_ key: AtomKey) { (kind, text) = (key.kind, key.destination) }

        init(_ kind: Endpoint.Kind, _ text: String) { (self.kind, self.text) = (kind, text) }
    }

    /// - Parameters:
    ///   - differences: The records that differ.
    ///   - unchanged: The records that ask for the same on both sides.
    init(_ differences: [RecordDifference], unchanged: some Sequence<Requirement>) {
        let touched = differences.filter(\.changesKeys).flatMap { $0.atomsBefore.facts + $0.atomsAfter.facts }
        guard !touched.isEmpty else { return }
        let destinations = Set(touched.lazy.map { Destination($0.key) })
        let kinds = Set(destinations.lazy.compactMap(\.kind))
        for record in unchanged where Self.mayCover(record, destinations, kinds) {
            add(RecordAtoms(record), before: true, after: true)
        }
        for difference in differences {
            add(difference.atomsBefore, before: true, after: false)
            add(difference.atomsAfter, before: false, after: true)
        }
        for family in networks.keys { networks[family]?.sort() }
    }

    /// The narrowest atom for which `condition` holds and that covers `atom`.
    func covering(_ atom: Atom, _ facts: AtomFacts, where condition: (AskedAtom) -> Bool) -> AskedAtom? {
        for group in candidates(atom, facts.key) {
            for place in group.prefix(Self.candidatesLimit) where condition(atoms[place]) {
                if atoms[place].covers(atom, facts) { return atoms[place] }
            }
        }
        return nil
    }

    private func candidates(_ atom: Atom, _ key: AtomKey) -> [[Int]] {
        var groups = [byDestination[Destination(key)] ?? []]
        switch atom.destination {
        case .fqdn:
            var tail = Substring(key.destination)
            while true {
                if let wildcards = wildcardsByTail[tail] { groups.append(wildcards) }
                guard let dot = tail.utf8.firstIndex(of: UInt8(ascii: ".")) else { break }
                tail = tail[tail.utf8.index(after: dot)...]
            }
            if let wildcards = wildcardsByTail[""] { groups.append(wildcards) }
        case .cidr(let text):
            if let range = AddressRange(text), let around = networks[range.family]?.around(range) {
                groups.append(around)
            }
        case .serviceTag:
            var tag = Substring(key.destination)
            while let dot = tag.utf8.lastIndex(of: UInt8(ascii: ".")) {
                tag = tag[..<dot]
                groups.append(byDestination[Destination(.serviceTag, String(tag))] ?? [])
            }
        case .any, .named, nil: break
        }
        return groups + [atom.destination == nil ? [] : anywhere]
    }

    private static func mayCover(
        _ record: Requirement, _ touched: Set<Destination>, _ kinds: Set<Endpoint.Kind>
    ) -> Bool {
        guard let network = record.network, network.access == .allow else { return false }
        return network.destinations.isEmpty
            || network.destinations.contains { destination in
                switch destination.endpoint {
                case .any: true
                case .cidr, .serviceTag: kinds.contains(destination.endpoint.kind)
                case .fqdn(let name) where name.utf8.contains(UInt8(ascii: "*")): kinds.contains(.fqdn)
                case .fqdn, .named:
                    touched.contains(
                        Destination(destination.endpoint.kind, AtomKey.folded(destination.endpoint.text)))
                }
            }
    }

    private mutating func add(_ record: RecordAtoms, before: Bool, after: Bool) {
        for (atom, facts) in zip(record.atoms, record.facts) where atom.access == .allow {
            let place = places[facts] ?? enter(atom, facts)
            if before { atoms[place].wasAsked = true }
            if after { atoms[place].isAsked = true }
        }
    }

    private mutating func enter(_ atom: Atom, _ facts: AtomFacts) -> Int {
        let place = atoms.count
        places[facts] = place
        atoms.append(AskedAtom(atom: atom, facts: facts))
        byDestination[Destination(facts.key), default: []].append(place)
        switch atom.destination {
        case .any: anywhere.append(place)
        case .fqdn where facts.key.destination.utf8.contains(UInt8(ascii: "*")):
            wildcardsByTail[HostPattern(facts.key.destination).fixedTail, default: []].append(place)
        case .cidr(let text):
            if let range = AddressRange(text) { networks[range.family, default: Networks()].add(place, range) }
        default: break
        }
        return place
    }
}

/// Address ranges of one family, to find those around another.
private struct Networks {
    private var ranges: [(range: AddressRange, place: Int)] = []
    /// The highest address of this range and all before it.
    private var reach: [UInt128] = []

    private static let stepsLimit = 4_096
    private static let foundLimit = 64

    mutating func add(_ place: Int, _ range: AddressRange) { ranges.append((range, place)) }

    mutating func sort() {
        ranges.sort {
            ($0.range.low, $1.range.high, $0.place) < ($1.range.low, $0.range.high, $1.place)
        }
        var highest: UInt128 = 0
        reach = ranges.map {
            highest = max(highest, $0.range.high)
            return highest
        }
    }

    /// The places of ranges that hold all of `inner`, the narrowest first where networks do not overlap otherwise.
    func around(_ inner: AddressRange) -> [Int] {
        var low = ranges.partitioningIndex { $0.range.low > inner.low }
        var found: [Int] = []
        var steps = 0
        while low > 0, reach[low - 1] >= inner.high, found.count < Self.foundLimit, steps < Self.stepsLimit {
            low -= 1
            steps += 1
            if ranges[low].range.covers(inner) { found.append(ranges[low].place) }
        }
        return found
    }
}

extension RecordDifference {
    /// Whether the two sides ask for other flows.
    fileprivate var changesKeys: Bool {
        !atomsBefore.facts.elementsEqual(atomsAfter.facts) { $0.key == $1.key }
            && Set(atomsBefore.facts.lazy.map(\.key)) != Set(atomsAfter.facts.lazy.map(\.key))
    }
}
