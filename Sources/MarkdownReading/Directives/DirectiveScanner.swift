internal import RequirementModel

/// Finds what libcmark is not to see, or not as it stands, in one pass over the lines of a text: directives, standalone tables
/// and footnotes.
///
/// What stands inside a directive is found when that is read.
struct DirectiveScanner {
    let source: SourceText
    /// In the order of their lines.
    private(set) var directives: [Directive] = []
    /// In the order of their lines.
    private(set) var tables: [OmittedTable] = []
    /// Footnotes as libcmark is to see them, in the order of their lines.
    private var footnotes: [Omission] = []
    /// Whether a line begins with a colon, as definitions of terms do.
    private(set) var mayDefine = false
    var open: [Opener] = []
    var fence: CodeFence?
    /// Names that MDX imports bring in for Markdown files.
    var imports: [String: String] = [:]
    var line = 0

    struct Opener {
        enum Marker: Equatable {
            case colons(Int)
            case component([UInt8])
            /// A row or column of a grid.
            case layout(String)
            /// Ends with the first line that is indented less.
            case indented(Int)
            /// A tab between tags of a template.
            case templateTab
            /// Ends with such a line as the one below its marker, as AsciiDoc has it.
            case delimited
        }

        var marker: Marker
        var directive: Directive
    }

    private static let maximumDepth = 64

    /// Scans all of `source`.
    init(_ source: SourceText) {
        self.source = source
        line = source.skippedLines + 1
        /// Whether a block begins with the line at hand, or the one before it, whatever went before: after a blank line, or
        /// below a heading there.
        var (begins, previousBegins) = (true, false)
        while line <= source.lineCount {
            let first = line
            let range = source.range(ofLine: line)
            var start = range.lowerBound
            while start < range.upperBound, source.bytes[start].isBlank { start += 1 }
            if start == range.upperBound {
                (begins, previousBegins) = (true, false)
            } else {
                if previousBegins, fence == nil { readTable(start..<range.upperBound) }
                if line == first { read(start..<range.upperBound, lineStart: range.lowerBound) }
                let isHeading =
                    source.bytes[start] == UInt8(ascii: "#") && Self.isHeading(source.bytes[start..<range.upperBound])
                (begins, previousBegins) = (line > first || begins && isHeading, line == first && begins)
            }
            line += 1
        }
        closeIndented(before: 0)
        demoteOpeners(from: 0)
    }

    /// What libcmark is not to see.
    var omissions: [Omission] {
        let omissions = directives.map { Omission(blanking: $0.lines) }
        guard !tables.isEmpty || !footnotes.isEmpty else { return omissions }
        return (omissions + tables.map(\.omission) + footnotes).sorted { $0.lines.lowerBound < $1.lines.lowerBound }
    }

    /// Takes out `table`, which has been found among the lines of a paragraph.
    mutating func omit(_ table: OmittedTable) {
        tables.insert(table, at: tables.firstIndex { $0.firstLine > table.firstLine } ?? tables.count)
    }

    /// Reads the table whose delimiter row the line at hand is, if it is one and the table stands apart.
    private mutating func readTable(_ text: Range<Int>) {
        switch source.bytes[text.lowerBound] {
        case UInt8(ascii: "|"), UInt8(ascii: "-"), UInt8(ascii: ":"):
            guard DelimiterRow.matches(source.bytes, text),
                text.contains(where: { source.bytes[$0] == UInt8(ascii: "|") }),
                let table = OmittedTable(standingAloneIn: source, delimiter: line)
            else { return }
            tables.append(table)
            line = table.lastLine
        default: return
        }
    }

