internal import Extraction
internal import RequirementModel

/// How `extract` prints what it found, piece by piece, so that no more than one document is held.
public enum RecordsFormat: String, ExtractionFormat, CaseIterable {
    /// The flat view: a line for each atom.
    case csv
    /// An array of records, one a line.
    case json
    /// A record a line.
    case ndjson
    /// An array of raw tables, one a line.
    case tables

    /// What stands before the first document.
    public var opening: [UInt8] {
        switch self {
        case .csv: FlatView.csv([])
        case .json, .tables: Array("[".utf8)
        case .ndjson: []
        }
    }

    /// What stands after the last.
    public var closing: [UInt8] {
        switch self {
        case .csv, .ndjson: []
        case .json, .tables: Array("\n]\n".utf8)
        }
    }

    /// One document's part. Where parts are elements of an array, each begins with the comma that the first has too many.
    public func body(of extraction: DocumentExtraction) -> [UInt8] {
        switch self {
        case .csv:
            var writer = FlatViewWriter(capacity: 512 * extraction.records.count)
            let records = extraction.records.span  // lends them, which an array hands out as copies
            for index in records.indices { writer.write(records[index]) }
            return writer.bytes
        case .ndjson:
            return extraction.records.flatMap { record in JSONWriter.text(.compact) { record.write(to: &$0) } }
        case .json: return elements(extraction.records) { $0.write(to: &$1) }
        case .tables: return elements(extraction.tables) { $0.write(to: &$1) }
        }
    }

    /// Whether the first of all parts must lose its first byte.
    public var separatesWithCommas: Bool { self == .json || self == .tables }

    /// Records need no reasons.
    public var needsFullBooks: Bool { false }

    /// Only to be printed.
    public var needsTables: Bool { self == .tables }

    private func elements<Element>(_ elements: [Element], _ write: (Element, inout JSONWriter) -> Void) -> [UInt8] {
        var bytes: [UInt8] = []
        for element in elements {
            bytes.append(contentsOf: ",\n".utf8)
            var writer = JSONWriter(.compact)
            write(element, &writer)
            bytes.append(contentsOf: writer.bytes)
        }
        return bytes
    }
}

extension RawTable {
    /// Writes the table as an object of `--format tables`.
    fileprivate func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("document", document)
            writer.member("file", location.file)
            writer.member("section", section)
            writer.member("line", location.position.line)
            writer.member("header", header)
            writer.key("rows")
            writer.array(rows) { writer, row in
                writer.array(row) { $0.value($1) }
            }
        }
    }
}
