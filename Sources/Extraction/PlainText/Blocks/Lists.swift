internal import RequirementModel

extension BlockScanner {
    /// The list that begins at line `index`, nested ones within.
    func list(at index: Int, end: Int) -> Match? {
        guard let first = ListMarker(text, line: index), !isLoneLetter(first, at: index, end: end) else { return nil }
        var outline = ListOutline()
        var remarks: [Remark] = []
        var next = index
        while next < end, next == index || adornedHeading(at: next, end: end) == nil {
            if let marker = ListMarker(text, line: next),
                marker.indent > first.indent || marker.isOrdered == first.isOrdered
            {
                outline.open(marker, at: text.position(next))
                next = appendParagraph(from: next, words: marker.words, end: end, to: &outline)
            } else if next > index, text.lines[next].followsBlank, text.lines[next].indent > outline.indent,
                let table = table(at: next, end: end)?.settled
            {
                for block in table.drafts.flatMap(\.blocks) { outline.append(block) }
                remarks += table.remarks
                next = table.next
            } else if next > index, text.lines[next].followsBlank, text.lines[next].indent > outline.indent {
                next = appendParagraph(from: next, words: text.lines[next].content.lowerBound, end: end, to: &outline)
            } else {
                break
            }
        }
        return Match(drafts: [.block(.list(outline.list))], remarks: remarks, next: next)
    }

    /// A table in an item, which lines or bars draw, or whose headers stand in one line.
    private func table(at index: Int, end: Int) -> Match? {
        let drawn = "+|=".utf8.contains(text.firstByte(index)) ? DrawnTable.match(in: text, at: index, end: end) : nil
        return drawn ?? FlattenedTable.match(in: text, at: index, end: end)
    }

    /// Whether the marker at line `index` is an `o` that no other line repeats: a word, then.
    private func isLoneLetter(_ marker: ListMarker, at index: Int, end: Int) -> Bool {
        guard text.firstByte(index) == UInt8(ascii: "o") else { return false }
        return !(index + 1..<min(end, index + 12)).contains { line in
            text.firstByte(line) == UInt8(ascii: "o") && ListMarker(text, line: line)?.indent == marker.indent
        }
    }

    /// Adds the words from byte `words` of line `index` and the lines that carry them on; the first line after them.
    private func appendParagraph(from index: Int, words: Int, end: Int, to outline: inout ListOutline) -> Int {
        var assembly = TextAssembly(text)
        assembly.append(words..<text.lines[index].content.upperBound, line: index, after: .space)
        var next = index + 1
        while next < end, !text.lines[next].followsBlank, ListMarker(text, line: next) == nil {
            let isWrapped = isWrapped(next - 1)
            let isIndented = text.lines[next].indent > outline.indent
            let carriesOn = text.firstByte(next).isSmallLetter && !text.endsSentence(next - 1)
            guard isWrapped || isIndented || carriesOn else { break }
            let isSentenceOver = !isWrapped && text.endsSentence(next - 1)
            assembly.append(line: next, after: isSentenceOver ? .lineBreak : .space)
            next += 1
        }
        outline.append(assembly.finished)
        return next
    }
}

/// A list under construction: the open lists from the outermost to the one that is being filled.
struct ListOutline {
    private var open: [Level] = []

    /// How deep lists nest; what stands deeper joins the deepest.
    private static let deepest = 12

    private struct Level {
        var indent: Int
        var list: List
    }

    /// The column of the innermost open list's markers.
    var indent: Int { open.last?.indent ?? 0 }

    /// Begins an item.
    mutating func open(_ marker: ListMarker, at position: SourcePosition) {
        while open.count > 1, marker.indent < indent { close() }
        if open.isEmpty || marker.indent > indent + 1 && open.count < Self.deepest {
            open.append(Level(indent: marker.indent, list: List(isOrdered: marker.isOrdered, items: [])))
        }
        open[open.count - 1].list.items.append(List.Item(position: position, blocks: []))
    }

    /// Adds a paragraph to the item begun last.
    mutating func append(_ text: RichText) {
        if !text.isEmpty { append(.paragraph(text)) }
    }

    /// The whole list.
    var list: List {
        var whole = self
        while whole.open.count > 1 { whole.close() }
        return whole.open.first?.list ?? List(items: [])
    }

    /// Adds a block to the item begun last.
    mutating func append(_ block: Block) {
        let (level, item) = (open.count - 1, (open.last?.list.items.count ?? 0) - 1)
        if level >= 0, item >= 0 { open[level].list.items[item].blocks.append(block) }
    }

    private mutating func close() {
        guard let inner = open.popLast() else { return }
        append(.list(inner.list))
    }
}
