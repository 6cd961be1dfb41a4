internal import Algorithms
internal import RequirementModel

/// One text as a ``Lexer`` has read it: where it, its bytes and its tokens stand in the lexer's buffers.
struct Lexed {
    /// Which of the lexer's texts it is; the same for cells that say the same and were read once.
    let index: Int
    /// Its folded bytes.
    let bytes: Range<Int>
    /// Its tokens.
    let tokens: Range<Int>
    /// Whether its folded bytes are those of the text as it came, and on one line.
    let isVerbatim: Bool
    /// What its tokens say together.
    let summary: TokenSummary

    /// Whether there is nothing to read.
    var isEmpty: Bool { tokens.isEmpty }
}

extension Lexer {
    /// The text as it came.
    func text(of lexed: Lexed) -> RichText { texts[lexed.index] }

    /// The text on one line, without footnote marks.
    func line(of lexed: Lexed) -> String {
        lexed.isVerbatim ? texts[lexed.index].text : PlainText.line(texts[lexed.index])
    }

    /// Whether the text is `other` with the same marks, wherever it stands.
    func reads(_ lexed: Lexed, like other: borrowing RichText) -> Bool {
        lexed.bytes.count == other.text.utf8.count && texts[lexed.index].text == other.text
            && texts[lexed.index].spans == other.spans
    }

    /// The source line of the byte at `offset` of the buffer.
    func position(at offset: Int, of lexed: Lexed) -> SourcePosition {
        texts[lexed.index].position(at: offset - lexed.bytes.lowerBound)
    }

    /// The words of the tokens in `range` as written; empty for none.
    func words(ofTokens range: Range<Int>, of lexed: Lexed) -> String {
        guard let first = range.first, let last = range.last else { return "" }
        return words(Int(tokens[first].start)..<Int(tokens[last].end), of: lexed)
    }

    /// The words in `range` of the buffer as written: white space as one space, footnote marks left out.
    func words(_ range: Range<Int>, of lexed: Lexed) -> String {
        if lexed.isVerbatim, !hasWideGap(range) { return String(decoding: bytes[range], as: UTF8.self) }
        var output: [UInt8] = []
        output.reserveCapacity(range.count)
        let original = texts[lexed.index].text.utf8
        var source = original.index(original.startIndex, offsetBy: range.lowerBound - lexed.bytes.lowerBound)
        var isDropped = false
        for position in range {
            let folded = bytes[position]
            let byte = original[source]
            source = original.index(after: source)
            if byte & 0xC0 != 0x80 { isDropped = folded == Folding.filler }
            if folded == ASCII.space || folded == ASCII.newline {
                if let last = output.last, last != ASCII.space { output.append(ASCII.space) }
            } else if !isDropped {
                output.append(byte)
            }
        }
        while output.last == ASCII.space { output.removeLast() }
        return String(decoding: output, as: UTF8.self)
    }

    /// Whether several blanks stand side by side.
    private func hasWideGap(_ range: Range<Int>) -> Bool {
        var wasBlank = false
        for position in range {
            let isBlank = bytes[position] == ASCII.space
            if isBlank, wasBlank { return true }
            wasBlank = isBlank
        }
        return false
    }

    /// The emphasised stretches of a text that begin in `range` of the buffer, as ranges of it.
    func emphasised(in range: Range<Int>, of lexed: Lexed) -> [Range<Int>] {
        let base = lexed.bytes.lowerBound
        return spans(beginningIn: range.lowerBound - base..<range.upperBound - base, of: lexed).compactMap { span in
            span.markup == .emphasis ? span.range.lowerBound + base..<span.range.upperBound + base : nil
        }
    }

    /// Whether the tokens in `range` are exactly one marked stretch: code, strong or emphasised.
    func isOneMark(_ range: Range<Int>, of lexed: Lexed) -> Bool {
        guard let first = range.first, let last = range.last else { return false }
        let base = lexed.bytes.lowerBound
        let stretch = Int(tokens[first].start) - base..<Int(tokens[last].end) - base
        // Up to three bytes more are brackets, quotes and points that are no tokens.
        return spans(beginningIn: stretch.lowerBound - 3..<stretch.lowerBound + 1, of: lexed).contains { mark in
            switch mark.markup {
            case .code, .strong, .emphasis:
                mark.range.upperBound >= stretch.upperBound && mark.range.count <= stretch.count + 3
            default: false
            }
        }
    }

    /// The marked stretches that begin in `range` of the text's own bytes.
    private func spans(beginningIn range: Range<Int>, of lexed: Lexed) -> ArraySlice<RichText.Span> {
        let spans = texts[lexed.index].spans
        let start = spans.partitioningIndex { $0.range.lowerBound >= range.lowerBound }
        return spans[start...].prefix { $0.range.lowerBound < range.upperBound }
    }
}
