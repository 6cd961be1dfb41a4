internal import RequirementModel

/// The blocks that are being filled: the page, and in it lists, items, quotations and notes.
struct BlockFrames {
    private struct Frame {
        enum Kind {
            case page
            case list(isOrdered: Bool)
            case item(SourcePosition, term: RichText?)
            case note(kind: String?, SourcePosition)
        }

        var kind: Kind
        var blocks: [Block] = []
        var items: [List.Item] = []
        /// Of a list: the term whose definition is still to come.
        var term: (position: SourcePosition, text: RichText)?
        /// How many frames deeper than ``Document/maximumDepth`` are open; what they hold belongs to this one.
        var hoisted = 0
    }

    private var frames = [Frame(kind: .page)]

    mutating func append(_ block: Block) {
        // A block between the items of a list is browsers' way to show it, and an item of its own to us.
        if case .list = frames[frames.count - 1].kind {
            frames[frames.count - 1].items.append(List.Item(position: block.position ?? .unknown, blocks: [block]))
        } else {
            frames[frames.count - 1].blocks.append(block)
        }
    }

    mutating func openList(isOrdered: Bool) { open(.list(isOrdered: isOrdered)) }

    /// Begins an item, or the definition of the term before it.
    mutating func openItem(at position: SourcePosition) {
        let term = frames[frames.count - 1].term
        frames[frames.count - 1].term = nil
        open(.item(term?.position ?? position, term: term?.text))
    }

    /// Keeps a term for the definition to come; one outside of a list is a paragraph.
    mutating func hold(term: RichText, at position: SourcePosition) {
        releaseTerm()
        if case .list = frames[frames.count - 1].kind {
            frames[frames.count - 1].term = (position, term)
        } else if !term.isEmpty {
            append(.paragraph(term))
        }
    }

    /// Makes an item of a term that has no definition.
    private mutating func releaseTerm() {
        guard let term = frames[frames.count - 1].term else { return }
        frames[frames.count - 1].term = nil
        frames[frames.count - 1].items.append(List.Item(position: term.position, term: term.text, blocks: []))
    }

    mutating func openNote(kind: String?, at position: SourcePosition) { open(.note(kind: kind, position)) }

    /// How many blocks the innermost holds so far.
    var blockCount: Int { frames[frames.count - 1].blocks.count }

    /// Gives `caption` to the only table among the blocks after the first `count`; false if there is none or it has one.
    mutating func caption(tableAfter count: Int, with caption: RichText) -> Bool {
        let last = frames.count - 1
        let places = frames[last].blocks.indices.dropFirst(count).filter {
            if case .table = frames[last].blocks[$0] { true } else { false }
        }
        guard places.count == 1, case .table(var table) = frames[last].blocks[places[0]], table.caption == nil else {
            return false
        }
        table.caption = caption
        frames[last].blocks[places[0]] = .table(table)
        return true
    }

    /// Ends the innermost.
    mutating func close() {
        let last = frames.count - 1
        if frames[last].hoisted > 0 {
            frames[last].hoisted -= 1
            return
        }
        releaseTerm()
        guard last > 0, let frame = frames.popLast() else { return }
        switch frame.kind {
        case .page: break
        case .list(let isOrdered):
            if !frame.items.isEmpty { append(.list(List(isOrdered: isOrdered, items: frame.items))) }
        case .item(let position, let term):
            let item = List.Item(position: position, term: term, blocks: frame.blocks)
            if case .list = frames[frames.count - 1].kind {
                frames[frames.count - 1].items.append(item)
            } else {
                frames[frames.count - 1].blocks.append(.list(List(items: [item])))
            }
        case .note(let kind, let position):
            if !frame.blocks.isEmpty { append(.note(Note(kind: kind, position: position, blocks: frame.blocks))) }
        }
    }

    /// Ends all; what the page holds.
    mutating func finish() -> [Block] {
        while frames.count > 1 { close() }
        defer { frames = [Frame(kind: .page)] }
        return frames[0].blocks
    }

    private mutating func open(_ kind: Frame.Kind) {
        if frames.count >= Document.maximumDepth {
            frames[frames.count - 1].hoisted += 1
        } else {
            frames.append(Frame(kind: kind))
        }
    }
}
