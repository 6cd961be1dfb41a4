/// Reads a line of words as the headers of several columns.
///
/// `Destination Endpoint Protocol Port Use` can be divided in more than one way; the rows decide among the likeliest.
/// Known headers are likelier than unknown ones, long ones than several short ones.
enum HeaderReading {
    /// The most words in a line of headers, in one header, and in one that the vocabulary knows.
    private static let most = (words: 24, inHeader: 6, inKnownHeader: 5)
    /// How many readings of a line are tried on its rows.
    private static let readings = 6

    /// The likeliest ways to read line `index` of `text` as headers; none when it is something else.
    static func readings(of index: Int, in text: SourceText) -> [HeaderLine] {
        guard let words = headerWords(index, in: text) else { return [] }
        var best: [[Division]] = [[Division()]]
        for end in 1...words.count {
            var here: [Division] = []
            for start in max(0, end - most.inHeader)..<end {
                guard let header = header(words[start..<end], line: index, isFirst: start == 0, in: text) else {
                    continue
                }
                here += best[start].map { $0.adding(header.column, cost: header.cost) }
            }
            best.append(Division.likeliest(here, 2 * readings))
        }
        let divisions = Division.likeliest(best[words.count].map(\.weighed), readings)
        guard let likeliest = divisions.first, likeliest.columns.count > 1 else { return [] }
        return divisions.filter(\.isTable).map { HeaderLine(columns: $0.columns, cost: $0.cost) }
    }

    /// Whether line `index` of `text` can be one of headers.
    static func isHeader(_ index: Int, in text: SourceText) -> Bool { !readings(of: index, in: text).isEmpty }

    /// The words of a line that is short, begins with a capital, ends no sentence and has no digits.
    private static func headerWords(_ index: Int, in text: SourceText) -> [Range<Int>]? {
        let content = text.lines[index].content
        guard content.count <= 240, text.bytes[content.lowerBound].isWordLetter,
            !".:;!,".utf8.contains(text.bytes[content.upperBound - 1]),
            !text.bytes[content].contains(where: { $0.isDecimalDigit || $0 == UInt8(ascii: ",") })
        else { return nil }
        let words = text.words(index, limit: most.words + 1)
        // `All protocols`, `Any host`: cells.
        guard !words.contains(where: { text.reads("all", $0) || text.reads("any", $0) }) else { return nil }
        let known = words.count { HeaderVocabulary.knowsWords(of: text.bytes, $0) }
        // A line that begins with a small letter is rather the rest of a sentence.
        let enough = text.firstByte(index).isCapital ? 2 : 3
        return 2...most.words ~= words.count && known > 1 && 5 * known >= enough * words.count ? words : nil
    }

    private static func isArrow(_ word: Range<Int>, in text: SourceText) -> Bool {
        let word = text.bytes[word]
        return word.elementsEqual("->".utf8) || word.elementsEqual("<->".utf8) || word.elementsEqual("=>".utf8)
            || word.count == 3 && word.first == 0xE2 && [0x86, 0x87, 0x9E, 0x9F].contains(word[word.startIndex + 1])
    }

    /// Some words as one column's header, and how unlikely that is; a known header costs 10.
    private static func header(_ words: ArraySlice<Range<Int>>, line: Int, isFirst: Bool, in text: SourceText)
        -> (column: HeaderLine.Column, cost: Int)?
    {
        var words = words
        // `Source → Destination`: an arrow belongs to neither header.
        if words.count > 1, let last = words.last, isArrow(last, in: text) { words.removeLast() }
        guard let first = words.first, let last = words.last else { return nil }
        let range = first.lowerBound..<last.upperBound
        let start = text.bytes[first.lowerBound]
        if start.isSmallLetter && !isFirst && text.firstByte(line).isCapital || start == UInt8(ascii: "(") {
            return nil
        }
        if words.count <= most.inKnownHeader, let column = HeaderLine.Column(known: range, line: line, in: text) {
            return (column, 10)
        }
        if words.count > 2, let column = joined(words, line: line, in: text) { return (column, 10) }
        if words.count > 2, let column = slashed(words, line: line, in: text) { return (column, 10) }
        if words.count == 1, text.bytes[range].contains(where: { "/:".utf8.contains($0) }),
            let role = HeaderVocabulary.role(of: String(decoding: text.bytes[range], as: UTF8.self))
        {
            let content: ColumnContent = role == .endpoint ? .party : .prose
            return (HeaderLine.Column(words: range, line: line, role: role, content: content), 12)
        }
        let known = words.map { HeaderLine.Column(known: $0, line: line, in: text) }
        // `Azure Environment`: words of the page's own before one that is a header.
        if words.count > 1, let head = known.last ?? nil, head.role.map(takesWords) == true,
            known.dropLast().allSatisfy({ $0 == nil })
        {
            return (
                HeaderLine.Column(words: range, line: line, role: head.role, content: head.content),
                12 + 2 * words.count
            )
        }
        let column = HeaderLine.Column(words: range, line: line, role: nil, content: .prose)
        // A single letter belongs to the word before it: `Feature A`.
        let startsWithLetter = first.count == 1
        return (column, 12 + 4 * words.count + 20 * known.count { $0 != nil } + (startsWithLetter ? 20 : 0))
    }

