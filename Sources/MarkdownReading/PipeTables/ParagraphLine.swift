internal import RequirementModel

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

    /// What is left of `line`.
    init(_ scanner: LineScanner, line: Int, isLazy: Bool) {
        var scanner = scanner
        indent = scanner.indent
        scanner.skipBlanks()
        self.line = line
        text = scanner.index..<scanner.end
        self.isLazy = isLazy
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
