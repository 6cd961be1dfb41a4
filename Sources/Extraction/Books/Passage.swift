public import RequirementModel

extension Books {
    /// The smallest piece of a document that is read by itself: a row, an item, a paragraph, a line of code.
    public struct Passage: Sendable, Hashable {
        /// What it is.
        public var form: Form
        /// Where it begins.
        public var location: SourceLocation
        /// What it says, on one line; the cells of a row parted by ` | `.
        public var words: String
        /// The entry of the piece that it stands in, an index; nil for what is no part of a table, list, note or code.
        public var entry: Int?
    }

    /// What a passage is.
    public enum Form: String, Sendable, Hashable, CaseIterable {
        case heading, paragraph, caption, row, item
        /// A paragraph in a note.
        case note
        /// A line of code.
        case line
    }

    /// Something that looks like an endpoint and is in no record.
    public struct Mention: Sendable, Hashable {
        /// What it would be.
        public var endpoint: Endpoint
        /// Where it stands.
        public var location: SourceLocation
        /// Why it is in no record, as words that follow it: "in a sentence".
        public var reason: String
    }
}
