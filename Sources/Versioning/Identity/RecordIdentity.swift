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
        derive(for: &identified)
        return identified
    }

    /// Gives each of `records` an id derived from themselves alone, as ``derived(for:)`` does.
    public static func derive(for records: inout [Requirement]) {
        assign(to: &records, at: Array(records.indices)) { _ in false }
    }

    /// Gives the records at `indices` ids that are not taken.
    static func assign(
        to records: inout [Requirement], at indices: [Int], unless isTaken: (RecordID) -> Bool
    ) {
        var holders: [RecordID: Int] = [:]
        holders.reserveCapacity(indices.count)
        // Few records state what another one states; only of those it counts which stands first.
        var others: [RecordID: [Int]] = [:]
        var identifiers = Identifiers()
        for index in indices {
            let id = identifiers.identifier(of: records[index].content, in: records[index].document, ordinal: 1)
            if isTaken(id) {
                others[id, default: []].append(index)
            } else if let holder = holders.updateValue(index, forKey: id) {
                let isFirst = RecordOrder.precedes(records[index], records[holder])
                if !isFirst { holders[id] = holder }
                others[id, default: []].append(isFirst ? holder : index)
            }
        }
        for (_, indices) in others.sorted(by: { $0.key < $1.key }) {
            var ordinal = 1
            for index in indices.sorted(by: { RecordOrder.precedes(records[$0], records[$1]) }) {
                var id: RecordID
                repeat {
                    ordinal += 1
                    id = identifiers.identifier(
                        of: records[index].content, in: records[index].document, ordinal: ordinal)
                } while isTaken(id) || holders[id] != nil
                holders[id] = index
            }
        }
        for (id, index) in holders { records[index].id = id }
    }

    /// Makes ids; what the one for the record before needed in room and of its page is kept.
    private struct Identifiers {
        private var digest = StructuralDigest(capacity: 512)
        private var room = StructureRoom()
        /// The page that ``digest`` begins with, and how far it does.
        private var page: (path: String, end: Int)?

        mutating func identifier(
            of content: Requirement.Content, in document: String, ordinal: Int
        ) -> RecordID {
            if let page, page.path == document {
                digest.truncate(to: page.end)
            } else {
                digest.truncate(to: 0)
                digest.add(document)
                page = (document, digest.count)
            }
            digest.add(content, in: &room)
            digest.add(String(ordinal))
            return RecordID(rawValue: digest.hexadecimal(digits: 12))
        }
    }
}
