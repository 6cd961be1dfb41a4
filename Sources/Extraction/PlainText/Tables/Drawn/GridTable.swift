internal import Algorithms
internal import RequirementModel

/// A table drawn with rules and bars, in ASCII (`+---+---+`) or box characters, as databases, terminals and
/// reStructuredText draw it.
///
/// Where rules stand between rows, a row may take several lines, a missing bar is a cell over several columns, and a gap in a
/// rule a cell over several rows. Where they do not, each line is a row.
struct GridTable {
    private let text: SourceText
    private let lines: [Line]
    /// The screen columns of the bars, the outer ones included.
    private let bars: [Int]

    private struct Line {
        var index: Int
        var screen: ScreenLine
        var isRule: Bool
    }

    /// The table whose upper rule is line `index`.
    static func match(in text: SourceText, at index: Int, end: Int) -> Match? {
        guard isRule(index, in: text) else { return nil }
        var lines: [Line] = []
        var bars: Set<Int> = []
        var next = index
        while next < end, next == index || !text.lines[next].followsBlank, startsWithBar(next, in: text),
            text.lines[next].content.count <= BlockScanner.longestLine
        {
            let line = Line(index: next, screen: ScreenLine(text, line: next), isRule: isRule(next, in: text))
            if line.isRule {
                for column in 0..<line.screen.width where BoxCharacter(line.screen.character(column)) == .joint {
                    bars.insert(column)
                }
            }
            // A table has a row soon, and is not wider than one can be.
            guard bars.count <= DrawnTable.mostColumns, next < index + 3 || lines.contains(where: { !$0.isRule }) else {
                return nil
            }
            lines.append(line)
            next += 1
        }
        guard bars.count > 1, text.holds(cells: lines.count * bars.count, on: index..<next) else { return nil }
        let rows = GridTable(text: text, lines: lines, bars: bars.sorted()).rows()
        guard rows.count > 1 else { return nil }
        return Match([.table(Table(position: text.position(index), rows: rows))], next: next)
    }

    /// The rows: the lines between two rules, or each line where no more rules come than around header and body.
    private func rows() -> [Table.Row] {
        var bands = lines.split { $0.isRule }.map(Array.init)
        let endsHeader = lines.dropFirst().first { $0.isRule && text.content($0.index).contains(UInt8(ascii: "=")) }
        let headerBands = endsHeader.map { rule in bands.count { ($0.first?.index ?? 0) < rule.index } } ?? 1
        if bands.count == headerBands + 1, let body = bands.popLast() { bands += loose(body) }
        var rows: [Table.Row] = []
        for (index, band) in bands.enumerated() {
            guard let first = band.first else { continue }
            var cells = cells(of: band)
            let above = first.index - 1 - lines[0].index
            if index > 0, above >= 0, lines[above].isRule {
                for column in cells.indices
                where column < rows[rows.count - 1].cells.count && isOpen(lines[above], below: column) {
                    cells[column] = Table.Cell(rows[rows.count - 1].cells[column].content, origin: .spannedFromAbove)
                }
            }
            let part: Table.Part = index < headerBands ? .header : .body
            if part == .header { for column in cells.indices { cells[column].isHeader = true } }
            rows.append(Table.Row(part: part, position: text.position(first.index), cells: cells))
        }
        return rows
    }

    /// Each line a row of its own, but for those that have nothing in their first column, or go on with all that they have
    /// behind a comma.
    private func loose(_ band: [Line]) -> [[Line]] {
        var rows: [[Line]] = []
        for line in band {
            let isPart = rows.last?.last.map { goesOn(with: line, from: $0) } ?? false
            if rows.isEmpty || !line.screen.isBlank(bars[0] + 1..<bars[1]) && !isPart {
                rows.append([line])
            } else {
                rows[rows.count - 1].append(line)
            }
        }
        return rows
    }

