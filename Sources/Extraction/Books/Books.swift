public import RequirementModel

/// What an extraction made of each table, list, note and code block: what a person reads to trust it.
///
/// They balance: rows seen = rows in records + rows skipped, each with a reason.
public struct Books: Sendable, Hashable {
    /// One entry for each piece of the document that could hold requirements, in reading order.
    public var entries: [Entry]

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
        /// Its columns and what they were taken to mean; empty for what has no columns.
        public var columns: [Column]
        /// What words around it say of its rows, such as `direction outbound`.
        public var holding: [String]
        /// Rows, items or lines that it holds, headers not counted.
        public var rowsSeen: Int
        /// Those that became part of a record.
        public var rowsInRecords: Int
        /// Those that did not.
        public var skipped: [SkippedRow]

        /// An entry without rows.
        public init(
            kind: Kind, location: SourceLocation, section: [String], reading: Reading, reason: String,
            columns: [Column] = [], holding: [String] = [], rowsSeen: Int = 0, rowsInRecords: Int = 0,
            skipped: [SkippedRow] = []
        ) {
            self.kind = kind
            self.location = location
            self.section = section
            self.reading = reading
            self.reason = reason
            self.columns = columns
            self.holding = holding
            self.rowsSeen = rowsSeen
            self.rowsInRecords = rowsInRecords
            self.skipped = skipped
        }

        /// Whether every row of it is accounted for.
        public var isBalanced: Bool { rowsSeen == rowsInRecords + skipped.count }
    }

    /// The pieces of a document that can hold requirements.
    public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
        case table, list, note, code, paragraph
    }

    /// What a piece was read as.
    public enum Reading: String, Sendable, Hashable, Codable, CaseIterable {
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
        /// The role, in a word or two for a person.
        public var role: String

        /// The column `header` read as `role`.
        public init(header: String, role: String) {
            self.header = header
            self.role = role
        }
    }

    /// A row that is in no record.
    public struct SkippedRow: Sendable, Hashable {
        /// Where it begins.
        public var location: SourceLocation
        /// Why.
        public var reason: String

        /// The row at `location`, left out for `reason`.
        public init(location: SourceLocation, reason: String) {
            self.location = location
            self.reason = reason
        }
    }
}
