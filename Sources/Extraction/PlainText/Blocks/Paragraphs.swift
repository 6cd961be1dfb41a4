internal import RequirementModel

extension BlockScanner {
    /// The lines from `index` on that belong to one paragraph.
    ///
    /// Where lines are broken by width they are joined again; elsewhere each line that ends a sentence ends a
    /// paragraph, and the others are kept apart by line breaks.
    func paragraph(at index: Int, end: Int, depth: Int) -> Match {
        var assembly = TextAssembly(text)
        assembly.append(line: index, after: .space)
        var next = index + 1
        while next < end, !text.lines[next].followsBlank {
            let isWrapped = isWrapped(next - 1)
            if !isWrapped, text.endsSentence(next - 1) { break }
            if marked(at: next, end: end, depth: depth) != nil { break }
            assembly.append(line: next, after: isWrapped ? .space : .lineBreak)
            next += 1
        }
        let literal = literal(from: next, after: next - 1, end: end)
        return Match(drafts: Draft.paragraph(assembly.finished) + literal.drafts, next: literal.next)
    }

    /// The indented lines after a paragraph that ends with two colons: a listing, as reStructuredText has it.
    private func literal(from next: Int, after last: Int, end: Int) -> Match {
        let content = text.lines[last].content
        guard content.count > 2, text.hasPrefix("::", at: content.upperBound - 2, end: content.upperBound) else {
            return Match([], next: next)
        }
        var stop = next
        while stop < end, text.lines[stop].indent > text.lines[last].indent { stop += 1 }
        return Match(stop > next ? [.code(codeBlock(next..<stop, info: ""))] : [], next: stop)
    }

    /// Whether line `index` ends where it does only because the next word had no room.
    func isWrapped(_ index: Int) -> Bool {
        guard let column = profile.wrapColumn, index + 1 < text.lines.count, !text.precedesBlank(index) else {
            return false
        }
        let line = text.lines[index]
        guard let word = text.words(index + 1, limit: 1).first else { return false }
        return line.indent + line.content.count + 1 + word.count > column - 8
    }
}
