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

    /// A paragraph's first line, whose text begins at the 1-based `column`.
    init(first line: Int, from column: Int, of source: SourceText) {
        self.line = line
        let range = source.range(ofLine: line)
        text = min(range.lowerBound + column - 1, range.upperBound)..<range.upperBound
        indent = 0
        isLazy = false
    }

    /// A further line, which repeats the prefixes of `containers`.
    init(_ source: SourceText, line: Int, inside containers: [Container]) {
        var scanner = LineScanner(source, line: line)
        isLazy = !containers.allSatisfy { scanner.enter($0) }
        indent = scanner.indent
        scanner.skipBlanks()
        self.line = line
        text = scanner.index..<scanner.end
    }
}

extension ParagraphLine {
    /// Whether it makes a heading of the lines above.
    func isUnderline(in bytes: [UInt8]) -> Bool {
        let text = bytes[text].trimmed
        guard !isLazy, indent <= 3, let mark = text.first else { return false }
        return (mark == UInt8(ascii: "-") || mark == UInt8(ascii: "=")) && text.allSatisfy { $0 == mark }
    }
}

/// Which lines of a paragraph are a table.
struct PipeTable {
    /// Indices of the header row, the delimiter row and the body rows.
    let rows: Range<Int>
    /// The header's number of cells.
    let width: Int

    /// The first table in `lines`; the one at `underline` makes a heading of those above it, unless they are a table.
    init?(_ bytes: [UInt8], _ lines: [ParagraphLine], underline: Int? = nil) {
        let delimiters = lines.indices.dropFirst().lazy.filter {
            $0 != underline && !lines[$0].isLazy && lines[$0].indent <= 3 && PipeRow.isDelimiter(bytes, lines[$0].text)
        }
        for delimiter in delimiters {
            // In a lazy line the blanks before an edge pipe are a cell to cmark-gfm.
            let header = lines[delimiter - 1]
            if header.isLazy, header.indent > 0, bytes[header.text.lowerBound] == UInt8(ascii: "|") { continue }
            guard let cells = PipeRow(bytes, header.text)?.cells,
                cells.count == PipeRow(bytes, lines[delimiter].text)?.cells.count
            else { continue }
            var end = delimiter + 1
            while end < lines.count, !lines[end].isLazy, !BlockStart.begins(bytes, lines[end]),
                PipeRow(bytes, lines[end].text) != nil
            {
                end += 1
            }
            rows = delimiter - 1..<end
            width = cells.count
            return
        }
        return nil
    }
}
