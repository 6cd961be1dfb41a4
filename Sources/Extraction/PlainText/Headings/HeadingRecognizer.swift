internal import RequirementModel

extension BlockScanner {
    /// The longest heading, in bytes and in words.
    private static let longestHeading = (bytes: 140, words: 16)

    /// The heading at line `index`: one with a mark, or one that its shape and place show.
    func heading(at index: Int, end: Int) -> Match? {
        adornedHeading(at: index, end: end) ?? divider(at: index) ?? numberedHeading(at: index)
            ?? bareHeading(at: index, end: end)
    }

    /// A title with a line of punctuation below it, or above and below (reStructuredText, and many a text file).
    func adornedHeading(at index: Int, end: Int) -> Match? {
        let hasOverline = adornment(index) != nil
        let title = hasOverline ? index + 1 : index
        guard title + 1 < end, text.lines[title].content.count <= Self.longestHeading.bytes,
            hasOverline || text.lines[index].followsBlank, !text.lines[title + 1].followsBlank,
            let mark = adornment(title + 1), adornment(title) == nil,
            !hasOverline || adornment(index) == mark && !text.lines[title].followsBlank
        else { return nil }
        let width = text.lines[title + 1].content.count
        guard 2 * width >= SourceText.columns(in: text.content(title)) else { return nil }
        let words = TextAssembly.text(of: text.lines[title].content, line: title, in: text)
        let draft = HeadingDraft(text: words, mark: .adorned(mark, overlined: hasOverline))
        return Match(drafts: [.heading(draft)], next: title + 2)
    }

    /// The mark of which line `index` is a row.
    private func adornment(_ index: Int) -> UInt8? { text.rule(index, of: "=-~^\"'#*+_.:`".utf8, atLeast: 3) }

    /// A rule across the page.
    private func divider(at index: Int) -> Match? {
        guard text.rule(index, of: "-_*=".utf8, atLeast: 3) != nil else { return nil }
        return Match([.divider(text.position(index))], next: index + 1)
    }

    /// `2.1 Ports`, and `2. Ports` in a text that has both.
    private func numberedHeading(at index: Int) -> Match? {
        guard profile.hasNumberedSections, text.firstByte(index).isDecimalDigit, isShort(index),
            text.lines[index].followsBlank, text.precedesBlank(index), !text.endsSentence(index),
            let number = SectionNumber(text, line: index)
        else { return nil }
        let words = TextAssembly.text(of: text.lines[index].content, line: index, in: text)
        return Match(
            drafts: [.heading(HeadingDraft(text: words, mark: .numbered(number.parts)))], next: index + 1)
    }

    /// A short line that is no sentence and stands alone, or between the end of one matter and the start of another.
    private func bareHeading(at index: Int, end: Int) -> Match? {
        guard index + 1 < end, looksLikeTitle(index), isShort(index) else { return nil }
        let standsAlone = text.lines[index].followsBlank && text.precedesBlank(index)
        guard standsAlone || (profile.wrapColumn == nil && separatesMatters(index)) else { return nil }
        let words = TextAssembly.text(of: text.lines[index].content, line: index, in: text)
        return Match(drafts: [.heading(HeadingDraft(text: words, mark: .bare))], next: index + 1)
    }

    /// Whether the text before line `index` is finished and a longer one begins after it.
    private func separatesMatters(_ index: Int) -> Bool {
        let begins = text.lines[index].followsBlank || text.endsSentence(index - 1)
        guard begins, text.hasWords(index, atMost: 10) else { return false }
        if text.precedesBlank(index) { return true }
        let next = text.lines[index + 1].content
        return next.count > 2 * text.lines[index].content.count && text.endsSentence(index + 1)
            && text.bytes[next.lowerBound].isCapital
    }

    private func isShort(_ index: Int) -> Bool {
        text.lines[index].content.count <= Self.longestHeading.bytes
            && text.hasWords(index, atMost: Self.longestHeading.words)
    }

    /// Whether line `index` begins as a title does, ends as no sentence does, and has words in it.
    private func looksLikeTitle(_ index: Int) -> Bool {
        let first = text.firstByte(index)
        guard first.isCapital || first.isDecimalDigit || first >= 0xC3 || first == UInt8(ascii: "\""),
            text.lastByte(index) == UInt8(ascii: "?") || !text.endsSentence(index),
            text.lastByte(index) != UInt8(ascii: ","), ListMarker(text, line: index) == nil, !isPortLabel(index)
        else { return false }
        let content = text.content(index)
        guard content.contains(where: \.isWordLetter), !content.contains(where: Self.isCodeMark) else {
            return false
        }
        return true
    }

    /// Whether commands and formulas have the byte, and titles do not.
    private static func isCodeMark(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "="), UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: ";"), UInt8(ascii: "\\"),
            UInt8(ascii: "$"), UInt8(ascii: "|"), UInt8(ascii: "`"):
            true
        default: false
        }
    }
}
