internal import Foundation

/// What stands at a path, asked of the system itself: Foundation gathers owners, dates and rights with it, which takes longer
/// than to read the file.
struct FileStatus {
    let kind: Kind
    /// In bytes.
    let size: Int

    /// What can stand at a path.
    enum Kind {
        case regular, folder, link, other
    }

    /// Nil where nothing stands, or where the system does not tell.
    init?(of path: String, followingLinks: Bool) {
        var status = stat()
        let answer = unsafe followingLinks ? stat(path, &status) : lstat(path, &status)
        guard answer == 0 else { return nil }
        self.init(status)
    }

    /// The status of an open file.
    init?(of descriptor: Int32) {
        var status = stat()
        guard unsafe fstat(descriptor, &status) == 0 else { return nil }
        self.init(status)
    }

    private init(_ status: stat) {
        kind =
            switch status.st_mode & S_IFMT {
            case S_IFREG: .regular
            case S_IFDIR: .folder
            case S_IFLNK: .link
            default: .other
            }
        size = Int(status.st_size)
    }

    /// Whether nothing stands at `path`.
    static func isNothing(at path: String) -> Bool {
        var status = stat()
        return unsafe stat(path, &status) != 0 && errno == ENOENT
    }
}
