internal import RequirementModel

/// A run of text with the formatting elements that are open around it.
///
/// Formatting crosses block borders in HTML: what is open when a paragraph ends is open in the next.
struct FormattedText {
    private var builder = RichTextBuilder()
    private var marks: [Mark] = []

    private struct Mark {
        var element: Element
        var markup: RichText.Markup
    }

    /// More marks than a page has use for; the rest is hostile.
    private static let maximumMarks = 16

    var isEmpty: Bool { builder.isEmpty }
    /// How many marks are open.
    var markCount: Int { marks.count }

    mutating func open(_ element: Element, _ markup: RichText.Markup) {
        guard marks.count < Self.maximumMarks else { return }
        marks.append(Mark(element: element, markup: markup))
        builder.open(markup)
    }

    /// Ends the innermost mark of `element`; those inside it go on.
    mutating func close(_ element: Element) {
        guard let index = marks.lastIndex(where: { $0.element == element }) else { return }
        for _ in index..<marks.count { builder.close() }
        marks.remove(at: index)
        for mark in marks[index...] { builder.open(mark.markup) }
    }

    mutating func append(_ text: UnsafeBufferPointer<UInt8>) { builder.append(Span(_unsafeElements: text)) }

    mutating func append(image alternative: String, source: String) {
        builder.open(.image(source: source))
        builder.append(Array(alternative.utf8)[...])
        builder.close()
    }

    mutating func breakLine() { builder.breakLine() }

    mutating func startLine(at position: SourcePosition) { builder.startLine(at: position) }

    /// The text; the marks go on in what comes next.
    mutating func finish() -> RichText {
        let text = builder.finish()
        for mark in marks { builder.open(mark.markup) }
        return text
    }

    /// Ends all marks, as at the end of a cell.
    mutating func clearMarks() {
        for _ in marks { builder.close() }
        marks.removeAll(keepingCapacity: true)
    }
}
