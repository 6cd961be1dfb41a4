/// Makes ``RichText`` from a parser's events: folds white space, drops what has no width, keeps the marked stretches.
///
/// All readers fold by this one, so that the same page reads the same in every format. White space at the ends, and
/// around a wanted line break, is not text; a soft hyphen or a zero-width space only says where a line may break.
public struct RichTextBuilder: Sendable {
    private var bytes: [UInt8] = []
    private var spans: [RichText.Span] = []
    private var open: [OpenSpan] = []
    private var lineStarts: [RichText.LineStart] = []
    private var position: SourcePosition
    private var pendingLine: SourcePosition?
    private var gap = Gap.none
    /// How many of ``open``, counted from the innermost, have seen no text yet.
    private var unstarted = 0

    private struct OpenSpan {
        var markup: RichText.Markup
        /// Its place in `spans`, once it has text.
        var index: Int?
    }

    /// What stands between the text so far and the text to come.
    private enum Gap: Comparable {
        case none, space, line
    }

    /// Nothing yet; the text begins at `position` unless ``startLine(at:)`` comes first.
    public init(position: SourcePosition = .unknown) {
        self.position = position
        bytes.reserveCapacity(256)
    }

    /// Whether there is nothing to see so far.
    public var isEmpty: Bool { bytes.isEmpty }

    /// Adds UTF-8 `text`; a run of white space in it is one space.
    public mutating func append(_ text: ArraySlice<UInt8>) { append(text.span) }

    /// Adds UTF-8 `text`; a run of white space in it is one space.
    public mutating func append(_ text: Span<UInt8>) {
        guard Self.isFolded(text) else { return fold(text) }
        let start = text.isEmpty || text[0] != 0x20 ? 0 : 1
        let end = text.count > start && text[text.count - 1] == 0x20 ? text.count - 1 : text.count
        if start > 0 { space() }
        if start < end { appendVisible(text.extracting(start..<end)) }
        if end < text.count { space() }
    }

    /// Whether there is nothing to fold: single blanks between what is visible, as in most texts. It looks at all of it, which
    /// vectors do faster than one look after the other.
    private static func isFolded(_ text: Span<UInt8>) -> Bool {
        var others: UInt8 = 0
        var previous = UInt8.max
        for index in text.indices {
            let byte = text[index]
            others |= byte &- 0x20 < 0xA2 ? 0 : 1
            others |= byte | previous == 0x20 ? 1 : 0
            previous = byte
        }
        return others == 0
    }

    private mutating func fold(_ text: Span<UInt8>) {
        var (start, index) = (0, 0)
        while index < text.count {
            let byte = text[index]
            if byte > 0x20, byte < 0xC2 {
                index += 1
                continue
            }
            // The usual case, one blank between two words, stays inside the run.
            if byte == 0x20, index > start, index + 1 < text.count, text[index + 1] > 0x20, text[index + 1] < 0xC2 {
                index += 2
                continue
            }
            let (length, meaning) = Self.classify(text, at: index)
            if meaning != .visible {
                if start < index { appendVisible(text.extracting(start..<index)) }
                if meaning == .blank { space() }
                start = index + length
            }
            index += length
        }
        if start < text.count { appendVisible(text.extracting(start...)) }
    }

    /// A blank, or the end of a source line that only wraps the text.
    public mutating func space() { gap = max(gap, .space) }

    /// A line break that the author asked for, or the border of a block.
    public mutating func breakLine() { gap = .line }

    /// What comes next stands at `position`, the start of a further source line.
    public mutating func startLine(at position: SourcePosition) { pendingLine = position }

    /// Marks what comes until the matching ``close()``.
    public mutating func open(_ markup: RichText.Markup) {
        open.append(OpenSpan(markup: markup))
        unstarted += 1
    }

    /// Ends the innermost marked stretch; one without text leaves nothing.
    public mutating func close() {
        guard let last = open.popLast() else { return }
        if let index = last.index {
            spans[index].range = spans[index].range.lowerBound..<bytes.count
        } else {
            unstarted -= 1
        }
    }

    /// The text, with stretches still open ending at its end; the builder is empty again.
    public mutating func finish() -> RichText {
        while !open.isEmpty { close() }
        var text = RichText(String(decoding: bytes, as: UTF8.self), position: position)
        bytes.removeAll(keepingCapacity: true)
        swap(&text.spans, &spans)
        swap(&text.lineStarts, &lineStarts)
        pendingLine = nil
        gap = .none
        position = .unknown
        return text
    }

    private mutating func appendVisible(_ run: Span<UInt8>) {
        if !bytes.isEmpty, gap != .none { bytes.append(gap == .line ? 0x0A : 0x20) }
        gap = .none
        if let line = pendingLine {
            if bytes.isEmpty {
                position = line
            } else {
                lineStarts.append(.init(offset: bytes.count, position: line))
            }
            pendingLine = nil
        }
        if unstarted > 0 {
            if spans.isEmpty { spans.reserveCapacity(2) }
            for level in open.indices.suffix(unstarted) {
                open[level].index = spans.count
                spans.append(.init(bytes.count..<bytes.count, open[level].markup))
            }
            unstarted = 0
        }
        bytes.append(addingCapacity: run.count) { added in
            for index in run.indices { added.append(run[index]) }
        }
    }
}

extension RichTextBuilder {
    private enum Meaning {
        case visible, blank, invisible
    }

    /// The length and the meaning of the character at `index`; every length is 1 for what needs no closer look.
    private static func classify(_ text: Span<UInt8>, at index: Int) -> (length: Int, meaning: Meaning) {
        func byte(_ offset: Int) -> UInt8 { index + offset < text.count ? text[index + offset] : 0 }
        switch text[index] {
        case 0x09...0x0D, 0x20: return (1, .blank)
        case 0xC2 where byte(1) == 0xA0: return (2, .blank)  // no-break space
        case 0xC2 where byte(1) == 0xAD: return (2, .invisible)  // soft hyphen
        case 0xE2 where byte(1) == 0x80:
            switch byte(2) {
            case 0x80...0x8A, 0xA8, 0xA9, 0xAF: return (3, .blank)  // typographic spaces, line and paragraph separators
            case 0x8B: return (3, .invisible)  // zero-width space
            default: return (3, .visible)
            }
        case 0xE2 where byte(1) == 0x81 && byte(2) == 0xA0: return (3, .invisible)  // word joiner
        case 0xE3 where byte(1) == 0x80 && byte(2) == 0x80: return (3, .blank)  // ideographic space
        case 0xEF where byte(1) == 0xBB && byte(2) == 0xBF: return (3, .invisible)  // zero-width no-break space
        default: return (1, .visible)
        }
    }
}
