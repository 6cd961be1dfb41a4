internal import RequirementModel

/// A table between two lines `|===`: each bar begins a cell, the number of columns comes from the attributes above the table
/// or from its first line.
struct AsciiDocTable {
    private let text: SourceText
    private var cells: [Cell] = []

    private struct Cell {
        var pieces: [CellPiece]
        var spec: CellSpec
        var line: Int
    }

    /// The table whose upper `|===` is line `index`.
    static func match(in text: SourceText, at index: Int, end: Int) -> Match? {
        let last = (index + 1..<max(end, index + 1)).first { text.line($0, hasPrefix: "|===") } ?? end
        var table = AsciiDocTable(text: text)
        for line in index + 1..<last { table.read(line) }
        let attributes = index > 0 ? AsciiDocAttributes(text, line: index - 1) : nil
        let next = min(last + 1, end)
        if let rows = table.rows(attributes, on: index..<last) {
            return Match([.table(Table(position: text.position(index), rows: rows))], next: next)
        }
        guard let first = table.cells.first?.line else { return Match([], next: next) }
        // What cannot be a table is there to be seen.
        let words = text.bytes[text.lines[first].content.lowerBound..<text.lines[last - 1].content.upperBound]
        let code = CodeBlock(info: "", text: String(decoding: words, as: UTF8.self), position: text.position(first))
        return Match([.code(code)], next: next)
    }

    private init(text: SourceText) { self.text = text }

    /// Divides line `index` at its bars.
    private mutating func read(_ index: Int) {
        let content = text.lines[index].content
        var start = content.lowerBound
        for place in content where text.bytes[place] == UInt8(ascii: "|") {
            if place > content.lowerBound, text.bytes[place - 1] == UInt8(ascii: "\\") { continue }
            let spec = CellSpec(endingAt: place, from: start, in: text)
            append(start..<spec.start, line: index)
            cells.append(Cell(pieces: [], spec: spec, line: index))
            start = place + 1
        }
        append(start..<content.upperBound, line: index)
    }

    /// Adds `range` to the cell begun last; items of a list stand on lines of their own.
    private mutating func append(_ range: Range<Int>, line index: Int) {
        var range = Blanks.trim(range, in: text.bytes)
        guard !cells.isEmpty, !range.isEmpty else { return }
        let isItem =
            range.count > 2 && text.bytes[range.lowerBound + 1] == 0x20
            && "*-".utf8.contains(text.bytes[range.lowerBound])
        if isItem { range = range.lowerBound + 2..<range.upperBound }
        let isApart = isItem || text.lines[index].followsBlank
        cells[cells.count - 1].pieces.append(CellPiece(range: range, line: index, joint: isApart ? .lineBreak : .space))
    }

    /// The cells in rows, spans filled in.
    private func rows(_ attributes: AsciiDocAttributes?, on lines: Range<Int>) -> [Table.Row]? {
        guard let first = cells.first else { return nil }
        let firstLine = cells.prefix { $0.line == first.line }
        let width = attributes?.columns ?? firstLine.reduce(0) { $0 + $1.spec.columns * $1.spec.repeats }
        guard 1...DrawnTable.mostColumns ~= width else { return nil }
        let isFirstApart =
            firstLine.count == width && cells.count > width && text.lines[cells[width].line].followsBlank
        var grid = AsciiDocGrid(width: width)
        for cell in cells {
            var content = text.richText(cell.pieces)
            let position = text.position(cell.line)
            if content.isEmpty { content.position = position }
            for _ in 0..<min(cell.spec.repeats, width) {
                guard text.holds(cells: grid.count, on: lines) else { return nil }
                grid.place(content, columns: cell.spec.columns, rows: cell.spec.rows, at: position)
            }
        }
        return grid.finished(hasHeader: attributes?.hasHeader == true || isFirstApart)
    }
}

/// Cells put side by side until a row is full.
private struct AsciiDocGrid {
    let width: Int
    private var rows: [Table.Row] = []
    private var row: [Table.Cell] = []
    private var position = SourcePosition.unknown
    /// How many cells there are.
    var count: Int { rows.count * width + row.count }
    /// For each column the cell that goes on below, and for how many rows.
    private var above: [(content: RichText, rows: Int)?]

