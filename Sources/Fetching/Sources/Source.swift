/// A place that documents come from, as `requisite.yml` declares it.
public struct Source: Sendable, Hashable {
    /// Its name: the folder of the corpus that its pages go to, and what people call it on the command line.
    public var name: String
    /// What it is.
    public var kind: Kind

    /// The kinds of sources.
    public enum Kind: Sendable, Hashable {
        case git(GitSource)
        case https(WebSource)
    }

    /// A source called `name`.
    public init(name: String, kind: Kind) {
        self.name = name
        self.kind = kind
    }
}

/// Pages in a git repository.
public struct GitSource: Sendable, Hashable {
    /// Where it is, as git takes it and as it was written: a URL without credentials, or a path.
    public var repository: String
    /// The branch, tag or commit; nil for the branch that the repository itself names.
    public var ref: String?
    /// Paths from the top of the repository, folders and patterns among them; at least one.
    public var paths: [String]

    /// The pages at `paths` in `repository`.
    public init(repository: String, ref: String? = nil, paths: [String]) {
        self.repository = repository
        self.ref = ref
        self.paths = paths
    }
}

/// Pages of web sites.
public struct WebSource: Sendable, Hashable {
    /// Their addresses, `https` and without credentials; at least one.
    public var addresses: [String]
    /// What each of them may cost.
    public var limits: WebLimits

    /// The pages at `addresses`.
    public init(addresses: [String], limits: WebLimits = WebLimits()) {
        self.addresses = addresses
        self.limits = limits
    }
}
