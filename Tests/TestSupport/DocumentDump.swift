public import RequirementModel

extension Document {
    /// The document as a drawn tree: one line for each block, `@line:column`, children indented.
    ///
    /// Text keeps its spans as Markdown would write them; `⏎` is a wanted line break, `‹line:column›` the start of a further
    /// source line. In tables `#` marks a header cell, `←` and `↑` a slot filled by a span, `∅` a slot that the row lacks.
    public var dump: String { blocks.dump }
}

extension [Block] {
    /// These blocks as a drawn tree, see ``Document/dump``.
    public var dump: String {
        var lines: [String] = []
        draw(self, depth: 0, into: &lines)
        return lines.joined(separator: "\n")
    }

    /// The tables among them, those within other blocks left out.
    public var tables: [Table] { compactMap { if case .table(let table) = $0 { table } else { nil } } }
}

private func draw(_ blocks: [Block], depth: Int, into lines: inout [String]) {
    let indent = String(repeating: "  ", count: depth)
    func add(_ line: String) { lines.append(indent + line) }
    for block in blocks {
        switch block {
        case .heading(let heading): add("h\(heading.level) \(heading.text.dumpWithPlace)")
        case .paragraph(let text): add("p \(text.dumpWithPlace)")
        case .divider(let position): add("divider \(position.dump)")
        case .include(let inclusion):
            add("include \(inclusion.position.dump) \(inclusion.path)")
            draw(inclusion.blocks, depth: depth + 1, into: &lines)
        case .code(let code):
            add("code\(code.info.isEmpty ? "" : "(\(code.info))") \(code.position.dump)")
            for line in code.text.split(separator: "\n", omittingEmptySubsequences: false) { add("  ¦\(line)") }
        case .note(let note):
            add("\(note.kind.map { "note(\($0))" } ?? "quote") \(note.position.dump)")
            draw(note.blocks, depth: depth + 1, into: &lines)
        case .list(let list):
            add(list.isOrdered ? "ol" : "ul")
            for item in list.items {
                add("- \(item.position.dump)\(item.term.map { " term: \($0.dump)" } ?? "")")
                draw(item.blocks, depth: depth + 1, into: &lines)
            }
        case .table(let table):
            add("table \(table.position.dump)\(table.caption.map { " caption: \($0.dump)" } ?? "")")
            for row in table.rows {
                let cells = row.cells.map(\.dump).joined(separator: " | ")
                add("  \(row.part) \(row.position.dump) | \(cells) |")
            }
        }
    }
}

extension SourcePosition {
    fileprivate var dump: String { "@\(line):\(column)" }
}

extension Table.Cell {
    fileprivate var dump: String {
        let origin =
            switch self.origin {
            case .own: ""
            case .spannedFromLeft: "←"
            case .spannedFromAbove: "↑"
            case .missing: "∅"
            }
        return origin + (isHeader ? "#" : "") + content.dump
    }
}

extension RichText {
    fileprivate var dumpWithPlace: String { "\(position.dump) \(dump)" }

    /// The text with its spans and line starts marked, see ``Document/dump``.
    public var dump: String {
        var marks: [(offset: Int, order: Int, text: String)] = []
        for line in lineStarts {
            marks.append((line.offset, Int.max / 2, "‹\(line.position.line):\(line.position.column)›"))
        }
        for (index, span) in spans.enumerated() {
            let (opening, closing) = span.markup.marks
            marks.append((span.range.lowerBound, Int.max / 2 + 1 + index, opening))
            marks.append((span.range.upperBound, Int.max / 2 - 1 - index, closing))
        }
        marks.sort { ($0.offset, $0.order) < ($1.offset, $1.order) }
        var result = ""
        var offset = 0
        let bytes = Array(text.utf8)
        for mark in marks {
            result += String(decoding: bytes[offset..<mark.offset], as: UTF8.self) + mark.text
            offset = mark.offset
        }
        result += String(decoding: bytes[offset...], as: UTF8.self)
        return result.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "⏎")
    }
}

extension RichText.Markup {
    fileprivate var marks: (String, String) {
        switch self {
        case .emphasis: ("*", "*")
        case .strong: ("**", "**")
        case .code: ("`", "`")
        case .deleted: ("~~", "~~")
        case .superscript: ("^", "^")
        case .link(let destination): ("[", "](\(destination))")
        case .image(let source): ("![", "](\(source))")
        }
    }
}
