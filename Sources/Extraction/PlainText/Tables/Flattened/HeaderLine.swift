/// The headers of a flattened table, as read from a line of words or from lines of one header each.
struct HeaderLine {
    /// The columns from left to right.
    var columns: [Column]
    /// How unlikely this reading is by the words alone.
    var cost = 0

    /// One column's header.
    struct Column {
        /// Its words.
        var words: Range<Int>
        /// The index of their line.
        var line: Int
        /// What the vocabulary says of them; nil for words that are not its own.
        var role: ColumnRole?
        /// What the cells hold.
        var content: ColumnContent
        /// Whether its first word is an end's: *destination* port.
        var isOfAnEnd = false
        /// Whether its words say that it holds addresses, not names.
        var isOfAddresses = false
    }

    /// The most lines that are one header each.
    private static let mostStacked = 12
    private static let longestHeader = 60
    /// So many headers may be none that the vocabulary knows.
    private static let mostUnknown = 2

    /// Headers of `columns`, where a column of addresses beside one of names is told from it.
    init(columns: [Column], cost: Int = 0) {
        self.cost = cost
        self.columns = columns
        guard columns.contains(where: { $0.content == .endpoint && !$0.isOfAddresses }) else { return }
        for place in columns.indices where columns[place].content == .endpoint && columns[place].isOfAddresses {
            self.columns[place].content = .address
        }
    }

    /// The headers that stand one on each line from `index` on, most of them known, in each way in which they could end:
    /// lines that are no known header may be the last headers or the first cells. Empty unless there are several and one
    /// of them is about the network.
    static func stacked(at index: Int, in text: SourceText, end: Int) -> [HeaderLine] {
        guard text.firstByte(index).isCapital, text.lines[index].content.count <= longestHeader,
            Column(known: text.lines[index].content, line: index, in: text) != nil
        else { return [] }
        var columns: [Column] = []
        var known = 0
        var unknown = 0
        var lines: [HeaderLine] = []
        for line in index..<min(end, index + Self.mostStacked) {
            guard text.lines[line].content.count <= Self.longestHeader,
                line < index + 2 || text.lines[line].followsBlank == text.lines[index + 1].followsBlank
            else { break }
            if let column = Column(known: text.lines[line].content, line: line, in: text), !column.isCell(in: text) {
                // Twice the same: the first is the heading above the headers.
                if columns.contains(where: { $0.role != nil && $0.role == column.role }) { return [] }
                columns.append(column)
                known += 1
            } else if known > 1, unknown < Self.mostUnknown,
                Column.mayHead(text.lines[line].content, line: line, in: text)
            {
                columns.append(Column(unknown: text.lines[line].content, line: line))
                unknown += 1
            } else {
                break
            }
            guard known > 1, columns.contains(where: \.content.isAnchor), index + columns.count < end else { continue }
            lines.append(HeaderLine(columns: columns))
        }
        // Only the longest of those that end with a known header can be right.
        let last = lines.lastIndex { $0.columns.last?.role != nil } ?? lines.startIndex
        return Array(lines[last...])
    }

    /// The headers with what the rows' words show: an unknown first column holds endpoints where the rows begin with them.
    func adapted(to words: [RowWord]) -> HeaderLine {
        var adapted = self
        let starts = words.filter(\.startsLine)
        let endpoints = starts.count { $0.kind == .host || $0.kind == .address || $0.kind == .placeholder }
        if let first = columns.first, first.role == nil, endpoints * 2 > starts.count {
            adapted.columns[0].content = .endpoint
        }
        // `Port TCP UDP` over a port and marks.
        if 2 * words.count(where: { $0.kind == .flag }) > starts.count {
            for column in columns.indices where columns[column].role == .tcpPort || columns[column].role == .udpPort {
                adapted.columns[column].content = .flag
            }
        }
        let arrows = words.count { $0.kind == .arrow }
        let directions = words.count { $0.kind == .direction }
        // `Between`: both ends in one cell, whatever the column is called.
        let unknown = columns.indices.filter { columns[$0].role == nil }
        if 2 * arrows > starts.count, unknown.count == 1, !columns.contains(where: \.isAnEnd),
            columns[unknown[0]].content == .prose
        {
            adapted.columns[unknown[0]].content = .party
        }
        for column in columns.indices
        where columns[column].role == .direction && 2 * arrows > starts.count && 2 * directions < starts.count {
            let beside = [column - 1, column + 1].filter(columns.indices.contains)
            // Both ends in one cell: only their words tell where it begins and ends.
            if beside.contains(where: { columns[$0].content.isWordy }) { adapted.columns[column].content = .party }
        }
        return adapted
    }
}

extension HeaderLine.Column {
    /// Whether the column holds sources, destinations or both.
    fileprivate var isAnEnd: Bool {
        switch role {
        case .source, .destination, .sourceOrDestination, .flow, .direction, .endpoint, .serviceTag: true
        default: false
        }
    }

    /// The header `words` in line `line`; nil unless the vocabulary knows every word of it.
    init?(known words: Range<Int>, line: Int, in text: SourceText) {
        guard let role = HeaderVocabulary.role(ofNothingBut: text.bytes, words) else { return nil }
        let spoken = text.words(in: words)
        let first = spoken.first.flatMap { HeaderVocabulary.role(ofNothingBut: text.bytes, $0) }
        self.init(
            words: words, line: line, role: role, content: ColumnContent(role: role, header: words, of: text.bytes),
            isOfAnEnd: spoken.count > 1 && (first == .source || first == .destination),
            isOfAddresses: role == .endpoint && HeaderVocabulary.namesAddresses(text.bytes, words))
    }

    /// The header `words` in line `line`, of which nothing is known.
    init(unknown words: Range<Int>, line: Int) {
        self.init(words: words, line: line, role: nil, content: .prose)
    }

    /// A protocol alone is a cell, though it can head a column of its ports.
    func isCell(in text: SourceText) -> Bool {
        (role == .tcpPort || role == .udpPort) && ProtocolVocabulary.table.value(of: text.bytes, words) != nil
    }

    /// Whether words that nobody knows could be a header: a few, begun with a capital, without a mark at their end.
    static func mayHead(_ words: Range<Int>, line: Int, in text: SourceText) -> Bool {
        guard words.count <= 40, text.firstByte(line).isCapital, let last = text.bytes[words].last, last.isWordLetter,
            text.words(in: words).count <= 4
        else { return false }
        var reader = RowWordReader(text)
        return reader.cell(line).kind == .word
    }
}
