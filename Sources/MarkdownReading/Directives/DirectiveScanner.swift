internal import RequirementModel

/// Finds the directives of a text in one pass over its lines; those inside others are found when these are read.
struct DirectiveScanner {
    private let source: SourceText
    private var found: [Directive] = []
    private var open: [Opener] = []
    private var fence: CodeFence?
    /// Names that MDX imports bring in for Markdown files.
    private var imports: [String: String] = [:]
    private var line = 0

    private struct Opener {
        enum Marker: Equatable {
            case colons(Int)
            case component([UInt8])
            /// Ends with the first line that is indented less.
            case indented(Int)
        }

        var marker: Marker
        var directive: Directive
    }

    private static let maximumDepth = 64

    /// The directives of `source` in the order of their lines.
    static func directives(in source: SourceText) -> [Directive] {
        var scanner = DirectiveScanner(source: source)
        scanner.scan()
        return scanner.found
    }

    private init(source: SourceText) {
        self.source = source
    }

    private mutating func scan() {
        line = source.skippedLines + 1
        while line <= source.lineCount {
            let range = source.range(ofLine: line)
            var start = range.lowerBound
            while start < range.upperBound, source.bytes[start].isBlank { start += 1 }
            if start < range.upperBound { read(start..<range.upperBound, lineStart: range.lowerBound) }
            line += 1
        }
        closeIndented(before: 0)
        demoteOpeners(from: 0)
    }

    /// Reads a line from its first visible byte on.
    private mutating func read(_ text: Range<Int>, lineStart: Int) {
        if !open.isEmpty { closeIndented(before: column(of: text.lowerBound, lineStart: lineStart)) }
        let first = source.bytes[text.lowerBound]
        if fence != nil || first == UInt8(ascii: "`") || first == UInt8(ascii: "~") {
            readFence(text)
            return
        }
        switch first {
        case UInt8(ascii: ":") where starts(text, with: ":::"): readColons(text, lineStart: lineStart)
        case UInt8(ascii: "!") where starts(text, with: "!!! "), UInt8(ascii: "?") where starts(text, with: "???"),
            UInt8(ascii: "=") where starts(text, with: "=== \""):
            readIndented(text, lineStart: lineStart)
        case UInt8(ascii: "["): if starts(text, with: "[!") { readInclude(text, lineStart: lineStart) }
        case UInt8(ascii: "<"): readTag(text, lineStart: lineStart)
        case UInt8(ascii: "i") where text.lowerBound == lineStart && starts(text, with: "import "): readImport(text)
        case UInt8(ascii: "e") where text.lowerBound == lineStart && starts(text, with: "export "): readExport(text)
        default: break
        }
    }

    // MARK: - Fences of code

    private mutating func readFence(_ text: Range<Int>) {
        let candidate = CodeFence(source.bytes[text])
        if let fence {
            if let candidate, candidate.closes(fence) { self.fence = nil }
        } else {
            fence = candidate
        }
    }

    // MARK: - `:::`

    private mutating func readColons(_ text: Range<Int>, lineStart: Int) {
        let bytes = source.bytes[text]
        let colons = bytes.prefix { $0 == UInt8(ascii: ":") }.count
        let column = column(of: text.lowerBound, lineStart: lineStart)
        let rest = bytes.dropFirst(colons).trimmed
        let word = rest.prefix { $0.isLetter || $0 == UInt8(ascii: "-") }
        if rest.isEmpty {
            if let index = open.lastIndex(where: { $0.marker == .colons(colons) }) {
                close(index, bodyEnd: lineStart, lastLine: line)
            } else {
                found.append(Directive(.nothing, lines: line...line, column: column))
            }
        } else if let kind = AdmonitionKind.named(word) {
            var directive = Directive(.note(kind), lines: line...line, column: column)
            directive.indent = column
            directive.title = Self.title(after: word, in: rest)
            begin(directive, .colons(colons))
        } else {
            found.append(Directive(.nothing, lines: line...line, column: column))
        }
    }

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

    // MARK: - `!!!`, `???`, `===`

