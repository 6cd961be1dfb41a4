internal import CCmark
internal import RequirementModel

/// Turns the inlines of one paragraph, heading or cell into ``RichText``.
///
/// It walks by sibling and parent links, so that no depth of nesting can overflow the stack.
struct InlineReader {
    private var builder = RichTextBuilder()
    /// Whether the text holds a `^`, without which it has no marks of footnotes.
    private var holdsCaret = false
    private var open: [Opening] = []
    private var closingTags: Set<[UInt8]>?
    /// How many bytes of the first text are a marker that has been read already.
    private var skipped = 0
    /// Inside `<script>` and the like nothing is text.
    private var unseen: [UInt8]?

    /// What a stretch of marked text was opened by.
    private enum Opening {
        case node
        case tag(name: [UInt8], isMarked: Bool)
        /// `~~`
        case tildes

        var isNode: Bool { if case .node = self { true } else { false } }

        /// Whether the builder has a stretch open for it.
        var isMarked: Bool { if case .tag(_, isMarked: false) = self { false } else { true } }
    }

    /// The text below `node` but for its first `skipped` bytes, which begins at `position`; further source lines are marked
    /// by `lines`.
    mutating func read(
        _ node: TreeNode, skipping skipped: Int = 0, at position: SourcePosition, lines: LineCursor? = nil
    ) -> RichText {
        var lines = lines
        builder.startLine(at: position)
        closingTags = nil
        unseen = nil
        holdsCaret = false
        open.removeAll(keepingCapacity: true)
        self.skipped = skipped
        var current = node.firstChild
        while let inline = current {
            if enter(inline, of: node, lines: &lines), let child = inline.firstChild {
                current = child
                continue
            }
            current = following(inline, in: node)
        }
        let text = builder.finish()
        return holdsCaret ? text.markingFootnotes : text
    }

    /// The node after `inline` and all below it, inside `root`.
    private mutating func following(_ inline: TreeNode, in root: TreeNode) -> TreeNode? {
        var inline = inline
        exitIfMarked(inline)
        while true {
            if let next = inline.next { return next }
            guard let parent = inline.parent, parent != root else { return nil }
            inline = parent
            exitIfMarked(inline)
        }
    }

    /// Whether to go on to the node's children.
    private mutating func enter(_ inline: TreeNode, of root: TreeNode, lines: inout LineCursor?) -> Bool {
        switch inline.kind {
        case CMARK_NODE_TEXT: appendText(inline)
        case CMARK_NODE_CODE:
            builder.open(.code)
            append(inline)
            builder.close()
        case CMARK_NODE_SOFTBREAK:
            builder.space()
            startLine(after: inline, lines: &lines)
        case CMARK_NODE_LINEBREAK:
            builder.breakLine()
            startLine(after: inline, lines: &lines)
        case CMARK_NODE_HTML_INLINE:
            read(InlineTag(inline), of: root)
        case CMARK_NODE_EMPH: mark(.emphasis)
        case CMARK_NODE_STRONG: mark(.strong)
        case CMARK_NODE_LINK: mark(.link(destination: inline.destination))
        case CMARK_NODE_IMAGE: mark(.image(source: inline.destination))
        default: break
        }
        return true
    }

    private mutating func startLine(after lineEnd: TreeNode, lines: inout LineCursor?) {
        if let position = lines?.advance(to: lineEnd.next?.startLine) { builder.startLine(at: position) }
    }

    private mutating func mark(_ markup: RichText.Markup) {
        builder.open(markup)
        open.append(.node)
    }

    private mutating func exitIfMarked(_ inline: TreeNode) {
        switch inline.kind {
        case CMARK_NODE_EMPH, CMARK_NODE_STRONG, CMARK_NODE_LINK, CMARK_NODE_IMAGE:
            while let last = open.popLast() {
                if case .node = last {
                    builder.close()
                    return
                }
                if last.isMarked { builder.close() }
            }
        default: break
        }
    }

    private mutating func append(_ inline: TreeNode) {
        guard unseen == nil else { return }
        inline.withLiteral { append(UnsafeBufferPointer(rebasing: $0.dropFirst(skipped))) }
        skipped = 0
    }

    private mutating func append(_ text: UnsafeBufferPointer<UInt8>) {
        if text.firstIndex(of: UInt8(ascii: "^"), from: 0) != nil { holdsCaret = true }
        builder.append(Span(_unsafeElements: text))
    }

    private mutating func append(_ text: ArraySlice<UInt8>) { text.withUnsafeBufferPointer { append($0) } }
}

// MARK: - Strikethrough