    /// Whether pages put words of their own before headers of this role; *purpose* and *port* rather stand alone.
    private static func takesWords(_ role: ColumnRole) -> Bool {
        switch role {
        case .endpoint, .service, .condition, .cloud, .region, .name, .serviceTag: true
        default: false
        }
    }

    /// `Port Number and Direction`: two headers in one.
    private static func joined(_ words: ArraySlice<Range<Int>>, line: Int, in text: SourceText) -> HeaderLine.Column? {
        guard
            let and = words.firstIndex(where: {
                text.bytes[$0].elementsEqual("and".utf8) || text.bytes[$0].elementsEqual("&".utf8)
            }),
            and > words.startIndex, and + 1 < words.endIndex,
            let left = HeaderLine.Column(
                known: words[words.startIndex].lowerBound..<words[and - 1].upperBound, line: line, in: text),
            HeaderLine.Column(
                known: words[and + 1].lowerBound..<words[words.endIndex - 1].upperBound, line: line, in: text) != nil
        else { return nil }
        var column = left
        column.words = words[words.startIndex].lowerBound..<words[words.endIndex - 1].upperBound
        return column
    }

    /// `Source / Target Network`: one column for either.
    private static func slashed(_ words: ArraySlice<Range<Int>>, line: Int, in text: SourceText) -> HeaderLine.Column? {
        guard let slash = words.firstIndex(where: { text.bytes[$0].elementsEqual("/".utf8) }),
            slash > words.startIndex, slash + 1 < words.endIndex,
            words[(slash + 2)...].allSatisfy({ !HeaderVocabulary.knowsWords(of: text.bytes, $0) })
        else { return nil }
        let known = [
            words[words.startIndex].lowerBound..<words[slash - 1].upperBound, words[slash + 1],
        ].map { HeaderVocabulary.role(ofNothingBut: text.bytes, $0) }
        let range = words[words.startIndex].lowerBound..<words[words.endIndex - 1].upperBound
        guard !known.contains(nil),
            let role = HeaderVocabulary.role(of: String(decoding: text.bytes[range], as: UTF8.self))
        else { return nil }
        return HeaderLine.Column(
            words: range, line: line, role: role, content: ColumnContent(role: role, header: range, of: text.bytes))
    }

    /// A way to divide the words so far.
    private struct Division {
        var columns: [HeaderLine.Column] = []
        var cost = 0

        static func likeliest(_ divisions: [Division], _ count: Int) -> [Division] {
            Array(divisions.sorted { ($0.cost, $0.columns.count) < ($1.cost, $1.columns.count) }.prefix(count))
        }

        func adding(_ column: HeaderLine.Column, cost: Int) -> Division {
            // Two unknown headers side by side cannot be told apart.
            let isGuess = column.role == nil && columns.last?.role == nil && !columns.isEmpty
            return Division(columns: columns + [column], cost: self.cost + cost + (isGuess ? 14 : 0))
        }

        /// The division, costlier where it has a source and no destination but a destination's port:
        /// `Source Destination Port` misread.
        var weighed: Division {
            guard columns.contains(where: { $0.role == .source }),
                !columns.contains(where: { $0.role == .destination }),
                columns.contains(where: { $0.role == .port && $0.isOfAnEnd })
            else { return self }
            return Division(columns: columns, cost: cost + 25)
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