    private mutating func readIndented(_ text: Range<Int>, lineStart: Int) {
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
    private mutating func closeIndented(before column: Int) {
        for index in open.indices {
            if case .indented(let indent) = open[index].marker, column < indent {
                let end = line <= source.lineCount ? source.range(ofLine: line).lowerBound : source.bytes.count
                close(index, bodyEnd: end, lastLine: line - 1)
                return
            }
        }
    }

    // MARK: - `[!INCLUDE …]`

    private mutating func readInclude(_ text: Range<Int>, lineStart: Int) {
        guard let path = Inclusion.path(inLine: source.bytes[text].trimmed) else { return }
        found.append(
            Directive(
                .include(path: path), lines: line...line, column: column(of: text.lowerBound, lineStart: lineStart)))
    }

    // MARK: - Comments and components

    private mutating func readTag(_ text: Range<Int>, lineStart: Int) {
        if starts(text, with: "<!--") {
            skipComment(from: text.lowerBound)
            return
        }
        let column = column(of: text.lowerBound, lineStart: lineStart)
        guard let tag = ComponentTag(source.bytes, at: text.lowerBound) else { return }
        let last = source.line(at: tag.range.upperBound - 1)
        let rest = tag.range.upperBound..<source.range(ofLine: last).upperBound
        if tag.isClosing {
            guard let index = open.lastIndex(where: { $0.marker == .component(tag.name) }) else { return }
            close(index, bodyEnd: text.lowerBound, lastLine: last)
        } else if tag.isSelfClosing {
            guard source.bytes[rest].trimmed.isEmpty else { return }
            let path = imports[String(decoding: tag.name, as: UTF8.self)]
            found.append(Directive(path.map { .include(path: $0) } ?? .nothing, lines: line...last, column: column))
        } else {
            var directive = Directive(tag.directiveKind, lines: line...last, column: column)
            directive.label = tag.label
            let start = tag.range.upperBound
            begin(directive, .component(tag.name), bodyStart: start)
            closeOnSameLine(tag, in: rest, line: last)
        }
        line = last
    }

    /// Ends a component whose closing tag stands at the end of the line of its opening tag.
    private mutating func closeOnSameLine(_ tag: ComponentTag, in rest: Range<Int>, line: Int) {
        let closing = Array("</".utf8) + tag.name + Array(">".utf8)
        let text = source.bytes[rest].trimmed
        guard text.count >= closing.count, text.suffix(closing.count).elementsEqual(closing),
            open.last?.marker == .component(tag.name)
        else { return }
        close(open.count - 1, bodyEnd: text.endIndex - closing.count, lastLine: line)
    }

    private mutating func skipComment(from start: Int) {
        var index = start + 4
        let bytes = source.bytes
        while index + 2 < bytes.count {
            guard let dash = bytes[index...].firstIndex(of: UInt8(ascii: "-")), dash + 2 < bytes.count else { break }
            if bytes[dash + 1] == UInt8(ascii: "-"), bytes[dash + 2] == UInt8(ascii: ">") {
                line = source.line(at: dash)
                return
            }
            index = dash + 1
        }
        line = source.lineCount
    }

    // MARK: - `import`, `export`

    private mutating func readImport(_ text: Range<Int>) {
        let first = line
        var statement = source.bytes[text]
        while !statement.contains(UInt8(ascii: "'")), !statement.contains(UInt8(ascii: "\"")) {
            guard line < source.lineCount, line - first < 32 else { break }
            let next = source.range(ofLine: line + 1)
            guard !source.bytes[next].trimmed.isEmpty else { break }
            line += 1
            statement = source.bytes[text.lowerBound..<next.upperBound]
        }
        guard let module = ImportStatement(statement) else {
            line = first
            return
        }
        if let name = module.name, module.path.hasSuffix(".md") || module.path.hasSuffix(".mdx") {
            imports[name] = module.path
        }
        found.append(Directive(.nothing, lines: first...line, column: 0))
    }

    /// An export ends at a blank line.
    private mutating func readExport(_ text: Range<Int>) {
        let word = source.bytes[text].dropFirst(7).prefix { $0.isLetter }
        guard ["const", "default", "function", "let"].contains(String(decoding: word, as: UTF8.self)) else { return }
        let first = line
        while line < source.lineCount, !source.bytes[source.range(ofLine: line + 1)].trimmed.isEmpty { line += 1 }
        found.append(Directive(.nothing, lines: first...line, column: 0))
    }

    // MARK: - Nesting

    private mutating func begin(_ directive: Directive, _ marker: Opener.Marker, bodyStart: Int? = nil) {
        guard open.count < Self.maximumDepth else { return }
        var directive = directive
        let next = line < source.lineCount ? source.range(ofLine: line + 1).lowerBound : source.bytes.count
        let start = bodyStart ?? next
        directive.body = start..<start
        open.append(Opener(marker: marker, directive: directive))
    }

    /// Ends the directive at `index`; those inside it are found again when it is read.
    private mutating func close(_ index: Int, bodyEnd: Int, lastLine: Int) {
        demoteOpeners(from: index + 1)
        guard var directive = open.popLast()?.directive else { return }
        while let last = found.last, last.lines.lowerBound > directive.lines.lowerBound { found.removeLast() }
        directive.lines = directive.lines.lowerBound...max(lastLine, directive.lines.upperBound)
        directive.body = directive.body.lowerBound..<max(bodyEnd, directive.body.lowerBound)
        found.append(directive)
    }

    /// Gives up openers that nothing closes: a fence is left out, a tag stays text.
    private mutating func demoteOpeners(from index: Int) {
        for opener in open[index...] {
            guard case .colons = opener.marker else { continue }
            let line = opener.directive.lines.lowerBound
            let place = found.firstIndex { $0.lines.lowerBound > line } ?? found.count
            found.insert(Directive(.nothing, lines: line...line, column: opener.directive.column), at: place)
        }
        open.removeSubrange(index...)
    }

    // MARK: - Bytes

    private func starts(_ text: Range<Int>, with prefix: StaticString) -> Bool {
        prefix.withUTF8Buffer { source.bytes[text].starts(with: $0) }
    }

    private func column(of offset: Int, lineStart: Int) -> Int {
        var column = 0
        for byte in source.bytes[lineStart..<offset] { column += byte == 0x09 ? 4 - column % 4 : 1 }
        return column
    }
}
