extension Array {
    /// Whether `predicate` holds for an element, each looked at where it lies: `contains(where:)` hands out copies, and to copy
    /// a part of a record costs more than to look at it.
    @inlinable package func containsInPlace(where predicate: (borrowing Element) -> Bool) -> Bool {
        let elements = span
        for index in elements.indices where predicate(elements[index]) { return true }
        return false
    }
}
