internal import RequirementModel

/// What differs between two states of a row that is not about the network.
enum RowDifference {
    /// Whether the row says the same: no cell says something else, only columns came, went, moved or were renamed.
    static func isReworded(_ old: RowRecord, _ new: RowRecord) -> Bool {
        let oldHeaders = Set(old.cells.map(\.header))
        let common = oldHeaders.intersection(new.cells.map(\.header))
        guard values(of: old, under: common) == values(of: new, under: common) else { return false }
        let oldRest = values(of: old, under: oldHeaders.subtracting(common))
        let newRest = values(of: new, under: Set(new.cells.map(\.header)).subtracting(common))
        // A renamed column keeps its cells; a column added or removed leaves the other side empty.
        let oldCells = oldRest.map(\.value).sorted { $0.lexicographicallyPrecedes($1) }
        let newCells = newRest.map(\.value).sorted { $0.lexicographicallyPrecedes($1) }
        return oldRest.isEmpty || newRest.isEmpty || oldCells == newCells
    }

    private struct Value: Hashable {
        var header: String
        var value: [String]
    }

    private static func values(of row: RowRecord, under headers: Set<String>) -> Set<Value> {
        Set(
            row.cells.filter { headers.contains($0.header) }.map {
                Value(header: $0.header, value: Wording.words(of: $0.value))
            })
    }
}
