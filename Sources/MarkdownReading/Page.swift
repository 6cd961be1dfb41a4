internal import RequirementModel

/// What all pieces of one page share while it is read.
struct Page {
    let path: String
    let htmlReader: any HTMLFragmentReader
    var diagnostics: [Diagnostic] = []
    /// The page as a whole, and the pieces that the text at hand stands in.
    private var texts: [(source: SourceText, definitions: LinkDefinitions?)]
    /// How many bytes may yet be parsed apart from the page; it keeps hostile pages linear.
    private var allowance: Int
    /// How many bytes of link definitions may yet be parsed once more.
    private var definitionAllowance: Int
    /// How many cells may yet be made up to fill short rows: a wide header over many of them asks for more than can be.
    private var emptyCells: Int
    /// How many more times a text may be read anew because of a table.
    private var readingsAnew = 8

    /// More pieces in pieces than a page has use for.
    private static let maximumPieceDepth = 16

    init(_ source: SourceText, path: String, htmlReader: any HTMLFragmentReader) {
        texts = [(source, nil)]
        self.path = path
        self.htmlReader = htmlReader
        allowance = source.bytes.count * 8
        definitionAllowance = allowance
        emptyCells = source.bytes.count + 256 * 1024
    }

    /// The blocks of the page.
    mutating func blocks() -> [Block] { blocks(of: texts[0].source, depth: 0) }

    /// The blocks of a piece of the page that stands in `depth` blocks.
    mutating func blocks(ofPiece piece: SourceText, depth: Int) -> [Block] {
        guard texts.count <= Self.maximumPieceDepth, allows(piece.bytes.count) else { return [plainText(of: piece)] }
        let definitions = linkDefinitions(for: piece.bytes)
        texts.append((piece, nil))
        defer { texts.removeLast() }
        return blocks(of: piece, depth: depth, definitions: definitions)
    }

    /// The link definitions of the page and of the pieces at hand, if `text` may refer to any and the page can afford to parse
    /// them once more.
    mutating func linkDefinitions(for text: [UInt8]) -> LinkDefinitions {
        var all = LinkDefinitions()
        guard text.contains(UInt8(ascii: "[")) else { return all }
        for index in texts.indices {
            let definitions = texts[index].definitions ?? LinkDefinitions(in: texts[index].source)
            texts[index].definitions = definitions
            if definitionAllowance >= definitions.bytes.count {
                definitionAllowance -= definitions.bytes.count
                all.append(definitions)
            }
        }
        return all
    }

    /// Whether the text at hand may be read anew.
    mutating func allowsReadingAnew() -> Bool {
        readingsAnew -= 1
        return readingsAnew >= 0
    }

    /// Whether the page can afford to look at `count` bytes once more.
    mutating func allows(_ count: Int) -> Bool {
        guard allowance >= count else { return false }
        allowance -= count
        return true
    }

    /// Whether `count` more cells may be made up.
    mutating func allows(emptyCells count: Int) -> Bool {
        guard count > 0 else { return true }
        guard emptyCells >= count else { return false }
        emptyCells -= count
        return true
    }

    private mutating func blocks(
        of text: SourceText, depth: Int, definitions: LinkDefinitions = LinkDefinitions()
    ) -> [Block] {
        var scan = DirectiveScanner(text)
        let text = text.following(lines: definitions.lineCount)
        while true {
            let tree = CommonMarkTree(text, omitting: scan.omissions, definitions: definitions.bytes)
            guard let root = tree.root else { return [] }
            let (reported, budget) = (diagnostics.count, (allowance, emptyCells))
            var reader = BlockReader(source: text, scan: scan, page: self, depth: depth)
            diagnostics = []  // the reader's copy is the one that grows
            let blocks = reader.read(root)
            self = reader.page
            guard let table = reader.cut else { return blocks }
            diagnostics.removeSubrange(reported...)
            (allowance, emptyCells) = budget
            scan.omit(table)
        }
    }

    private mutating func plainText(of piece: SourceText) -> Block {
        let position = piece.position(line: 1, column: 1)
        diagnostics.append(
            Diagnostic(
                .warning, "markdown-too-nested", at: .init(file: path, position: position),
                "blocks stand inside blocks too many times over here; they are read as plain text"))
        var text = RichTextBuilder(position: position)
        text.append(piece.bytes[...])
        return .paragraph(text.finish())
    }
}
