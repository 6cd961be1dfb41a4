internal import RequirementModel

/// The records of the new side as successors of the old: ids carried over, what came, what went, what differs.
struct Succession {
    let snapshot: Snapshot
    let matches: [RecordMatch]
    /// In the order of the records: those of the new side, then those that are gone.
    let differences: [RecordDifference]
    /// Records that state the same on both sides, wherever they stand.
    let unchanged: [Requirement]
    let documents: DocumentPairing?

    init(from old: Snapshot?, to new: Snapshot, asOneDocument: Bool) {
        guard let old else {
            var first = new
            first.records = RecordIdentity.derived(for: new.records)
            snapshot = first
            matches = []
            differences = first.records.map(RecordDifference.init(added:))
            unchanged = []
            documents = nil
            return
        }
        let documents = DocumentPairing(old, new, asOne: asOneDocument)
        let matching = RecordMatching(old, new, documents)
        let ids = Inheritance(old, new.records, matching)
        var differences: [RecordDifference] = []
        var unchanged: [Requirement] = []
        let moved = MovedRows.indices(matching.pairs, old.records, new.records)
        let predecessors = Dictionary(uniqueKeysWithValues: matching.pairs.map { ($0.new, $0.old) })
        for (index, record) in ids.records.enumerated() {
            guard let predecessor = predecessors[index] else {
                differences.append(RecordDifference(added: record))
                continue
            }
            let difference = RecordDifference(
                old.records[predecessor], record, isMoved: moved.contains(index), ignoringDocument: asOneDocument)
            if let difference { differences.append(difference) } else { unchanged.append(record) }
        }
        let gone = matching.unmatchedOld.map { old.records[$0] }
        differences += gone.map(RecordDifference.init(removed:))
        differences.sort { left, right in
            guard let left = left.record, let right = right.record else { return false }
            return RecordOrder.precedes(left, right)
        }
        let hosts = Set(ids.records.flatMap(\.hosts))
        snapshot = Snapshot(
            name: new.name, extractor: new.extractor, documents: new.documents, records: ids.records,
            retired: ids.retired + gone,
            formerHosts: Array(Set(old.formerHosts + old.records.flatMap(\.hosts)).subtracting(hosts)))
        matches = ids.matches
        self.differences = differences
        self.unchanged = unchanged
        self.documents = documents
    }
}

/// Who inherits which id: a matched record its predecessor's, a returned one its own of old, a new one a new one.
private struct Inheritance {
    private(set) var records: [Requirement]
    private(set) var retired: [Requirement]
    private(set) var matches: [RecordMatch] = []

    init(_ old: Snapshot, _ new: [Requirement], _ matching: RecordMatching) {
        records = new
        for pair in matching.pairs {
            records[pair.new].id = old.records[pair.old].id
            matches.append(RecordMatch(record: records[pair.new].id, reason: pair.reason))
        }
        var returned: Set<RecordID> = []
        var fresh: [Int] = []
        var graves: [Grave: [RecordID]] = [:]
        for record in old.retired.reversed() { graves[Grave(record), default: []].append(record.id) }
        for index in matching.unmatchedNew {
            guard let id = graves[Grave(records[index])]?.popLast() else {
                fresh.append(index)
                continue
            }
            records[index].id = id
            returned.insert(id)
            matches.append(RecordMatch(record: id, reason: .returned))
        }
        retired = old.retired.filter { !returned.contains($0.id) }
        var taken = Set(old.records.map(\.id)).union(old.retired.map(\.id))
        RecordIdentity.assign(to: &records, at: fresh, avoiding: &taken)
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
