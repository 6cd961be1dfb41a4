internal import Algorithms
internal import Extraction
internal import OrderedCollections
internal import RequirementModel

/// The books of one document as a page for a person: what each piece was read as, and what was left out.
struct BooksPage {
    /// The page.
    private(set) var text: String

    private let extraction: DocumentExtraction
    private var writer: PageWriter
    private var section: [String]?
    private var file: String

    init(_ extraction: DocumentExtraction, _ layout: PageLayout) {
        self.extraction = extraction
        writer = PageWriter(layout)
        file = extraction.path
        text = ""
        write()
        text = writer.text
    }

    private mutating func write() {
        let books = extraction.books
        writer.title(extraction.path)
        writer.plain(
            "\(books.rowsSeen) rows seen = \(books.rowsInRecords) in records + \(books.rowsSkipped) skipped"
                + (books.isBalanced ? "" : ", which does not balance: please report it"))
        for entry in books.entries {
            enter(entry)
            writer.write(entry, records: extraction.records[entry.records])
        }
        if books.entries.isEmpty { writer.plain("It holds no table, list, note or code block, and no statement.") }
        writeMentions()
        writer.skip()
    }

    private mutating func enter(_ entry: Books.Entry) {
        guard section != entry.section || file != entry.location.file else { return }
        writer.skip()
        let path = entry.section.isEmpty ? "Before the first heading" : entry.section.joined(separator: " › ")
        writer.title(path + (entry.location.file == extraction.path ? "" : " (in \(entry.location.file))"))
        section = entry.section
        file = entry.location.file
    }

    private mutating func writeMentions() {
        let mentions = extraction.books.mentions
        guard !mentions.isEmpty else { return }
        writer.skip()
        writer.title("What looks like an endpoint and is in no record")
        let places = OrderedDictionary(grouping: mentions) { Mention(endpoint: $0.endpoint, reason: $0.reason) }
            .mapValues { $0.map(\.location) }
        let longest = places.keys.reduce(0) { max($0, $1.endpoint.text.count) }
        let indent = PageWriter.margin + min(longest, 44) + 2
        for (mention, places) in places {
            guard let first = places.first else { continue }
            let others = places.dropFirst().filter { $0 != first }
            let also = others.isEmpty ? "" : ", and \(PageWriter.lines(others.map(\.position.line)))"
            writer.entry(
                first.position.line, mention.endpoint.text, mention.reason + also, .unsettled, indent: indent)
        }
    }

    private struct Mention: Hashable {
        var endpoint: Endpoint
        var reason: String
    }
}

extension PageWriter {
    /// Writes what was made of one piece.
    mutating func write(_ entry: Books.Entry, records: ArraySlice<Requirement>, listsSkipped: Bool = true) {
        let line = entry.location.position.line
        switch entry.reading {
        case .statement:
            let reach = entry.reach.map { ", \($0.phrase)" } ?? ""
            self.entry(
                line, entry.kind == .heading ? "heading" : entry.kind == .list ? "item" : "sentence",
                Self.list(entry.holding) + reach)
            quotation(entry.words)
            return
        case .unread: self.entry(line, "look", entry.reason, .unsettled)
        case .requirements: self.entry(line, entry.kind.rawValue, "read as requirements: \(entry.reason)", .used)
        case .rows: self.entry(line, entry.kind.rawValue, "kept as rows that ask for nothing: \(entry.reason)", .used)
        case .nothing: self.entry(line, entry.kind.rawValue, "left alone: \(entry.reason)")
        }
        quotation(entry.words)
        if !entry.holding.isEmpty { self.entry(nil, "around it", Self.list(entry.holding)) }
        write(entry.columns)
        guard entry.rowsSeen > 0 else { return }
        let skipped = entry.skipped.count
        self.entry(
            nil, entry.kind.rows,
            "\(entry.rowsSeen) seen = \(entry.rowsInRecords) in records + \(skipped) skipped"
                + (records.isEmpty ? "" : "; records of \(Self.lines(records.map(\.location.position.line)))"))
        for row in entry.skipped where listsSkipped {
            self.entry(row.location.position.line, "skipped", row.reason, .unsettled)
            quotation(row.words)
        }
    }

    /// Writes what each column was taken to mean.
    mutating func write(_ columns: [Books.Column]) {
        let headers = Self.padded(columns.map { $0.header.isEmpty ? "(no header)" : $0.header }, limit: 32)
        let roles = Self.padded(columns.map { $0.role.isEmpty ? "not read" : $0.role }, limit: 24)
        for index in columns.indices {
            entry(
                nil, index == 0 ? "columns" : "", lead: "\(headers[index])  \(roles[index])  ", columns[index].evidence)
        }
    }

    /// Facts in a sentence, each with the line that says it.
    static func list(_ facts: [Books.Fact]) -> String { facts.map(\.phrase).joined(separator: "; ") }

    /// Line numbers in a few words: "lines 3–7, 9".
    static func lines(_ numbers: [Int]) -> String {
        let runs = Set(numbers).sorted().chunked { $0 + 1 == $1 }
        let words = runs.map { $0.count == 1 ? "\($0[$0.startIndex])" : "\($0[$0.startIndex])–\($0[$0.endIndex - 1])" }
        return (numbers.count == 1 ? "line " : "lines ") + words.joined(separator: ", ")
    }
}

extension Books.Fact {
    /// The fact in a few words, with the line that says it.
    fileprivate var phrase: String {
        let words =
            switch name {
            case "service", "demand": value
            case "condition": "condition “\(value)”"
            default: "\(name) \(value)"
            }
        return words + (origin.map { " (line \($0.position.line))" } ?? "")
    }
}

extension Books.Reach {
    /// For whom it says so.
    fileprivate var phrase: String {
        switch self {
        case .document: "for the whole page"
        case .section: "for all under this heading"
        case .next: "for what comes next"
        }
    }
}

extension Books.Kind {
    /// What its rows are called.
    fileprivate var rows: String {
        switch self {
        case .list: "items"
        case .code: "lines"
        case .note, .paragraph, .heading: "groups"
        case .table: "rows"
        }
    }
}
