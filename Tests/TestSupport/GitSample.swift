internal import Foundation

/// A real repository for one test, in a folder of its own, that no setting of the machine's user has a say in.
public struct GitSample: Sendable {
    /// Its work tree.
    public let folder: TemporaryFolder

    /// An empty repository on the branch `main`.
    public init() throws {
        try self.init(in: TemporaryFolder())
    }

    /// An empty repository in `folder`, of which nothing is committed yet.
    public init(in folder: TemporaryFolder) throws {
        self.folder = folder
        try git("init", "--quiet", "--initial-branch=main")
    }

    /// Writes files (nil removes one) and commits all there is.
    /// - Parameter time: Both of the author's and the committer's date, in seconds since 1970.
    /// - Returns: The commit's id.
    @discardableResult
    public func commit(_ files: [String: String?], _ subject: String = "Edit", at time: Int) throws -> String {
        for (path, text) in files {
            if let text { try folder.write(text, to: path) } else { try folder.remove(path) }
        }
        try git("add", "--all")
        try git("commit", "--quiet", "--allow-empty", "--message", subject, at: time)
        return try git("rev-parse", "HEAD")
    }

    /// Makes a tree of `entries` as `git ls-tree` prints them, whatever their names are.
    /// - Returns: Its id.
    public func tree(_ entries: [(mode: String, name: String, id: String)]) throws -> String {
        var bytes: [UInt8] = []
        for entry in entries {
            bytes += Array("\(entry.mode) \(entry.name)\0".utf8)
            var digits = entry.id[...]
            while let byte = UInt8(digits.prefix(2), radix: 16) {
                bytes.append(byte)
                digits = digits.dropFirst(2)
            }
        }
        try folder.write(bytes, to: ".git/tree")
        return try git("hash-object", "-t", "tree", "--literally", "-w", ".git/tree")
    }

    /// Runs git with `arguments`.
    /// - Returns: What it prints, without the line end.
    /// - Throws: ``GitRefusal`` when it fails.
    @discardableResult
    public func git(_ arguments: String..., at time: Int = 1_767_225_600) throws -> String {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["git"] + arguments
        process.currentDirectoryURL = URL(filePath: folder.path, directoryHint: .isDirectory)
        process.environment = [
            "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin", "HOME": folder.path,
            "GIT_CONFIG_NOSYSTEM": "1", "GIT_AUTHOR_NAME": "A", "GIT_AUTHOR_EMAIL": "a@example.com",
            "GIT_COMMITTER_NAME": "C", "GIT_COMMITTER_EMAIL": "c@example.com", "GIT_AUTHOR_DATE": "@\(time) +0200",
            "GIT_COMMITTER_DATE": "@\(time) +0200", "GIT_EDITOR": "true",
        ]
        let output = Pipe()
        process.standardOutput = output
        process.standardError = output
        try process.run()
        let bytes = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        let text = String(decoding: bytes, as: UTF8.self).trimmingCharacters(in: .newlines)
        guard process.terminationStatus == 0 else { throw GitRefusal(words: text) }
        return text
    }
}

/// What git said instead of doing what it was asked.
public struct GitRefusal: Error, CustomStringConvertible {
    /// Its words.
    public let words: String
    /// The same.
    public var description: String { words }
}
