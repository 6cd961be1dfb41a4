public import RequirementModel

/// A table of any kind as plain text, before any meaning: one object of `extract --format tables`.
public struct RawTable: Sendable, Hashable {
    /// The page that shows the table.
    public var document: String
    /// The file it stands in, and where it begins.
    public var location: SourceLocation
    /// The headings above it, outermost first.
    public var section: [String]
    /// The first header row; empty for a table without one.
    public var header: [String]
    /// All other rows, each as wide as the table.
    public var rows: [[String]]

    /// A grid of `rows` under `header`.
    public init(document: String, location: SourceLocation, section: [String], header: [String], rows: [[String]]) {
        self.document = document
        self.location = location
        self.section = section
        self.header = header
        self.rows = rows
    }
}
