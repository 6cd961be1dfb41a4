/// What could not be fetched, why, and what to do.
public struct FetchFault: Error, Sendable, Hashable, CustomStringConvertible {
    /// The source's name.
    public var source: String
    /// What of it: a path or an address; nil for all of it.
    public var page: String?
    /// What kind of fault it is, stable, kebab-case: what scripts match on.
    public var id: String
    /// What happened and what to do; lower case, no full stop. It holds no credentials.
    public let message: String

    /// A fault of `source`. Credentials in addresses that `message` quotes are blacked out.
    public init(_ id: String, source: String, page: String? = nil, _ message: String) {
        self.id = id
        self.source = source
        self.page = page.map(Credentials.blackedOut)
        self.message = Credentials.blackedOut(message)
    }

    /// The source, what of it, and the message.
    public var description: String { "\(source): \(page.map { "'\($0)' " } ?? "")\(message)" }
}

/// Something that a person should know of a fetch: a page that moved, a history that was rewritten, a redirect.
public struct FetchNotice: Sendable, Hashable, CustomStringConvertible {
    /// The source's name.
    public var source: String
    /// What of it: a path or an address; nil for all of it.
    public var page: String?
    /// Stable, kebab-case.
    public var id: String
    /// What was noticed; lower case, no full stop. It holds no credentials.
    public let message: String

    /// A notice about `source`.
    public init(_ id: String, source: String, page: String? = nil, _ message: String) {
        self.id = id
        self.source = source
        self.page = page.map(Credentials.blackedOut)
        self.message = Credentials.blackedOut(message)
    }

    /// The source, what of it, and the message.
    public var description: String { "\(source): \(page.map { "'\($0)' " } ?? "")\(message)" }
}
