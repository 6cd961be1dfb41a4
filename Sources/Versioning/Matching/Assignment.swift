/// The pairing of rows with columns that has the greatest sum of scores (the Hungarian method, with potentials).
///
/// Greedy pairing takes the best pair first and leaves its rivals with what remains; this weighs all of them. Cubic in the
/// smaller side, so callers keep the matrix small.
enum Assignment {
    /// - Parameter scores: As many columns in every row; 0 means that the two must not be paired.
    /// - Returns: For each row its column, nil for a row without one. Of equal sums the same is chosen every time.
    static func best(_ scores: [[Int]]) -> [Int?] {
        guard let columns = scores.first?.count, columns > 0 else { return scores.map { _ in nil } }
        guard scores.count <= columns else {
            let transposed = (0..<columns).map { column in scores.map { $0[column] } }
            var rows = [Int?](repeating: nil, count: scores.count)
            for (column, row) in best(transposed).enumerated() {
                if let row { rows[row] = column }
            }
            return rows
        }
        // Index 0 is the row and column that stand for "none"; `rowOf[0]` is the row being placed.
        var rowPotential = [Int](repeating: 0, count: scores.count + 1)
        var columnPotential = [Int](repeating: 0, count: columns + 1)
        var rowOf = [Int](repeating: 0, count: columns + 1)
        for row in 1...scores.count {
            var previous = [Int](repeating: 0, count: columns + 1)
            var slack = [Int](repeating: .max, count: columns + 1)
            var isDone = [Bool](repeating: false, count: columns + 1)
            rowOf[0] = row
            var column = 0
            repeat {
                isDone[column] = true
                let current = rowOf[column]
                var (delta, nearest) = (Int.max, 0)
                for candidate in 1...columns where !isDone[candidate] {
                    let cost = -scores[current - 1][candidate - 1] - rowPotential[current] - columnPotential[candidate]
                    if cost < slack[candidate] {
                        slack[candidate] = cost
                        previous[candidate] = column
                    }
                    if slack[candidate] < delta { (delta, nearest) = (slack[candidate], candidate) }
                }
                for candidate in 0...columns {
                    if isDone[candidate] {
                        rowPotential[rowOf[candidate]] += delta
                        columnPotential[candidate] -= delta
                    } else if candidate > 0 {
                        slack[candidate] -= delta
                    }
                }
                column = nearest
            } while rowOf[column] != 0
            while column != 0 {
                rowOf[column] = rowOf[previous[column]]
                column = previous[column]
            }
        }
        var result = [Int?](repeating: nil, count: scores.count)
        for column in 1...columns where rowOf[column] > 0 && scores[rowOf[column] - 1][column - 1] > 0 {
            result[rowOf[column] - 1] = column - 1
        }
        return result
    }
}
