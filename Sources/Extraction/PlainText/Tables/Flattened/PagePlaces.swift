/// The names of sources and destinations that stand in the flattened tables of one page: what is a cell of one table is rather
/// a cell of another, too, than part of one.
struct PagePlaces {
    /// For each phrase in how many tables it is a cell.
    private var counts: [UInt64: Int] = [:]
    /// The phrases of each table, by the line on which it begins.
    private var phrases: [Int: Set<UInt64>] = [:]

    /// The cells of `grids`.
    init(_ grids: [FlattenedGrid]) {
        for grid in grids {
            let names = grid.places
            for name in names { counts[name, default: 0] += 1 }
            phrases[grid.line] = names
        }
    }

    /// In how many tables but the one that begins on `line` the phrase is a cell.
    func tables(with phrase: UInt64, besides line: Int) -> Int {
        guard let count = counts[phrase] else { return 0 }
        return phrases[line]?.contains(phrase) == true ? count - 1 : count
    }
}
