internal import Algorithms

/// How alike two sorted lists are, by Dice's coefficient in thousandths: twice what they share, of all that they hold.
enum Resemblance {
    static let whole = 1000

    /// Both lists sorted; repeated elements count as often as they stand there. Two empty lists are alike.
    static func dice<Element: Comparable>(_ left: [Element], _ right: [Element]) -> Int {
        guard !left.isEmpty || !right.isEmpty else { return whole }
        var (leftIndex, rightIndex, shared) = (0, 0, 0)
        while leftIndex < left.count, rightIndex < right.count {
            if left[leftIndex] == right[rightIndex] {
                shared += 1
                leftIndex += 1
                rightIndex += 1
            } else if left[leftIndex] < right[rightIndex] {
                leftIndex += 1
            } else {
                rightIndex += 1
            }
        }
        return 2 * shared * whole / (left.count + right.count)
    }

    /// The pairs of neighbouring bytes of a text, sorted: by these, names that differ in a letter or a label are alike.
    static func bigrams(of text: String) -> [UInt16] {
        text.utf8.adjacentPairs().map { UInt16($0) << 8 | UInt16($1) }.sorted()
    }
}
