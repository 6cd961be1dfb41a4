internal import RequirementModel

/// The footnotes of a table: marks in its cells, and the legend that says what they stand for.
///
/// A mark is `[^label]`, a superscript, or asterisks and daggers at the end of a cell; its legend is a paragraph, or a line of one,
/// that begins with the same mark: below the table and before the next one, for `[^label]` anywhere on the page.
struct Footnotes {
    private var legends: [String: RichText] = [:]

    /// Those that paragraphs anywhere on a `page` explain.
    init(ofPage page: [Block]) {
        for case .paragraph(let text) in page where text.text.utf8.starts(with: "[^".utf8) { read(text) }
    }

    /// These, and those that `blocks`, which follow a table, explain.
    func joined(below blocks: ArraySlice<Block>) -> Footnotes {
        var footnotes = self
        footnotes.read(blocks)
        return footnotes
    }

    private mutating func read(_ blocks: ArraySlice<Block>) {
        below: for block in blocks.prefix(Self.farthest) {
            switch block {
            case .paragraph(let text): read(text)
            case .note(let note): for case .paragraph(let text) in note.blocks { read(text) }
            case .list(let list):
                // `* Only if …` is a list to Markdown.
                if !list.isOrdered, list.items.count == 1, case .paragraph(let text)? = list.items[0].blocks.first {
                    add(text, for: "*")
                }
            case .table, .heading: break below
            case .code, .divider, .include: continue
            }
        }
    }

    /// How many blocks below a table may explain its marks.
    private static let farthest = 8

    /// Whether `table` has what may be a mark: most have none, and need not be looked through.
    static func mayMark(_ table: Table) -> Bool {
        table.rows.containsInPlace { row in
            row.cells.containsInPlace { mayMark($0.content) }
        }
    }

    private static func mayMark(_ text: borrowing RichText) -> Bool {
        text.spans.containsInPlace { $0.isSuperscript }
            || text.text.utf8.last.map { $0 == UInt8(ascii: "*") || $0 >= 0x80 } == true
    }

    /// `table` with its marks as superscripts, and what they stand for in one more column of notes; the table itself where
    /// nothing explains any.
    func annotated(_ table: Table) -> (table: Table, hasNotes: Bool) {
        var annotated = table
        var notes: [[RichText]] = []
        for row in table.rows.indices {
            var found: [RichText] = []
            for column in table.rows[row].cells.indices where Self.mayMark(table.rows[row].cells[column].content) {
                for (key, range) in Self.marks(in: table.rows[row].cells[column].content) {
                    let content = table.rows[row].cells[column].content
                    guard legends[key] != nil || Self.isSurely(range, aMarkIn: content) else { continue }
                    if !content.spans.contains(where: { $0.range == range && $0.markup == .superscript }) {
                        annotated.rows[row].cells[column].content.spans.append(.init(range, .superscript))
                    }
                    if let legend = legends[key], !found.contains(legend) { found.append(legend) }
                }
            }
            notes.append(found)
        }
        guard notes.contains(where: { !$0.isEmpty }) else { return (annotated, false) }
        for row in table.rows.indices {
            let isHeader = table.rows[row].part == .header || row == 0 && table.rows[0].cells.allSatisfy(\.isHeader)
            let words = notes[row].map(\.text).joined(separator: " ")
            let note = isHeader ? "Notes" : words
            let position = notes[row].first?.position ?? table.rows[row].position
            annotated.rows[row].cells.append(.init(RichText(note, position: position), isHeader: isHeader))
        }
        return (annotated, true)
    }

    // MARK: - Legends

    private mutating func read(_ text: RichText) {
        let starts = [0] + text.lineStarts.map(\.offset).filter { $0 > 0 }
        let bytes = Array(text.text.utf8)
        var open: (key: String, start: Int)?
        for start in starts where start < bytes.count {
            guard let (key, end) = Self.legendMark(in: bytes, at: start, text.spans) else { continue }
            if let open { add(text, bytes[open.start..<start], for: open.key) }
            open = (key, end)
        }
        if let open { add(text, bytes[open.start...], for: open.key) }
    }

