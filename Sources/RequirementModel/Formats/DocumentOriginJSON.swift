extension DocumentOrigin {
    /// Writes the origin as the member `origin` of an object.
    public func writeMember(to writer: inout JSONWriter) {
        writer.key("origin")
        writer.object { writer in
            switch self {
            case .git(let repository, let commit, let path):
                writer.member("repository", repository)
                writer.member("commit", commit)
                writer.member("path", path)
            case .web(let address): writer.member("address", address)
            }
        }
    }

    /// Reads what ``writeMember(to:)`` wrote as the member's value.
    public init(from reader: inout JSONReader) throws(JSONReader.Fault) {
        let start = reader.offset
        var members: [String: String] = [:]
        try reader.beginObject()
        while let key = try reader.nextKey() { members[key] = try reader.string() }
        if let repository = members["repository"], let commit = members["commit"], let path = members["path"] {
            self = .git(repository: repository, commit: commit, path: path)
        } else if let address = members["address"] {
            self = .web(address: address)
        } else {
            throw JSONReader.Fault(at: start, "an origin lacks its repository, commit and path, or its address")
        }
    }
}
