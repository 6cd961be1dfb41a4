/// A table at the margin that blank lines set apart: the usual case.
///
/// Its lines can be told without libcmark, which then need not parse them twice: it sees one pipe in their place. A table that
/// stands in any other way, in a list or below a line of text or before one, is found in the paragraph that libcmark makes of it.
struct StandaloneTable {
    let table: PipeTable
    let lines: [ParagraphLine]

    var firstLine: Int { lines[0].line }
    var lastLine: Int { lines[lines.count - 1].line }

    /// The table whose delimiter row stands on `delimiter` and whose header, at the margin, begins a block there; nil if it
    /// takes libcmark to tell where it ends.
    init?(_ source: SourceText, delimiter: Int) {
        let header = source.range(ofLine: delimiter - 1)
        guard let first = source.bytes[header].first, Self.isRowStart(first), !Self.beginsItem(delimiter, in: source)
        else { return nil }
        var lines = [ParagraphLine(source, line: delimiter - 1, inside: [])]
        var line = delimiter
        while line <= source.lineCount {
            let next = ParagraphLine(source, line: line, inside: [])
            guard let first = next.text.first.map({ source.bytes[$0] }) else { break }
            if source.bytes[next.text].starts(with: ":::".utf8) { break }
            guard line == delimiter || Self.isRowStart(first), next.indent <= 3 else { return nil }
            lines.append(next)
            line += 1
        }
        guard let table = PipeTable(source.bytes, lines), table.lines == lines.indices else { return nil }
        self.table = table
        self.lines = lines
    }

    /// `- | - |` is a list's item to CommonMark before it can be a delimiter row.
    private static func beginsItem(_ line: Int, in source: SourceText) -> Bool {
        let text = source.bytes[source.range(ofLine: line)].drop(while: \.isBlank)
        return text.first == UInt8(ascii: "-") && text.dropFirst().first?.isBlank == true
    }

    /// Whether a line that begins with `byte` can be nothing but a row.
    private static func isRowStart(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "|") || byte.isLetter || byte >= 0x80
    }
}
