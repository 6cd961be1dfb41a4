/// Writes records in the flat view as CSV, a line for each atom.
///
/// Most fields are the same in all lines of a record, and some in all records of a section: what is, is laid out once.
public struct FlatViewWriter {
    private var csv: CSVWriter
    private let field: ((String) -> String)?
    /// The section of the record before, and its field.
    private var section: (path: [String], text: String) = ([], "")
    private var place = CSVWriter()
    private var rule = CSVWriter()
    private var target = CSVWriter()
    private var remarks = CSVWriter()

    /// A writer that has written nothing, with room for `capacity` bytes; it puts each value as `field` gives it, if given.
    public init(capacity: Int = 0, field: ((String) -> String)? = nil) {
        csv = CSVWriter(capacity: capacity)
        self.field = field
    }

    /// The text so far.
    public var bytes: [UInt8] { csv.bytes }

    /// Writes the line of the columns' names.
    public mutating func writeHeader() { csv.row(FlatView.columns) }

    /// Writes the lines of one record; none for a row record. The fields stand in the order of ``FlatView/columns``.
    public mutating func write(_ record: Requirement) {
        guard case .network(let network) = record.content else { return }
        layOut(record)
        layOut(network)
        if network.destinations.isEmpty { return write(nil, of: network) }
        for destination in network.destinations { write(destination, of: network) }
    }

    private mutating func write(_ destination: Destination?, of network: NetworkRequirement) {
        layOut(destination, of: network)
        network.forEachAtom(of: destination) { cloud, service, source in
            csv.fields(place)
            csv.field(cloud?.rawValue, as: field)
            csv.fields(rule)
            csv.field(source?.kind.rawValue, as: field)
            csv.field(source?.text, as: field)
            csv.fields(target)
            csv.field(service.transport, as: field)
            csv.field(service.application, as: field)
            csv.field(service.port?.description, as: field)
            csv.fields(remarks)
            csv.endRow()
        }
    }

    private mutating func layOut(_ record: Requirement) {
        if section.path != record.section {
            section = (record.section, record.section.joined(separator: FlatView.sectionSeparator))
        }
        place.removeAll()
        place.field(record.document, as: field)
        place.field(record.location.file, as: field)
        place.field(record.id.rawValue, as: field)
        place.field(section.text, as: field)
        place.field(String(record.location.position.line), as: field)
    }

    private mutating func layOut(_ network: NetworkRequirement) {
        rule.removeAll()
        rule.field(network.direction?.rawValue, as: field)
        rule.field(network.access.rawValue, as: field)
        rule.field(network.priority, as: field)
        rule.field(network.name, as: field)
    }

    private mutating func layOut(_ destination: Destination?, of network: NetworkRequirement) {
        target.removeAll()
        target.field(destination?.endpoint.kind.rawValue, as: field)
        target.field(destination?.endpoint.text, as: field)
        target.field(destination?.path, as: field)
        remarks.removeAll()
        remarks.field(String(destination?.alternative ?? 1), as: field)
        remarks.field(network.necessity.rawValue, as: field)
        remarks.field(destination?.condition ?? network.condition, as: field)
        remarks.field(network.purpose, as: field)
    }
}
