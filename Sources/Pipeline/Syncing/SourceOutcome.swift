public import Fetching

/// What a sync did with one source, or would do.
public struct SourceOutcome: Sendable {
    /// The source's name.
    public var name: String
    /// The commit that it stands at; nil for a source that is no repository, or could not be reached.
    public internal(set) var commit: String?
    /// The pages that are not as they were, by path.
    public internal(set) var changes: [PageChange] = []
    /// How many pages are as they were.
    public internal(set) var unchanged = 0
    /// What went wrong; the copies of such pages are as they were.
    public internal(set) var faults: [FetchRemark] = []
    /// What a person should know.
    public internal(set) var notices: [FetchRemark] = []
    /// How copies that somebody edited differ from their pages.
    public internal(set) var edits: [EditedCopy] = []
    /// Whether the lock changes.
    public internal(set) var changesLock = false

    init(name: String) { self.name = name }

    /// A page that is not as it was.
    public struct PageChange: Sendable, Hashable {
        /// Its path below the corpus.
        public var path: String
        /// What became of it.
        public var kind: Kind
        /// Its path before, when it was moved.
        public var formerPath: String?

        /// What can become of a page.
        public enum Kind: String, Sendable, CaseIterable {
            case added, changed, moved, removed
            /// Its copy was gone, and is there again.
            case restored
        }
    }

    /// A copy that somebody edited.
    public struct EditedCopy: Sendable, Hashable {
        /// Its path below the corpus.
        public var path: String
        /// The lines of the copy with `-`, and those of the page with `+`, after their numbers.
        public var difference: [String]
    }

    /// Takes back what was to be done, as it could not be.
    mutating func fail(_ error: any Error) {
        changes = []
        changesLock = false
        faults.append(
            FetchRemark(
                "cannot-write", source: name, "could not be placed, and all of it is as it was: \(error)"))
    }
}
