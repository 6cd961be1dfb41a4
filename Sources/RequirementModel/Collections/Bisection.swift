// What the standard library's collections lack, and every room needs.

extension RandomAccessCollection {
    /// The first index whose element is behind a border, in a collection in which those before it all come first; `endIndex`
    /// for none. Looks at few elements, so that texts with thousands of marks or lines cost no more for each.
    @inlinable package func partitioningIndex(where isBehind: (Element) -> Bool) -> Index {
        var (start, length) = (startIndex, count)
        while length > 0 {
            let middle = index(start, offsetBy: length / 2)
            if isBehind(self[middle]) {
                length /= 2
            } else {
                start = index(after: middle)
                length -= length / 2 + 1
            }
        }
        return start
    }
}