    private mutating func add(_ text: RichText, _ words: ArraySlice<UInt8>, for key: String) {
        let start = words.drop { $0 == ASCII.space || $0 == ASCII.newline }
        add(
            RichText(String(decoding: start, as: UTF8.self), position: text.position(at: start.startIndex)), for: key)
    }

    private mutating func add(_ text: RichText, for key: String) {
        if legends[key] == nil, !text.isEmpty { legends[key] = text }
    }

    /// The mark that a line of a legend begins with, and where that ends.
    private static func legendMark(
        in bytes: [UInt8], at start: Int, _ spans: [RichText.Span]
    ) -> (key: String, end: Int)? {
        if bytes[start...].starts(with: "[^".utf8) {
            guard let end = bytes[start...].firstIndex(of: UInt8(ascii: "]")), end + 1 < bytes.count,
                bytes[end + 1] == UInt8(ascii: ":")
            else { return nil }
            return (String(decoding: bytes[start...end], as: UTF8.self), end + 2)
        }
        if let span = spans.first(where: { $0.range.lowerBound == start && $0.markup == .superscript }) {
            return (key(of: bytes[span.range]), span.range.upperBound)
        }
        let end = endOfSymbols(in: bytes[start...])
        return end > start && end < bytes.count ? (key(of: bytes[start..<end]), end) : nil
    }

    // MARK: - Marks

    private static func marks(in text: RichText) -> [(key: String, range: Range<Int>)] {
        let bytes = Array(text.text.utf8)
        var marks = text.spans.filter { $0.markup == .superscript && $0.range.upperBound <= bytes.count }
            .map { (key: key(of: bytes[$0.range]), range: $0.range) }
        let start = startOfSymbols(in: bytes)
        if start < bytes.count, bytes[..<start].contains(where: { $0 != ASCII.space }),
            !marks.contains(where: { $0.range.overlaps(start..<bytes.count) })
        {
            marks.append((key(of: bytes[start...]), start..<bytes.count))
        }
        return marks
    }

    /// Asterisks behind one name, where they can neither be part of it nor a port.
    private static func isSurely(_ mark: Range<Int>, aMarkIn text: RichText) -> Bool {
        let words = Array(text.text.utf8)[..<mark.lowerBound]
        let name = words.last == ASCII.space ? words.dropLast() : words
        guard let last = name.last, name.contains(UInt8(ascii: ".")), !name.contains(ASCII.space) else { return false }
        return ASCII.isLetter(last) || ASCII.isDigit(last)
    }

    /// One spelling of a mark: the digits of superscript characters.
    private static func key(of mark: ArraySlice<UInt8>) -> String {
        var key = ""
        for character in String(decoding: mark, as: UTF8.self).unicodeScalars {
            switch character.value {
            case 0xB9: key.append("1")
            case 0xB2: key.append("2")
            case 0xB3: key.append("3")
            case 0x2074...0x2079: key += String(character.value - 0x2070)
            case 0x20: continue
            default: key.unicodeScalars.append(character)
            }
        }
        return key
    }

    /// The characters that are marks wherever they end a cell or begin a legend, in UTF-8: `*`, `†`, `‡`, `§` and superscript digits.
    private static let symbols = ["*", "†", "‡", "§", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"].map {
        Array($0.utf8)
    }

    private static func endOfSymbols(in bytes: ArraySlice<UInt8>) -> Int {
        var rest = bytes
        while let symbol = symbols.first(where: { rest.starts(with: $0) }) { rest = rest.dropFirst(symbol.count) }
        return rest.startIndex
    }

    private static func startOfSymbols(in bytes: [UInt8]) -> Int {
        var rest = bytes[...]
        while let symbol = symbols.first(where: { rest.suffix($0.count).elementsEqual($0) }) {
            rest = rest.dropLast(symbol.count)
        }
        return rest.endIndex
    }
}
