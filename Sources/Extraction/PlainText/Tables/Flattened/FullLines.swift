/// The lines of a flattened table that have, each by itself, what its columns of names and ports ask for.
///
/// Where most of them are rows, none is the end of the row above: words that nobody knows at the start of a row could be the
/// end of a description as well.
struct FullLines {
    /// For each line the place of its first word, and whether the line is full.
    private var lines: [(start: Int, isFull: Bool)] = []
    private let words: [RowWord]

    /// Fewer lines tell nothing about the others.
    private static let enough = 4

    /// The lines of `words` under columns of `contents`.
    init(_ words: [RowWord], _ contents: [ColumnContent]) {
        self.words = words
        let asksForPorts = contents.contains(.port)
        let asksForNames = contents.contains(.endpoint) || contents.contains(.address)
        guard asksForPorts || asksForNames else { return }
        var start = 0
        for end in words.indices.dropFirst() where words[end].startsLine {
            add(start..<end, asksForPorts, asksForNames)
            start = end
        }
        if !words.isEmpty { add(start..<words.count, asksForPorts, asksForNames) }
    }

    private mutating func add(_ line: Range<Int>, _ asksForPorts: Bool, _ asksForNames: Bool) {
        let hasPort = words[line].contains { $0.kind == .number || $0.kind == .protocolAndPort }
        let hasName = words[line].contains { $0.kind == .host || $0.kind == .address }
        lines.append((line.lowerBound, (hasPort || !asksForPorts) && (hasName || !asksForNames)))
    }

    /// The first words of full lines after full lines that `reading` has in the row above, unless that is the rule.
    func heldForParts(by reading: RowSearch.Reading) -> [Int] {
        let full = lines.filter(\.isFull)
        let rows = full.count { reading.startsRow[$0.start] }
        guard full.count >= Self.enough, rows < full.count, 4 * rows >= 3 * full.count else { return [] }
        let parts = zip(lines, lines.dropFirst()).filter { above, line in
            above.isFull && line.isFull && !reading.startsRow[line.start] && words[line.start].startsLikeCell
                && ![.bullet, .number, .parenthesis, .connective].contains(words[line.start].kind)
        }
        return parts.map(\.1.start)
    }
}
