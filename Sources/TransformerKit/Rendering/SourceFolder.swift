/// Where documents are in the repository that a report speaks to, as programs that show a report beside the file ask.
public struct SourceFolder: Sendable, Hashable {
    /// The folder's path from the repository's root, with `/`; empty for the root itself.
    public var path: String

    /// The folder at `path`.
    public init(path: String) {
        self.path = path
    }

    /// The path of `file` from the repository's root.
    public func path(of file: String) -> String {
        path.isEmpty || path == "." ? file : path.hasSuffix("/") ? path + file : "\(path)/\(file)"
    }
}
