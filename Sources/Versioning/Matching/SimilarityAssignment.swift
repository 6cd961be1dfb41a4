internal import RequirementModel

/// The most alike pairs of two groups of records, weighed together.
///
/// Small groups are compared each with each. In large ones only records that share a feature (a name, a label, a wording) that
/// few have, and those that stand at about the same place. The pairs so found fall apart into islands, each of which is assigned
/// by itself; an island too large for that takes its best pairs first. So the cost stays near linear on a page rewritten from
/// end to end.
struct SimilarityAssignment {
    struct Pair {
        var old: Int
        var new: Int
        /// In thousandths.
        var similarity: Int
    }

    private(set) var pairs: [Pair] = []

    private static let denseLimit = 4_096
    private static let sharersLimit = 32
    private static let neighbourhood = 4
    private static let islandLimit = 128

    /// - Parameters:
    ///   - olds: The indices of the old group in `old`, in order.
    ///   - news: The indices of the new group in `new`, in order.
    ///   - threshold: The least similarity of a pair, in thousandths.
    init(_ old: [Requirement], _ olds: [Int], _ new: [Requirement], _ news: [Int], threshold: Int) {
        let oldProfiles = olds.map { RecordProfile(old[$0]) }
        let newProfiles = news.map { RecordProfile(new[$0]) }
        var edges: [Edge] = []
        for (left, right) in Self.candidates(oldProfiles, newProfiles) {
            let similarity = oldProfiles[left].similarity(to: newProfiles[right])
            if similarity >= threshold { edges.append(Edge(old: left, new: right, similarity: similarity)) }
        }
        for island in edges.count == 1 ? [edges] : Self.islands(edges, olds.count, news.count) {
            for edge in island.count == 1 ? island : Self.assign(island) {
                pairs.append(Pair(old: olds[edge.old], new: news[edge.new], similarity: edge.similarity))
            }
        }
    }

    private struct Edge {
        var old: Int
        var new: Int
        var similarity: Int

        /// Similarity decides; of equally similar pairs those that stand in the same order.
        var score: Int { (similarity + 1) * 100_000 - min(abs(old - new), 99_999) }
    }

    private static func candidates(_ old: [RecordProfile], _ new: [RecordProfile]) -> [(Int, Int)] {
        if old.count * new.count <= denseLimit {
            return old.indices.flatMap { left in new.indices.map { (left, $0) } }
        }
        var holders: [String: [Int]] = [:]
        for (index, profile) in new.enumerated() {
            for feature in profile.features { holders[feature, default: []].append(index) }
        }
        return old.indices.flatMap { left in
            let sharers = old[left].features.compactMap { holders[$0] }.filter { $0.count <= sharersLimit }
            let neighbours = max(0, left - neighbourhood)...(left + neighbourhood)
            return Set(sharers.joined()).union(neighbours.filter { $0 < new.count }).sorted().map { (left, $0) }
        }
    }

    /// The connected parts of the graph of edges.
    private static func islands(_ edges: [Edge], _ oldCount: Int, _ newCount: Int) -> [[Edge]] {
        var parents = Array(0..<(oldCount + newCount))
        func root(_ node: Int) -> Int {
            var node = node
            while parents[node] != node {
                parents[node] = parents[parents[node]]
                node = parents[node]
            }
            return node
        }
        for edge in edges {
            let (left, right) = (root(edge.old), root(oldCount + edge.new))
            parents[max(left, right)] = min(left, right)
        }
        return Dictionary(grouping: edges) { root($0.old) }.sorted { $0.key < $1.key }.map(\.value)
    }

    private static func assign(_ island: [Edge]) -> [Edge] {
        let olds = Set(island.map(\.old)).sorted()
        let news = Set(island.map(\.new)).sorted()
        guard min(olds.count, news.count) <= islandLimit, max(olds.count, news.count) <= 8 * islandLimit else {
            return bestFirst(island)
        }
        let rows = Dictionary(uniqueKeysWithValues: olds.enumerated().map { ($1, $0) })
        let columns = Dictionary(uniqueKeysWithValues: news.enumerated().map { ($1, $0) })
        var scores = [[Int]](repeating: [Int](repeating: 0, count: news.count), count: olds.count)
        var similarities: [[Int]] = scores
        for edge in island {
            guard let row = rows[edge.old], let column = columns[edge.new] else { continue }
            scores[row][column] = edge.score
            similarities[row][column] = edge.similarity
        }
        return Assignment.best(scores).enumerated().compactMap { row, column in
            column.map { Edge(old: olds[row], new: news[$0], similarity: similarities[row][$0]) }
        }
    }

    private static func bestFirst(_ island: [Edge]) -> [Edge] {
        var takenOld: Set<Int> = []
        var takenNew: Set<Int> = []
        let ranked = island.sorted { $0.score != $1.score ? $0.score > $1.score : ($0.old, $0.new) < ($1.old, $1.new) }
        return ranked.filter { edge in
            guard !takenOld.contains(edge.old), !takenNew.contains(edge.new) else { return false }
            takenOld.insert(edge.old)
            takenNew.insert(edge.new)
            return true
        }
    }
}
