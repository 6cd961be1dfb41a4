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
        switch content {
        case .network(let network):
            add(["network", network.direction?.rawValue ?? "", network.access.rawValue])
            add(Fields.sorted(network.clouds) { $0.add($1.rawValue) })
            add(Fields.sorted(network.sources) { $0.add($1) })
            add(Fields.sorted(network.destinations) { $0.add($1) })
            add(Fields.sorted(network.services) { $0.add($1) })
        case .row(let row):
            add(["row"])
            add(
                Fields.sorted(row.cells) {
                    $0.add($1.header)
                    $0.add($1.value)
                })
        }
    }
}

/// Fields of one thing, parted by U+001F.
private struct Fields {
    private(set) var bytes: [UInt8] = []
    private var isEmpty = true

    /// The fields of each of `elements` as `write` gives them, in the order of their bytes.
    static func sorted<Element>(_ elements: [Element], _ write: (inout Fields, Element) -> Void) -> [[UInt8]] {
        let fields = elements.map { element in
            var fields = Fields()
            fields.bytes.reserveCapacity(64)
            write(&fields, element)
            return fields.bytes
        }
        return fields.count < 2 ? fields : fields.sorted { $0.lexicographicallyPrecedes($1) }
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
