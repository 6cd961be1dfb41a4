/// The lines of a page that define link targets (`[label]: target`), for pieces of it that are parsed on their own.
struct LinkDefinitions {
    /// One after the other, each a block of its own.
    private(set) var bytes: [UInt8] = []

    private let source: SourceText
    /// The code that is open at the line at hand, and whether it stands in a block quote.
    private var code: (fence: CodeFence, isQuoted: Bool)?
    /// The last line that is known to belong to the same paragraph as a table.
    private var lastLineBeforeTable = 0
    /// The last line that is known to belong to a paragraph without a table.
    private var lastLineWithoutTable = 0

    /// All of `source`. Only what no paragraph can go on into is one, and only where no table stands in the same lines, of whose
    /// paragraph cmark-gfm reads no definitions.
    init(in source: SourceText) {
        self.source = source
        var line = source.skippedLines
        var isBelowDefinition = false
        while line < source.lineCount {
            line += 1
            guard !isCode(line) else { continue }
            let text = content(ofLine: line)
            guard text.first == UInt8(ascii: "["), let target = Self.target(in: text),
                isBelowDefinition || canBegin(line), !precedesTable(line)
            else {
                isBelowDefinition = false
                continue
            }
            isBelowDefinition = true
            bytes += "\n\n".utf8
            bytes += text
            if target.trimmed.isEmpty {
                line += 1
                bytes.append(UInt8(ascii: "\n"))
                bytes += content(ofLine: line)
            }
        }
        if !bytes.isEmpty { bytes.append(UInt8(ascii: "\n")) }
    }

    /// Whether the line stands in fenced code, or begins or ends it.
    private mutating func isCode(_ line: Int) -> Bool {
        let isQuoted = isQuoted(line)
        if let open = code, open.isQuoted, !isQuoted { code = nil }
        let fence = CodeFence(content(ofLine: line))
        if let open = code {
            if let fence, fence.closes(open.fence) { code = nil }
            return true
        }
        if let fence { code = (fence, isQuoted) }
        return fence != nil
    }

    /// Whether the line above `line` leaves no paragraph open: blank, a heading, the end of a comment, a code fence, a rule,
    /// or outside of the block quote that begins here.
    private func canBegin(_ line: Int) -> Bool {
        guard line > 1, !beginsItem(line) else { return true }
        let above = content(ofLine: line - 1).trimmed
        if isQuoted(line) != isQuoted(line - 1) {
            // Below a quotation it would go on with a paragraph in that, but not with a table.
            return isQuoted(line) || endsWithTable(above: line)
        }
        switch above.first {
        case nil: return true
        case UInt8(ascii: "#"): return DirectiveScanner.isHeading(above)
        case UInt8(ascii: "`"), UInt8(ascii: "~"): return CodeFence(above) != nil
        case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "_"):
            return above.allSatisfy { $0 == above.first || $0.isBlank }
        default: return above.suffix(3).elementsEqual("-->".utf8)
        }
    }

    // MARK: - Tables

    /// Whether a table stands in the paragraph that `line` begins.
    private mutating func precedesTable(_ line: Int) -> Bool {
        if line <= lastLineBeforeTable { return true }
        if line <= lastLineWithoutTable { return false }
        var last = line
        while last < source.lineCount, !content(ofLine: last + 1).isEmpty, isQuoted(last + 1) == isQuoted(line),
            !beginsItem(last + 1), !isHeading(last + 1), CodeFence(content(ofLine: last + 1)) == nil
        {
            last += 1
            // In an item a line at the margin only goes on with the paragraph, and can be no delimiter row.
            let isLazy = beginsItem(line) && !isIndented(last)
            if last - 1 > line, !isLazy, beginsTable(last - 1) {
                lastLineBeforeTable = last
                return true
            }
        }
        lastLineWithoutTable = last
        return false
    }

    /// Whether the lines of the quotation above `line` end with a table.
    private func endsWithTable(above line: Int) -> Bool {
        var first = line - 1
        while first > 1, isQuoted(first - 1), !content(ofLine: first - 1).isEmpty { first -= 1 }
        let lines = (first..<line).map { ParagraphLine(source, line: $0, inside: [.quote]) }
        return PipeTable(source.bytes, lines)?.lines.upperBound == lines.count
    }

    /// Whether `line` and the next one are a table's header and delimiter row.
    private func beginsTable(_ line: Int) -> Bool {
        guard line < source.lineCount else { return false }
        let (header, delimiter) = (content(ofLine: line), content(ofLine: line + 1))
        guard DelimiterRow.matches(source.bytes, delimiter.startIndex..<delimiter.endIndex) else { return false }
        var rows = PipeRows()
        return rows.append(source.bytes, header.startIndex..<header.endIndex)
            && rows.append(source.bytes, delimiter.startIndex..<delimiter.endIndex) && rows[0].count == rows[1].count
    }

    // MARK: - Lines

    private func isQuoted(_ line: Int) -> Bool {
        source.bytes[source.range(ofLine: line)].first { !$0.isBlank } == UInt8(ascii: ">")
    }

    private func isIndented(_ line: Int) -> Bool { source.bytes[source.range(ofLine: line)].first?.isBlank == true }

    private func isHeading(_ line: Int) -> Bool { DirectiveScanner.isHeading(content(ofLine: line)) }

    private func beginsItem(_ line: Int) -> Bool {
        Self.marker(of: unquoted(line)) != nil
    }

    /// A line without indentation and the marks of block quotes and of one list item.
    private func content(ofLine line: Int) -> ArraySlice<UInt8> {
        let text = unquoted(line)
        return Self.marker(of: text).map { text[$0...].drop(while: \.isBlank) } ?? text
    }

    private func unquoted(_ line: Int) -> ArraySlice<UInt8> {
        source.bytes[source.range(ofLine: line)].drop { $0.isBlank || $0 == UInt8(ascii: ">") }
    }

    /// Where a list item's marker at the beginning of `text` ends; nil where none stands.
    private static func marker(of text: ArraySlice<UInt8>) -> Int? {
        let digits = text.prefix(while: \.isDigit)
        guard digits.count < 10, digits.endIndex < text.endIndex else { return nil }
        let mark = text[digits.endIndex]
        let isMark = digits.isEmpty ? "-+*".utf8.contains(mark) : ".)".utf8.contains(mark)
        let end = digits.endIndex + 1
        return isMark && end < text.endIndex && text[end].isBlank ? end : nil
    }

    /// What follows `[label]:`.
    private static func target(in text: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        var index = text.startIndex + 1
        while index + 1 < text.endIndex {
            if text[index] == UInt8(ascii: "\\") {
                index += 2
                continue
            }
            if text[index] == UInt8(ascii: "[") { return nil }
            if text[index] == UInt8(ascii: "]") {
                return text[index + 1] == UInt8(ascii: ":") ? text[(index + 2)...] : nil
            }
            index += 1
        }
        return nil
    }
}
