internal import RequirementModel

/// Divides a text into blocks as cmark-gfm does, line by line, and keeps the paragraphs that may begin with link definitions: those
/// that begin with a bracket, and in which no table stands.
///
/// libcmark finds such paragraphs, too, but knows no tables and does not tell what it has read as definitions. The rules are those
/// of CommonMark, “Phase 1: block structure”, and of GitHub Flavored Markdown, section 4.10.
struct ParagraphScanner {
    private(set) var paragraphs: [[ParagraphLine]] = []

    private let source: SourceText
    private var containers: [OpenContainer] = []
    private var leaf = Leaf.nothing

    private struct OpenContainer {
        var container: Container
        /// An item without content ends at a blank line.
        var isEmpty = true
    }

    /// What holds the lines at hand.
    private enum Leaf {
        case nothing, table, indentedCode
        case fencedCode(CodeFence)
        case html(HTMLBlockStart)
        case paragraph([ParagraphLine])

        var isParagraph: Bool { if case .paragraph = self { true } else { false } }
    }

    /// More containers in containers than a page has use for; what begins one more is text.
    private static let maximumDepth = 64

    /// Scans all of `source`.
    init(_ source: SourceText) {
        self.source = source
        var line = source.skippedLines
        while line < source.lineCount {
            line += 1
            read(line)
        }
        open(.nothing)
    }

    private mutating func read(_ line: Int) {
        var scanner = LineScanner(source, line: line)
        let matched = containers.firstIndex { !Self.goesOn($0, &scanner) } ?? containers.count
        let isInside = matched == containers.count
        if isInside, continueLeaf(scanner) { return }
        guard let inside = begin(on: line, &scanner, in: matched, isInParagraph: isInside && leaf.isParagraph) else {
            return
        }
        let isLazy = containers.count > inside && leaf.isParagraph && !scanner.isAtEnd
        if !isLazy { close(from: inside) }
        if case .table = leaf { return }
        if !scanner.isAtEnd { append(ParagraphLine(scanner, line: line, isLazy: isLazy)) }
    }

    /// Whether the line has what each line in `open` has; consumes it.
    private static func goesOn(_ open: OpenContainer, _ scanner: inout LineScanner) -> Bool {
        var inner = scanner
        if inner.enter(open.container) {
            scanner = inner
            return true
        }
        guard case .item = open.container else { return false }
        return scanner.isAtEnd && !open.isEmpty
    }

    /// Whether the line is more of the code or HTML at hand; ends what cannot go on with it.
    private mutating func continueLeaf(_ scanner: LineScanner) -> Bool {
        let text = source.bytes[scanner.text]
        switch leaf {
        case .nothing: return false
        case .fencedCode(let opening):
            if scanner.indent <= 3, CodeFence(text)?.closes(opening) == true { leaf = .nothing }
            return true
        case .html(let start):
            guard start.ends(with: text) else { return true }
            leaf = .nothing
            return !text.isEmpty
        case .indentedCode: if text.isEmpty || scanner.indent > 3 { return true }
        case .paragraph: if !text.isEmpty { return false }
        case .table:
            if PipeRows.isRow(text) { return false }
        }
        open(.nothing)
        return false
    }

    /// Begins the blocks that begin on the line, in the first `matched` containers; in how many of them the rest is text, nil where
    /// it is not.
    private mutating func begin(
        on line: Int, _ scanner: inout LineScanner, in matched: Int, isInParagraph: Bool
    ) -> Int? {
        var (matched, isInParagraph, mayBeLazy) = (matched, isInParagraph, leaf.isParagraph)
        while !scanner.isAtEnd {
            if scanner.indent > 3 {
                return mayBeLazy || !begin(.indentedCode, in: matched) ? matched : nil
            }
            guard containers.count < Self.maximumDepth,
                let container = scanner.enterContainer(interruptsParagraph: isInParagraph)
            else {
                let text = ParagraphLine(scanner, line: line, isLazy: false)
                return beginLeaf(text, in: matched, isInParagraph: isInParagraph, mayBeLazy: mayBeLazy) ? nil : matched
            }
            _ = begin(.nothing, in: matched)
            containers.append(OpenContainer(container: container))
            (matched, isInParagraph, mayBeLazy) = (containers.count, false, false)
        }
        return matched
    }

    /// Begins the heading, rule, code, HTML or table that `line` begins, if it does.
    private mutating func beginLeaf(
        _ line: ParagraphLine, in matched: Int, isInParagraph: Bool, mayBeLazy: Bool
    ) -> Bool {
        let text = source.bytes[line.text]
        if DirectiveScanner.isHeading(text) {
            return begin(.nothing, in: matched)
        } else if let fence = CodeFence(text) {
            return begin(.fencedCode(fence), in: matched)
        } else if let start = HTMLBlockStart(text, interruptsParagraph: isInParagraph || mayBeLazy) {
            return begin(start.ends(with: text) ? .nothing : .html(start), in: matched)
        } else if isInParagraph, line.isUnderline(in: source.bytes) {
            return underline()
        } else if BlockStart.isThematicBreak(text.trimmed) {
            return begin(.nothing, in: matched)
        } else if isInParagraph, case .paragraph(let lines) = leaf, let header = lines.last,
            PipeTable(source.bytes, [header, line]) != nil
        {
            leaf = .table
            return true
        }
        return false
    }

    private mutating func begin(_ leaf: Leaf, in matched: Int) -> Bool {
        close(from: matched)
        open(leaf)
        fillContainers()
        return true
    }

    /// Makes a heading of the paragraph; of one that is definitions and nothing else, a new one that begins with this line.
    private mutating func underline() -> Bool {
        guard case .paragraph(let lines) = leaf else { return false }
        let isDefinitions = LinkDefinitions.areAll(lines, of: source)
        open(.nothing)
        return !isDefinitions
    }

    // MARK: - State

    private mutating func append(_ line: ParagraphLine) {
        guard case .paragraph(var lines) = leaf else {
            open(.paragraph([line]))
            fillContainers()
            return
        }
        leaf = .nothing  // so that the lines are not copied
        lines.append(line)
        leaf = .paragraph(lines)
    }

    /// Ends the containers after the first `matched`, and with them what they hold.
    private mutating func close(from matched: Int) {
        guard matched < containers.count else { return }
        containers.removeSubrange(matched...)
        open(.nothing)
    }

    /// Goes on to `next`.
    private mutating func open(_ next: Leaf) {
        if case .paragraph(let lines) = leaf, source.bytes[lines[0].text].first == UInt8(ascii: "[") {
            paragraphs.append(lines)
        }
        leaf = next
    }

    private mutating func fillContainers() {
        for index in containers.indices.reversed() {
            guard containers[index].isEmpty else { return }
            containers[index].isEmpty = false
        }
    }
}

extension LineScanner {
    /// What is left, from its first visible byte on.
    fileprivate var text: Range<Int> {
        var index = index
        while index < end, bytes[index].isBlank { index += 1 }
        return index..<end
    }

    /// Consumes the marker of a block quote or list item, if one begins here.
    fileprivate mutating func enterContainer(interruptsParagraph: Bool) -> Container? {
        var inner = self
        if inner.enter(.quote) {
            self = inner
            return .quote
        }
        guard BlockStart.isItem(bytes[text], interruptsParagraph: interruptsParagraph) else { return nil }
        return .item(indent: enterItem())
    }
}
