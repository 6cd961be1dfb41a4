internal import RequirementModel

/// Lines cut out of a text to be read on their own.
struct Piece {
    private var bytes: [UInt8] = []
    private var origins: [SourcePosition] = []

    var text: SourceText { SourceText(bytes, origins: origins) }

    /// Some lines of a paragraph, without what its containers prefix.
    init(_ lines: ArraySlice<ParagraphLine>, in source: SourceText) {
        for line in lines {
            // What only continues a paragraph, and so was no delimiter row, must not become one.
            let isEscaped = line.isLazy && DelimiterRow.matches(source.bytes, line.text)
            append(line.text, indent: line.indent, of: source, line: line.line, isEscaped: isEscaped)
        }
    }

    /// All of `lines`.
    init(of lines: ClosedRange<Int>, in source: SourceText) {
        for line in lines { append(source.range(ofLine: line), indent: 0, of: source, line: line) }
    }

    /// The title and the content of a directive, indented as if it stood at the margin.
    init(of directive: Directive, in source: SourceText) {
        if case .note = directive.kind, !directive.title.isEmpty {
            append(directive.title, indent: 0, of: source, line: directive.lines.lowerBound)
            append(
                directive.title.upperBound..<directive.title.upperBound, indent: 0, of: source,
                line: directive.lines.lowerBound)
        }
        guard !directive.body.isEmpty else { return }
        let last = source.line(at: directive.body.upperBound - 1)
        let lines = source.line(at: directive.body.lowerBound)...last
        let margin = directive.indent > 0 ? directive.indent : Self.margin(of: directive.body, lines, in: source)
        for line in lines {
            var scanner = LineScanner(source, line: line)
            let isWhole = source.lineStarts[line - 1] >= directive.body.lowerBound
            if isWhole { scanner.skipBlanks(margin) }
            let indent = isWhole ? scanner.indent : 0
            scanner.skipBlanks()
            let start = max(scanner.index, directive.body.lowerBound)
            append(
                start..<max(start, min(scanner.end, directive.body.upperBound)), indent: indent, of: source, line: line)
        }
    }

    private mutating func append(
        _ text: Range<Int>, indent: Int, of source: SourceText, line: Int, isEscaped: Bool = false
    ) {
        bytes += repeatElement(0x20, count: indent)
        if isEscaped { bytes.append(UInt8(ascii: "\\")) }
        bytes += source.bytes[text]
        bytes.append(UInt8(ascii: "\n"))
        let column = text.lowerBound - source.lineStarts[line - 1] + 1
        origins.append(source.position(line: line, column: column - indent))
    }

    /// The indentation that all lines that lie wholly in `body` have in common.
    private static func margin(of body: Range<Int>, _ lines: ClosedRange<Int>, in source: SourceText) -> Int {
        lines.compactMap { line in
            let range = source.range(ofLine: line)
            let scanner = LineScanner(source, line: line)
            guard range.lowerBound >= body.lowerBound, range.upperBound <= body.upperBound, !scanner.isAtEnd else {
                return nil
            }
            return scanner.indent
        }.min() ?? 0
    }
}
