internal import RequirementModel

/// A change as one line of a version's file: what a reader cannot tell from the record before and after is written out.
extension Change {
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

    /// Reads the members of what ``writeLedgerLine(to:)`` wrote; `key` was read already.
    init(
        ledgerLine reader: inout JSONReader, from key: String, beside neighbour: Requirement?,
        sharing known: [RecordID: Requirement]
    ) throws(JSONReader.Fault) {
        let start = reader.offset
        var facts: LedgerFacts?
        var (before, after): (Requirement?, Requirement?)
        var next: String? = key
        while let key = next {
            switch key {
            case "change": facts = try LedgerFacts(from: &reader)
            case "before": before = try Requirement(from: &reader, beside: neighbour)
            case "after": after = try Requirement(from: &reader, beside: before ?? neighbour)
            default: try reader.skip()
            }
            next = try reader.nextKey()
        }
        // Before the atoms are made, as these hold on to the record's texts.
        if let same = after.flatMap({ known[$0.id] }), same == after { after = same }
        guard let facts, let record = after ?? before else {
            throw JSONReader.Fault(at: start, "a change of no record")
        }
        let (opened, closed) = (Self.atoms(of: after, facts.opened), Self.atoms(of: before, facts.closed))
        guard let opened, let closed else {
            throw JSONReader.Fault(at: start, "a change of an atom that its record does not have")
        }
        self.init(
            id: facts.id, fingerprint: facts.fingerprint, operation: facts.operation, impact: facts.impact,
            level: facts.level, cause: facts.cause, record: record.id, document: record.document,
            section: record.section, fields: facts.fields, opened: opened, closed: closed, coveredBy: facts.coveredBy,
            before: before, after: after, match: facts.match, risks: facts.risks, text: facts.text,
            remarks: facts.remarks)
    }

    /// The record's atoms that the keys name, each the first of its key; nil when it lacks one.
    private static func atoms(of record: Requirement?, _ keys: [AtomKey]) -> [Atom]? {
        guard !keys.isEmpty else { return [] }
        let atoms = Dictionary(
            (record?.atoms ?? []).lazy.filter { $0.access == .allow }.map { (AtomKey($0), $0) },
            uniquingKeysWith: { first, _ in first })
        let named = keys.compactMap { atoms[$0] }
        return named.count == keys.count ? named : nil
    }
}

/// What a change's line says beside the record.
private struct LedgerFacts {
    var id: String
    var fingerprint: String
    var operation: Change.Operation
    var impact: Impact
    var level: Level
    var cause: Change.Cause
    var fields: [String] = []
    var opened: [AtomKey] = []
    var closed: [AtomKey] = []
    var coveredBy: [RecordID] = []
    var match: MatchReason?
    var risks: [Risk] = []
    var text: String
    var remarks: [String] = []

    init(from reader: inout JSONReader) throws(JSONReader.Fault) {
        let start = reader.offset
        var (id, fingerprint, text): (String?, String?, String?)
        var (operation, impact, level, cause): (Change.Operation?, Impact?, Level?, Change.Cause?)
        try reader.beginObject()
        while let key = try reader.nextKey() {
            switch key {
            case "id": id = try reader.string()
            case "fingerprint": fingerprint = try reader.string()
            case "op": operation = try reader.symbol()
            case "class": impact = try reader.symbol()
            case "level": level = try reader.symbol()
            case "cause": cause = try reader.symbol()
            case "fields": fields = try reader.strings()
            case "opened": opened = try reader.array(of: AtomKey.init(from:))
            case "closed": closed = try reader.array(of: AtomKey.init(from:))
            case "coveredBy": coveredBy = try reader.strings().map(RecordID.init(rawValue:))
            case "match": match = try reader.symbol()
            case "risks": risks = try reader.symbols()
            case "text": text = try reader.string()
            case "remarks": remarks = try reader.strings()
            default: try reader.skip()
            }
        }
        guard let id, let fingerprint, let operation, let impact, let level, let cause, let text else {
            throw JSONReader.Fault(at: start, "a change lacks its id, fingerprint, op, class, level, cause or text")
        }
        (self.id, self.fingerprint, self.text) = (id, fingerprint, text)
        (self.operation, self.impact, self.level, self.cause) = (operation, impact, level, cause)
    }
}

extension AtomKey {
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

    /// Reads what ``write(to:)`` wrote.
    fileprivate init(from reader: inout JSONReader) throws(JSONReader.Fault) {
        var (cloud, kind, port): (Cloud?, Endpoint.Kind?, PortRange?)
        var (destination, transport): (String?, String?)
        try reader.beginObject()
        while let key = try reader.nextKey() {
            switch key {
            case "cloud": cloud = try reader.symbol()
            case "destination_type": kind = try reader.symbol()
            case "destination": destination = try reader.string()
            case "transport": transport = try reader.string()
            case "port": port = try PortRange(from: &reader)
            default: try reader.skip()
            }
        }
        self.init(cloud: cloud, kind: kind, destination: destination ?? "", transport: transport, port: port)
    }
}
