internal import CCmark
internal import RequirementModel

/// Turns libcmark's tree of one text into blocks.
///
/// It walks by sibling and parent links with a stack of its own, so that no depth of nesting can overflow the thread's.
struct BlockReader {
    let source: SourceText
    /// What was taken out of the text, and has not yet been put back.
    var directives: ArraySlice<Directive>
    /// Those tables that were taken out of the text, and have not yet been put back.
    var tables: ArraySlice<OmittedTable>
    /// Whether a line of the text may begin with a definition's colon.
    let mayDefine: Bool
    var page: Page
    var inlines = InlineReader()
    /// The last of several siblings that have been read as one block; nil when it is the block entered.
    var lastRead: TreeNode?
    /// A table that ends where libcmark goes on with a paragraph: the text is to be read anew without it.
    var cut: OmittedTable?
    private var frames: [Frame] = [Frame(.document)]
    var containers = ContainerStack()

    /// A block that holds blocks, while it is read.
    private struct Frame {
        enum Kind {
            case document
            case quote(SourcePosition, note: String?)
            case list(isOrdered: Bool)
            case item(SourcePosition)
        }

        var kind: Kind
        var blocks: [Block] = []
        var items: [List.Item] = []
        /// How many containers deeper than ``Document/maximumDepth`` are open; their blocks belong to this one.
        var hoisted = 0

        init(_ kind: Kind) { self.kind = kind }
    }

    /// How many blocks the text stands in.
    private let outerDepth: Int

    init(source: SourceText, scan: DirectiveScanner, page: Page, depth: Int) {
        self.source = source
        directives = scan.directives[...]
        tables = scan.tables[...]
        mayDefine = scan.mayDefine
        self.page = page
        outerDepth = depth
    }

    /// How many blocks the block at hand stands in.
    var depth: Int { outerDepth + frames.count - 1 }

    /// The blocks below `root`; none, if there is a ``cut``.
    mutating func read(_ root: TreeNode) -> [Block] {
        var current = root.firstChild
        // Definitions that were parsed before the text may leave words behind.
        while let node = current, line(node.startLine) < 1 { current = node.next }
        while let node = current {
            appendDirectives(above: line(node.startLine))
            if enter(node), let child = node.firstChild {
                current = child
            } else if cut != nil {
                return []
            } else {
                current = following(lastRead ?? node, in: root, isEntered: lastRead == nil)
                lastRead = nil
            }
        }
        appendDirectives(above: .max)
        return frames[0].blocks
    }

    /// Adds to the innermost open block.
    mutating func append(_ block: Block) {
        let last = frames.count - 1
        // Only what was taken out of the text can stand between items: it belongs to the one before.
        if case .list = frames[last].kind, !frames[last].items.isEmpty {
            frames[last].items[frames[last].items.count - 1].blocks.append(block)
        } else {
            frames[last].blocks.append(block)
        }
    }

    /// Adds definitions to those that stand right before them, or as a list of their own.
    mutating func appendDefinitions(_ items: [List.Item]) {
        let last = frames.count - 1
        if case .list(var list)? = frames[last].blocks.last, list.items.last?.term != nil {
            frames[last].blocks.removeLast()  // so that the items are not copied
            list.items += items
            frames[last].blocks.append(.list(list))
        } else {
            append(.list(List(items: items)))
        }
    }

    /// Takes back the paragraph that has been added last.
    mutating func takeParagraph() -> RichText? {
        let last = frames.count - 1
        guard case .paragraph(let text)? = frames[last].blocks.last else { return nil }
        frames[last].blocks.removeLast()
        return text
    }

    /// The node after `node` and all below it; leaves the containers that end on the way, and the node itself if it was entered.
    private mutating func following(_ node: TreeNode, in root: TreeNode, isEntered: Bool) -> TreeNode? {
        var last = node
        while last.next == nil, let parent = last.parent, parent != root { last = parent }
        let next = last.next
        let nextLine = next.map { line($0.startLine) } ?? .max
        var node = node
        if isEntered { leave(node, before: nextLine) }
        while node != last, let parent = node.parent {
            node = parent
            leave(node, before: nextLine)
        }
        return next
    }

    /// Whether to go on to the node's children.
    private mutating func enter(_ node: TreeNode) -> Bool {
        switch node.kind {
        case CMARK_NODE_BLOCK_QUOTE:
            containers.enter(node, source: source)
            push(.quote(position(of: node), note: nil))
            return true
        case CMARK_NODE_LIST:
            push(.list(isOrdered: node.isOrderedList))
            return true
        case CMARK_NODE_ITEM:
            containers.enter(node, source: source)
            push(.item(position(of: node)))
            return true
        case CMARK_NODE_PARAGRAPH: readParagraph(node)
        case CMARK_NODE_HEADING: readHeading(node)
        case CMARK_NODE_CODE_BLOCK: readCode(node)
        case CMARK_NODE_HTML_BLOCK: readHTML(node)
        case CMARK_NODE_THEMATIC_BREAK: append(.divider(position(of: node)))
        default: break
        }
        return false
    }

    private mutating func push(_ kind: Frame.Kind) {
        if depth >= Document.maximumDepth {
            frames[frames.count - 1].hoisted += 1
        } else {
            frames.append(Frame(kind))
        }
    }

    private mutating func leave(_ node: TreeNode, before nextLine: Int) {
        switch node.kind {
        case CMARK_NODE_ITEM:
            appendDirectives(above: nextLine, from: node.startColumn)
            containers.leave()
        case CMARK_NODE_BLOCK_QUOTE: containers.leave()
        case CMARK_NODE_LIST: break
        default: return
        }
        if frames[frames.count - 1].hoisted > 0 {
            frames[frames.count - 1].hoisted -= 1
            return
        }
        guard frames.count > 1, let frame = frames.popLast() else { return }
        switch frame.kind {
        case .document: break
        case .quote(let position, let note): append(.note(Note(kind: note, position: position, blocks: frame.blocks)))
        case .list(let isOrdered): append(.list(List(isOrdered: isOrdered, items: frame.items)))
        case .item(let position):
            frames[frames.count - 1].items.append(List.Item(position: position, blocks: frame.blocks))
        }
    }

    /// Where a block begins in the file.
    func position(of node: TreeNode) -> SourcePosition {
        source.position(line: line(node.startLine), column: node.startColumn)
    }

    /// The line of ``source`` that libcmark calls `line`.
    func line(_ line: Int) -> Int { line + source.skippedLines }

    /// Makes the block quote at hand a note of `kind`, if it is one and nothing precedes its marker.
    mutating func markQuote(as kind: String?) {
        guard case .quote(let position, _) = frames[frames.count - 1].kind else { return }
        frames[frames.count - 1].kind = .quote(position, note: kind)
    }

    /// Whether the block at hand is the first of a block quote.
    var beginsQuote: Bool {
        guard let frame = frames.last, case .quote = frame.kind else { return false }
        return frame.blocks.isEmpty
    }
}
