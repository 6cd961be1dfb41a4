internal import RequirementModel

/// MDX components, and what hides them.
extension DirectiveScanner {
    mutating func readTag(_ text: Range<Int>, lineStart: Int) {
        if starts(text, with: "<!--") {
            skipComment(from: text.lowerBound)
            return
        }
        let name = source.bytes[text].dropFirst().lazy.map(\.lowercased)
        if let raw = Self.rawTags.first(where: { name.starts(with: $0) }) {
            skipRawText(raw)
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
            append(Directive(path.map { .include(path: $0) } ?? .nothing, lines: line...last, column: column))
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
    mutating func closeOnSameLine(_ tag: ComponentTag, in rest: Range<Int>, line: Int) {
        let closing = Array("</".utf8) + tag.name + Array(">".utf8)
        let text = source.bytes[rest].trimmed
        guard text.count >= closing.count, text.suffix(closing.count).elementsEqual(closing),
            open.last?.marker == .component(tag.name)
        else { return }
        close(open.count - 1, bodyEnd: text.endIndex - closing.count, lastLine: line)
    }

    /// Elements whose text is no Markdown, blank lines or not (CommonMark's first kind of HTML block).
    private static let rawTags = ["pre", "script", "style", "textarea"].map { Array($0.utf8) }

    /// Goes on to the line that has the closing tag.
    private mutating func skipRawText(_ name: [UInt8]) {
        let closing = Array("</".utf8) + name
        while line < source.lineCount {
            let text = source.bytes[source.range(ofLine: line)]
            if text.indices.contains(where: {
                text[$0] == closing[0] && text[$0...].prefix(closing.count).map(\.lowercased) == closing
            }) {
                return
            }
            line += 1
        }
    }

    mutating func skipComment(from start: Int) {
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
}
