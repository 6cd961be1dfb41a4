internal import RequirementModel

/// Docusaurus and Learn `:::`, MkDocs `!!!`, `???` and `===`.
extension DirectiveScanner {
    mutating func readColons(_ text: Range<Int>, lineStart: Int) {
        let bytes = source.bytes[text]
        let colons = bytes.prefix { $0 == UInt8(ascii: ":") }.count
        let column = column(of: text.lowerBound, lineStart: lineStart)
        let rest = bytes.dropFirst(colons).trimmed
        let word = rest.prefix { $0.isLetter || $0 == UInt8(ascii: "-") }
        if rest.isEmpty {
            if let index = open.lastIndex(where: { $0.marker == .colons(colons) }) {
                close(index, bodyEnd: lineStart, lastLine: line)
            } else {
                append(Directive(.nothing, lines: line...line, column: column))
            }
        } else if column == 0, rest.first == UInt8(ascii: "{"),
            let fence = FenceDirective(String(decoding: rest, as: UTF8.self))
        {
            begin(Directive(.fence(fence), lines: line...line, column: column), .colons(colons))
        } else if let kind = AdmonitionKind.named(word) {
            var directive = Directive(.note(kind), lines: line...line, column: column)
            directive.indent = column
            directive.title = Self.title(after: word, in: rest)
            begin(directive, .colons(colons))
        } else if let layout = Self.layouts.first(where: { word.elementsEqual($0.utf8) }) {
            // What stands in rows and columns may be indented, and is no code for that.
            begin(Directive(.group, lines: line...line, column: column), .layout(layout))
        } else if let layout = Self.layouts.first(where: { word.elementsEqual("\($0)-end".utf8) }),
            let index = open.lastIndex(where: { $0.marker == .layout(layout) })
        {
            close(index, bodyEnd: lineStart, lastLine: line)
        } else {
            append(Directive(.nothing, lines: line...line, column: column))
        }
    }

    /// Learn's grid: `:::row:::`, `:::column span="2":::` and their ends.
    private static let layouts = ["row", "column"]

    /// What follows the kind: `Title`, `[Title]`, `{title="…"}`.
    private static func title(after word: ArraySlice<UInt8>, in rest: ArraySlice<UInt8>) -> Range<Int> {
        var title = rest[word.endIndex...].trimmed
        if title.first == UInt8(ascii: "["), let end = title.firstIndex(of: UInt8(ascii: "]")) {
            title = title[(title.startIndex + 1)..<end]
        } else if title.first == UInt8(ascii: "{") {
            title = title.suffix(0)
        }
        return title.startIndex..<title.endIndex
    }

    mutating func readIndented(_ text: Range<Int>, lineStart: Int) {
        let bytes = source.bytes[text]
        let column = column(of: text.lowerBound, lineStart: lineStart)
        var rest = bytes.dropFirst(3)
        if rest.first == UInt8(ascii: "+") { rest = rest.dropFirst() }
        rest = rest.trimmed
        var kind = Directive.Kind.tab
        if bytes.first != UInt8(ascii: "=") {
            let word = rest.prefix { $0.isLetter || $0 == UInt8(ascii: "-") }
            guard !word.isEmpty else { return }
            kind = .note(AdmonitionKind.named(word) ?? String(decoding: word.map(\.lowercased), as: UTF8.self))
            rest = rest[word.endIndex...].trimmed
        }
        var directive = Directive(kind, lines: line...line, column: column)
        if let quote = rest.firstIndex(of: UInt8(ascii: "\"")),
            let end = rest.lastIndex(of: UInt8(ascii: "\"")), quote < end
        {
            directive.title = (quote + 1)..<end
        }
        directive.indent = column + 4
        begin(directive, .indented(column + 4))
    }

    /// Ends the bodies that the line at hand, indented by `column`, is no longer part of.
    mutating func closeIndented(before column: Int) {
        for index in open.indices {
            if case .indented(let indent) = open[index].marker, column < indent {
                let end = line <= source.lineCount ? source.range(ofLine: line).lowerBound : source.bytes.count
                close(index, bodyEnd: end, lastLine: line - 1)
                return
            }
        }
    }
}
