internal import RequirementModel

extension BlockScanner {
    /// How many lines a note between fences takes at most.
    private static let longestFenced = 64

    /// The note that begins at line `index`: a word such as *Important* alone or before a colon, `[!NOTE]`, or
    /// `:::note`.
    func note(at index: Int, end: Int, depth: Int) -> Match? {
        guard let mark = NoteMark(text, line: index) else { return nil }
        if mark.isFenced { return fencedNote(mark, at: index, end: end, depth: depth) }
        let position = text.position(index)
        if mark.words < text.lines[index].content.upperBound {
            let (first, next) = noteText(from: index, words: mark.words, end: end)
            return note(mark.kind, at: position, first: first, next: next, end: end, depth: depth)
        }
        guard index + 1 < end, NoteMark(text, line: index + 1) == nil else { return nil }
        let body = block(at: index + 1, end: end, depth: depth + 1).settled
        guard let first = body.drafts.first, first.canStandInNote else { return nil }
        var match = note(mark.kind, at: position, first: body.drafts, next: body.next, end: end, depth: depth)
        match.remarks += body.remarks
        return match
    }

    /// A note of `first`, and of the list that it announces, if it does.
    private func note(_ kind: String, at position: SourcePosition, first: [Draft], next: Int, end: Int, depth: Int)
        -> Match
    {
        var (drafts, next) = (first, next)
        var remarks: [Remark] = []
        if next < end, text.bytes[text.lines[next - 1].content.upperBound - 1] == UInt8(ascii: ":"),
            let list = list(at: next, end: end)
        {
            drafts += list.drafts
            remarks = list.remarks
            next = list.next
        }
        let block = Block.note(Note(kind: kind, position: position, blocks: drafts.flatMap(\.blocks)))
        return Match(drafts: [.block(block)], remarks: remarks, next: next)
    }

    /// The paragraph that begins at byte `words` of line `index`.
    private func noteText(from index: Int, words: Int, end: Int) -> (drafts: [Draft], next: Int) {
        var assembly = TextAssembly(text)
        assembly.append(words..<text.lines[index].content.upperBound, line: index, after: .space)
        var next = index + 1
        while next < end, !text.lines[next].followsBlank, ListMarker(text, line: next) == nil {
            assembly.append(line: next, after: isWrapped(next - 1) ? .space : .lineBreak)
            next += 1
        }
        return (Draft.paragraph(assembly.finished), next)
    }

    /// The lines up to the fence `:::`, or only the first block where there is none near.
    private func fencedNote(_ mark: NoteMark, at index: Int, end: Int, depth: Int) -> Match? {
        let near = min(end, index + Self.longestFenced)
        guard
            let fence = (index + 1..<max(index + 1, near)).first(where: {
                text.rule($0, of: ":".utf8, atLeast: 3) != nil
            })
        else { return nil }
        var blocks: [Block] = []
        if mark.words < text.lines[index].content.upperBound {
            let title = mark.words..<text.lines[index].content.upperBound
            blocks.append(.paragraph(TextAssembly.text(of: title, line: index, in: text)))
        }
        let inner = scan(index + 1..<fence, depth: depth + 1)
        blocks += inner.drafts.flatMap(\.blocks)
        let note = Note(kind: mark.kind, position: text.position(index), blocks: blocks)
        return Match(drafts: [.block(.note(note))], remarks: inner.remarks, next: fence + 1)
    }
}

/// The word that begins a note.
struct NoteMark {
    /// `note`, `important`, …
    var kind: String
    /// Where the words after it begin; the line's end where there are none.
    var words: Int
    /// Whether a fence of colons closes the note.
    var isFenced = false

    /// The words that begin one.
    static let kinds = WordTable(
        ["note", "important", "tip", "warning", "caution", "attention", "danger", "hint"].map { (word: $0, value: $0) })

    /// The mark at the start of line `index`.
    init?(_ text: SourceText, line index: Int) {
        let first = text.firstByte(index)
        guard first.isCapital || first == UInt8(ascii: "[") || first == UInt8(ascii: ":") else { return nil }
        let content = text.lines[index].content
        var start = content.lowerBound
        let isBracketed = text.hasPrefix("[!", at: start, end: content.upperBound)
        isFenced = !isBracketed && text.hasPrefix(":::", at: start, end: content.upperBound)
        if isBracketed { start += 2 }
        if isFenced { start = Blanks.trim(start + 3..<content.upperBound, in: text.bytes).lowerBound }
        let letters = text.bytes[start..<content.upperBound].prefix(12).prefix { $0.isCapital || $0.isSmallLetter }
        guard 3...9 ~= letters.count, let kind = Self.kinds.value(of: text.bytes, letters.indices) else { return nil }
        self.kind = kind
        let rest = text.bytes[letters.endIndex..<content.upperBound]
        if isBracketed {
            guard rest.first == UInt8(ascii: "]") else { return nil }
            words = Blanks.trim(letters.endIndex + 1..<content.upperBound, in: text.bytes).lowerBound
        } else if isFenced {
            words = Blanks.trim(letters.endIndex..<content.upperBound, in: text.bytes).lowerBound
        } else {
            // In running text the word begins a sentence; as a mark it stands alone or before a colon.
            guard letters.first?.isCapital == true, rest.isEmpty || rest.first == UInt8(ascii: ":") else { return nil }
            words =
                Blanks.trim(letters.endIndex + (rest.isEmpty ? 0 : 1)..<content.upperBound, in: text.bytes).lowerBound
        }
    }
}