    mutating func append(_ directive: Directive) { directives.append(directive) }

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
        case UInt8(ascii: ":"): mayDefine = true
        case UInt8(ascii: "!") where starts(text, with: "!!! "), UInt8(ascii: "?") where starts(text, with: "???"),
            UInt8(ascii: "=") where starts(text, with: "=== \""):
            readIndented(text, lineStart: lineStart)
        case UInt8(ascii: "{"): readTemplateTag(text, lineStart: lineStart)
        case UInt8(ascii: "-") where isSnippetMark(text): readSnippet(text, lineStart: lineStart)
        case UInt8(ascii: "["):
            if starts(text, with: "[!") {
                readInclude(text, lineStart: lineStart)
            } else if starts(text, with: "[^"), column(of: text.lowerBound, lineStart: lineStart) < 4 {
                readFootnote()
            } else {
                readBlockTitle(text, lineStart: lineStart)
            }
        case UInt8(ascii: "=") where !open.isEmpty && Self.isDelimiter(source.bytes[text]):
            if let index = open.lastIndex(where: { $0.marker == .delimited }) {
                close(index, bodyEnd: lineStart, lastLine: line)
            }
        case UInt8(ascii: "|") where starts(text, with: "|==="): readTableDelimiter(text, lineStart: lineStart)
        case UInt8(ascii: "<"): readTag(text, lineStart: lineStart)
        case UInt8(ascii: "i") where text.lowerBound == lineStart && starts(text, with: "import "): readImport(text)
        case UInt8(ascii: "e") where text.lowerBound == lineStart && starts(text, with: "export "): readExport(text)
        default: break
        }
    }

    private mutating func readFootnote() {
        let lines = line...line
        if let escaped = FootnoteLegend.escaped(source.bytes[source.wholeRange(ofLines: lines)]) {
            footnotes.append(Omission(lines: lines, placeholder: escaped))
        }
    }

    /// One to six `#`, and then a blank or nothing; `#word` begins a paragraph.
    static func isHeading(_ text: ArraySlice<UInt8>) -> Bool {
        let marks = text.prefix { $0 == UInt8(ascii: "#") }.count
        return (1...6).contains(marks) && text.dropFirst(marks).first?.isBlank ?? true
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

    // MARK: - Nesting

    mutating func begin(_ directive: Directive, _ marker: Opener.Marker, bodyStart: Int? = nil) {
        guard open.count < Self.maximumDepth else { return }
        var directive = directive
        let next = line < source.lineCount ? source.range(ofLine: line + 1).lowerBound : source.bytes.count
        let start = bodyStart ?? next
        directive.body = start..<start
        open.append(Opener(marker: marker, directive: directive))
    }

    /// Ends the directive at `index`; those inside it are found again when it is read.
    mutating func close(_ index: Int, bodyEnd: Int, lastLine: Int) {
        demoteOpeners(from: index + 1)
        guard var directive = open.popLast()?.directive else { return }
        let first = directive.lines.lowerBound
        while let last = directives.last, last.lines.lowerBound > first { directives.removeLast() }
        while let last = tables.last, last.firstLine > first { tables.removeLast() }
        directive.lines = first...max(lastLine, directive.lines.upperBound)
        directive.body = directive.body.lowerBound..<max(bodyEnd, directive.body.lowerBound)
        directives.append(directive)
    }

    /// Gives up openers that nothing closes: a fence is left out, a tag stays text.
    private mutating func demoteOpeners(from index: Int) {
        for opener in open[index...] {
            switch opener.marker {
            case .colons, .layout, .templateTab, .delimited: break
            case .component, .indented: continue
            }
            let line = opener.directive.lines.lowerBound
            let place = directives.firstIndex { $0.lines.lowerBound > line } ?? directives.count
            directives.insert(Directive(.nothing, lines: line...line, column: opener.directive.column), at: place)
        }
        open.removeSubrange(index...)
    }

    // MARK: - Bytes

    func starts(_ text: Range<Int>, with prefix: StaticString) -> Bool {
        prefix.withUTF8Buffer { source.bytes[text].starts(with: $0) }
    }

    func column(of offset: Int, lineStart: Int) -> Int {
        var column = 0
        for byte in source.bytes[lineStart..<offset] { column += byte == 0x09 ? 4 - column % 4 : 1 }
        return column
    }
}
