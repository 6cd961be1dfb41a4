/// One piece of a document, in reading order.
public indirect enum Block: Sendable, Hashable {
    case heading(Heading)
    case paragraph(RichText)
    case list(List)
    case table(Table)
    case note(Note)
    case code(CodeBlock)
    /// A rule across the page; in vendors' Markdown it also ends a group of tabs.
    case divider(SourcePosition)
    /// A place where another file belongs (`[!INCLUDE [text](path)]`).
    case include(Inclusion)
}

extension Block {
    /// Where it begins; nil for a list without items.
    public var position: SourcePosition? {
        switch self {
        case .heading(let heading): heading.text.position
        case .paragraph(let text): text.position
        case .list(let list): list.items.first?.position
        case .table(let table): table.position
        case .note(let note): note.position
        case .code(let code): code.position
        case .divider(let position): position
        case .include(let inclusion): inclusion.position
        }
    }
}

/// A heading of level 1 (the page) to 6.
public struct Heading: Sendable, Hashable {
    /// 1 to 6.
    public var level: Int
    /// Its words; a tab's heading keeps its `#tab/…` link as a span.
    public var text: RichText

    /// A heading of `level`.
    public init(level: Int, text: RichText) {
        self.level = level
        self.text = text
    }
}

extension Heading {
    private static let tabPrefix = "#tab/"

    /// Whether it opens a tab: `[Portal](#tab/portal)`.
    public var isTab: Bool {
        text.spans.contains { span in
            if case .link(let destination) = span.markup { destination.hasPrefix(Self.tabPrefix) } else { false }
        }
    }

    /// A tab of any generator as Learn's Markdown writes it: a heading that links to `#tab/…`; a divider stands after the last.
    public static func tab(_ title: ArraySlice<UInt8>, at position: SourcePosition) -> Heading {
        var builder = RichTextBuilder(position: position)
        let slug = title.map { $0.isWhitespace ? UInt8(ascii: "-") : $0.lowercased }
        builder.open(.link(destination: tabPrefix + String(decoding: slug, as: UTF8.self)))
        builder.append(title)
        return Heading(level: 1, text: builder.finish())
    }
}

/// A bullet, numbered or definition list.
public struct List: Sendable, Hashable {
    /// Whether its items are numbered.
    public var isOrdered: Bool
    /// Its items in order.
    public var items: [Item]

    /// An item: paragraphs, nested lists, tables, whatever it holds.
    public struct Item: Sendable, Hashable {
        /// Where its marker, or for a definition its term, stands.
        public var position: SourcePosition
        /// The term that a definition list explains here; nil in other lists.
        public var term: RichText?
        /// Its content.
        public var blocks: [Block]

        /// An item of `blocks`.
        public init(position: SourcePosition, term: RichText? = nil, blocks: [Block]) {
            self.position = position
            self.term = term
            self.blocks = blocks
        }
    }

    /// A list of `items`.
    public init(isOrdered: Bool = false, items: [Item]) {
        self.isOrdered = isOrdered
        self.items = items
    }
}

/// An admonition or a quotation: text set apart from the flow.
public struct Note: Sendable, Hashable {
    /// `note`, `important`, `tip` …, lower case; nil for a plain quotation.
    public var kind: String?
    /// Where it begins.
    public var position: SourcePosition
    /// Its content.
    public var blocks: [Block]

    /// A note of `blocks`.
    public init(kind: String?, position: SourcePosition, blocks: [Block]) {
        self.kind = kind
        self.position = position
        self.blocks = blocks
    }
}

/// Preformatted text.
public struct CodeBlock: Sendable, Hashable {
    /// The language or whatever stands after the fence; empty for none.
    public var info: String
    /// The text with its line ends, `\n`.
    public var text: String
    /// Where the first line of `text` stands.
    public var position: SourcePosition

    /// A code block of `text`.
    public init(info: String, text: String, position: SourcePosition) {
        self.info = info
        self.text = text
        self.position = position
    }
}

/// Another file's content at this place.
public struct Inclusion: Sendable, Hashable {
    /// The path as written.
    public var path: String
    /// Where that leads.
    public var lookup: Lookup
    /// Where it is included.
    public var position: SourcePosition
    /// The file whose blocks these are, once found.
    public var file: String?
    /// The included blocks, once found; their positions are in `file`.
    public var blocks: [Block]

    /// How a path is looked up.
    public enum Lookup: Sendable, Hashable {
        /// Beside the including file, or below the root for `~/`.
        case beside
        /// As generators of sites do, whose configuration says where: beside the including file or in a folder around it, and
        /// there in `_includes`, too. With a slash before it, below the root alone.
        case around
    }

    /// An inclusion of `path`, not yet looked up.
    public init(
        path: String, lookup: Lookup = .beside, position: SourcePosition, file: String? = nil, blocks: [Block] = []
    ) {
        self.path = path
        self.lookup = lookup
        self.position = position
        self.file = file
        self.blocks = blocks
    }
}
