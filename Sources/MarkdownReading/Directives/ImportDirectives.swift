internal import RequirementModel

/// What brings in other files: Learn's inclusions, MDX imports, the snippets of Python-Markdown.
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

    /// Whether the line is `--8<--`, and maybe a path in quotation marks.
    func isSnippetMark(_ text: Range<Int>) -> Bool { Self.snippet(in: source.bytes[text]) != nil }

    /// A path behind the mark, or one on each line down to the next mark.
    mutating func readSnippet(_ text: Range<Int>, lineStart: Int) {
        let column = column(of: text.lowerBound, lineStart: lineStart)
        if let path = Self.snippet(in: source.bytes[text]), !path.isEmpty {
            append(.snippet(path, line: line, column: column))
            return
        }
        let first = line + 1
        let end = (first..<min(first + 64, source.lineCount + 1)).first {
            Self.snippet(in: source.bytes[source.range(ofLine: $0)].trimmed)?.isEmpty == true
        }
        guard let end else { return }
        append(Directive(.nothing, lines: line...line, column: column))
        for number in first..<end {
            let path = source.bytes[source.range(ofLine: number)].trimmed
            guard let mark = path.first else { continue }
            // A semicolon takes a path out.
            let isPath = mark != UInt8(ascii: ";")
            append(
                isPath
                    ? .snippet(path, line: number, column: column)
                    : Directive(.nothing, lines: number...number, column: column))
        }
        append(Directive(.nothing, lines: end...end, column: column))
        line = end
    }

    /// The path of a snippet, empty where none stands on the line; nil for any other line.
    private static func snippet(in text: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        let hyphen = UInt8(ascii: "-")
        let scissors = text.drop { $0 == hyphen }
        guard scissors.startIndex > text.startIndex, scissors.starts(with: "8<-".utf8) else { return nil }
        let rest = scissors.dropFirst(3).drop { $0 == hyphen }.trimmed
        guard let quote = rest.first else { return rest }
        guard rest.count > 2, quote == rest.last, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
            return nil
        }
        return rest.dropFirst().dropLast()
    }
}

extension Directive {
    fileprivate static func snippet(_ path: ArraySlice<UInt8>, line: Int, column: Int) -> Directive {
        let path = String(decoding: path, as: UTF8.self)
        return Directive(.include(path: path, .around), lines: line...line, column: column)
    }
}
