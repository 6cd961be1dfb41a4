internal import RequirementModel

/// Who inherits which id: a matched record its predecessor's, a returned one its own of old, a new one a new one.
struct Inheritance {
    private(set) var records: [Requirement]
    /// Records of earlier versions that did not come back.
    private(set) var retired: [Requirement]
    /// In the order of the records.
    let matches: [RecordMatch]

    /// - Parameter isTaken: Whether a record that is not in `old` has an id, or once had.
    init(
        _ old: Snapshot, _ new: [Requirement], _ matching: RecordMatching, unless isTaken: (RecordID) -> Bool
    ) {
        records = new
        var reasons = [MatchReason?](repeating: nil, count: new.count)
        for pair in matching.pairs {
            records[pair.new].id = old.records[pair.old].id
            reasons[pair.new] = pair.reason
        }
        var returned: Set<RecordID> = []
        var fresh: [Int] = []
        var graves: [Grave: [RecordID]] = [:]
        if !matching.unmatchedNew.isEmpty {
            for record in old.retired.reversed() { graves[Grave(record), default: []].append(record.id) }
        }
        for index in matching.unmatchedNew {
            guard let id = graves[Grave(records[index])]?.popLast() else {
                fresh.append(index)
                continue
            }
            records[index].id = id
            returned.insert(id)
            reasons[index] = .returned
        }
        retired = returned.isEmpty ? old.retired : old.retired.filter { !returned.contains($0.id) }
        if !fresh.isEmpty {
            let taken = Set(old.records.map(\.id)).union(old.retired.map(\.id))
            RecordIdentity.assign(to: &records, at: fresh) { taken.contains($0) || isTaken($0) }
        }
        matches = zip(records, reasons).compactMap { record, reason in
            reason.map { RecordMatch(record: record.id, reason: $0) }
        }
    }

    /// By what a removed record is known again.
    private struct Grave: Hashable {
        var document: String
        var structure: RecordStructure

        init(_ record: Requirement) {
            document = record.document
            structure = RecordStructure(record.content)
        }
    }
}
