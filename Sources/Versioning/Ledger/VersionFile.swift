internal import RequirementModel

/// One immutable version as it stands in the ledger: what is new since its parent. Each line is readable alone.
struct VersionFile {
    var header: Header
    var documents: [DocumentChange]
    var changes: [Change]
    /// Records that only stand elsewhere, as they stand now.
    var relocations: [Relocation]

    struct Header: Hashable, Codable {
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

    /// The bytes of the file.
    func encoded() -> [UInt8] {
        var lines = SealedLinesWriter()
        lines.line(writeHeader)
        for document in documents { lines.line { document.write(to: &$0) } }
        for change in changes { lines.line { change.writeLedgerLine(to: &$0) } }
        for relocation in relocations { lines.line { relocation.write(to: &$0) } }
        return lines.sealed()
    }

    private func writeHeader(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("requisite", "version")
            writer.member("format", SealedLines.format)
            header.writeMembers(to: &writer)
        }
    }

    /// Reads what ``encoded()`` gave.
    init(_ sealed: SealedLines) throws(LedgerError) {
        header = try sealed.header(Header.self)
        documents = []
        changes = []
        relocations = []
        for line in try sealed.body(Line.self) {
            switch line {
            case .document(let document): documents.append(document)
            case .change(let change): changes.append(change)
            case .relocation(let relocation): relocations.append(relocation)
            }
        }
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

    private enum Line: Decodable {
        case document(DocumentChange)
        case change(Change)
        case relocation(Relocation)

        private enum CodingKeys: String, CodingKey { case document, withdrawn, change, moved }

        init(from decoder: any Decoder) throws {
            let container = try decoder.container(keyedBy: CodingKeys.self)
            if container.contains(.change) {
                self = .change(try Change(ledgerLine: decoder))
            } else if container.contains(.moved) {
                self = .relocation(try Relocation(from: decoder))
            } else {
                self = .document(try DocumentChange(from: decoder))
            }
        }
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
        guard let commit else { return }
        writer.key("commit")
        writer.object { writer in
            writer.member("hash", commit.hash)
            writer.member("subject", commit.subject)
            writer.member("authored", commit.authored)
            writer.member("committed", commit.committed)
        }
    }
}

extension VersionFile.DocumentChange: Decodable {
    private enum CodingKeys: String, CodingKey { case document, digest, records, withdrawn }

    func write(to writer: inout JSONWriter) {
        writer.object { writer in
            guard let state else { return writer.member("withdrawn", path) }
            writer.member("document", path)
            writer.member("digest", state.digest)
            writer.member("records", state.recordCount)
        }
    }

    init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        if let withdrawn = try container.decodeIfPresent(String.self, forKey: .withdrawn) {
            self.init(path: withdrawn, state: nil)
            return
        }
        let path = try container.decode(String.self, forKey: .document)
        let digest = try container.decode(String.self, forKey: .digest)
        let records = try container.decode(Int.self, forKey: .records)
        self.init(path: path, state: DocumentState(path: path, digest: digest, recordCount: records))
    }
}

extension VersionFile.Relocation: Decodable {
    private enum CodingKeys: String, CodingKey { case moved, file, line, column }

    func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("moved", record.rawValue)
            writer.member("file", location.file)
            writer.member("line", location.position.line)
            writer.member("column", location.position.column)
        }
    }

    init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        let line = try container.decode(Int.self, forKey: .line)
        let column = try container.decode(Int.self, forKey: .column)
        let file = try container.decode(String.self, forKey: .file)
        self.init(
            record: RecordID(rawValue: try container.decode(String.self, forKey: .moved)),
            location: SourceLocation(file: file, position: SourcePosition(line: line, column: column)))
    }
}
