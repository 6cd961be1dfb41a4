/// The flat view: one line per atom, the form in which people paste requirements into a spreadsheet.
public enum FlatView {
    /// The columns in their order, by the names that `--format csv` prints.
    public static let columns = [
        "document", "file", "record", "section", "line", "cloud", "direction", "access", "priority", "name",
        "source_type", "source", "destination_type", "destination", "path", "transport", "application", "port",
        "alternative", "necessity", "condition", "purpose",
    ]

    /// What stands between the headings of a section's path.
    static let sectionSeparator = " > "

    /// The atoms' lines as CSV under a header line.
    public static func csv(
        _ records: some Sequence<Requirement>, field: ((String) -> String)? = nil
    ) -> [UInt8] {
        var writer = FlatViewWriter(field: field)
        writer.writeHeader()
        for record in records { writer.write(record) }
        return writer.bytes
    }
}

extension Atom {
    /// The atom's values in the order of ``FlatView/columns``; a line that is not known is 0.
    public var fields: [String] {
        [
            document, location.file, record.rawValue, section.joined(separator: FlatView.sectionSeparator),
            String(location.position.line), cloud?.rawValue ?? "", direction?.rawValue ?? "", access.rawValue,
            priority ?? "", name ?? "", source?.kind.rawValue ?? "", source?.text ?? "",
            destination?.kind.rawValue ?? "", destination?.text ?? "", path ?? "", service.transport ?? "",
            service.application ?? "", service.port?.description ?? "", String(alternative), necessity.rawValue,
            condition ?? "", purpose ?? "",
        ]
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