extension InlineReader {
    /// Adds text, in which `~~` strikes out what is between: GitHub's extension, which libcmark does not have.
    private mutating func appendText(_ inline: TreeNode) {
        guard unseen == nil else { return }
        guard inline.withLiteral({ $0.firstIndex(of: UInt8(ascii: "~"), from: 0) }) != nil else {
            return append(inline)
        }
        var rest = inline.withLiteral { Array($0) }.dropFirst(skipped)
        skipped = 0
        while let tildes = Self.tildes(in: rest) {
            let after = rest[tildes.upperBound...]
            if case .tildes? = open.last {
                append(rest[..<tildes.lowerBound])
                builder.close()
                open.removeLast()
            } else if Self.tildes(in: after) != nil || Self.isClosed(after: inline) {
                append(rest[..<tildes.lowerBound])
                builder.open(.deleted)
                open.append(.tildes)
            } else {
                break
            }
            rest = after
        }
        append(rest)
    }

    /// The first run of two tildes, no more and no less.
    private static func tildes(in text: ArraySlice<UInt8>) -> Range<Int>? {
        var index = text.startIndex
        while let start = text[index...].firstIndex(of: UInt8(ascii: "~")) {
            index = text[start...].firstIndex { $0 != UInt8(ascii: "~") } ?? text.endIndex
            if index - start == 2 { return start..<index }
        }
        return nil
    }

    /// Whether a sibling further on has tildes too.
    private static func isClosed(after inline: TreeNode) -> Bool {
        var current = inline.next
        while let sibling = current {
            if sibling.kind == CMARK_NODE_TEXT, sibling.withLiteral({ tildes(in: Array($0)[...]) != nil }) {
                return true
            }
            current = sibling.next
        }
        return false
    }
}

// MARK: - Raw tags

extension InlineReader {
    private mutating func read(_ tag: InlineTag, of root: TreeNode) {
        if let name = unseen {
            if tag.isClosing, tag.name == name { unseen = nil }
            return
        }
        guard !tag.name.isEmpty else { return }  // a comment or a processing instruction
        switch HTMLElement(name: tag.name) {
        case .lineBreak, .block: builder.breakLine()
        case .cell: builder.space()
        case .unseen: if !tag.isClosing, !tag.isSelfClosing { unseen = tag.name }
        case .image:
            builder.open(.image(source: tag.attribute("src") ?? ""))
            append(Array((tag.attribute("alt") ?? "").utf8)[...])
            builder.close()
        case .link:
            if tag.isClosing { close(tag) } else { open(tag, as: tag.attribute("href").map { .link(destination: $0) }) }
        case .marked(let markup): if tag.isClosing { close(tag) } else { open(tag, as: markup) }
        case .plain: break
        case nil: if isPlaceholder(tag, in: root) { append(tag.source[...]) }
        }
    }

    /// Whether an unknown tag is a word in angle brackets that its author forgot to escape, `<region>`: no component has
    /// neither a value, nor a slash, nor a closing tag.
    private mutating func isPlaceholder(_ tag: InlineTag, in root: TreeNode) -> Bool {
        guard !tag.isClosing, !tag.isSelfClosing, !tag.hasValues else { return false }
        if closingTags == nil { closingTags = Self.closingTags(in: root) }
        return closingTags?.contains(tag.name) == false
    }

    private static func closingTags(in root: TreeNode) -> Set<[UInt8]> {
        var names: Set<[UInt8]> = []
        var current = root.firstChild
        while let inline = current {
            if inline.kind == CMARK_NODE_HTML_INLINE {
                let tag = InlineTag(inline)
                if tag.isClosing { names.insert(tag.name) }
            }
            current = inline.firstChild ?? inline.next
            var ancestor = inline
            while current == nil, let parent = ancestor.parent, parent != root {
                ancestor = parent
                current = ancestor.next
            }
        }
        return names
    }

    private mutating func open(_ tag: InlineTag, as markup: RichText.Markup?) {
        guard !tag.isSelfClosing else { return }
        if let markup { builder.open(markup) }
        open.append(.tag(name: tag.name, isMarked: markup != nil))
    }

    /// Closes the innermost tag of that name inside the Markdown stretch at hand, and what stands open in it.
    private mutating func close(_ tag: InlineTag) {
        var depth = open.count
        while depth > 0, !open[depth - 1].isNode {
            depth -= 1
            guard case .tag(tag.name, _) = open[depth] else { continue }
            for opening in open[depth...] where opening.isMarked { builder.close() }
            open.removeSubrange(depth...)
            return
        }
    }
}
