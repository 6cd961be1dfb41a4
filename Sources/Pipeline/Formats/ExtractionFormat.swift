/// How what was extracted is printed, document by document, so that no more than one is held.
public protocol ExtractionFormat: Sendable {
    /// What stands before the first document.
    var opening: [UInt8] { get }
    /// What stands after the last.
    var closing: [UInt8] { get }
    /// Whether the first of all parts must lose its first byte.
    var separatesWithCommas: Bool { get }
    /// Whether the books must say why, and not only how many.
    var needsFullBooks: Bool { get }
    /// Whether raw tables are printed.
    var needsTables: Bool { get }
    /// One document's part. Where parts are elements of an array, each begins with the comma that the first has too many.
    func body(of extraction: DocumentExtraction) -> [UInt8]
}

extension ExtractionFormat {
    /// Few formats print raw tables.
    public var needsTables: Bool { false }
}
