internal import RequirementModel

/// A stretch of one source line that belongs to a cell.
struct CellPiece {
    /// The bytes.
    var range: Range<Int>
    /// The index of their line.
    var line: Int
    /// What separates them from the piece before.
    var joint = TextAssembly.Joint.space
}

extension SourceText {
    /// The text of `pieces` in order.
    func richText(_ pieces: [CellPiece]) -> RichText {
        if pieces.count == 1 { return TextAssembly.text(of: pieces[0].range, line: pieces[0].line, in: self) }
        var assembly = TextAssembly(self)
        for piece in pieces { assembly.append(piece.range, line: piece.line, after: piece.joint) }
        return assembly.finished
    }

    /// A row of `cells`, each of which may be empty.
    func row(_ part: Table.Part, _ cells: [[CellPiece]], line index: Int) -> Table.Row {
        Table.Row(
            part: part, position: position(index), cells: cells.map { cell(part, richText($0), line: index) })
    }

    /// A row whose cells are the stretches `cells` of line `index`.
    func row(_ part: Table.Part, _ cells: [Range<Int>], line index: Int) -> Table.Row {
        Table.Row(
            part: part, position: position(index),
            cells: cells.map { cell(part, TextAssembly.text(of: $0, line: index, in: self), line: index) })
    }

    private func cell(_ part: Table.Part, _ content: RichText, line index: Int) -> Table.Cell {
        var content = content
        if content.isEmpty { content.position = position(index) }
        return Table.Cell(content, isHeader: part == .header)
    }

    /// Whether so many `cells` can stand on `lines`, most of them in a few bytes each: a wide header above short rows asks for more
    /// cells than memory holds.
    func holds(cells: Int, on lines: Range<Int>) -> Bool {
        guard let first = lines.first, let last = lines.last else { return false }
        return cells <= 512 + 8 * (self.lines[last].content.upperBound - self.lines[first].start)
    }

    /// Whether `rows` can be padded to one width.
    func holds(_ rows: [Table.Row], on lines: Range<Int>) -> Bool {
        holds(cells: rows.count * rows.reduce(0) { max($0, $1.cells.count) }, on: lines)
    }

    /// How many of `headers` the vocabulary knows.
    func knownHeaders(_ headers: [[CellPiece]]) -> Int {
        headers.count { pieces in
            let header = Array(richText(pieces).text.utf8)
            return HeaderVocabulary.role(ofNothingBut: header, 0..<header.count) != nil
        }
    }
}
