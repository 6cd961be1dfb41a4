/// Writes records in the flat view as CSV, a line for each atom.
///
/// Most fields are the same in all lines of a record, and some in all records of a section: what is, is laid out once.
public struct FlatViewWriter {
    private var csv: CSVWriter
    /// The page and the file of the record before, whose fields ``files`` holds.
    private var page: (document: String, file: String)?
    private var files: CSVWriter
    /// The section of the record before, whose field ``heading`` holds.
    private var section: [String] = []
    private var heading: CSVWriter
    private var place: CSVWriter
    private var rule: CSVWriter
    private var target: CSVWriter
    private var remarks: CSVWriter

    /// A writer that has written nothing, with room for `capacity` bytes; it puts each value as `field` gives it, if given.
    public init(capacity: Int = 0, field: ((String) -> String)? = nil) {
        csv = CSVWriter(capacity: capacity, transform: field)
        let empty = CSVWriter(transform: field)
        (files, heading, place, rule, target, remarks) = (empty, empty, empty, empty, empty, empty)
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
        let destinations = network.destinations
        if destinations.isEmpty {
            layOut(nil, path: nil)
            layOutRemarks(alternative: 1, condition: network.condition, of: network)
            writeLines(clouds: network.clouds, services: network.services, of: network)
        }
        let lent = destinations.span  // as an array hands out copies
        for index in lent.indices { write(lent[index], of: network) }
    }

    private mutating func write(_ destination: borrowing Destination, of network: NetworkRequirement) {
        layOut(destination.endpoint, path: destination.path)
        layOutRemarks(
            alternative: destination.alternative, condition: network.condition(of: destination), of: network)
        writeLines(clouds: network.clouds(of: destination), services: network.services(of: destination), of: network)
    }

    private mutating func writeLines(clouds: [Cloud], services: [Service], of network: NetworkRequirement) {
        network.forEachAtom(clouds: clouds, services: services) { cloud, service, source in
            csv.fields(place)
            csv.field(cloud?.rawValue)
            csv.fields(rule)
            csv.field(source?.kind.rawValue)
            csv.field(source?.text)
            csv.fields(target)
            csv.field(service?.transport)
            csv.field(service?.application)
            csv.field(service?.port)
            csv.fields(remarks)
            csv.endRow()
        }
    }

    private mutating func layOut(_ record: Requirement) {
        if page?.document != record.document || page?.file != record.location.file {
            page = (record.document, record.location.file)
            files.removeAll()
            files.field(record.document)
            files.field(record.location.file)
        }
        if section != record.section || heading.bytes.isEmpty {
            section = record.section
            heading.removeAll()
            heading.field(record.section.joined(separator: FlatView.sectionSeparator))
        }
        place.removeAll()
        place.fields(files)
        place.field(record.id.rawValue)
        place.fields(heading)
        place.field(record.location.position.line)
    }

    private mutating func layOut(_ network: NetworkRequirement) {
        rule.removeAll()
        rule.field(network.direction?.rawValue)
        rule.field(network.access.rawValue)
        rule.field(network.priority)
        rule.field(network.name)
    }

    private mutating func layOut(_ endpoint: Endpoint?, path: String?) {
        target.removeAll()
        target.field(endpoint?.kind.rawValue)
        target.field(endpoint?.text)
        target.field(path)
    }

    private mutating func layOutRemarks(alternative: Int, condition: String?, of network: NetworkRequirement) {
        remarks.removeAll()
        remarks.field(alternative)
        remarks.field(network.necessity.rawValue)
        remarks.field(condition)
        remarks.field(network.purpose)
    }
}
