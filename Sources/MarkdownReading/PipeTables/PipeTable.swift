/// A line of a paragraph without what its containers prefix.
struct ParagraphLine {
    /// 1-based in the text at hand.
    let line: Int
    /// Its visible bytes.
    let text: Range<Int>
    /// The columns of white space before them.
    let indent: Int
    /// Whether it lacks a container's prefix and only continues a paragraph.
    let isLazy: Bool

    init(_ source: SourceText, line: Int, inside containers: [Container]) {
        var scanner = LineScanner(source, line: line)
        isLazy = !containers.allSatisfy { scanner.enter($0) }
        indent = scanner.indent
        scanner.skipBlanks()
        self.line = line
        text = scanner.index..<scanner.end
    }
}

/// Which lines of a paragraph are a table.
struct PipeTable {
    /// Indices of the header row, the delimiter row and the body rows.
    let rows: Range<Int>
    /// The header's number of cells.
    let width: Int

    /// The first table in the lines of a paragraph.
    init?(_ bytes: [UInt8], _ lines: [ParagraphLine]) {
        // The line before the first delimiter row decides: cmark-gfm gives a paragraph only one chance.
        guard
            let delimiter = lines.indices.dropFirst().first(where: {
                !lines[$0].isLazy && lines[$0].indent <= 3 && PipeRow.isDelimiter(bytes, lines[$0].text)
            }),
            let header = PipeRow(bytes, lines[delimiter - 1].text),
            let columns = PipeRow(bytes, lines[delimiter].text), header.cells.count == columns.cells.count
        else { return nil }
        var end = delimiter + 1
        while end < lines.count, !lines[end].isLazy, !BlockStart.begins(bytes, lines[end]),
            PipeRow(bytes, lines[end].text) != nil
        {
            end += 1
        }
        rows = delimiter - 1..<end
        width = header.cells.count
    }
}
