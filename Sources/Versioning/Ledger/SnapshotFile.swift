internal import RequirementModel

/// The last version whole, so that the next run need not replay all before it. It holds nothing that the versions do not.
struct SnapshotFile {
    /// The version that it shows.
    var version: VersionFile.Header
    /// The SHA-256 of that version's file.
    var versionDigest: String
    var snapshot: Snapshot

    init(version: VersionFile.Header, versionDigest: String, snapshot: Snapshot) {
        self.version = version
        self.versionDigest = versionDigest
        self.snapshot = snapshot
    }

    func encoded() -> [UInt8] {
        var lines = [JSONWriter.text(.compact, writeHeader)]
        lines += snapshot.documents.map { document in
            JSONWriter.text(.compact) {
                VersionFile.DocumentChange(path: document.path, state: document).write(to: &$0)
            }
        }
        for (name, records) in [("record", snapshot.records), ("retired", snapshot.retired)] {
            lines += records.map { record in
                JSONWriter.text(.compact) { writer in
                    writer.object { writer in
                        writer.key(name)
                        record.write(to: &writer)
                    }
                }
            }
        }
        lines += snapshot.formerHosts.map { host in
            JSONWriter.text(.compact) { $0.object { $0.member("host", host) } }
        }
        return SealedLines.bytes(lines.map { $0.dropLast() })
    }

    private func writeHeader(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("requisite", "snapshot")
            writer.member("format", SealedLines.format)
            writer.member("versionDigest", versionDigest)
            version.writeMembers(to: &writer)
        }
    }

    private struct Header: Decodable {
        var versionDigest: String
    }

    /// Reads what ``encoded()`` gave.
    init(_ sealed: SealedLines) throws(LedgerError) {
        try self.init(sealed, lines: sealed.lines.dropFirst())
    }

    /// Reads the version and its documents alone, which stand before the records.
    init(withoutRecords sealed: SealedLines) throws(LedgerError) {
        try self.init(sealed, lines: sealed.lines.dropFirst().prefix { $0.starts(with: #"{"document""#.utf8) })
    }

    private init(_ sealed: SealedLines, lines: ArraySlice<ArraySlice<UInt8>>) throws(LedgerError) {
        version = try sealed.header(VersionFile.Header.self)
        versionDigest = try sealed.header(Header.self).versionDigest
        snapshot = Snapshot(name: version.id.rawValue, extractor: version.extractor, documents: [], records: [])
        for line in try sealed.values(of: lines, Line.self) {
            switch line {
            case .document(let state): snapshot.documents.append(state)
            case .record(let record): snapshot.records.append(record)
            case .retired(let record): snapshot.retired.append(record)
            case .host(let host): snapshot.formerHosts.append(host)
            }
        }
    }

    private enum Line: Decodable {
        case document(DocumentState)
        case record(Requirement)
        case retired(Requirement)
        case host(String)

        private enum CodingKeys: String, CodingKey { case document, record, retired, host }

        init(from decoder: any Decoder) throws {
            let container = try decoder.container(keyedBy: CodingKeys.self)
            if container.contains(.record) {
                self = .record(try container.decode(Requirement.self, forKey: .record))
            } else if container.contains(.retired) {
                self = .retired(try container.decode(Requirement.self, forKey: .retired))
            } else if container.contains(.host) {
                self = .host(try container.decode(String.self, forKey: .host))
            } else if let state = try VersionFile.DocumentChange(from: decoder).state {
                self = .document(state)
            } else {
                throw DecodingError.dataCorruptedError(
                    forKey: .document, in: container, debugDescription: "a snapshot withdraws no document")
            }
        }
    }
}
