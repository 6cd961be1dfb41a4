public import RequirementModel

/// The ids of records: which one a record gets when it is first seen, and outside a ledger.
///
/// An id is a short hash of the document and of what the record *is* (``RecordStructure``), so that reworded purposes, renamed
/// headings and moved rows do not touch it. Records that state the same have an ordinal each, in the order of their places.
public enum RecordIdentity {
    /// The records with ids derived from themselves alone: the same for the same records in any order.
    /// - Returns: `records` in the order given, each with 12 lower-case hexadecimal digits of SHA-256 as its id.
    public static func derived(for records: [Requirement]) -> [Requirement] {
        var identified = records
        var taken: Set<RecordID> = []
        assign(to: &identified, at: Array(records.indices), avoiding: &taken)
        return identified
    }

    /// Gives the records at `indices` ids that are not `taken`, and takes them.
    static func assign(to records: inout [Requirement], at indices: [Int], avoiding taken: inout Set<RecordID>) {
        // By the id that the first of several would have: which further one is free.
        var next: [RecordID: Int] = [:]
        for index in indices.sorted(by: { RecordOrder.precedes(records[$0], records[$1]) }) {
            var key = StructuralDigest()
            key.add(records[index].document)
            RecordStructure(records[index].content).add(to: &key)
            let first = identifier(of: key, ordinal: 1)
            var id = first
            if !taken.insert(id).inserted {
                var ordinal = next[first, default: 1]
                repeat {
                    ordinal += 1
                    id = identifier(of: key, ordinal: ordinal)
                } while !taken.insert(id).inserted
                next[first] = ordinal
            }
            records[index].id = id
        }
    }

    private static func identifier(of key: StructuralDigest, ordinal: Int) -> RecordID {
        var digest = key
        digest.add(String(ordinal))
        return RecordID(rawValue: digest.hexadecimal(digits: 12))
    }
}
