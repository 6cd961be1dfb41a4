// Not public: libxml2's headers and Foundation each bring an ICU, and no test file can see both.
internal import Foundation

/// A new folder for one test, removed when the value is gone.
public final class TemporaryFolder: Sendable {
    /// Where it is, with links resolved.
    public let path: String

    /// An empty folder.
    public init() throws {
        let url = FileManager.default.temporaryDirectory.resolvingSymlinksInPath()
            .appending(path: "requisite-\(UUID().uuidString)", directoryHint: .isDirectory)
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        path = String(url.path(percentEncoded: false).dropLast())
    }

    /// A folder with these files, by path.
    public convenience init(files: [String: String]) throws {
        try self.init()
        for (name, text) in files { try write(text, to: name) }
    }

    deinit {
        try? FileManager.default.removeItem(atPath: path)
    }

    /// The path of `name` in the folder.
    public func path(of name: String) -> String { "\(path)/\(name)" }

    /// Writes a file, and the folders that it needs.
    public func write(_ text: String, to name: String) throws { try write(Array(text.utf8), to: name) }

    /// Writes a file, and the folders that it needs.
    public func write(_ bytes: [UInt8], to name: String) throws {
        let url = URL(filePath: path(of: name))
        try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(bytes).write(to: url)
    }

    /// The text of a file; nil when there is none.
    public func text(of name: String) -> String? {
        FileManager.default.contents(atPath: path(of: name)).map { String(decoding: $0, as: UTF8.self) }
    }

    /// Removes a file or folder.
    public func remove(_ name: String) throws { try FileManager.default.removeItem(atPath: path(of: name)) }

    /// Makes a link.
    public func link(_ name: String, to target: String) throws {
        try FileManager.default.createSymbolicLink(atPath: path(of: name), withDestinationPath: target)
    }

    /// Every file below with its bytes, and every folder with none, by path.
    public var contents: [String: [UInt8]] {
        var contents: [String: [UInt8]] = [:]
        for name in (try? FileManager.default.subpathsOfDirectory(atPath: path)) ?? [] {
            contents[name] = FileManager.default.contents(atPath: path(of: name)).map { [UInt8]($0) } ?? []
        }
        return contents
    }
}
