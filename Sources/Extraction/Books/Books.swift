public import RequirementModel

/// What an extraction made of each table, list, note and code block: what a person reads to trust it.
///
/// They balance: rows seen = rows in records + rows skipped, each with a reason. What is marked *full* is only filled in
/// where ``ExtractionOptions/keepsFullBooks`` asks for it.
public struct Books: Sendable, Hashable {
    /// One entry for each piece of the document that could hold requirements, in reading order; in full books for each
    /// piece that says something about others, too.
    public var entries: [Entry]
    /// Full: every row, item, heading, paragraph and line of code, in reading order.
    public var passages: [Passage] = []
    /// Full: what looks like an endpoint and is in no record, in reading order.
    public var mentions: [Mention] = []

    /// Books of `entries`.
    public init(entries: [Entry] = []) { self.entries = entries }

    /// The rows of all entries.
    public var rowsSeen: Int { entries.reduce(0) { $0 + $1.rowsSeen } }
    /// Those that became part of a record.
    public var rowsInRecords: Int { entries.reduce(0) { $0 + $1.rowsInRecords } }
    /// Those that did not, each with its reason in its entry.
    public var rowsSkipped: Int { entries.reduce(0) { $0 + $1.skipped.count } }
    /// Whether every row is accounted for.
    public var isBalanced: Bool { entries.allSatisfy(\.isBalanced) }

    /// What was made of one piece of a document.
    public struct Entry: Sendable, Hashable {
        /// What kind of piece it is.
        public var kind: Kind
        /// Where it begins.
        public var location: SourceLocation
        /// The headings above it, outermost first.
        public var section: [String]
        /// What it was read as.
        public var reading: Reading
        /// The evidence for that reading, for a person.
        public var reason: String
        /// How far what it says reaches; nil where it says nothing of others.
        public var reach: Reach?
        /// Full: its own words, where it is no table, list or code block.
        public var words = ""
        /// Full: its columns and what they were taken to mean; empty for what has no columns.
        public var columns: [Column] = []
        /// Full: what words around it say of its rows, or it says of others.
        public var holding: [Fact] = []
        /// Rows, items or lines that it holds, headers not counted.
        public var rowsSeen: Int
        /// Those that became part of a record.
        public var rowsInRecords: Int
        /// Those that did not.
        public var skipped: [SkippedRow]
        /// Its records, as indices into the extraction's.
        public var records: Range<Int>

        /// An entry for the `kind` of piece at `location`.
        public init(
            kind: Kind, location: SourceLocation, section: [String], reading: Reading, reason: String,
            rowsSeen: Int = 0, rowsInRecords: Int = 0, skipped: [SkippedRow] = [], records: Range<Int> = 0..<0
        ) {
            self.kind = kind
            self.location = location
            self.section = section
            self.reading = reading
            self.reason = reason
            self.rowsSeen = rowsSeen
            self.rowsInRecords = rowsInRecords
            self.skipped = skipped
            self.records = records
        }

        /// Whether every row of it is accounted for.
        public var isBalanced: Bool { rowsSeen == rowsInRecords + skipped.count }
    }

    /// The pieces of a document that can hold requirements, or say something of others.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        case table, list, note, code, paragraph, heading
    }

    /// How far a statement reaches.
    public enum Reach: String, Sendable, Hashable, CaseIterable {
        /// The rest of the document.
        case document
        /// What stands under the same heading.
        case section
        /// The table, list or code block that comes next.
        case next
    }

    /// What a piece was read as.
    public enum Reading: String, Sendable, Hashable, CaseIterable {
        /// Its rows are network requirements.
        case requirements
        /// A table that is not about the network; its rows are row records.
        case rows
        /// It says something that holds for others.
        case statement
        /// Nothing is required by it.
        case nothing
        /// It states a requirement in a way that yields no record: a person should look.
        case unread
    }

    /// A column's header and what the column was taken to mean.
    public struct Column: Sendable, Hashable {
        /// The header as plain text.
        public var header: String
        /// The role, in a word or two for a person; empty for a column that is not read.
        public var role: String
        /// What speaks for it.
        public var evidence: String

        /// The column `header` read as `role`.
        public init(header: String, role: String, evidence: String) {
            self.header = header
            self.role = role
            self.evidence = evidence
        }
    }

    /// A row that is in no record.
    public struct SkippedRow: Sendable, Hashable {
        /// Where it begins.
        public var location: SourceLocation
        /// Why.
        public var reason: String
        /// Full: what it says.
        public var words = ""

        /// The row at `location`, left out for `reason`.
        public init(location: SourceLocation, reason: String) {
            self.location = location
            self.reason = reason
        }
    }
}
