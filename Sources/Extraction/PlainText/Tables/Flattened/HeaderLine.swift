/// A line of words that is read as the headers of several columns.
///
/// `Destination Endpoint Protocol Port Use` can be divided in more than one way; the rows decide among the likeliest.
struct HeaderLine {
    /// The columns from left to right.
    var columns: [Column]
    /// How unlikely this reading is by the words alone.
    var cost: Int

    /// One column's header.
    struct Column {
        /// Its words in the line.
        var words: Range<Int>
        /// What the vocabulary says of them; nil for words that are not its own.
        var role: ColumnRole?
        /// What the cells hold.
        var content: ColumnContent
        /// Whether its first word is an end's: *destination* port.
        var isOfAnEnd = false
    }

    /// The most words in a line of headers, in one header, and in one that the vocabulary knows.
    private static let most = (words: 24, inHeader: 6, inKnownHeader: 5)
    /// How many readings of a line are tried on its rows.
    private static let readings = 6

    /// The likeliest ways to read line `index` of `text` as headers; none when it is something else.
    static func readings(of index: Int, in text: SourceText) -> [HeaderLine] {
        guard let words = headerWords(index, in: text) else { return [] }
        var best: [[Reading]] = [[Reading()]]
        for end in 1...words.count {
            var here: [Reading] = []
            for start in max(0, end - most.inHeader)..<end {
                guard let segment = segment(words[start..<end], startsLine: start == 0, in: text) else { continue }
                here += best[start].map { $0.adding(segment.column, cost: segment.cost) }
            }
            best.append(
                Array(here.sorted { ($0.cost, $0.columns.count) < ($1.cost, $1.columns.count) }.prefix(2 * readings)))
        }
        for place in best[words.count].indices where best[words.count][place].lacksDestination {
            best[words.count][place].cost += 25
        }
        best[words.count].sort { ($0.cost, $0.columns.count) < ($1.cost, $1.columns.count) }
        guard let likeliest = best[words.count].first, likeliest.columns.count > 1 else { return [] }
        return best[words.count].filter(\.isTable).prefix(readings).map {
            HeaderLine(columns: told($0.columns, in: text), cost: $0.cost)
        }
    }

    /// `columns` where addresses beside names are told from them.
    private static func told(_ columns: [Column], in text: SourceText) -> [Column] {
        let areAddresses = columns.map { column in
            column.content == .endpoint
                && text.words(in: column.words).contains {
                    ["IP", "Address", "Addresses", "address", "addresses"].contains(
                        String(decoding: text.bytes[$0], as: UTF8.self))
                }
        }
        guard zip(columns, areAddresses).contains(where: { $0.content == .endpoint && !$1 }) else { return columns }
        return zip(columns, areAddresses).map { column, isAddress in
            var column = column
            if isAddress { column.content = .address }
            return column
        }
    }

    /// The header with what the rows' words show: an unknown first column holds endpoints where the rows begin with them.
    func adapted(to words: [RowWord]) -> HeaderLine {
        var adapted = self
        let starts = words.filter(\.startsLine)
        let endpoints = starts.count { $0.kind == .host || $0.kind == .address || $0.kind == .placeholder }
        if let first = columns.first, first.role == nil, endpoints * 2 > starts.count {
            adapted.columns[0].content = .endpoint
        }
        return adapted
    }

    /// Whether line `index` of `text` can be one of headers.
    static func isHeader(_ index: Int, in text: SourceText) -> Bool { !readings(of: index, in: text).isEmpty }

    /// The words of a line that is short, begins with a capital, ends no sentence and has no digits.
    private static func headerWords(_ index: Int, in text: SourceText) -> [Range<Int>]? {
        let content = text.lines[index].content
        guard content.count <= 240, text.firstByte(index).isCapital,
            !".:;!,".utf8.contains(text.bytes[content.upperBound - 1]),
            !text.bytes[content].contains(where: { $0.isDecimalDigit || $0 == UInt8(ascii: ",") })
        else { return nil }
        let words = text.words(index, limit: most.words + 1)
        return 2...most.words ~= words.count ? words : nil
    }

    /// Some words as one column's header, and how unlikely that is; a known header costs 10.
    private static func segment(_ words: ArraySlice<Range<Int>>, startsLine: Bool, in text: SourceText)
        -> (column: Column, cost: Int)?
    {
        guard let first = words.first, let last = words.last else { return nil }
        let range = first.lowerBound..<last.upperBound
        let header = String(decoding: text.bytes[range], as: UTF8.self)
        let startsSmall = text.bytes[first.lowerBound].isSmallLetter
        if startsSmall && !startsLine || text.bytes[first.lowerBound] == UInt8(ascii: "(") { return nil }
        if words.count <= most.inKnownHeader, let role = HeaderVocabulary.role(ofNothingBut: header) {
            let start = HeaderVocabulary.role(ofNothingBut: String(decoding: text.bytes[first], as: UTF8.self))
            let isOfAnEnd = words.count > 1 && (start == .source || start == .destination)
            return (
                Column(
                    words: range, role: role, content: ColumnContent(role: role, header: header), isOfAnEnd: isOfAnEnd),
                10
            )
        }
        if words.count == 1, header.contains(where: { "/:".contains($0) }), let role = HeaderVocabulary.role(of: header)
        {
            return (Column(words: range, role: role, content: role == .endpoint ? .party : .prose), 12)
        }
        let known = words.count {
            HeaderVocabulary.role(ofNothingBut: String(decoding: text.bytes[$0], as: UTF8.self)) != nil
        }
        return (Column(words: range, role: nil, content: .prose), 12 + 4 * words.count + 8 * known)
    }

    /// A way to read the words so far.
    private struct Reading {
        var columns: [Column] = []
        var cost = 0

        func adding(_ column: Column, cost: Int) -> Reading {
            // Two unknown headers side by side cannot be told apart.
            let isGuess = column.role == nil && columns.last?.role == nil && !columns.isEmpty
            return Reading(columns: columns + [column], cost: self.cost + cost + (isGuess ? 14 : 0))
        }

        /// Whether there is a source and no destination but a destination's port: `Source Destination Port`, misread.
        var lacksDestination: Bool {
            columns.contains { $0.role == .source } && !columns.contains { $0.role == .destination }
                && columns.contains { $0.role == .port && $0.isOfAnEnd }
        }

        /// Whether enough of the line is known, and something in it is about the network.
        var isTable: Bool {
            let known = columns.count { $0.role != nil }
            let anchors = columns.count { $0.content.isAnchor }
            let endpoints = columns.count { $0.content == .endpoint || $0.content == .tag }
            return columns.count > 1 && known * 2 >= columns.count && (anchors > 0 || columns[0].role == nil)
                && (known > 1 || endpoints > 0)
        }
    }
}
