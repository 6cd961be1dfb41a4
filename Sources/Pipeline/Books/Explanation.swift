internal import Extraction
internal import RequirementModel
internal import TransformerKit

/// `extract --explain FILE:LINE`: what was made of one place, in words.
public struct Explanation: ExtractionFormat {
    /// The paths by which the file may be known: as given, and below a corpus or folder.
    public var paths: Set<String>
    /// The line in it, from 1.
    public var line: Int
    private let layout: PageLayout

    /// An explanation of `line` of the file that is known by one of `paths`.
    public init(of line: Int, in paths: Set<String>, _ layout: PageLayout) {
        self.paths = paths
        self.line = line
        self.layout = layout
    }

    /// Nothing stands before it.
    public var opening: [UInt8] { [] }
    /// Nothing stands after it.
    public var closing: [UInt8] { [] }
    /// It has no commas.
    public var separatesWithCommas: Bool { false }
    /// Reasons are what is asked for.
    public var needsFullBooks: Bool { true }

    /// The explanation, where the document holds the place.
    public func body(of extraction: DocumentExtraction) -> [UInt8] {
        let books = extraction.books
        let here = books.passages.indices.filter { paths.contains(books.passages[$0].location.file) }
        let isOwn = paths.contains(extraction.path)
        guard isOwn || !here.isEmpty, !extraction.isUnreadable else { return [] }
        let file = here.first.map { books.passages[$0].location.file } ?? extraction.path
        var writer = PageWriter(layout)
        writer.title("\(file):\(line)" + (isOwn ? "" : " as a part of \(extraction.path)"))
        // The last that begins on the line or before it, of several on one line the first.
        let starts = here.map { books.passages[$0].location.position.line }
        guard let begin = starts.filter({ $0 <= line }).max(),
            let found = here.first(where: { books.passages[$0].location.position.line == begin })
        else {
            writer.plain("Nothing that is read stands there: what is read begins at line \(starts.min() ?? 0).")
            return Array((writer.text + "\n").utf8)
        }
        let end = starts.filter { $0 > line }.min() ?? .max
        explain(books.passages[found], lines: begin..<max(end, begin + 1), extraction, &writer)
        return Array((writer.text + "\n").utf8)
    }

    private func explain(
        _ passage: Books.Passage, lines: Range<Int>, _ extraction: DocumentExtraction, _ writer: inout PageWriter
    ) {
        let books = extraction.books
        let entry = passage.entry.map { books.entries[$0] }
        let begins =
            passage.location.position.line < line ? ", which begins at line \(passage.location.position.line)" : ""
        writer.plain("It stands in \(passage.form.article)\(begins)\(place(of: entry)):")
        writer.skip()
        writer.quotation(passage.words, indent: 2)
        writer.skip()
        func isHere(_ location: SourceLocation) -> Bool {
            location.file == passage.location.file && lines.contains(location.position.line)
        }
        for other in books.entries where other.piece == nil && isHere(other.location) {
            writer.write(other, records: [])
        }
        let range = entry?.records ?? extraction.records.indices
        let records = extraction.records[range].filter { isHere($0.location) }
        for record in records { write(record, &writer) }
        let skipped = entry?.skipped.filter { isHere($0.location) } ?? []
        for row in skipped {
            writer.entry(row.location.position.line, "skipped", "It is in no record: \(row.reason).", .unsettled)
        }
        if records.isEmpty, skipped.isEmpty {
            writer.entry(nil, "", passage.silence(in: entry))
        }
        for mention in books.mentions where isHere(mention.location) {
            writer.entry(
                mention.location.position.line, "look",
                "\(mention.endpoint.text) looks like an endpoint and is in no record: \(mention.reason).", .unsettled)
        }
        if let entry {
            writer.skip()
            writer.plain("The \(entry.kind.rawValue) as a whole:")
            writer.skip()
            writer.write(entry, records: extraction.records[entry.records], listsSkipped: false)
        }
    }

    private func place(of entry: Books.Entry?) -> String {
        guard let entry else { return "" }
        let section = entry.section.isEmpty ? "" : ", under “\(entry.section.joined(separator: " › "))”"
        return " of the \(entry.kind.rawValue) at line \(entry.location.position.line)\(section)"
    }

    private func write(_ record: Requirement, _ writer: inout PageWriter) {
        let line = record.location.position.line
        guard case .network = record.content else {
            return writer.entry(line, "record", "\(record.id): a row that is kept and asks for nothing", .used)
        }
        writer.entry(line, "record", "\(record.id):", .used)
        for flow in Flow.flows(of: record.atoms, in: record) {
            let names = flow.destinations.map { $0?.text ?? "whatever the port is open to" }
            let services = flow.services.map(\.phrase).joined(separator: ", ")
            let terms = [
                flow.terms.cloud?.rawValue ?? "", flow.terms.direction == .outbound ? "outbound" : "",
                flow.terms.phrase,
            ]
            .filter { !$0.isEmpty }
            writer.entry(
                nil, "",
                "\(names.joined(separator: ", ")): \(services)"
                    + (terms.isEmpty ? "" : " (\(terms.joined(separator: "; ")))"))
        }
    }
}

extension Books.Passage {
    /// What is said of a passage of which there is no record and no skipped row.
    fileprivate func silence(in entry: Books.Entry?) -> String {
        guard let entry else { return "It is no table, list, note or code block, and so no record is made of it." }
        switch (form, entry.reading) {
        case (.row, _): return "It heads the table's columns, or belongs to the row above it."
        case (_, .requirements): return "It belongs to the record beside it."
        default: return "It is in no record: \(entry.reason)."
        }
    }
}

extension Books.Entry {
    /// Nil for what only says something of others, or stands for itself.
    fileprivate var piece: Books.Kind? { reading == .statement || kind == .paragraph ? nil : kind }
}

extension Books.Form {
    fileprivate var article: String {
        switch self {
        case .heading: "a heading"
        case .paragraph: "a paragraph"
        case .caption: "a caption"
        case .row: "a row"
        case .item: "an item"
        case .note: "a paragraph"
        case .line: "a line"
        }
    }
}
