internal import RequirementModel

/// One immutable version as it stands in the ledger: what is new since its parent. Each line is readable alone.
struct VersionFile {
    var header: Header
    var documents: [DocumentChange]
    var changes: [Change]
    /// Records that only stand elsewhere, as they stand now.
    var relocations: [Relocation]

    struct Header: Hashable {
        var id: VersionID
        var parent: VersionID?
        /// The SHA-256 of the parent's file.
        var parentDigest: String?
        var date: String
        var extractor: String
        var recordCount: Int
        /// Where the documents come from, when that is a git repository.
        var commit: SourceCommit?
    }

    /// A document that is new, differs, or is gone.
    struct DocumentChange: Hashable {
        var path: String
        /// Nil when it is gone.
        var state: DocumentState?
    }

    /// A new place of a record that is the same otherwise.
    struct Relocation: Hashable {
        var record: RecordID
        var location: SourceLocation
    }

    /// The bytes of the file, and their SHA-256.
    func encoded() -> (bytes: [UInt8], digest: String) { SealedLinesWriter.sealed(write) }

    /// Writes the file.
    func write(to lines: inout SealedLinesWriter) {
        lines.line(writeHeader)
        for document in documents { lines.line { document.write(to: &$0) } }
        for change in changes { lines.line { change.writeLedgerLine(to: &$0) } }
        for relocation in relocations { lines.line { relocation.write(to: &$0) } }
    }

    private func writeHeader(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("requisite", "version")
            writer.member("format", SealedLines.format)
            header.writeMembers(to: &writer)
        }
    }

    /// Reads what ``encoded()`` gave.
    /// - Parameter known: Records of which it may have the same, and shares them then.
    init(_ sealed: SealedLines, sharing known: [RecordID: Requirement] = [:]) throws(LedgerError) {
        header = try sealed.header(Header.init(from:))
        var (documents, changes, relocations): ([DocumentChange], [Change], [Relocation]) = ([], [], [])
        // The first version adds every record. A line takes that many bytes, whatever the header says.
        if header.parent == nil { changes.reserveCapacity(min(header.recordCount, sealed.bytes.count / 256)) }
        try sealed.eachLine { reader throws(JSONReader.Fault) in
            try reader.beginObject()
            switch try reader.nextKey() {
            case "change"?:
                let neighbour = changes.last?.after ?? changes.last?.before
                changes.append(try Change(ledgerLine: &reader, from: "change", beside: neighbour, sharing: known))
            case "moved"?: relocations.append(try Relocation(from: &reader, beside: relocations.last))
            case let key: documents.append(try DocumentChange(from: &reader, key: key))
            }
            return true
        }
        (self.documents, self.changes, self.relocations) = (documents, changes, relocations)
    }

    /// The documents alone, which stand before all else.
    static func documents(in sealed: SealedLines) throws(LedgerError) -> [DocumentChange] {
        var documents: [DocumentChange] = []
        try sealed.eachLine { reader throws(JSONReader.Fault) in
            try reader.beginObject()
            guard let key = try reader.nextKey(), key == "document" || key == "withdrawn" else { return false }
            documents.append(try DocumentChange(from: &reader, key: key))
            return true
        }
        return documents
    }

    init(header: Header, documents: [DocumentChange], changes: [Change], relocations: [Relocation]) {
        self.header = header
        self.documents = documents
        self.changes = changes
        self.relocations = relocations
    }

    /// What a comparison adds to the version before.
    init(header: Header, comparison: Comparison) {
        let before = Dictionary(
            (comparison.origin?.documents ?? []).map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
        let states = comparison.snapshot.documents
        let gone = Set(before.keys).subtracting(states.map(\.path)).sorted()
        self.init(
            header: header,
            documents: states.filter { before[$0.path] != $0 }.map { DocumentChange(path: $0.path, state: $0) }
                + gone.map { DocumentChange(path: $0, state: nil) },
            changes: comparison.changes.changes,
            relocations: comparison.relocated.map { Relocation(record: $0.id, location: $0.location) })
    }
}

