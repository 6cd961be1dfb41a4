internal import Foundation

/// A web site of this machine for one test, served by `Tests/Syncing/website.py`, which tells what answers may hold.
public final class WebSample: Sendable {
    /// Its address, without a slash at the end.
    public let origin: String
    private let folder: TemporaryFolder
    private let server: Process
    /// The server ends when this is closed.
    private let lifeline: Pipe

    /// A site without pages.
    public init() throws {
        folder = try TemporaryFolder()
        server = Process()
        lifeline = Pipe()
        let output = Pipe()
        let script = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../Syncing/website.py")
        server.executableURL = URL(filePath: "/usr/bin/env")
        server.arguments = ["python3", script.standardizedFileURL.path, folder.path]
        server.standardInput = lifeline
        server.standardOutput = output
        try server.run()
        var line: [UInt8] = []
        while line.last != UInt8(ascii: "\n") {
            guard let byte = try output.fileHandleForReading.read(upToCount: 1), !byte.isEmpty else {
                throw NoSite()
            }
            line += byte
        }
        origin = "http://127.0.0.1:\(String(decoding: line.dropLast(), as: UTF8.self))"
    }

    deinit {
        try? lifeline.fileHandleForWriting.close()
        server.waitUntilExit()
    }

    /// Answers `path` from now on so.
    /// - Parameters:
    ///   - fields: Header fields, `Name: value`.
    ///   - then: What follows the answers that `X-Times` counts, whole.
    public func answer(
        _ path: String, _ body: String = "", status: String = "200 OK", fields: [String] = [], then: String? = nil
    ) throws {
        try answer(path, Array(body.utf8), status: status, fields: fields)
        if let then { try folder.write(then, to: "answers/\(Self.name(of: path)).then") }
    }

    /// Answers `path` with bytes.
    public func answer(_ path: String, _ body: [UInt8], status: String = "200 OK", fields: [String] = []) throws {
        let head = ([status] + fields).joined(separator: "\n") + "\n\n"
        try folder.write(Array(head.utf8) + body, to: "answers/\(Self.name(of: path))")
    }

    /// What was asked for so far: path, status, length of the body and number of the connection.
    public var requests: [String] {
        (folder.text(of: "requests") ?? "").split(separator: "\n").map {
            $0.split(separator: " ")[1...4].joined(separator: " ")
        }
    }

    private static func name(of path: String) -> String {
        path.utf8.map { byte in
            let isKept =
                (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20) || byte == UInt8(ascii: ".")
                || byte == UInt8(ascii: "-")
            return isKept
                ? String(Unicode.Scalar(byte)) : (byte < 16 ? "%0" : "%") + String(byte, radix: 16).uppercased()
        }.joined()
    }
}

/// The server of a ``WebSample`` ended before it served anything; its own words are on standard error.
public struct NoSite: Error {}
