/// One file that a transformer emits, before anyone has touched the disk.
public struct Artifact: Sendable, Hashable {
    /// The path below the transformer's own folder in the output, with `/`, never absolute and without `..`.
    public var path: String
    /// Its bytes.
    public var contents: [UInt8]

    /// A file of `contents`.
    public init(path: String, contents: [UInt8]) {
        self.path = path
        self.contents = contents
    }

    /// A file of UTF-8 `text`.
    public init(path: String, text: String) {
        self.init(path: path, contents: Array(text.utf8))
    }
}
