/// The lines of a flattened table that are rows of their own, as far as the other lines tell: words that nobody knows at the start
/// of a row could be the end of a description as well.
struct RowStarts {
    /// The words of each line.
    private var lines: [Range<Int>] = []
    private let words: [RowWord]
    private let contents: [ColumnContent]

    /// Fewer lines tell nothing about the others.
    private static let enough = 4

    /// The lines of `words` under columns of `contents`.
    init(_ words: [RowWord], _ contents: [ColumnContent]) {
        self.words = words
        self.contents = contents
        var start = 0
        for end in words.indices.dropFirst() where words[end].startsLine {
            lines.append(start..<end)
            start = end
        }
        if !words.isEmpty { lines.append(start..<words.count) }
    }

    /// The first words of lines that are rows, and that `reading` has in the row above.
    func heldForParts(by reading: RowSearch.Reading) -> Set<Int> {
        let parts = lines.dropFirst().map(\.lowerBound).filter { !reading.startsRow[$0] && words[$0].mayBeginRow }
        guard !parts.isEmpty else { return [] }
        return Set(parts).intersection(afterFullLines(reading).union(afterLastCells).union(begunLikeRows(reading)))
    }

    /// Lines that have, each by itself, what the columns of names and ports ask for, after another such line: where most of
    /// them are rows, none is the end of the row above.
    private func afterFullLines(_ reading: RowSearch.Reading) -> Set<Int> {
        let asksForPorts = contents.contains(.port)
        let asksForNames = contents.contains(.endpoint) || contents.contains(.address)
        guard asksForPorts || asksForNames else { return [] }
        let areFull = lines.map { line in
            let hasPort = words[line].contains { $0.kind == .number || $0.kind == .protocolAndPort }
            let hasName = words[line].contains { $0.kind == .host || $0.kind == .address }
            return (hasPort || !asksForPorts) && (hasName || !asksForNames)
        }
        let full = lines.indices.filter { areFull[$0] }
        let rows = full.count { reading.startsRow[lines[$0].lowerBound] }
        guard full.count >= Self.enough, 4 * rows >= 3 * full.count else { return [] }
        return Set(full.filter { $0 > 0 && areFull[$0 - 1] }.map { lines[$0].lowerBound })
    }

    /// Lines after one that ends with what the last columns hold, ports and protocols, where nearly all lines do.
    private var afterLastCells: Set<Int> {
        let last = contents.reversed().prefix { [.port, .protocol, .protocolAndPort].contains($0) }
        guard !last.isEmpty else { return [] }
        let areWhole = lines.map { line in
            var rest = words[line].filter { $0.kind != .parenthesis }[...]
            return last.allSatisfy { content in
                guard let word = rest.popLast(), !word.isListed else { return false }
                while let more = rest.last, more.kind == .connective || more.isListed { rest.removeLast() }
                return CellScores.fit(word.kind, content) >= 16
            }
        }
        let whole = areWhole.count { $0 }
        guard whole >= Self.enough, 4 * whole >= 3 * lines.count else { return [] }
        return Set(lines.indices.filter { $0 > 0 && areWhole[$0 - 1] }.map { lines[$0].lowerBound })
    }

    /// Lines that begin with the two words with which rows begin, and more of these than of others.
    private func begunLikeRows(_ reading: RowSearch.Reading) -> Set<Int> {
        var starts: [[UInt64]: (rows: Int, parts: [Int])] = [:]
        for line in lines where line.count > 2 {
            let start = line.prefix(2).map { words[$0].identity }
            if reading.startsRow[line.lowerBound] {
                starts[start, default: (0, [])].rows += 1
            } else {
                starts[start, default: (0, [])].parts.append(line.lowerBound)
            }
        }
        return Set(starts.values.lazy.filter { $0.rows > 1 && $0.rows > $0.parts.count }.flatMap(\.parts))
    }
}

extension RowWord {
    /// Whether a row may begin with it though none was seen to.
    fileprivate var mayBeginRow: Bool {
        startsLikeCell && ![.bullet, .number, .parenthesis, .connective].contains(kind)
    }
}
