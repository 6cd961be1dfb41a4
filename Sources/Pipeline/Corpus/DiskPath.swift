internal import Foundation

/// A path on disk, for questions about where it leads; nothing is read but links.
struct DiskPath: Sendable, Hashable, CustomStringConvertible {
    /// Absolute, without `.`, `..` or a slash at the end.
    let description: String

    /// The path `text`, relative to the working directory or to `base`.
    init(_ text: String, relativeTo base: DiskPath? = nil) {
        let isAbsolute = text.utf8.first == Self.separator
        var path = isAbsolute ? "" : base?.description ?? FileManager.default.currentDirectoryPath
        if path == "/" { path = "" }
        for name in Self.names(in: text) where name != "." {
            if name == ".." {
                path.removeSubrange((path.utf8.lastIndex(of: Self.separator) ?? path.startIndex)...)
            } else {
                path += "/"
                path += name
            }
        }
        description = path.isEmpty ? "/" : path
    }

    /// The path that the system calls `real`.
    private init(real: String) { description = real }

    private static let separator = UInt8(ascii: "/")

    private static func names(in path: String) -> [Substring] {
        path.utf8.split(separator: separator).map(Substring.init)
    }

    /// The file at `path` below `folder`: names with `/` between them, as a listing of the folder gives them.
    init(listed path: String, in folder: DiskPath) {
        description = folder.description == "/" ? "/\(path)" : "\(folder.description)/\(path)"
    }

    /// The path with every link on the way replaced by what it leads to; what is not there is left as it is.
    var resolved: DiskPath {
        guard let real = unsafe realpath(description, nil) else {
            guard let name = Self.names(in: description).last else { return self }
            return DiskPath(String(name), relativeTo: parent.resolved)
        }
        defer { unsafe free(real) }
        return unsafe DiskPath(real: String(cString: real))
    }

    /// The folder that it lies in.
    var parent: DiskPath { DiskPath("..", relativeTo: self) }

    /// What is there; nil for nothing.
    var kind: Kind? {
        let attributes = try? FileManager.default.attributesOfItem(atPath: resolved.description)
        guard let type = attributes?[.type] as? FileAttributeType else { return nil }
        return type == .typeDirectory ? .folder : .other
    }

    /// Moves the file to `target`, in place of what is there, so that no moment sees none or half of one.
    /// Both must lie on one file system.
    func replace(_ target: DiskPath) throws {
        // Foundation has no such move: its own refuses to replace.
        guard unsafe rename(description, target.description) == 0 else {
            throw POSIXError(
                POSIXErrorCode(rawValue: errno) ?? .EIO, userInfo: [NSFilePathErrorKey: target.description])
        }
    }

    /// Makes a file of `bytes`, and waits until they are on the disk.
    func write(_ bytes: [UInt8]) throws {
        let url = URL(filePath: description)
        try Data().write(to: url)
        // Data would hold all of it a second time.
        let file = try FileHandle(forWritingTo: url)
        defer { try? file.close() }
        try file.write(contentsOf: bytes)
        try file.synchronize()
    }

    /// What can be at a path.
    enum Kind {
        case folder, other
    }

    /// Whether it is `folder` or lies below it, by name alone.
    func isInside(_ folder: DiskPath) -> Bool { path(below: folder) != nil }

    /// The path relative to the working directory, empty for that itself; nil when it lies elsewhere.
    var fromHere: String? { path(below: DiskPath(".")) }

    /// The path relative to `folder`, empty for the folder itself; nil when it lies elsewhere.
    func path(below folder: DiskPath) -> String? {
        if description == folder.description { return "" }
        let prefix = folder.description == "/" ? "/" : folder.description + "/"
        return description.hasPrefix(prefix) ? String(description.dropFirst(prefix.count)) : nil
    }
}
