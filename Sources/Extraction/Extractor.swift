public import RequirementModel

/// Turns a document into records in the normal forms of the flat view.
///
/// Extraction is a pure function of the document and its options: the same document gives the same records, in
/// reading order, on any machine. What it leaves out stands in the ``Books`` with its reason.
public struct Extractor: Sendable {
    /// Grows when the same document may give other records than before, so that a difference can be told from an edit.
    public static let version = "6"

    /// What the extraction is told beside the document.
    public let options: ExtractionOptions
    private let tags: ServiceTagVocabulary

    /// An extractor that follows `options`.
    public init(options: ExtractionOptions = .init()) {
        self.options = options
        tags = options.serviceTagAliases.isEmpty ? .builtIn : ServiceTagVocabulary(aliases: options.serviceTagAliases)
    }

    /// The records, raw tables and books of `document`.
    public func extract(_ document: Document) -> ExtractionResult {
        var walk = DocumentWalk(document, tags: tags, options: options)
        var result = walk.run()
        if options.keepsFullBooks { result.books.complete(with: document, result.records, tags: tags) }
        return result
    }
}

/// What an extraction is told beside the document.
public struct ExtractionOptions: Sendable, Hashable {
    /// Further names of service tags: what documents call them → Azure's own name.
    public var serviceTagAliases: [String: String]
    /// Whether the books say why, and not only how many: what a person asks for, and what takes time.
    public var keepsFullBooks: Bool
    /// Whether the result has the raw tables, which only few ask for.
    public var keepsTables = false

    /// Options with `serviceTagAliases` beside those that are built in.
    public init(serviceTagAliases: [String: String] = [:], keepsFullBooks: Bool = false) {
        self.serviceTagAliases = serviceTagAliases
        self.keepsFullBooks = keepsFullBooks
    }
}

/// All that an extraction found in one document.
public struct ExtractionResult: Sendable, Hashable {
    /// The records in reading order; their ids are unassigned.
    public var records: [Requirement]
    /// Every table as a raw grid, in reading order, where ``ExtractionOptions/keepsTables`` asks for them.
    public var tables: [RawTable]
    /// What was read as what, and what was left out.
    public var books: Books
    /// What a person should know.
    public var diagnostics: [Diagnostic]

    /// A result of `records` with all that goes with them.
    public init(
        records: [Requirement] = [], tables: [RawTable] = [], books: Books = .init(), diagnostics: [Diagnostic] = []
    ) {
        self.records = records
        self.tables = tables
        self.books = books
        self.diagnostics = diagnostics
    }
}
