internal import Algorithms

extension Array where Element: Hashable {
    /// The elements in their order, each once.
    ///
    /// Nearly every row has one or two: to hash these cost 6 % of all that extraction does, to compare them nothing.
    var withoutRepeats: [Element] {
        if count < 2 || count == 2 && self[0] != self[1] { return self }
        return Array(uniqued())
    }
}
