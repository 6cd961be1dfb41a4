internal import Algorithms
internal import RequirementModel

/// Which of the records on both sides passed others of their file: the fewest that must be moved to get from one order to the
/// other (all but a longest increasing subsequence).
enum MovedRecords {
    /// - Parameters:
    ///   - old: The old side, in the order of its records.
    ///   - new: The new side likewise, with the ids of the old.
    static func identifiers(from old: [Requirement], to new: [Requirement]) -> Set<RecordID> {
        guard old.count > 1, new.count > 1 else { return [] }
        struct Files: Hashable {
            var document: String
            var old: String
            var new: String
        }
        let places = Dictionary(old.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        var sequences: [Files: [(id: RecordID, place: Int)]] = [:]
        for record in new {
            guard let place = places[record.id] else { continue }
            let files = Files(document: record.document, old: old[place].location.file, new: record.location.file)
            sequences[files, default: []].append((record.id, place))
        }
        var moved: Set<RecordID> = []
        for sequence in sequences.values {
            guard sequence.adjacentPairs().contains(where: { $0.place > $1.place }) else { continue }
            let kept = longestIncreasing(sequence.map(\.place))
            for (position, record) in sequence.enumerated() where !kept.contains(position) { moved.insert(record.id) }
        }
        return moved
    }

    /// The positions of a longest increasing subsequence of distinct numbers.
    private static func longestIncreasing(_ numbers: [Int]) -> Set<Int> {
        var tails: [Int] = []
        var previous = [Int?](repeating: nil, count: numbers.count)
        for (position, number) in numbers.enumerated() {
            let length = tails.partitioningIndex { numbers[$0] >= number }
            previous[position] = length > 0 ? tails[length - 1] : nil
            if length == tails.count { tails.append(position) } else { tails[length] = position }
        }
        var kept: Set<Int> = []
        var next = tails.last
        while let position = next {
            kept.insert(position)
            next = previous[position]
        }
        return kept
    }
}