    init(width: Int) {
        self.width = width
        above = Array(repeating: nil, count: width)
    }

    mutating func place(_ content: RichText, columns: Int, rows: Int, at position: SourcePosition) {
        if row.isEmpty {
            self.position = position
            // Spans that leave no room for any cell are a mistake.
            if above.allSatisfy({ $0 != nil }) { above = Array(repeating: nil, count: width) }
        }
        fillFromAbove()
        for column in 0..<min(columns, width - row.count) {
            if rows > 1 { above[row.count] = (content, rows - 1) }
            row.append(Table.Cell(content, origin: column == 0 ? .own : .spannedFromLeft))
        }
        fillFromAbove()
        if row.count == width { close() }
    }

    /// The rows, the first of them the header if there is one.
    func finished(hasHeader: Bool) -> [Table.Row] {
        var whole = self
        if !row.isEmpty { whole.close() }
        guard hasHeader, var first = whole.rows.first else { return whole.rows }
        first.part = .header
        for column in first.cells.indices { first.cells[column].isHeader = true }
        return [first] + whole.rows.dropFirst()
    }

    private mutating func fillFromAbove() {
        while row.count < width, let open = above[row.count] {
            above[row.count] = open.rows > 1 ? (open.content, open.rows - 1) : nil
            row.append(Table.Cell(open.content, origin: .spannedFromAbove))
        }
    }

    private mutating func close() {
        rows.append(Table.Row(part: .body, position: position, cells: row))
        row = []
    }
}

/// What stands before a cell's bar: `2+`, `.3+`, `3*`, `a`.
private struct CellSpec {
    var columns = 1
    var rows = 1
    var repeats = 1
    /// Where it begins.
    var start: Int

    /// The specification that ends at the bar at `place`, none of it before `limit`.
    init(endingAt place: Int, from limit: Int, in text: SourceText) {
        var start = place
        while start > limit, Blanks.length(in: text.bytes, before: start, start: limit) == 0, place - start < 16 {
            start -= 1
        }
        self.start = place
        let spec = text.bytes[start..<place]
        guard !spec.isEmpty, start == limit || Blanks.length(in: text.bytes, before: start, start: limit) > 0,
            spec.allSatisfy({ $0.isDecimalDigit || ".+*<^>aehlmdsv".utf8.contains($0) })
        else { return }
        self.start = start
        let digits = spec.prefix { $0.isDecimalDigit || $0 == UInt8(ascii: ".") }
        let numbers = digits.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false).map {
            max(1, Int(String(decoding: $0.prefix(6), as: UTF8.self)) ?? 1)
        }
        switch spec.dropFirst(digits.count).first {
        case UInt8(ascii: "*"): repeats = numbers.first ?? 1
        case UInt8(ascii: "+"):
            columns = numbers.first ?? 1
            rows = numbers.count > 1 ? numbers[1] : 1
        default: return
        }
    }
}

/// What the line above a table says of it: `[cols="1,2*",options="header"]`.
private struct AsciiDocAttributes {
    /// How many columns; nil when it does not say.
    var columns: Int?
    var hasHeader: Bool

    /// The attributes in line `index`.
    init?(_ text: SourceText, line index: Int) {
        guard text.firstByte(index) == UInt8(ascii: "["), text.lines[index].content.count <= 1024 else { return nil }
        let line = String(decoding: text.content(index).dropFirst().dropLast(), as: UTF8.self)
        hasHeader = line.contains("header")
        // The last one counts, as with any attribute.
        for part in line.split(separator: "cols=").dropFirst(line.hasPrefix("cols=") ? 0 : 1) {
            let isQuoted = part.hasPrefix("\"")
            let value = part.drop { $0 == "\"" }.prefix { isQuoted ? $0 != "\"" : $0 != "," }
            if let count = Int(value) {
                columns = min(max(count, 1), DrawnTable.mostColumns)
                continue
            }
            columns = value.split(separator: ",", omittingEmptySubsequences: false).reduce(0) { sum, column in
                let count = column.contains("*") ? Int(column.prefix { $0 != "*" }.filter { $0 != " " }) ?? 1 : 1
                return sum + min(max(count, 1), DrawnTable.mostColumns)
            }
        }
    }
}
