internal import RequirementModel

/// A table whose cells are lined up by runs of blanks, as `column -t` and many a text file do.
///
/// A cell belongs to the header with which it lines up at its start or its end. Text set in full lines has runs of blanks,
/// too, so headers that the vocabulary does not know need rows below them that have all their cells.
enum AlignedTable {
    /// So many full rows make a table of headers that are not known.
    private static let enough = 3

    /// The table whose headers are line `index`.
    static func match(in text: SourceText, at index: Int, end: Int) -> Match? {
        guard index + 1 < end, let headers = stretches(of: index, in: text),
            2...DrawnTable.mostColumns ~= headers.count
        else { return nil }
        let screen = ScreenLine(text, line: index)
        let titles = headers.map { [CellPiece(range: screen.bytes($0), line: index)] }
        if text.lines[index + 1].followsBlank { return spreadMatch(titles, headers, at: index, end: end, in: text) }
        guard
            text.knownHeaders(titles) > 0 || areFull(index + 1..<min(end, index + 1 + enough), under: headers, in: text)
        else { return nil }
        let anchors = anchors(titles, in: text)
        var rows: [PiecedRow] = []
        var next = index + 1
        while next < end, !text.lines[next].followsBlank, let cells = cells(of: next, under: headers, in: text) {
            // What has neither port nor protocol, where each row has, goes on with a long cell above.
            let carriesOn =
                cells[0].isEmpty
                || !anchors.isEmpty && anchors.allSatisfy { cells[$0].isEmpty }
                    && rows.last.map { row in anchors.allSatisfy { !row.cells[$0].isEmpty } } == true
            if carriesOn, !rows.isEmpty {
                rows[rows.count - 1].append(cells)
            } else {
                // The first row shows that the headers are some.
                if rows.isEmpty, cells.count(where: { !$0.isEmpty }) < 2 { return nil }
                rows.append(PiecedRow(cells, line: next))
            }
            next += 1
            guard text.holds(cells: rows.count * titles.count, on: index..<next) else { return nil }
        }
        return text.table(of: rows, under: titles, line: index, next: next)
    }

    /// The table whose rows blank lines part, each of which may take several lines: what `pdftotext -layout` makes of one.
    private static func spreadMatch(
        _ titles: [[CellPiece]], _ headers: [Range<Int>], at index: Int, end: Int, in text: SourceText
    ) -> Match? {
        let anchors = anchors(titles, in: text)
        guard text.knownHeaders(titles) == titles.count, !anchors.isEmpty else { return nil }
        var rows: [PiecedRow] = []
        var next = index + 1
        while next < end, let cells = cells(of: next, under: headers, in: text) {
            if !text.lines[next].followsBlank {
                rows[rows.count - 1].append(cells)
            } else if anchors.allSatisfy({ !cells[$0].isEmpty }) {
                rows.append(PiecedRow(cells, line: next))
            } else {
                break
            }
            next += 1
            guard text.holds(cells: rows.count * titles.count, on: index..<next) else { return nil }
        }
        return text.table(of: rows, under: titles, line: index, next: next)
    }

    /// The columns of protocols and ports: both, or none.
    private static func anchors(_ titles: [[CellPiece]], in text: SourceText) -> [Int] {
        let contents = titles.map { pieces in
            let header = Array(text.richText(pieces).text.utf8)
            let role = HeaderVocabulary.role(ofNothingBut: header, header.indices)
            return ColumnContent(role: role, header: header.indices, of: header)
        }
        let anchors = contents.indices.filter { contents[$0] == .port || contents[$0] == .protocol }
        return anchors.count > 1 ? anchors : []
    }

    /// Whether each of `lines` has a cell under each of at least three headers.
    private static func areFull(_ lines: Range<Int>, under headers: [Range<Int>], in text: SourceText) -> Bool {
        lines.count == enough && headers.count >= 3
            && areWords(headers, in: ScreenLine(text, line: lines.lowerBound - 1), of: text)
            && lines.allSatisfy { line in
                !text.lines[line].followsBlank
                    && cells(of: line, under: headers, in: text)?.allSatisfy { !$0.isEmpty } == true
            }
    }

    private static func areWords(_ headers: [Range<Int>], in screen: ScreenLine, of text: SourceText) -> Bool {
        headers.allSatisfy { text.bytes[screen.bytes($0)].first?.isWordLetter == true }
    }

    /// The stretches of line `index` between runs of blanks; nil when it has no such run.
    private static func stretches(of index: Int, in text: SourceText) -> [Range<Int>]? {
        let content = text.lines[index].content
        guard content.count <= 2048, !text.endsSentence(index), text.hasRunOfBlanks(content) else { return nil }
        return ScreenLine(text, line: index).stretches(dividedBy: 2)
    }

    /// The cells of line `index`, one for each header; nil when it does not line up with them.
    private static func cells(of index: Int, under headers: [Range<Int>], in text: SourceText) -> [[CellPiece]]? {
        guard text.lines[index].content.count <= BlockScanner.longestLine else { return nil }
        let screen = ScreenLine(text, line: index)
        var cells: [[CellPiece]] = Array(repeating: [], count: headers.count)
        var next = 0
        for stretch in screen.stretches(dividedBy: 2) {
            guard let column = (next..<headers.count).first(where: { isUnder(stretch, headers[$0]) }) else {
                return nil
            }
            cells[column] = [CellPiece(range: screen.bytes(stretch), line: index)]
            next = column + 1
        }
        return cells
    }

    private static func isUnder(_ stretch: Range<Int>, _ header: Range<Int>) -> Bool {
        abs(stretch.lowerBound - header.lowerBound) <= 1 || abs(stretch.upperBound - header.upperBound) <= 1
    }
}

extension SourceText {
    /// Whether two blanks stand side by side in `range`.
    func hasRunOfBlanks(_ range: Range<Int>) -> Bool {
        let bytes = bytes.span
        var isBehindBlank = false
        for place in range {
            let isBlank = bytes[place] == 0x20 || bytes[place] == 0x09
            if isBlank, isBehindBlank { return true }
            isBehindBlank = isBlank
        }
        return false
    }
}
