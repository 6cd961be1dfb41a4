/// What is to be said of a source, or of one of its pages: a fault, or something that a person should know.
public struct FetchRemark: Sendable, Hashable, CustomStringConvertible {
    /// The source's name.
    public var source: String
    /// What of it: a path or an address; nil for all of it.
    public var page: String?
    /// What kind of remark it is, stable, kebab-case: what scripts match on.
    public var id: String
    /// What happened and what to do; lower case, no full stop. It holds no credentials.
    public let message: String

    /// A remark about `source`. Credentials in addresses that `message` quotes are blacked out.
    public init(_ id: String, source: String, page: String? = nil, _ message: String) {
        self.id = id
        self.source = source
        self.page = page.map(Credentials.blackedOut)
        self.message = Credentials.blackedOut(message)
    }

    /// The source, what of it, and the message.
    public var description: String { "\(source): \(page.map { "'\($0)' " } ?? "")\(message)" }
}

/// Why nothing can be said of a source.
public struct FetchFault: Error, Sendable, Hashable {
    /// What happened and what to do.
    public var remark: FetchRemark

    /// A fault of which `remark` says what there is to say.
    public init(_ remark: FetchRemark) { self.remark = remark }
}
