internal import RequirementModel

/// What a record is, without its words and its place: two records of one structure ask for the same.
///
/// Of a network requirement: its clouds, direction, access, sources, destinations and services, each in a canonical order,
/// that of their bytes. Of a row: its cells, in the order of their headers.
struct RecordStructure: Hashable {
    private let encoded: StructuralDigest

    init(_ content: Requirement.Content) {
        var encoded = StructuralDigest()
        var room = StructureRoom()
        encoded.add(content, in: &room)
        self.encoded = encoded
    }
}

/// Room to put things in order, used again for each record.
struct StructureRoom {
    fileprivate var fields = SortedFields()
}

extension StructuralDigest {
    /// Adds the ``RecordStructure`` of a record.
    mutating func add(_ content: Requirement.Content, in room: inout StructureRoom) {
        switch content {
        case .network(let network):
            addCount(3)
            add("network")
            add(network.direction?.rawValue ?? "")
            add(network.access.rawValue)
            add(network.clouds, in: &room) { $0.add($1.rawValue) }
            add(network.sources, in: &room) { $0.add($1) }
            add(network.destinations, in: &room) { $0.add($1) }
            add(network.services, in: &room) { $0.add($1) }
        case .row(let row):
            addCount(1)
            add("row")
            add(row.cells, in: &room) {
                $0.add($1.header)
                $0.add($1.value)
            }
        }
    }

    /// Adds the fields of each of `things`, in the order of their bytes.
    private mutating func add<Thing>(
        _ things: [Thing], in room: inout StructureRoom, _ write: (inout SortedFields, Thing) -> Void
    ) {
        addCount(things.count)
        guard !things.isEmpty else { return }
        room.fields.lay(out: things, write)
        for thing in room.fields.things { add(room.fields.bytes.span.extracting(thing)) }
    }
}

/// The fields of several things, those of each parted by U+001F, and the things in the order of their bytes.
private struct SortedFields {
    private(set) var bytes: [UInt8] = []
    /// Where each thing stands in ``bytes``.
    private(set) var things: [Range<Int>] = []
    private var isAtStart = true

    /// Begins anew with the fields that `write` adds for each of `things`.
    mutating func lay<Thing>(out things: [Thing], _ write: (inout SortedFields, Thing) -> Void) {
        bytes.removeAll(keepingCapacity: true)
        self.things.removeAll(keepingCapacity: true)
        let things = things.span  // lends its elements, which an array hands out as copies
        for index in things.indices {
            let start = bytes.count
            isAtStart = true
            write(&self, things[index])
            self.things.append(start..<bytes.count)
        }
        guard things.count > 1 else { return }
        let bytes = bytes
        self.things.sort { bytes[$0].lexicographicallyPrecedes(bytes[$1]) }
    }

    mutating func add(_ text: String) {
        bytes.append(utf8: text, after: isAtStart ? nil : Self.separator)
        isAtStart = false
    }

    mutating func add(_ endpoint: Endpoint) {
        add(endpoint.kind.rawValue)
        add(endpoint.text)
    }

    mutating func add(_ service: Service) {
        add(service.transport ?? "")
        add(service.application ?? "")
        separate()
        if let port = service.port { port.append(to: &bytes) }
    }

    mutating func add(_ destination: Destination) {
        add(destination.endpoint)
        add(destination.path ?? "")
        separate()
        bytes.append(decimal: destination.alternative)
        add(destination.clouds) { $0.add($1.rawValue) }
        add(destination.services) { $0.add($1) }
    }

    /// Adds the fields of several things of one destination, one empty field for none.
    private mutating func add<Thing>(_ things: [Thing], _ write: (inout SortedFields, Thing) -> Void) {
        separate()
        guard !things.isEmpty else { return }
        var inner = SortedFields()
        inner.lay(out: things, write)
        for (index, thing) in inner.things.enumerated() {
            if index > 0 { separate() }
            bytes.append(inner.bytes.span.extracting(thing))
        }
    }

    private mutating func separate() {
        if !isAtStart { bytes.append(Self.separator) }
        isAtStart = false
    }

    private static var separator: UInt8 { 0x1F }
}
