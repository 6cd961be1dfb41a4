internal import Algorithms

/// Running text with its markup resolved: what a reader sees, and which stretches of it were emphasised, code or links.
///
/// White space is folded: a run of blanks is one space, a line break that the author asked for (`<br>`, a new block in a
/// cell) is one `\n`, a line end that only wraps the source is a space. Offsets count UTF-8 bytes of `text`.
public struct RichText: Sendable, Hashable {
    /// The text as a reader sees it.
    public var text: String
    /// Marked stretches in the order of their starts; they nest and do not cross.
    public var spans: [Span]
    /// Where the text begins in the source.
    public var position: SourcePosition
    /// Where each further source line begins in `text`, in order; empty for text on one line.
    public var lineStarts: [LineStart]

    /// What a stretch of text was marked as.
    public enum Markup: Sendable, Hashable {
        case emphasis, strong, code, deleted, superscript
        /// A link; its text is the span, its target is here as written.
        case link(destination: String)
        /// An image; the span holds its alternative text.
        case image(source: String)
    }

    /// One marked stretch.
    public struct Span: Sendable, Hashable {
        /// UTF-8 offsets into `text`.
        public var range: Range<Int>
        /// What it was marked as.
        public var markup: Markup

        /// A stretch of text marked as `markup`.
        public init(_ range: Range<Int>, _ markup: Markup) {
            self.range = range
            self.markup = markup
        }

        /// Whether it stands above the line, as marks of footnotes do.
        public var isSuperscript: Bool { if case .superscript = markup { true } else { false } }
    }

    /// The start of a source line inside the text.
    public struct LineStart: Sendable, Hashable {
        /// UTF-8 offset into `text` of the first byte from that line.
        public var offset: Int
        /// Where that byte stands in the source.
        public var position: SourcePosition

        /// The text from `offset` on comes from `position`.
        public init(offset: Int, position: SourcePosition) {
            self.offset = offset
            self.position = position
        }
    }

    /// Text as read, with its markup and its place.
    public init(
        _ text: String, spans: [Span] = [], position: SourcePosition = .unknown, lineStarts: [LineStart] = []
    ) {
        self.text = text
        self.spans = spans
        self.position = position
        self.lineStarts = lineStarts
    }

    /// Whether there is nothing to see.
    public var isEmpty: Bool { text.isEmpty }

    /// The source line from which the byte at `offset` comes.
    public func position(at offset: Int) -> SourcePosition {
        let next = lineStarts.partitioningIndex { $0.offset > offset }
        return next > 0 ? lineStarts[next - 1].position : position
    }
}