    /// Whether what stands in `line` stands behind a comma or slash in the line above, each cell of it.
    private func goesOn(with line: Line, from above: Line) -> Bool {
        bars.adjacentPairs().allSatisfy { left, right in
            let below = Blanks.trim(line.screen.bytes(left + 1..<right), in: text.bytes)
            let end = text.bytes[Blanks.trim(above.screen.bytes(left + 1..<right), in: text.bytes)].last
            return below.isEmpty || end == UInt8(ascii: ",") || end == UInt8(ascii: "/")
        }
    }

    /// The cells of a row that takes the lines of `band`.
    private func cells(of band: [Line]) -> [Table.Cell] {
        var cells: [Table.Cell] = []
        var start = 0
        while start + 1 < bars.count {
            var end = start + 1
            while end + 1 < bars.count, !band.contains(where: { $0.screen.holdsBar(bars[end]) }) { end += 1 }
            let pieces = band.map { line in
                let range = Blanks.trim(line.screen.bytes(bars[start] + 1..<bars[end]), in: text.bytes)
                return CellPiece(range: range, line: line.index, joint: startsItem(range) ? .lineBreak : .space)
            }
            var content = text.richText(pieces)
            if content.isEmpty, let first = band.first { content.position = text.position(first.index) }
            cells.append(Table.Cell(content))
            cells += repeatElement(Table.Cell(content, origin: .spannedFromLeft), count: end - start - 1)
            start = end
        }
        return cells
    }

    private func startsItem(_ range: Range<Int>) -> Bool {
        range.count > 1 && "-*".utf8.contains(text.bytes[range.lowerBound]) && text.bytes[range.lowerBound + 1] == 0x20
    }

    /// Whether `rule` has a gap in `column`: the cell above goes on below.
    private func isOpen(_ rule: Line, below column: Int) -> Bool {
        let middle = (bars[column] + bars[column + 1]) / 2
        return bars[column] + 1 < bars[column + 1]
            && ![.line, .joint].contains(BoxCharacter(rule.screen.character(middle)))
    }

    /// Whether line `index` begins with a joint or a bar and somewhere runs on from a joint: a rule, if only in part.
    private static func isRule(_ index: Int, in text: SourceText) -> Bool {
        guard startsWithBar(index, in: text) else { return false }
        let content = text.lines[index].content
        return content.indices.dropLast().contains { place in
            let character = BoxCharacter(text.bytes[place..<content.upperBound])
            return character == .joint
                && BoxCharacter(text.bytes[place..<content.upperBound].dropFirst(text.bytes[place] < 0x80 ? 1 : 3))
                    == .line
        }
    }

    private static func startsWithBar(_ index: Int, in text: SourceText) -> Bool {
        let first = BoxCharacter(text.content(index))
        return first == .bar || first == .joint
    }
}

/// The part that a character plays in a drawn table.
enum BoxCharacter {
    /// Where rules and bars meet: `+`, `┌`, `╬`.
    case joint
    /// Part of a rule: `-`, `=`, `─`.
    case line
    /// Between cells: `|`, `│`.
    case bar

    /// The part of the character at the start of `bytes`; nil for any other.
    init?(_ bytes: ArraySlice<UInt8>) {
        switch bytes.first {
        case UInt8(ascii: "+"): self = .joint
        case UInt8(ascii: "|"): self = .bar
        case UInt8(ascii: "-"), UInt8(ascii: "="): self = .line
        case 0xE2 where bytes.count >= 3:
            // U+2500 to U+257F: light and heavy lines first, double ones from U+2550, rounded corners from U+256D.
            let second = bytes[bytes.startIndex + 1]
            switch (second, bytes[bytes.startIndex + 2]) {
            case (0x94, 0x80), (0x94, 0x81), (0x95, 0x90): self = .line
            case (0x94, 0x82), (0x94, 0x83), (0x95, 0x91): self = .bar
            case (0x94, 0x8C...0xBF), (0x95, 0x80...0x8B), (0x95, 0x92...0xB0): self = .joint
            default: return nil
            }
        default: return nil
        }
    }
}
