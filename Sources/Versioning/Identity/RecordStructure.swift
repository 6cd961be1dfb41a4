internal import RequirementModel

/// What a record is, without its words and its place: two records of one structure ask for the same.
///
/// Of a network requirement: its clouds, direction, access, sources, destinations and services, each in a canonical order,
/// that of their bytes. Of a row: its cells, in the order of their headers.
struct RecordStructure: Hashable {
    private let encoded: StructuralDigest

    init(_ content: Requirement.Content) {
        var encoded = StructuralDigest()
        encoded.add(content)
        self.encoded = encoded
    }

    func add(to digest: inout StructuralDigest) { digest.add(encoded) }
}

extension StructuralDigest {
    /// Adds the ``RecordStructure`` of a record.
    mutating func add(_ content: Requirement.Content) {
        var fields = Fields()
        switch content {
        case .network(let network):
            add(["network", network.direction?.rawValue ?? "", network.access.rawValue])
            add(network.clouds, by: &fields) { $0.add($1.rawValue) }
            add(network.sources, by: &fields) { $0.add($1) }
            add(network.destinations, by: &fields) { $0.add($1) }
            add(network.services, by: &fields) { $0.add($1) }
        case .row(let row):
            add(["row"])
            add(row.cells, by: &fields) {
                $0.add($1.header)
                $0.add($1.value)
            }
        }
    }

    /// Adds the fields of each of `things`, in the order of their bytes.
    private mutating func add<Thing>(
        _ things: [Thing], by fields: inout Fields, _ write: (inout Fields, Thing) -> Void
    ) {
        addCount(of: things)
        if things.count == 1 {
            fields.removeAll()
            write(&fields, things[0])
            add(fields.bytes)
        } else {
            for bytes in Fields.sorted(things, write) { add(bytes) }
        }
    }
}

/// Fields of one thing, parted by U+001F.
private struct Fields {
    private(set) var bytes: [UInt8] = []
    private var isEmpty = true

    /// The fields of each of `things` as `write` gives them, in the order of their bytes.
    static func sorted<Thing>(_ things: [Thing], _ write: (inout Fields, Thing) -> Void) -> [[UInt8]] {
        let fields = things.map { thing in
            var fields = Fields()
            write(&fields, thing)
            return fields.bytes
        }
        return fields.count < 2 ? fields : fields.sorted { $0.lexicographicallyPrecedes($1) }
    }

    mutating func removeAll() {
        bytes.removeAll(keepingCapacity: true)
        isEmpty = true
    }

    mutating func add(_ text: String) {
        separate()
        bytes.append(contentsOf: text.utf8)
    }

    mutating func add(_ endpoint: Endpoint) {
        add(endpoint.kind.rawValue)
        add(endpoint.text)
    }

    mutating func add(_ service: Service) {
        add(service.transport ?? "")
        add(service.application ?? "")
        add(service.port?.description ?? "")
    }

    mutating func add(_ destination: Destination) {
        add(destination.endpoint)
        add(destination.path ?? "")
        add(String(destination.alternative))
        add(Self.sorted(destination.clouds) { $0.add($1.rawValue) })
        add(Self.sorted(destination.services) { $0.add($1) })
    }

    /// Adds the fields of several things; one empty field for none.
    private mutating func add(_ things: [[UInt8]]) {
        if things.isEmpty { separate() }
        for thing in things {
            separate()
            bytes.append(contentsOf: thing)
        }
    }

    private mutating func separate() {
        if !isEmpty { bytes.append(0x1F) }
        isEmpty = false
    }
}