extension VersionFile.Header {
    func writeMembers(to writer: inout JSONWriter) {
        writer.member("id", id.rawValue)
        writer.member("parent", parent?.rawValue)
        writer.member("parentDigest", parentDigest)
        writer.member("date", date)
        writer.member("extractor", extractor)
        writer.member("recordCount", recordCount)
        commit?.writeMember(to: &writer)
    }

    /// Reads the header of a version or a snapshot.
    init(from reader: inout JSONReader) throws(JSONReader.Fault) {
        let start = reader.offset
        var (id, parent): (VersionID?, VersionID?)
        var (parentDigest, date, extractor): (String?, String?, String?)
        var recordCount: Int?
        var commit: SourceCommit?
        try reader.beginObject()
        while let key = try reader.nextKey() {
            switch key {
            case "id": id = try reader.symbol()
            case "parent": parent = try reader.symbol()
            case "parentDigest": parentDigest = try reader.string()
            case "date": date = try reader.string()
            case "extractor": extractor = try reader.string()
            case "recordCount": recordCount = try reader.integer()
            case "commit": commit = try SourceCommit(from: &reader)
            default: try reader.skip()
            }
        }
        guard let id, let date, let extractor, let recordCount else {
            throw JSONReader.Fault(at: start, "a header lacks its id, date, extractor or number of records")
        }
        self.init(
            id: id, parent: parent, parentDigest: parentDigest, date: date, extractor: extractor,
            recordCount: recordCount, commit: commit)
    }
}

extension SourceCommit {
    fileprivate init(from reader: inout JSONReader) throws(JSONReader.Fault) {
        let start = reader.offset
        var members: [String: String] = [:]
        try reader.beginObject()
        while let key = try reader.nextKey() { members[key] = try reader.string() }
        guard let hash = members["hash"], let authored = members["authored"], let committed = members["committed"]
        else {
            throw JSONReader.Fault(at: start, "a commit lacks its hash or a date")
        }
        self.init(hash: hash, subject: members["subject"] ?? "", authored: authored, committed: committed)
    }
}

extension VersionFile.DocumentChange {
    func write(to writer: inout JSONWriter) {
        writer.object { writer in
            guard let state else { return writer.member("withdrawn", path) }
            writer.member("document", path)
            writer.member("digest", state.digest)
            writer.member("records", state.recordCount)
            state.origin?.writeMember(to: &writer)
        }
    }

    /// Reads the rest of what ``write(to:)`` wrote, after its first key.
    init(from reader: inout JSONReader, key first: String?) throws(JSONReader.Fault) {
        let start = reader.offset
        var (path, withdrawn, digest): (String?, String?, String?)
        var records: Int?
        var origin: DocumentOrigin?
        var next = first
        while let key = next {
            switch key {
            case "document": path = try reader.string()
            case "digest": digest = try reader.string()
            case "records": records = try reader.integer()
            case "withdrawn": withdrawn = try reader.string()
            case "origin": origin = try DocumentOrigin(from: &reader)
            default: try reader.skip()
            }
            next = try reader.nextKey()
        }
        if let withdrawn {
            self.init(path: withdrawn, state: nil)
            return
        }
        guard let path, let digest, let records else {
            throw JSONReader.Fault(at: start, "a document lacks its path, digest or number of records")
        }
        self.init(path: path, state: DocumentState(path: path, digest: digest, recordCount: records, origin: origin))
    }
}

extension VersionFile.Relocation {
    func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("moved", record.rawValue)
            writer.member("file", location.file)
            writer.member("line", location.position.line)
            writer.member("column", location.position.column)
        }
    }

    /// Reads the rest of what ``write(to:)`` wrote, after its first key.
    fileprivate init(from reader: inout JSONReader, beside neighbour: Self?) throws(JSONReader.Fault) {
        let start = reader.offset
        let record = try reader.string()
        var file: String?
        var position = SourcePosition.unknown
        while let key = try reader.nextKey() {
            switch key {
            case "file": file = try reader.string(expecting: neighbour?.location.file)
            case "line": position.line = try reader.integer()
            case "column": position.column = try reader.integer()
            default: try reader.skip()
            }
        }
        guard let file else { throw JSONReader.Fault(at: start, "a moved record lacks its file") }
        self.init(record: RecordID(rawValue: record), location: SourceLocation(file: file, position: position))
    }
}
