internal import Foundation
internal import RequirementModel
internal import Versioning

/// Reads whole files, refusing what is no document.
enum FileReading {
    /// The largest document that is read. A vendor's page has some hundred kilobytes; what is larger by three orders of
    /// magnitude is a mistake or an attack, and its parse tree would not fit into memory.
    static let sizeLimit = 64 << 20

    /// Why a file cannot be read.
    struct Fault: Error {
        /// Whether it is not there at all.
        var isMissing = false
        /// What is the matter, lower case.
        var reason: String
    }

    /// The bytes of `file`.
    static func bytes(of file: SourceFile) throws(Fault) -> [UInt8] {
        if let path = file.diskPath { try bytes(at: path.description) } else { try standardInput() }
    }

    /// The bytes of the regular file at `path`, of at most `limit` bytes.
    static func bytes(at path: String, limit: Int = sizeLimit) throws(Fault) -> [UInt8] {
        if let bytes = unexplainedBytes(at: path, limit: limit) { return bytes }
        if FileStatus.isNothing(at: path) { throw missing }
        return try explainedBytes(at: path, limit: limit)
    }

    /// The same for what can be read without more ado; nil for the rest.
    private static func unexplainedBytes(at path: String, limit: Int) -> [UInt8]? {
        // Does not wait for somebody to write into a pipe.
        let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        // What has no size may still have content, in the system's own folders.
        guard let status = FileStatus(of: descriptor), status.kind == .regular, 1...limit ~= status.size else {
            return nil
        }
        return try? [UInt8](reading: descriptor, size: status.size)
    }

    /// The same the slower way, which says what is the matter.
    private static func explainedBytes(at path: String, limit: Int) throws(Fault) -> [UInt8] {
        let attributes: [FileAttributeKey: Any]
        do {
            attributes = try Self.attributes(of: path)
        } catch {
            throw Fault(isMissing: SystemReason(error).code == .ENOENT, reason: SystemReason(error).description)
        }
        switch attributes[.type] as? FileAttributeType {
        case .typeRegular?: break
        case .typeDirectory?: throw Fault(reason: "it is a folder, not a file")
        default: throw Fault(reason: "it is not a regular file")
        }
        if let size = attributes[.size] as? Int, size > limit { throw tooLarge }
        do {
            return [UInt8](try Data(contentsOf: URL(filePath: path)))
        } catch {
            throw Fault(reason: SystemReason(error).description)
        }
    }

    /// Everything that standard input gives.
    private static func standardInput() throws(Fault) -> [UInt8] {
        do {
            let data = try FileHandle.standardInput.read(upToCount: sizeLimit + 1) ?? Data()
            guard data.count <= sizeLimit else { throw tooLarge }
            return [UInt8](data)
        } catch let fault as Fault {
            throw fault
        } catch {
            throw Fault(reason: SystemReason(error).description)
        }
    }

    private static let missing = Fault(isMissing: true, reason: SystemReason(POSIXError(.ENOENT)).description)

    static let tooLarge = Fault(
        reason: "it is larger than \(sizeLimit >> 20) MB, which no requirement document is; leave it out of the corpus")

    /// The attributes of the file at `path`, or where that is a link, of what it leads to.
    private static func attributes(of path: String) throws -> [FileAttributeKey: Any] {
        let attributes = try FileManager.default.attributesOfItem(atPath: path)
        guard attributes[.type] as? FileAttributeType == .typeSymbolicLink else { return attributes }
        let target = URL(filePath: path).resolvingSymlinksInPath().path(percentEncoded: false)
        return try FileManager.default.attributesOfItem(atPath: target)
    }
}

extension Diagnostic {
    /// A file of the corpus cannot be read for `reason`.
    static func unreadable(_ path: String, _ reason: String) -> Diagnostic {
        Diagnostic(.error, "unreadable", at: SourceLocation(file: path), "cannot be read: \(reason)")
    }
}
