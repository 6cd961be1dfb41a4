internal import RequirementModel

/// The last version whole, so that the next run need not replay all before it. It holds nothing that the versions do not.
///
/// After the header stand the documents, the records, the retired records and the former hosts, each on a line of its own.
struct SnapshotFile {
    /// The version that it shows.
    let version: VersionFile.Header
    /// The SHA-256 of that version's file.
    let versionDigest: String

    private let sealed: SealedLines

    /// The bytes of a file.
    static func encoded(_ snapshot: Snapshot, of version: VersionFile.Header, versionDigest: String) -> [UInt8] {
        var lines = SealedLinesWriter()
        lines.line { writer in
            writer.object { writer in
                writer.member("requisite", "snapshot")
                writer.member("format", SealedLines.format)
                writer.member("versionDigest", versionDigest)
                version.writeMembers(to: &writer)
            }
        }
        for state in snapshot.documents {
            lines.line { VersionFile.DocumentChange(path: state.path, state: state).write(to: &$0) }
        }
        for (name, records) in [("record", snapshot.records), ("retired", snapshot.retired)] {
            for record in records {
                lines.line { writer in
                    writer.object { writer in
                        writer.key(name)
                        record.write(to: &writer)
                    }
                }
            }
        }
        for host in snapshot.formerHosts { lines.line { $0.object { $0.member("host", host) } } }
        return lines.sealed()
    }

    private struct Header: Decodable {
        var versionDigest: String
    }

    /// Reads what ``encoded(_:of:versionDigest:)`` gave; the records are read when they are asked for.
    init(_ sealed: SealedLines) throws(LedgerError) {
        version = try sealed.header(VersionFile.Header.self)
        versionDigest = try sealed.header(Header.self).versionDigest
        self.sealed = sealed
    }

    /// The documents of the version.
    func documents() throws(LedgerError) -> [DocumentState] {
        try sealed.body(VersionFile.DocumentChange.self) { $0.starts(with: #"{"document":"#.utf8) }.compactMap(\.state)
    }

    /// Everything that it holds.
    func snapshot() throws(LedgerError) -> Snapshot {
        var snapshot = Snapshot(name: version.id.rawValue, extractor: version.extractor, documents: [], records: [])
        for line in try sealed.body(Line.self) {
            switch line {
            case .document(let document): if let state = document.state { snapshot.documents.append(state) }
            case .record(let record): snapshot.records.append(record)
            case .retired(let record): snapshot.retired.append(record)
            case .host(let host): snapshot.formerHosts.append(host)
            }
        }
        return snapshot
    }

    private enum Line: Decodable {
        case document(VersionFile.DocumentChange)
        case record(Requirement)
        case retired(Requirement)
        case host(String)

        private enum CodingKeys: String, CodingKey { case record, retired, host }

        init(from decoder: any Decoder) throws {
            let container = try decoder.container(keyedBy: CodingKeys.self)
            if container.contains(.record) {
                self = .record(try container.decode(Requirement.self, forKey: .record))
            } else if container.contains(.retired) {
                self = .retired(try container.decode(Requirement.self, forKey: .retired))
            } else if container.contains(.host) {
                self = .host(try container.decode(String.self, forKey: .host))
            } else {
                self = .document(try VersionFile.DocumentChange(from: decoder))
            }
        }
    }
}
