/// What was fetched, to the byte: `sources.lock`, which is committed beside the pages.
public struct SourcesLock: Sendable, Hashable {
    /// The sources by name.
    public var sources: [LockedSource]

    /// A lock of `sources`.
    public init(sources: [LockedSource] = []) {
        self.sources = sources.sorted { $0.name < $1.name }
    }

    /// What is locked of the source called `name`.
    public subscript(name: String) -> LockedSource? {
        get { sources.first { $0.name == name } }
        set {
            sources.removeAll { $0.name == name }
            if let newValue { self = SourcesLock(sources: sources + [newValue]) }
        }
    }
}

/// What was fetched from one source.
public struct LockedSource: Sendable, Hashable {
    /// The source's name.
    public var name: String
    /// Where the source stood.
    public var state: State
    /// Its pages, in the order of their paths.
    public let pages: [LockedPage]
    private let places: [String: Int]

    /// Where a source stood when it was fetched.
    public enum State: Sendable, Hashable {
        case git(GitState)
        case https
    }

    /// What was fetched from `name`.
    public init(name: String, state: State, pages: [LockedPage]) {
        self.name = name
        self.state = state
        let sorted = pages.sorted { $0.path < $1.path }
        self.pages = sorted
        places = Dictionary(
            zip(sorted.lazy.map(\.path), sorted.indices), uniquingKeysWith: { first, _ in first })
    }

    /// The page at `path` below the source's folder.
    public subscript(path: String) -> LockedPage? { places[path].map { pages[$0] } }
}

/// Where a repository stood.
public struct GitState: Sendable, Hashable {
    /// The repository, as declared.
    public var repository: String
    /// The branch, tag or commit, as declared.
    public var ref: String?
    /// The last commit in which anything that was asked for differed.
    public var commit: String
    /// Declared paths that the repository moved, with the paths that these have now.
    public var renames: [String: String]
    /// Files that pages include and that the commit does not have.
    public var absentIncludes: [String]

    /// `repository` at `commit`.
    public init(
        repository: String, ref: String?, commit: String, renames: [String: String] = [:],
        absentIncludes: [String] = []
    ) {
        self.repository = repository
        self.ref = ref
        self.commit = commit
        self.renames = renames
        self.absentIncludes = absentIncludes.sorted()
    }
}

/// A page that was fetched.
public struct LockedPage: Sendable, Hashable {
    /// Its path below the source's folder.
    public var path: String
    /// The SHA-256 of its bytes, lower-case hexadecimal.
    public var digest: String
    /// Where it comes from.
    public var origin: PageOrigin

    /// The page at `path`.
    public init(path: String, digest: String, origin: PageOrigin) {
        self.path = path
        self.digest = digest
        self.origin = origin
    }
}
