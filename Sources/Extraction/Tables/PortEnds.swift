internal import RequirementModel

/// Two columns that give the first and the last port of one range: `Start port | End port`.
struct PortEnds {
    /// The column of first ports.
    let first: Int
    /// The column of last ports.
    let last: Int

    /// The two columns of `grid` whose headers say so; nil where there are none, or more.
    init?(_ grid: Grid, _ roles: [ColumnRole?]) {
        let ports = roles.indices.filter { roles[$0] == .port }
        guard ports.count == 2 else { return nil }
        let words = ports.map { column in
            Set(grid.headerText(column).lowercased().split { !$0.isLetter }.map(String.init))
        }
        for (first, last) in [(0, 1), (1, 0)]
        where !words[first].isDisjoint(with: Self.beginnings) && !words[last].isDisjoint(with: Self.endings) {
            (self.first, self.last) = (ports[first], ports[last])
            return
        }
        return nil
    }

    /// The range from the one port in `first` to the one in `last`; all of them where either holds another number of ports.
    static func joined(_ first: [Service], _ last: [Service]) -> [Service] {
        guard first.count == 1, last.count == 1, let low = first[0].port, let high = last[0].port, low != .any,
            high != .any, let range = PortRange(low.low, high.high)
        else { return first + last }
        return [first[0].with(port: range)]
    }

    private static let beginnings: Set<String> = ["start", "begin", "first", "from", "low", "lowest", "min"]
    private static let endings: Set<String> = ["end", "last", "to", "high", "highest", "max"]
}
