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

    /// Writes a file.
    static func write(
        _ snapshot: Snapshot, of version: VersionFile.Header, versionDigest: String,
        to lines: inout SealedLinesWriter
    ) {
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
    }

    /// Reads what ``write(_:of:versionDigest:to:)`` gave; the records are read when they are asked for.
    init(_ sealed: SealedLines) throws(LedgerError) {
        version = try sealed.header(VersionFile.Header.init(from:))
        versionDigest = try sealed.header { reader throws(JSONReader.Fault) in
            var digest: String?
            try reader.beginObject()
            while let key = try reader.nextKey() {
                if key == "versionDigest" { digest = try reader.string() } else { try reader.skip() }
            }
            guard let digest else { throw JSONReader.Fault(at: 0, "the version's digest is missing") }
            return digest
        }
        self.sealed = sealed
    }

    /// The documents of the version.
    func documents() throws(LedgerError) -> [DocumentState] {
        try VersionFile.documents(in: sealed).compactMap(\.state)
    }

    /// Everything that it holds.
    func snapshot() throws(LedgerError) -> Snapshot {
        var documents: [DocumentState] = []
        var (records, retired): ([Requirement], [Requirement]) = ([], [])
        var hosts: [String] = []
        records.reserveCapacity(version.recordCount)
        try sealed.eachLine { reader throws(JSONReader.Fault) in
            try reader.beginObject()
            switch try reader.nextKey() {
            case "record"?: records.append(try Requirement(from: &reader, beside: records.last))
            case "retired"?: retired.append(try Requirement(from: &reader, beside: retired.last))
            case "host"?: hosts.append(try reader.string())
            case let key:
                if let state = try VersionFile.DocumentChange(from: &reader, key: key).state { documents.append(state) }
                return true
            }
            while try reader.nextKey() != nil { try reader.skip() }
            return true
        }
        return Snapshot(
            name: version.id.rawValue, extractor: version.extractor, documents: documents, records: records,
            retired: retired, formerHosts: hosts)
    }
}
