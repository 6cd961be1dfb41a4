/// A table among the lines of a paragraph.
struct PipeTable {
    /// Indices of its lines: the header row, the delimiter row and the body rows.
    private(set) var lines: Range<Int>
    /// The cells of the header row and the body rows.
    private(set) var rows = PipeRows()

    /// The header's number of cells.
    var width: Int { rows[0].count }

    /// The first table in `candidates`; a line that underlines those above it makes a heading of them, and no table.
    init?(_ bytes: [UInt8], _ candidates: [ParagraphLine]) {
        for delimiter in candidates.indices.dropFirst() {
            let line = candidates[delimiter]
            guard !line.isLazy, line.indent <= 3, DelimiterRow.matches(bytes, line.text), !line.isUnderline(in: bytes)
            else { continue }
            // In a lazy line the blanks before an edge pipe are a cell to cmark-gfm.
            let header = candidates[delimiter - 1]
            let isFramed = !(header.isLazy && header.indent > 0)
            rows = PipeRows()
            guard rows.append(bytes, header.text, isFramed: isFramed), rows.append(bytes, line.text),
                rows[0].count == rows[1].count
            else { continue }
            rows.removeLast()
            if let last = candidates.last {
                rows.reserve(candidates.count - delimiter - 1, bytes: last.text.upperBound - line.text.upperBound)
            }
            lines = delimiter - 1..<delimiter + 1
            extend(bytes, candidates)
            return
        }
        return nil
    }

    /// Adds the rows that follow in `candidates`, up to a line that is none.
    mutating func extend(_ bytes: [UInt8], _ candidates: [ParagraphLine]) {
        var end = lines.upperBound
        while end < candidates.count, !candidates[end].isLazy, !BlockStart.begins(bytes, candidates[end]),
            rows.append(bytes, candidates[end].text)
        {
            end += 1
        }
        lines = lines.lowerBound..<end
    }
}
