internal import Extraction
internal import RequirementModel

/// How `extract --books` prints what was made of each piece of each document.
public enum BooksFormat: ExtractionFormat {
    /// For a person, as the layout says.
    case page(PageLayout)
    /// An array with an object for each document, one a line.
    case json
    /// An object for each document, one a line.
    case ndjson

    /// What stands before the first document.
    public var opening: [UInt8] { separatesWithCommas ? Array("[".utf8) : [] }

    /// What stands after the last.
    public var closing: [UInt8] { separatesWithCommas ? Array("\n]\n".utf8) : [] }

    /// Whether the first of all parts must lose its first byte.
    public var separatesWithCommas: Bool { if case .json = self { true } else { false } }

    /// Books that say why are what is asked for.
    public var needsFullBooks: Bool { true }

    /// The books of one document.
    public func body(of extraction: DocumentExtraction) -> [UInt8] {
        if extraction.isUnreadable { return [] }
        switch self {
        case .page(let layout): return Array(BooksPage(extraction, layout).text.utf8)
        case .ndjson: return JSONWriter.text(.compact) { extraction.writeBooks(to: &$0) }
        case .json:
            var writer = JSONWriter(.compact)
            extraction.writeBooks(to: &writer)
            return Array(",\n".utf8) + writer.bytes
        }
    }
}
