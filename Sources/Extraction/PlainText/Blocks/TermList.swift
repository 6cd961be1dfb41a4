internal import RequirementModel

extension BlockScanner {
    /// Terms with their descriptions: AsciiDoc's `443/tcp:: Portal`, and ports alone above lines that stand further in, as
    /// manual pages have them, or before a colon.
    func terms(at index: Int, end: Int) -> Match? {
        var items: [List.Item] = []
        var next = index
        while next < end, let term = term(next) {
            var description = TextAssembly(text)
            description.append(term.words, line: next, after: .space)
            let indent = text.lines[next].indent
            var line = next + 1
            while line < end, self.term(line) == nil,
                text.lines[line].indent > indent || term.isMarked && !text.lines[line].followsBlank
            {
                description.append(line: line, after: .space)
                line += 1
            }
            let words = description.finished
            guard !words.isEmpty else { break }
            let name = TextAssembly.text(of: term.name, line: next, in: text)
            items.append(List.Item(position: text.position(next), term: name, blocks: [.paragraph(words)]))
            next = line
        }
        return items.count > 1 ? Match([.list(List(items: items))], next: next) : nil
    }

    /// The term that line `index` is or begins with, and what stands behind it.
    private func term(_ index: Int) -> (name: Range<Int>, words: Range<Int>, isMarked: Bool)? {
        let content = text.lines[index].content
        if let joint = portMark(content) {
            return (content.lowerBound..<joint.lowerBound, joint.upperBound..<content.upperBound, true)
        }
        guard content.count <= Self.longestTerm || profile.isAsciiDoc else { return nil }
        if let mark = termMark(content) {
            let name = content.lowerBound..<mark
            guard profile.isAsciiDoc || beginsWithPort(name) else { return nil }
            return (name, Blanks.trim(mark + 2..<content.upperBound, in: text.bytes), true)
        }
        guard index + 1 < text.lines.count, text.lines[index + 1].indent > text.lines[index].indent,
            text.hasWords(index, atMost: 2), beginsWithPort(content)
        else { return nil }
        return (content, content.upperBound..<content.upperBound, false)
    }

    /// The colon or dash, between blanks, behind a transport and a port with which a line begins: `443/tcp : Portal`.
    private func portMark(_ content: Range<Int>) -> Range<Int>? {
        guard let first = text.bytes[content].first, first.isDecimalDigit || "TtUu".utf8.contains(first) else {
            return nil
        }
        let words = text.words(in: content, limit: 4)
        guard
            let mark = words.first(where: { word in
                [":", "-", "–", "—"].contains { text.bytes[word].elementsEqual($0.utf8) }
            }), mark.upperBound < content.upperBound
        else { return nil }
        let name = Blanks.trim(content.lowerBound..<mark.lowerBound, in: text.bytes)
        guard beginsWithPort(name) else { return nil }
        return name.upperBound..<Blanks.trim(mark.upperBound..<content.upperBound, in: text.bytes).lowerBound
    }

    /// Where the two colons behind a term stand, with a blank or nothing behind them.
    private func termMark(_ content: Range<Int>) -> Int? {
        let near = content.lowerBound..<min(content.upperBound, content.lowerBound + Self.longestTerm)
        let colon = UInt8(ascii: ":")
        guard let mark = near.dropFirst().first(where: { text.bytes[$0] == colon && text.bytes[$0 - 1] == colon })
        else { return nil }
        let isEnd =
            mark + 1 == content.upperBound || Blanks.length(in: text.bytes, at: mark + 1, end: content.upperBound) > 0
        return isEnd && mark - 1 > content.lowerBound ? mark - 1 : nil
    }

    /// The longest term, in bytes.
    private static let longestTerm = 120
}
