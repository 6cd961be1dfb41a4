extension Array where Element: Hashable {
    /// The elements in their order, each once.
    @inlinable package var withoutRepeats: [Element] {
        if count < 2 { return self }
        if count <= 8 {
            // As nearly always; comparing some is cheaper than hashing them.
            let repeats = { (index: Int) in self[..<index].contains(self[index]) }
            return indices.contains(where: repeats) ? indices.filter { !repeats($0) }.map { self[$0] } : self
        }
        var seen: Set<Element> = []
        return filter { seen.insert($0).inserted }
    }
}
