internal import RequirementModel

extension BlockScanner {
    /// What reStructuredText marks with two dots at line `index`: notes, tables, listings, other files, and comments.
    func directive(at index: Int, end: Int, depth: Int) -> Match? {
        guard text.line(index, hasPrefix: ".. "), let directive = Directive(text, line: index) else { return nil }
        // What is indented below it belongs to it; what is not is none of its content.
        var next = index + 1
        while next < end, text.lines[next].indent > text.lines[index].indent { next += 1 }
        var start = index + 1
        while start < next, !text.lines[start].followsBlank, text.firstByte(start) == UInt8(ascii: ":") { start += 1 }
        let position = text.position(index)
        switch directive.name {
        case let kind where NoteMark.kinds.value(of: kind) != nil:
            let title = Draft.paragraph(TextAssembly.text(of: directive.argument, line: index, in: text))
            let content = scan(start..<next, depth: depth + 1)
            let note = Note(kind: kind, position: position, blocks: (title + content.drafts).flatMap(\.blocks))
            return Match(drafts: [.block(.note(note))], remarks: content.remarks, next: next)
        case "code-block", "code", "sourcecode", "parsed-literal":
            let info = String(decoding: text.bytes[directive.argument], as: UTF8.self)
            return Match([.code(codeBlock(start..<next, info: info))], next: next)
        case "include":
            let path = String(decoding: text.bytes[directive.argument], as: UTF8.self)
            return Match([.include(Inclusion(path: path, position: position))], next: next)
        case "list-table":
            let headers = (index + 1..<start).contains { text.line($0, hasPrefix: ":header-rows: 1") } ? 1 : 0
            return ListTable.match(in: text, start..<next, headers: headers).map { Match([.table($0)], next: next) }
        case "csv-table":
            return CommaTable.match(in: text, start..<next, options: index + 1..<start)
                .map { Match([.table($0)], next: next) }
        case "":
            return Match([], next: next)
        default:
            return Match([], next: start)
        }
    }
}

/// `.. name:: argument`, or a comment, which has no name.
struct Directive {
    /// Its name; empty for comments, targets and substitutions.
    var name: String
    /// What follows the name on its line.
    var argument: Range<Int>

    /// The directive in line `index`.
    init?(_ text: SourceText, line index: Int) {
        let content = text.lines[index].content
        let start = Blanks.trim(content.lowerBound + 2..<content.upperBound, in: text.bytes).lowerBound
        let letters = text.bytes[start..<content.upperBound].prefix { $0.isSmallLetter || $0 == UInt8(ascii: "-") }
        let isNamed = !letters.isEmpty && text.hasPrefix("::", at: letters.endIndex, end: content.upperBound)
        name = isNamed ? String(decoding: letters, as: UTF8.self) : ""
        argument = Blanks.trim(
            isNamed ? letters.endIndex + 2..<content.upperBound : content.upperBound..<content.upperBound,
            in: text.bytes)
    }
}

/// A table written as a list of lists: `* -` begins a row, `-` a cell.
enum ListTable {
    /// The table in `lines`, its first `headers` rows headers.
    static func match(in text: SourceText, _ lines: Range<Int>, headers: Int) -> Table? {
        var rows: [PiecedRow] = []
        for line in lines {
            var content = text.lines[line].content
            if text.line(line, hasPrefix: "* -") {
                rows.append(PiecedRow([[]], line: line))
                content = content.lowerBound + 3..<content.upperBound
            } else if text.firstByte(line) == UInt8(ascii: "-"), !rows.isEmpty,
                text.lines[line].indent <= text.lines[rows[rows.count - 1].line].indent + 4
            {
                rows[rows.count - 1].cells.append([])
                content = content.lowerBound + 1..<content.upperBound
            }
            guard !rows.isEmpty else { continue }
            let (row, cell) = (rows.count - 1, rows[rows.count - 1].cells.count - 1)
            let joint: TextAssembly.Joint =
                text.lines[line].followsBlank || ListMarker(text, line: line) != nil ? .lineBreak : .space
            rows[row].cells[cell].append(CellPiece(range: content, line: line, joint: joint))
        }
        let table = rows.enumerated().map { text.row($0 < headers ? .header : .body, $1.cells, line: $1.line) }
        guard let first = table.first, text.holds(table, on: lines) else { return nil }
        return Table(position: first.position, rows: table)
    }
}
