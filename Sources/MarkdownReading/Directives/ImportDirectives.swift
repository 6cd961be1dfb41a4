internal import RequirementModel

/// What brings in other files: Learn's inclusions, MDX imports.
extension DirectiveScanner {
    mutating func readInclude(_ text: Range<Int>, lineStart: Int) {
        guard let path = Inclusion.path(inLine: source.bytes[text].trimmed) else { return }
        append(
            Directive(
                .include(path: path), lines: line...line, column: column(of: text.lowerBound, lineStart: lineStart)))
    }

    mutating func readImport(_ text: Range<Int>) {
        let first = line
        var last = text
        while !source.bytes[last].contains(where: { $0 == UInt8(ascii: "'") || $0 == UInt8(ascii: "\"") }) {
            guard line < source.lineCount, line - first < 32, !last.isEmpty else { break }
            line += 1
            last = source.range(ofLine: line)
        }
        guard let module = ImportStatement(source.bytes[text.lowerBound..<last.upperBound]) else {
            line = first
            return
        }
        if let name = module.name, module.path.hasSuffix(".md") || module.path.hasSuffix(".mdx") {
            imports[name] = module.path
        }
        append(Directive(.nothing, lines: first...line, column: 0))
    }

    /// An export ends at a blank line.
    mutating func readExport(_ text: Range<Int>) {
        let word = source.bytes[text].dropFirst(7).prefix { $0.isLetter }
        guard ["const", "default", "function", "let"].contains(String(decoding: word, as: UTF8.self)) else { return }
        let first = line
        while line < source.lineCount, !source.bytes[source.range(ofLine: line + 1)].trimmed.isEmpty { line += 1 }
        append(Directive(.nothing, lines: first...line, column: 0))
    }
}
