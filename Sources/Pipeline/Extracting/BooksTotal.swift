internal import Extraction
internal import RequirementModel

/// The books of many documents in a few lines: what was read, and what became of every row.
public struct BooksTotal: Sendable, Hashable {
    /// Documents that were read.
    public internal(set) var documents = 0
    /// Those of them that were read by an earlier run, and are as they were then.
    public internal(set) var unchanged = 0
    /// The warnings of these, which that run gave.
    public internal(set) var earlierWarnings = 0
    /// Documents that could not be read at all.
    public private(set) var unreadable = 0
    /// Files in the same folders that are no documents by their names.
    public internal(set) var otherFiles = 0
    /// Rows, items and lines that could hold requirements.
    public private(set) var rowsSeen = 0
    /// Those that are part of a record.
    public private(set) var rowsInRecords = 0
    /// Those that are not, by reason.
    public private(set) var skipped: [String: Int] = [:]
    /// Records of network requirements.
    public private(set) var networkRecords = 0
    /// Records of other tables' rows.
    public private(set) var rowRecords = 0
    /// Pieces that state a requirement in a way that yields no record: a person should look.
    public private(set) var unread = 0

    /// The books of nothing.
    init() {}

    /// The books of what one document yields.
    init(of result: ExtractionResult) {
        documents = 1
        rowsSeen = result.books.rowsSeen
        rowsInRecords = result.books.rowsInRecords
        for entry in result.books.entries {
            if entry.reading == .unread { unread += 1 }
            for row in entry.skipped { skipped[row.reason, default: 0] += 1 }
        }
        for index in result.records.indices {
            if case .network = result.records[index].content { networkRecords += 1 } else { rowRecords += 1 }
        }
    }

    /// Enters what a document yields.
    mutating func enter(_ extraction: DocumentExtraction) {
        if extraction.isUnreadable { unreadable += 1 } else { add(extraction.account) }
    }

    /// Adds the books of others.
    mutating func add(_ other: BooksTotal) {
        documents += other.documents
        unchanged += other.unchanged
        earlierWarnings += other.earlierWarnings
        unreadable += other.unreadable
        otherFiles += other.otherFiles
        rowsSeen += other.rowsSeen
        rowsInRecords += other.rowsInRecords
        skipped.merge(other.skipped, uniquingKeysWith: +)
        networkRecords += other.networkRecords
        rowRecords += other.rowRecords
        unread += other.unread
    }

    /// Whether every row is accounted for.
    public var isBalanced: Bool { rowsSeen == rowsInRecords + skipped.values.reduce(0, +) }

    /// The books as lines for a person.
    public var lines: [String] {
        var lines = ["\(documents) \(documents == 1 ? "document" : "documents") read"]
        if unchanged > 0 { lines[0] += ", \(unchanged) of them before and unchanged since" }
        if unreadable > 0 { lines[0] += ", \(unreadable) could not be" }
        if otherFiles > 0 { lines[0] += ", \(otherFiles) other \(otherFiles == 1 ? "file" : "files") left alone" }
        let left = skipped.values.reduce(0, +)
        lines.append("\(rowsSeen) rows seen = \(rowsInRecords) in records + \(left) skipped")
        for (reason, count) in skipped.sorted(by: { ($1.value, $0.key) < ($0.value, $1.key) }) {
            lines.append("  \(count) skipped: \(reason)")
        }
        lines.append(
            "\(networkRecords + rowRecords) records = \(networkRecords) network + \(rowRecords) of other tables")
        if unread > 0 { lines.append("\(unread) passages state a requirement outside tables and lists; look at them") }
        if earlierWarnings > 0 {
            let (what, them) = earlierWarnings == 1 ? ("warning", "it") : ("warnings", "them")
            lines.append(
                "\(earlierWarnings) \(what) about unchanged documents not repeated; 'requisite extract' prints \(them)")
        }
        if !isBalanced { lines.append("these books do not balance; please report it with the documents") }
        return lines
    }
}

extension BooksTotal {
    /// Writes the books of one document as members of an object; what is zero is left out.
    func writeMembers(to writer: inout JSONWriter) {
        for (name, count) in [
            ("rows", rowsSeen), ("inRecords", rowsInRecords), ("network", networkRecords), ("other", rowRecords),
            ("unread", unread),
        ] where count > 0 { writer.member(name, count) }
        guard !skipped.isEmpty else { return }
        writer.key("skipped")
        writer.object { writer in
            for (reason, count) in skipped.sorted(by: { $0.key < $1.key }) { writer.member(reason, count) }
        }
    }

    /// Reads the member called `key` of what ``writeMembers(to:)`` wrote.
    mutating func readMember(_ key: String, from reader: inout JSONReader) throws(JSONReader.Fault) {
        switch key {
        case "rows": rowsSeen = try reader.integer()
        case "inRecords": rowsInRecords = try reader.integer()
        case "network": networkRecords = try reader.integer()
        case "other": rowRecords = try reader.integer()
        case "unread": unread = try reader.integer()
        case "skipped":
            try reader.beginObject()
            while let reason = try reader.nextKey() { skipped[reason] = try reader.integer() }
        default: try reader.skip()
        }
    }
}
