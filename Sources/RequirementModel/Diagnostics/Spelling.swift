/// Finds the name that somebody meant.
public enum Spelling {
    /// The candidate nearest to `word` by edits (Damerau–Levenshtein), nil when none is near enough to be meant.
    public static func nearest(to word: String, among candidates: [String]) -> String? {
        let wanted = Array(word.lowercased().utf8)
        let limit = max(1, wanted.count / 3)
        let ranked = candidates.map { (distance(wanted, Array($0.lowercased().utf8)), $0) }.min { $0 < $1 }
        return ranked.flatMap { $0.0 <= limit ? $0.1 : nil }
    }

    /// What to say of a name that nobody knows: the nearest of those there are, or else all of them.
    public static func hint(for word: String, among candidates: [String]) -> String {
        nearest(to: word, among: candidates).map { "did you mean '\($0)'?" }
            ?? "there are \(candidates.joined(separator: ", "))"
    }

    /// Edits between two words where a swap of neighbours is one edit.
    private static func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
        var beforePrevious: [Int] = []
        var previous = Array(0...right.count)
        for (row, leftByte) in left.enumerated() {
            var current = [row + 1]
            for (column, rightByte) in right.enumerated() {
                var best = min(previous[column + 1], current[column]) + 1
                best = min(best, previous[column] + (leftByte == rightByte ? 0 : 1))
                if row > 0, column > 0, leftByte == right[column - 1], left[row - 1] == rightByte {
                    best = min(best, beforePrevious[column - 1] + 1)
                }
                current.append(best)
            }
            (beforePrevious, previous) = (previous, current)
        }
        return previous[right.count]
    }
}
