internal import RequirementModel

/// A change as one line of a version's file: what a reader cannot tell from the record before and after is written out.
extension Change {
    private enum LineKeys: String, CodingKey { case change, before, after }
    private enum CodingKeys: String, CodingKey {
        case id, fingerprint, op, impact = "class", level, cause, fields, opened, closed, coveredBy, match, risks, text,
            remarks
    }

    func writeLedgerLine(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.key("change")
            writer.object { writer in
                writer.member("id", id)
                writer.member("fingerprint", fingerprint)
                writer.member("op", operation.rawValue)
                writer.member("class", impact.rawValue)
                writer.member("level", level.rawValue)
                writer.member("cause", cause.rawValue)
                if !fields.isEmpty { writer.member("fields", fields) }
                for (name, atoms) in [("opened", opened), ("closed", closed)] where !atoms.isEmpty {
                    writer.key(name)
                    writer.array(atoms) { AtomKey($1).write(to: &$0) }
                }
                if !coveredBy.isEmpty { writer.member("coveredBy", coveredBy.map(\.rawValue)) }
                writer.member("match", match?.rawValue)
                if !risks.isEmpty { writer.member("risks", risks.map(\.rawValue)) }
                writer.member("text", text)
                if !remarks.isEmpty { writer.member("remarks", remarks) }
            }
            for (name, record) in [("before", before), ("after", after)] {
                guard let record else { continue }
                writer.key(name)
                record.write(to: &writer)
            }
        }
    }

    /// Reads what ``writeLedgerLine(to:)`` wrote.
    init(ledgerLine decoder: any Decoder) throws {
        let line = try decoder.container(keyedBy: LineKeys.self)
        let before = try line.decodeIfPresent(Requirement.self, forKey: .before)
        let after = try line.decodeIfPresent(Requirement.self, forKey: .after)
        let change = try line.nestedContainer(keyedBy: CodingKeys.self, forKey: .change)
        guard let record = after ?? before else {
            throw DecodingError.dataCorruptedError(forKey: .change, in: line, debugDescription: "a change of no record")
        }
        self.init(
            id: try change.decode(String.self, forKey: .id),
            fingerprint: try change.decode(String.self, forKey: .fingerprint),
            operation: try change.decode(Operation.self, forKey: .op),
            impact: try change.decode(Impact.self, forKey: .impact),
            level: try change.decode(Level.self, forKey: .level), cause: try change.decode(Cause.self, forKey: .cause),
            record: record.id, document: record.document, section: record.section,
            fields: try change.decodeIfPresent([String].self, forKey: .fields) ?? [],
            opened: try Self.atoms(of: after, change.decodeIfPresent([AtomKey].self, forKey: .opened) ?? []),
            closed: try Self.atoms(of: before, change.decodeIfPresent([AtomKey].self, forKey: .closed) ?? []),
            coveredBy: try change.decodeIfPresent([RecordID].self, forKey: .coveredBy) ?? [], before: before,
            after: after, match: try change.decodeIfPresent(MatchReason.self, forKey: .match),
            risks: try change.decodeIfPresent([Risk].self, forKey: .risks) ?? [],
            text: try change.decode(String.self, forKey: .text),
            remarks: try change.decodeIfPresent([String].self, forKey: .remarks) ?? [])
    }

    /// The record's atoms that the keys name, each the first of its key.
    private static func atoms(of record: Requirement?, _ keys: [AtomKey]) throws -> [Atom] {
        guard !keys.isEmpty else { return [] }
        let atoms = Dictionary(
            (record?.atoms ?? []).lazy.filter { $0.access == .allow }.map { (AtomKey($0), $0) },
            uniquingKeysWith: { first, _ in first })
        return try keys.map { key in
            guard let atom = atoms[key] else {
                throw DecodingError.dataCorrupted(
                    .init(codingPath: [], debugDescription: "an atom that the record does not have"))
            }
            return atom
        }
    }
}

extension AtomKey: Decodable {
    private enum CodingKeys: String, CodingKey {
        case cloud, kind = "destination_type", destination, transport, port
    }

    /// Writes the key by the flat view's column names; what is not said is left out.
    func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("cloud", cloud?.rawValue)
            writer.member("destination_type", kind?.rawValue)
            writer.member("destination", kind == nil ? nil : destination)
            writer.member("transport", transport)
            writer.member("port", port?.description)
        }
    }

    init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            cloud: try container.decodeIfPresent(Cloud.self, forKey: .cloud),
            kind: try container.decodeIfPresent(Endpoint.Kind.self, forKey: .kind),
            destination: try container.decodeIfPresent(String.self, forKey: .destination) ?? "",
            transport: try container.decodeIfPresent(String.self, forKey: .transport),
            port: try container.decodeIfPresent(PortRange.self, forKey: .port))
    }
}
