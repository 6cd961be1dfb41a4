/// A file to read: how people know it, and where it lies.
public struct SourceFile: Sendable, Hashable {
    /// The path by which records and messages name it: below the corpus root, or as given on the command line.
    public var path: String
    /// Where it lies; nil for standard input.
    var diskPath: DiskPath?
    /// The folder that `~/` means in an include, and that no include may leave.
    var root: Root

    /// A folder of documents.
    struct Root: Sendable, Hashable {
        /// Where it lies, with links resolved.
        var diskPath: DiskPath
        /// What stands before the paths of files in it: empty for a corpus, `docs/` for a page given as `docs/page.md`.
        var prefix: String
    }
}
