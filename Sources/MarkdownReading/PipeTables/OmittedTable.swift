internal import RequirementModel

/// A table whose place libcmark sees taken by something else.
struct OmittedTable {
    let table: PipeTable
    /// The lines among which it stands.
    let lines: [ParagraphLine]
    /// What libcmark sees.
    let omission: Omission
    /// The line on which that begins.
    let place: Int

    var firstLine: Int { omission.lines.lowerBound }
    var lastLine: Int { omission.lines.upperBound }
}

extension OmittedTable {
    /// A table at the margin that blank lines set apart, the usual case: its delimiter row stands on `delimiter` and its header
    /// begins a block there; nil if it takes libcmark to tell where it ends.
    ///
    /// Its lines can be told without libcmark, which then need not parse them twice: it sees one pipe in their place. A table that
    /// stands in any other way, in a list or below a line of text or before one, is found in the paragraph that libcmark makes of it.
    init?(standingAloneIn source: SourceText, delimiter: Int) {
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
        place = delimiter - 1
        omission = Omission(standingAlone: place...line - 1)
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

extension OmittedTable {
    /// A table that ends within what libcmark takes for one paragraph of `paragraph`, to be read anew.
    ///
    /// libcmark sees a comment in the place of each line, which ends where it stands as a row does: what goes on with a paragraph
    /// alone does not go on with it, and any block may begin below it.
    init(_ table: PipeTable, among paragraph: [ParagraphLine], of source: SourceText) {
        self.table = table
        lines = paragraph
        let rows = paragraph[table.lines]
        // A header that only goes on with a paragraph is empty words of that.
        let header = rows.startIndex
        let isText = rows[header].isLazy || rows[header].indent > 3
        place = rows[isText ? header + 1 : header].line
        var placeholder: [UInt8] = []
        for (index, row) in zip(rows.indices, rows) {
            placeholder += source.bytes[source.range(ofLine: row.line).lowerBound..<row.text.lowerBound]
            placeholder += (index == header && isText ? "<wbr>\n" : "<!---->\n").utf8
        }
        omission = Omission(lines: rows[header].line...rows[rows.endIndex - 1].line, placeholder: placeholder)
    }
}
