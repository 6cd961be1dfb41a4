internal import RequirementModel

/// The records of the new side as successors of the old: ids carried over, what came, what went, what differs.
struct Succession {
    let snapshot: Snapshot
    let matches: [RecordMatch]
    /// In the order of the records: those of the new side, then those that are gone.
    private(set) var differences: [RecordDifference]
    /// Records that state the same on both sides, wherever they stand.
    let unchanged: [Requirement]
    /// Those of them that stand on another line or in another file.
    let relocated: [Requirement]
    let documents: DocumentPairing?

    /// The successors by what the records are. Every record is new where there is no old side.
    /// - Parameter isTaken: Whether a record that is on neither side has an id, or once had.
    init(from old: Snapshot?, to new: Snapshot, unless isTaken: (RecordID) -> Bool = { _ in false }) {
        guard let old else {
            self.init(first: new)
            return
        }
        let documents = DocumentPairing(old, new)
        let matching = RecordMatching(old, new, documents)
        let inheritance = Inheritance(old, new.records, matching, unless: isTaken)
        let hosts = Set(inheritance.records.flatMap(\.hosts))
        let successor = Snapshot(
            name: new.name, extractor: new.extractor, documents: new.documents, records: inheritance.records,
            retired: inheritance.retired + matching.unmatchedOld.map { old.records[$0] },
            formerHosts: Array(Set(old.formerHosts + old.records.flatMap(\.hosts)).subtracting(hosts)),
            redirects: new.redirects)
        self.init(old, successor, inheritance.matches, documents)
    }

    /// Hands out the differences, so that nothing else holds on to what is let go of them.
    mutating func takeDifferences() -> [RecordDifference] {
        defer { differences = [] }
        return differences
    }

    /// The successors by id, for two versions of one ledger.
    init(between earlier: Snapshot, and later: Snapshot) {
        let known = Set(earlier.records.map(\.id))
        let matches = later.records.filter { known.contains($0.id) }.map {
            RecordMatch(record: $0.id, reason: .identifier)
        }
        self.init(earlier, later, matches, DocumentPairing(earlier, later))
    }

    private init(first: Snapshot) {
        var first = first
        first.records = RecordIdentity.derived(for: first.records)
        snapshot = first
        matches = []
        differences = first.records.map(RecordDifference.init(added:))
        (unchanged, relocated) = ([], [])
        documents = nil
    }

    private init(_ old: Snapshot, _ new: Snapshot, _ matches: [RecordMatch], _ documents: DocumentPairing) {
        var gone = Dictionary(old.records.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        let moved = MovedRecords.identifiers(from: old.records, to: new.records)
        var differences: [RecordDifference] = []
        var unchanged: [Requirement] = []
        var relocated: [Requirement] = []
        for record in new.records {
            guard let before = gone.removeValue(forKey: record.id) else {
                differences.append(RecordDifference(added: record))
                continue
            }
            if let difference = RecordDifference(before, record, isMoved: moved.contains(record.id)) {
                differences.append(difference)
                continue
            }
            unchanged.append(record)
            if before.location != record.location { relocated.append(record) }
        }
        differences += gone.values.sorted(by: RecordOrder.precedes).map(RecordDifference.init(removed:))
        differences.sort { left, right in
            guard let left = left.record, let right = right.record else { return false }
            return RecordOrder.precedes(left, right)
        }
        snapshot = new
        self.matches = matches
        self.differences = differences
        self.unchanged = unchanged
        self.relocated = relocated
        self.documents = documents
    }
}
