/// Where a page comes from, as exactly as its source tells.
public enum PageOrigin: Sendable, Hashable {
    case git(GitOrigin)
    case web(WebOrigin)
}

/// A file of a commit.
public struct GitOrigin: Sendable, Hashable {
    /// The commit that it was brought from; the file may be older.
    public var commit: String
    /// The id of its bytes.
    public var blob: String
    /// Whether it came along only because a page includes it.
    public var isIncluded: Bool

    /// The file with the bytes `blob` in `commit`.
    public init(commit: String, blob: String, isIncluded: Bool = false) {
        self.commit = commit
        self.blob = blob
        self.isIncluded = isIncluded
    }
}

/// A response of a web site.
public struct WebOrigin: Sendable, Hashable {
    /// The address that was asked for, as declared.
    public var address: String
    /// The address that answered, when a redirect led to another.
    public var finalAddress: String?
    /// The response's entity tag, as it was sent, `W/` and quotes among it.
    public var entityTag: String?
    /// The response's `Last-Modified`, as it was sent.
    public var lastModified: String?
    /// What the page itself says that it is made from, such as the address of its Markdown in a repository.
    public var statedSource: String?
    /// The commit that the page itself says it is made from.
    public var statedCommit: String?
    /// When the page itself says it was changed last, in its own form.
    public var statedDate: String?
    /// The address that the page itself calls its own (`<link rel=canonical>`), where that is not the one that answered.
    public var statedAddress: String?

    /// A response of `address`.
    public init(
        address: String, finalAddress: String? = nil, entityTag: String? = nil, lastModified: String? = nil,
        statedSource: String? = nil, statedCommit: String? = nil, statedDate: String? = nil,
        statedAddress: String? = nil
    ) {
        self.address = address
        self.finalAddress = finalAddress
        self.entityTag = entityTag
        self.lastModified = lastModified
        self.statedSource = statedSource
        self.statedCommit = statedCommit
        self.statedDate = statedDate
        self.statedAddress = statedAddress
    }
}
