internal import RequirementModel

/// A file and the SHA-256 of its bytes, as inventories list them.
struct FileDigest: Sendable, Hashable {
    var path: String
    var digest: String
}

extension FileDigest {
    func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("path", path)
            writer.member("digest", digest)
        }
    }

    init(from reader: inout JSONReader) throws(JSONReader.Fault) {
        let start = reader.offset
        var (path, digest): (String?, String?)
        try reader.beginObject()
        while let key = try reader.nextKey() {
            switch key {
            case "path": path = try reader.string()
            case "digest": digest = try reader.string()
            default: try reader.skip()
            }
        }
        guard let path, let digest else { throw JSONReader.Fault(at: start, "a file lacks its path or digest") }
        self.init(path: path, digest: digest)
    }
}
