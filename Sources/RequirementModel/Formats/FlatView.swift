/// The flat view: one line per atom, the form in which people paste requirements into a spreadsheet.
public enum FlatView {
    /// The columns in their order, by the names that `--format csv` prints.
    public static let columns = [
        "document", "file", "record", "section", "line", "cloud", "direction", "access", "priority", "name",
        "source_type", "source", "destination_type", "destination", "path", "transport", "application", "port",
        "alternative", "necessity", "condition", "purpose",
    ]

    /// The atoms' lines as CSV under a header line.
    public static func csv(_ records: some Sequence<Requirement>, field: (String) -> String = { $0 }) -> [UInt8] {
        var writer = CSVWriter()
        writer.row(columns)
        for record in records { write(record, to: &writer, field: field) }
        return writer.bytes
    }

    /// Writes the lines of one record.
    public static func write(
        _ record: Requirement, to writer: inout CSVWriter, field: (String) -> String = { $0 }
    ) {
        // What all lines have in common is laid out once.
        var leading = CSVWriter()
        for (index, atom) in record.atoms.enumerated() {
            if index == 0 { atom.forEachPlaceField { leading.field(field($0)) } }
            writer.leadingFields(leading)
            atom.forEachOwnField { writer.field(field($0)) }
            writer.endRow()
        }
    }
}

extension Atom {
    /// The atom's values in the order of ``FlatView/columns``; a line that is not known is 0.
    public var fields: [String] {
        var fields: [String] = []
        fields.reserveCapacity(FlatView.columns.count)
        forEachPlaceField { fields.append($0) }
        forEachOwnField { fields.append($0) }
        return fields
    }

    /// The first columns, which are the same for all atoms of a record.
    fileprivate func forEachPlaceField(_ visit: (String) -> Void) {
        visit(document)
        visit(location.file)
        visit(record.rawValue)
        visit(section.joined(separator: " > "))
        visit(String(location.position.line))
    }

    /// The other columns.
    fileprivate func forEachOwnField(_ visit: (String) -> Void) {
        visit(cloud?.rawValue ?? "")
        visit(direction?.rawValue ?? "")
        visit(access.rawValue)
        visit(priority ?? "")
        visit(name ?? "")
        visit(source?.kind.rawValue ?? "")
        visit(source?.text ?? "")
        visit(destination?.kind.rawValue ?? "")
        visit(destination?.text ?? "")
        visit(path ?? "")
        visit(service.transport ?? "")
        visit(service.application ?? "")
        visit(service.port?.description ?? "")
        visit(String(alternative))
        visit(necessity.rawValue)
        visit(condition ?? "")
        visit(purpose ?? "")
    }

    /// Writes the atom as an object with the flat view's column names; `section` is an array, numbers are numbers.
    public func write(to writer: inout JSONWriter) {
        writer.object { writer in
            for (column, field) in zip(FlatView.columns, fields) {
                switch column {
                case "section": writer.member(column, section)
                case "line": writer.member(column, location.position.line)
                case "alternative": writer.member(column, alternative)
                default: writer.member(column, field)
                }
            }
        }
    }
}
