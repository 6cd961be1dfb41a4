internal import RequirementModel

/// Walks down the lines of a text and asks, at each, which kind of block begins there.
///
/// The order matters: marks that can be nothing else come first, shapes that need context last. What no recogniser
/// claims is a paragraph.
struct BlockScanner {
    let text: SourceText
    let profile: TextProfile
    /// Lines longer than this hold no table, list of names or heading.
    static let longestLine = 64 * 1024
    /// How deep blocks may stand in each other.
    static let deepest = 8

    /// A scanner of `text`.
    init(_ text: SourceText) {
        self.text = text
        profile = TextProfile(text)
    }

    /// The blocks of the lines in `range`, which stand `depth` blocks deep.
    func scan(_ range: Range<Int>, depth: Int) -> Match {
        var whole = Match([], next: range.lowerBound)
        while whole.next < range.upperBound {
            let found = block(at: whole.next, end: range.upperBound, depth: depth)
            let match = depth > 0 ? found.settled : found
            whole.drafts += match.drafts
            whole.remarks += match.remarks
            whole.next = match.next
        }
        return whole
    }

    /// The block that begins at line `index`; what stands from line `end` on is none of it.
    func block(at index: Int, end: Int, depth: Int) -> Match {
        marked(at: index, end: end, depth: depth) ?? paragraph(at: index, end: end, depth: depth)
    }

    /// The block at line `index` if it is anything but a paragraph.
    func marked(at index: Int, end: Int, depth: Int) -> Match? {
        guard text.lines[index].content.count <= Self.longestLine, depth < Self.deepest else { return nil }
        return drawn(at: index, end: end, depth: depth)
            ?? code(at: index, end: end)
            ?? heading(at: index, end: end)
            ?? list(at: index, end: end)
            ?? listWithoutBullets(at: index, end: end)
    }

    /// What marks, bars, alignment or columns show.
    private func drawn(at index: Int, end: Int, depth: Int) -> Match? {
        asciiDoc(at: index, end: end)
            ?? directive(at: index, end: end, depth: depth)
            ?? note(at: index, end: end, depth: depth)
            ?? DrawnTable.match(in: text, at: index, end: end)
            ?? FlattenedTable.match(in: text, at: index, end: end)
            ?? FlattenedTable.stackedMatch(in: text, at: index, end: end)
    }
}
