import Testing

@testable import Versioning

@Suite struct AssignmentTests {
    /// The best pair first would leave the others with nothing.
    @Test func `the sum decides not the best pair`() {
        #expect(Assignment.best([[9, 8], [8, 0]]) == [1, 0])
    }

    @Test func `what must not be paired stays alone`() {
        #expect(Assignment.best([[0, 0], [0, 5]]) == [nil, 1])
        #expect(Assignment.best([[0]]) == [nil])
        #expect(Assignment.best([]) == [])
        #expect(Assignment.best([[], []]) == [nil, nil])
    }

    /// Against all ways to pair, on matrices of any shape.
    @Test(arguments: 1...60) func `no other pairing has a greater sum`(_ seed: Int) {
        var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15
        func next(_ limit: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % limit
        }
        let (rows, columns) = (1 + next(5), 1 + next(5))
        let scores = (0..<rows).map { _ in (0..<columns).map { _ in max(0, next(12) - 3) } }
        let result = Assignment.best(scores)
        let sum = result.enumerated().reduce(0) { sum, pair in sum + (pair.element.map { scores[pair.offset][$0] } ?? 0)
        }
        #expect(sum == Self.greatestSum(scores, row: 0, taken: []))
        let chosen = result.compactMap(\.self)
        #expect(Set(chosen).count == chosen.count)
    }

    private static func greatestSum(_ scores: [[Int]], row: Int, taken: Set<Int>) -> Int {
        guard row < scores.count else { return 0 }
        let without = greatestSum(scores, row: row + 1, taken: taken)
        let with = scores[row].indices.filter { !taken.contains($0) }.map {
            scores[row][$0] + greatestSum(scores, row: row + 1, taken: taken.union([$0]))
        }
        return max(without, with.max() ?? 0)
    }
}
