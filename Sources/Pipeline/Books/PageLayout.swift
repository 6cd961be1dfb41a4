internal import RequirementModel

/// How a page for a person is laid out: how wide it is, and what emphasis looks like.
public struct PageLayout: Sendable {
    /// What a stretch of text is.
    public enum Emphasis: Sendable, CaseIterable {
        /// A document's or a section's name.
        case title
        /// What leads to records.
        case used
        /// What a person should look at.
        case unsettled
        /// What helps to understand the rest.
        case remark
    }

    /// Characters on a line.
    public var width: Int
    /// The text as its emphasis looks.
    public var paint: @Sendable (String, Emphasis) -> String

    /// A page of `width` characters; plain text where nothing paints it.
    public init(width: Int = 100, paint: @escaping @Sendable (String, Emphasis) -> String = { text, _ in text }) {
        self.width = max(60, width)
        self.paint = paint
    }
}

/// Writes a page of entries: a line number in the margin, a label, and words that wrap beside it.
struct PageWriter {
    let layout: PageLayout
    private(set) var text = ""

    /// Where labels stand, behind the margin of line numbers.
    static let margin = 8
    /// Where the words stand, behind the labels.
    static let indent = 18

    init(_ layout: PageLayout) { self.layout = layout }

    /// An empty line.
    mutating func skip() { text += "\n" }

    /// A line from the left edge.
    mutating func title(_ words: String) {
        for line in Self.lines(of: words, width: layout.width) { text += layout.paint(line, .title) + "\n" }
    }

    /// Plain lines from the left edge.
    mutating func plain(_ words: String) {
        for line in Self.lines(of: words, width: layout.width) { text += line + "\n" }
    }

    /// An entry: its line number, its label, its words, which stand `indent` characters from the left edge, behind `lead`.
    mutating func entry(
        _ line: Int? = nil, _ label: String = "", lead: String = "", _ words: String,
        _ emphasis: PageLayout.Emphasis = .remark, indent: Int = PageWriter.indent
    ) {
        let number = line.map { $0 > 0 ? "\($0)" : "" } ?? ""
        let margin = Self.blanks(Self.margin - 2 - number.count) + number + "  "
        let label = label.showingInvisibles
        let space = Self.blanks(indent - Self.margin - label.count)
        let lead = lead.showingInvisibles
        var start = layout.paint(margin, .remark) + layout.paint(label, emphasis) + space + lead
        let wrapped = indent + lead.count > layout.width - 20 ? indent : indent + lead.count
        for line in Self.lines(of: words, width: max(20, layout.width - wrapped)) {
            text += start + line + "\n"
            start = Self.blanks(wrapped)
        }
    }

    /// Words of the document, in full, below what is said of them.
    mutating func quotation(_ words: String, indent: Int = PageWriter.indent) {
        guard !words.isEmpty else { return }
        for line in Self.lines(of: words, width: layout.width - indent - 2) {
            text += Self.blanks(indent) + layout.paint("│ " + line, .remark) + "\n"
        }
    }

    /// `texts` padded to one width, or to `limit` where one of them is longer.
    static func padded(_ texts: [String], limit: Int) -> [String] {
        let width = min(limit, texts.reduce(0) { max($0, $1.showingInvisibles.count) })
        return texts.map { $0 + String(repeating: " ", count: max(0, width - $0.showingInvisibles.count)) }
    }

    private static func blanks(_ count: Int) -> String { String(repeating: " ", count: max(1, count)) }

    /// The text, fit for a terminal, broken at blanks into lines of at most `width` characters; a longer word is broken too.
    private static func lines(of text: String, width: Int) -> [String] {
        var lines: [String] = []
        var line = ""
        var length = 0
        for word in text.showingInvisibles.split(whereSeparator: \.isWhitespace) {
            var word = word
            var count = word.count
            if length > 0, length + 1 + count > width {
                lines.append(line)
                (line, length) = ("", 0)
            }
            while count > width {
                lines.append(String(word.prefix(width)))
                word = word.dropFirst(width)
                count -= width
            }
            line += (length > 0 ? " " : "") + word
            length += (length > 0 ? 1 : 0) + count
        }
        return lines + (line.isEmpty && !lines.isEmpty ? [] : [line])
    }
}
