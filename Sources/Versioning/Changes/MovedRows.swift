internal import RequirementModel

/// Which of the records on both sides passed others of their file: the fewest that must be moved to get from one order to the
/// other (all but a longest increasing subsequence).
enum MovedRows {
    /// - Returns: Indices of the new side.
    static func indices(_ pairs: [RecordMatching.Pair], _ old: [Requirement], _ new: [Requirement]) -> Set<Int> {
        struct Files: Hashable {
            var document: String
            var old: String
            var new: String
        }
        var moved: Set<Int> = []
        let byFile = Dictionary(grouping: pairs) { pair in
            Files(
                document: new[pair.new].document, old: old[pair.old].location.file, new: new[pair.new].location.file)
        }
        for pairs in byFile.values {
            guard zip(pairs, pairs.dropFirst()).contains(where: { $0.old > $1.old }) else { continue }
            let kept = longestIncreasing(pairs.map(\.old))
            for (position, pair) in pairs.enumerated() where !kept.contains(position) { moved.insert(pair.new) }
        }
        return moved
    }

    /// The positions of a longest increasing subsequence of distinct numbers.
    private static func longestIncreasing(_ numbers: [Int]) -> Set<Int> {
        var tails: [Int] = []
        var previous = [Int?](repeating: nil, count: numbers.count)
        for (position, number) in numbers.enumerated() {
            var (low, high) = (0, tails.count)
            while low < high {
                let middle = (low + high) / 2
                if numbers[tails[middle]] < number { low = middle + 1 } else { high = middle }
            }
            previous[position] = low > 0 ? tails[low - 1] : nil
            if low == tails.count { tails.append(position) } else { tails[low] = position }
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
