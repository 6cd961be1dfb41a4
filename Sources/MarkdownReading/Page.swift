internal import RequirementModel

/// What all pieces of one page share while it is read.
struct Page {
    let path: String
    let htmlReader: any HTMLFragmentReader
    var diagnostics: [Diagnostic] = []
    /// How many bytes may yet be parsed a second time, as part of a piece; it keeps hostile pages linear.
    private var rereadable: Int
    /// How many pieces the text at hand stands in.
    private var depth = 0

    init(path: String, htmlReader: any HTMLFragmentReader, byteCount: Int) {
        self.path = path
        self.htmlReader = htmlReader
        rereadable = byteCount * 8
    }

    /// The blocks of the whole page, or of a piece of it.
    mutating func blocks(of source: SourceText) -> [Block] {
        let tree = CommonMarkTree(source.bytes, from: source.start)
        guard let root = tree.root else { return [] }
        var reader = BlockReader(source: source, page: self)
        let blocks = reader.read(root)
        self = reader.page
        return blocks
    }

    /// The blocks of a piece that has been parsed as part of a larger one before.
    mutating func blocks(ofPiece source: SourceText) -> [Block] {
        guard depth < 16, source.bytes.count <= rereadable else {
            diagnostics.append(
                Diagnostic(
                    .warning, "markdown-too-nested",
                    at: .init(file: path, position: source.position(line: 1, column: 1)),
                    "these lines are blocks inside blocks too many times over; they are read as plain text"))
            var text = RichTextBuilder(position: source.position(line: 1, column: 1))
            text.append(source.bytes[...])
            return [.paragraph(text.finish())]
        }
        rereadable -= source.bytes.count
        depth += 1
        defer { depth -= 1 }
        return blocks(of: source)
    }
}
