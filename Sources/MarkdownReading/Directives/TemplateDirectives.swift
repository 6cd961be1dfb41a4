internal import RequirementModel

/// What the templates of Jekyll, GitBook, Hugo and mdBook leave in Markdown, and what comes from AsciiDoc.
extension DirectiveScanner {
    /// Takes out a line of nothing but kramdown's attributes `{: .a }`, a tag of Liquid `{% endif %}`, one of Hugo
    /// `{{< note >}}` or of mdBook `{{#include a.md}}`. What is between the tags of a tab is one.
    mutating func readTemplateTag(_ text: Range<Int>, lineStart: Int) {
        let column = column(of: text.lowerBound, lineStart: lineStart)
        let line = source.bytes[text].trimmed
        let tag = TemplateTag(line)
        let isAttributes = line.starts(with: "{:".utf8) && line.last == UInt8(ascii: "}")
        guard isAttributes || tag != nil else { return }
        if let note = tag?.includedNote {
            var directive = Directive(.note(note.kind), lines: self.line...self.line, column: column)
            directive.label = note.text
            append(directive)
        } else if let path = tag?.includedPath {
            append(Directive(.include(path: path, .around), lines: self.line...self.line, column: column))
        } else if let tag, tag.isTab, !tag.isClosing {
            var directive = Directive(.tab, lines: self.line...self.line, column: column)
            directive.label = tag.title
            begin(directive, .templateTab)
        } else if tag?.isTab == true, let index = open.lastIndex(where: { $0.marker == .templateTab }) {
            close(index, bodyEnd: lineStart, lastLine: self.line)
        } else {
            append(Directive(.nothing, lines: self.line...self.line, column: column))
        }
    }

    /// AsciiDoc's `[NOTE]` above a line of equals signs, which frame the note.
    mutating func readBlockTitle(_ text: Range<Int>, lineStart: Int) {
        let title = source.bytes[text].trimmed
        guard title.last == UInt8(ascii: "]"), line < source.lineCount,
            let kind = AdmonitionKind.named(title.dropFirst().dropLast()),
            Self.isDelimiter(source.bytes[source.range(ofLine: line + 1)])
        else { return }
        let directive = Directive(
            .note(kind), lines: line...line + 1, column: column(of: text.lowerBound, lineStart: lineStart))
        line += 1
        begin(directive, .delimited)
    }

    /// AsciiDoc's table between two lines `|===`: what parts its rows is nothing to Markdown.
    mutating func readTableDelimiter(_ text: Range<Int>, lineStart: Int) {
        let mark = source.bytes[text].trimmed
        let below = line + 1..<min(line + Self.longestTable, source.lineCount) + 1
        guard mark.dropFirst().allSatisfy({ $0 == UInt8(ascii: "=") }),
            let last = below.first(where: { source.bytes[source.range(ofLine: $0)].trimmed == mark })
        else { return }
        append(Directive(.listing, lines: line...last, column: column(of: text.lowerBound, lineStart: lineStart)))
        line = last
    }

    private static let longestTable = 2048

    /// Four equals signs or more.
    static func isDelimiter(_ text: ArraySlice<UInt8>) -> Bool {
        let text = text.trimmed
        return text.count >= 4 && text.allSatisfy { $0 == UInt8(ascii: "=") }
    }
}

/// A tag of Liquid, `{% tab title="x" %}`, of mdBook, `{{#tab name="x"}}`, or a shortcode of Hugo, `{{< tab "x" >}}`,
/// `{{% tab name="x" %}}`.
private struct TemplateTag {
    let isClosing: Bool
    private let name: String
    private let arguments: ArraySlice<UInt8>

    /// The tag that is all of `line`; nil for anything else.
    init?(_ line: ArraySlice<UInt8>) {
        let ends = [("{%", "%}"), ("{{<", ">}}"), ("{{%", "%}}"), ("{{#", "}}"), ("{!", "!}")].last {
            line.starts(with: $0.0.utf8) && line.suffix($0.1.utf8.count).elementsEqual($0.1.utf8)
        }
        guard let ends, line.count >= ends.0.utf8.count * 2 else { return nil }
        var inside = line.dropFirst(ends.0.utf8.count).dropLast(ends.1.utf8.count).drop {
            !$0.isLetter && $0 != UInt8(ascii: "/")
        }
        if ends.0 == "{!" {
            (isClosing, name, arguments) = (false, "include", line.dropFirst(2).dropLast(2).trimmed)
            return
        }
        let hasSlash = inside.first == UInt8(ascii: "/")
        inside = inside.drop { !$0.isLetter }
        let word = inside.prefix { $0.isLetter || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_") }
        let name = String(decoding: word.map(\.lowercased), as: UTF8.self)
        isClosing = hasSlash || name.hasPrefix("end")
        self.name = name.hasPrefix("end") ? String(name.dropFirst(3)) : name
        arguments = inside[word.endIndex...].trimmed
    }

    var isTab: Bool { ["tab", "tabitem", "tab-item"].contains(name) }

    /// The file that stands in its place: an attribute, or the first word.
    var includedPath: String? {
        let names = ["include", "includes", "include-markdown", "include_relative", "include_cached", "readfile"]
        guard names.contains(name) else { return nil }
        if let path = attributes.attribute("file") ?? attributes.attribute("path") { return path }
        let quote = arguments.first { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "'") }
        let isQuoted = quote != nil && quote == arguments.first
        let path = isQuoted ? arguments.dropFirst().prefix { $0 != quote } : arguments.prefix { !$0.isWhitespace }
        return path.isEmpty ? nil : String(decoding: path, as: UTF8.self)
    }

    /// The note that Jekyll's themes make by including their frame of it: `{% include note.html content="…" %}`.
    var includedNote: (kind: String, text: String)? {
        guard let path = includedPath, let text = attributes.attribute("content"),
            let file = path.utf8.split(separator: UInt8(ascii: "/")).last,
            let kind = AdmonitionKind.named(Array(file.prefix { $0.isLetter })[...])
        else { return nil }
        return (kind, text)
    }

    private var attributes: InlineTag { InlineTag(Array("<tab ".utf8) + arguments + Array(">".utf8)) }

    /// What is shown on the tab: an attribute, the last that is quoted, or the last word.
    var title: String? {
        let tag = attributes
        if let title = tag.attribute("title") ?? tag.attribute("name") ?? tag.attribute("label")
            ?? tag.attribute("header")
        {
            return title
        }
        let parts = arguments.split(separator: UInt8(ascii: "\""), omittingEmptySubsequences: false)
        let words = parts.count > 2 ? parts[parts.count - 2] : arguments.split(separator: 0x20).last
        return words.map { String(decoding: $0, as: UTF8.self) }
    }
}
