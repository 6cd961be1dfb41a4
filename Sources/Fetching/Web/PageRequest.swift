/// One question to a server: a page, if it differs from what is held of it.
struct PageRequest: Sendable, Hashable {
    /// Where the page is asked for.
    var address: WebAddress
    /// The entity tag of what is held of that very address, as its server wrote it; nil to have the page in any case.
    var entityTag: String?
    /// The `Last-Modified` of what is held of it.
    var lastModified: String?

    /// Whether the server may answer that nothing changed.
    var isConditional: Bool { entityTag != nil || lastModified != nil }
}

/// What came back.
struct PageResponse: Sendable, Hashable {
    /// How the exchange ended by curl's own number; 0 for a whole answer of any status.
    var exitCode: Int
    /// What curl says about that; empty for a whole answer.
    var complaint: String
    /// The status; 0 when there was no answer.
    var status: Int
    /// The status of the proxy's answer to being asked for a tunnel; 0 where there is none.
    var proxyStatus = 0
    /// The fields of its head by their lower-case names, the last of those that stand there twice.
    var fields: [String: String]
    /// Where the server says to go instead, in full.
    var redirect: String?
    /// The IP address of the other end, which is the proxy's where there is one.
    var peer: String
    /// The body, decompressed; empty where the status is an error's.
    var body: [UInt8]
    /// Whether the body is not here because it is larger than it may be.
    var isTooLarge = false
}
