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
        var next: [Key: Int] = [:]
        for index in indices.sorted(by: { RecordOrder.precedes(records[$0], records[$1]) }) {
            let key = Key(document: records[index].document, structure: RecordStructure(records[index].content))
            var ordinal = next[key, default: 1]
            while !taken.insert(key.identifier(ordinal: ordinal)).inserted { ordinal += 1 }
            next[key] = ordinal + 1
            records[index].id = key.identifier(ordinal: ordinal)
        }
    }

    private struct Key: Hashable {
        var document: String
        var structure: RecordStructure

        func identifier(ordinal: Int) -> RecordID {
            var digest = StructuralDigest()
            digest.add(document)
            structure.add(to: &digest)
            digest.add(String(ordinal))
            return RecordID(rawValue: digest.hexadecimal(digits: 12))
        }
    }
}
