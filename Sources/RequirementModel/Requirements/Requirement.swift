/// One requirement as its author wrote it: one table row, one list item, one group of addresses in a note.
///
/// A *record* in the words of the documentation. It is immutable; versions of it are told apart by the ledger.
public struct Requirement: Sendable, Hashable, Identifiable {
    /// The record's id: given by the ledger when the record is first seen and kept through edits and moves;
    /// outside a ledger derived from the record alone.
    public var id: RecordID
    /// The page that states it, below the corpus root or as given on the command line.
    public var document: String
    /// The row, item or line that states it; its file differs from `document` where the page includes another file.
    public var location: SourceLocation
    /// The headings above it, outermost first.
    public var section: [String]
    /// What it states.
    public var content: Content

    /// What a record states.
    public enum Content: Sendable, Hashable {
        /// Something that must be reachable, or must not.
        case network(NetworkRequirement)
        /// A row of a table that is not about the network; it is versioned like any record and yields no rules.
        case row(RowRecord)
    }

    /// A record that states `content`.
    public init(
        id: RecordID = .unassigned, document: String, location: SourceLocation, section: [String], content: Content
    ) {
        self.id = id
        self.document = document
        self.location = location
        self.section = section
        self.content = content
    }

    /// The network requirement, nil for a row record.
    public var network: NetworkRequirement? {
        if case .network(let requirement) = content { requirement } else { nil }
    }
}

/// A record's id: 12 lower-case hexadecimal digits.
public struct RecordID: Sendable, Hashable, Comparable, RawRepresentable, CustomStringConvertible {
    /// The digits.
    public var rawValue: String

    /// The id that consists of `rawValue`.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// Before a stage has given the record an id.
    public static let unassigned = RecordID(rawValue: "")

    /// The digits.
    public var description: String { rawValue }

    /// By digits.
    public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

/// A row of a table that is not about the network, such as a support matrix: header and value of each cell.
public struct RowRecord: Sendable, Hashable {
    /// The row's cells in the table's order; a column without a header has an empty one.
    public var cells: [Cell]

    /// One cell with its column's header.
    public struct Cell: Sendable, Hashable {
        /// The column's header as plain text.
        public var header: String
        /// The cell as plain text.
        public var value: String

        /// A cell of the column `header`.
        public init(header: String, value: String) {
            self.header = header
            self.value = value
        }
    }

    /// A row of `cells`.
    public init(cells: [Cell]) { self.cells = cells }
}
