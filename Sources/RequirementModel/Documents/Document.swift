/// A requirement document as a reader sees it: the same shape whether it was Markdown, HTML or plain text.
///
/// The readers make it, extraction consumes it. It holds no bytes of the source and no pointer into a parser.
public struct Document: Sendable, Hashable {
    /// The path by which the page is known: below the corpus root, or as given on the command line.
    public var path: String
    /// What the bytes turned out to be.
    public var format: DocumentFormat
    /// The title in front matter or `<title>`; headings are blocks.
    public var title: RichText?
    /// Front matter fields or `<meta>` names, as written, in the source's order.
    public var metadata: [Metadatum]
    /// The content, in reading order.
    public var blocks: [Block]

    /// A document of `blocks`.
    public init(
        path: String, format: DocumentFormat, title: RichText? = nil, metadata: [Metadatum] = [], blocks: [Block] = []
    ) {
        self.path = path
        self.format = format
        self.title = title
        self.metadata = metadata
        self.blocks = blocks
    }
}

extension Document {
    /// How deep readers nest blocks in blocks; what stands deeper is hoisted to this depth, so that walking, comparing and
    /// freeing a document by recursion is safe on any thread.
    public static let maximumDepth = 64
}

/// The formats that Requisite reads.
public enum DocumentFormat: String, Sendable, Hashable, CaseIterable {
    case markdown, html, text
}

/// One field that a document states about itself, such as its date.
public struct Metadatum: Sendable, Hashable {
    /// The field's name as written.
    public var name: String
    /// Its value as plain text.
    public var value: String

    /// The field `name` with `value`.
    public init(name: String, value: String) {
        self.name = name
        self.value = value
    }
}

/// What a reader hands on: the document, and what it met on the way.
public struct Reading: Sendable, Hashable {
    /// The document; empty when nothing could be made of the bytes.
    public var document: Document
    /// What the reader could not use or had to mend.
    public var diagnostics: [Diagnostic]

    /// A document with the diagnostics of reading it.
    public init(document: Document, diagnostics: [Diagnostic] = []) {
        self.document = document
        self.diagnostics = diagnostics
    }
}
