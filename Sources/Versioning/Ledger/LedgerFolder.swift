internal import Foundation
internal import RequirementModel

/// The ledger's files by their names, read whole and replaced whole.
struct LedgerFolder {
    let path: String

    /// The last version's snapshot.
    static let snapshotName = "head.jsonl"

    private static let versionSuffix = ".jsonl"
    /// Files that are being written: hidden, so that nobody takes them for versions.
    private static let draftPrefix = ".draft-"

    static func name(of version: VersionID) -> String { version.rawValue + versionSuffix }

    func file(_ name: String) -> String { path.hasSuffix("/") ? path + name : "\(path)/\(name)" }

    /// The versions in their order and what does not belong there, sorted; hidden files do not count. Nothing where there is
    /// no folder.
    func contents() throws(LedgerError) -> (versions: [VersionID], strangers: [String]) {
        var versions: [VersionID] = []
        var strangers: [String] = []
        for name in try names() where name.utf8.first != UInt8(ascii: ".") && name != Self.snapshotName {
            if name.hasSuffix(Self.versionSuffix),
                let id = VersionID(rawValue: String(name.dropLast(Self.versionSuffix.count)))
            {
                versions.append(id)
            } else {
                strangers.append(name)
            }
        }
        // Ids sort faster than names: they fit into a string without memory of its own.
        return (versions.sorted(), strangers.sorted())
    }

    /// The whole file; nil when there is none.
    func bytes(of name: String) throws(LedgerError) -> [UInt8]? {
        do {
            return [UInt8](try Data(contentsOf: URL(filePath: file(name))))
        } catch {
            let reason = SystemReason(error)
            if reason.isMissing { return nil }
            throw LedgerError(.unreadable, file: file(name), "cannot be read: \(reason)")
        }
    }

    /// Makes the folder, and those above it, where they are missing.
    func create() throws(LedgerError) {
        do {
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        } catch {
            throw LedgerError(.unwritable, file: path, "cannot be made: \(SystemReason(error))")
        }
    }

    /// Writes files, all of them on the disk before the first takes its place, each in turn and whole: a crash leaves a first
    /// part of them new and the others as they were.
    func replace(_ files: [(name: String, bytes: [UInt8])]) throws(LedgerError) {
        for (name, bytes) in files { try writeDraft(of: name, bytes) }
        try synchronizeDrafts(of: files.map(\.name))
        for (name, _) in files {
            guard unsafe rename(file(Self.draftPrefix + name), file(name)) == 0 else {
                throw unwritable(name, SystemReason(errno))
            }
            if files.count <= Self.fewFiles { synchronize() }
        }
        // Of many, the journal of the file system keeps the order, and one wait for the disk does for all.
        if files.count > Self.fewFiles { synchronize() }
    }

    /// Not by Foundation, which waits for the disk at every file.
    private func writeDraft(of name: String, _ bytes: [UInt8]) throws(LedgerError) {
        let path = file(Self.draftPrefix + name)
        let descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
        guard descriptor >= 0 else { throw unwritable(name, SystemReason(errno)) }
        defer { close(descriptor) }
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = unsafe rest.withUnsafeBytes { unsafe write(descriptor, $0.baseAddress, $0.count) }
            guard count >= 0 || errno == EINTR else { throw unwritable(name, SystemReason(errno)) }
            rest = rest.dropFirst(max(0, count))
        }
    }

    private static let fewFiles = 8

    private func synchronizeDrafts(of names: [String]) throws(LedgerError) {
        var names = names
        #if os(Linux)
            // Linux returns when all is on the disk; elsewhere it may be before. The last file tells of a disk that fails.
            if names.count > Self.fewFiles {
                sync()
                names = names.suffix(1)
            }
        #endif
        for name in names { try withDescriptor(ofDraftOf: name) { fsync($0) } }
    }

    private func withDescriptor(ofDraftOf name: String, _ work: (Int32) -> Int32) throws(LedgerError) {
        let descriptor = unsafe open(file(Self.draftPrefix + name), O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw unwritable(name, SystemReason(errno)) }
        defer { close(descriptor) }
        guard work(descriptor) == 0 else { throw unwritable(name, SystemReason(errno)) }
    }

    private func unwritable(_ name: String, _ reason: SystemReason) -> LedgerError {
        removeDrafts()
        return LedgerError(.unwritable, file: file(name), "cannot be written: \(reason)")
    }

    /// Whether a file of this name belongs into a ledger.
    static func isOwn(_ name: String) -> Bool {
        name == snapshotName
            || name.hasSuffix(versionSuffix) && VersionID(rawValue: String(name.dropLast(versionSuffix.count))) != nil
    }

    /// Takes a file away, if there is one.
    func remove(_ name: String) throws(LedgerError) {
        do {
            try FileManager.default.removeItem(atPath: file(name))
        } catch {
            let reason = SystemReason(error)
            guard !reason.isMissing else { return }
            throw LedgerError(.unwritable, file: file(name), "cannot be removed: \(reason)")
        }
    }

    /// What a killed run left half written.
    func removeDrafts() {
        for name in (try? names()) ?? [] where name.hasPrefix(Self.draftPrefix) {
            try? FileManager.default.removeItem(atPath: file(name))
        }
    }

    private func names() throws(LedgerError) -> [String] {
        do {
            return try FileManager.default.contentsOfDirectory(atPath: path)
        } catch {
            let reason = SystemReason(error)
            // Whoever writes will be told what stands in the way.
            if reason.isMissing { return [] }
            throw LedgerError(.unreadable, file: path, "cannot be read: \(reason)")
        }
    }

    /// Brings the folder's names to the disk. Where a file system cannot, the files are there all the same.
    private func synchronize() {
        let descriptor = unsafe open(path, O_RDONLY)
        guard descriptor >= 0 else { return }
        fsync(descriptor)
        close(descriptor)
    }
}

/// What the operating system said, such as "No space left on device".
struct SystemReason: CustomStringConvertible {
    let description: String
    /// Whether there is nothing at the path.
    let isMissing: Bool

    /// The reason that an error number stands for.
    init(_ number: Int32) {
        isMissing = number == ENOENT || number == ENOTDIR
        description = POSIXErrorCode(rawValue: number).map { Self.words(of: POSIXError($0)) } ?? "error \(number)"
    }

    /// The reason under the layers that Foundation puts over it.
    init(_ error: any Error) {
        let inner = (error as NSError).userInfo[NSUnderlyingErrorKey] as? any Error ?? error
        isMissing = [.ENOENT, .ENOTDIR].contains((inner as? POSIXError)?.code)
        description = Self.words(of: inner)
    }

    private static func words(of error: any Error) -> String {
        let text = (error as NSError).localizedDescription
        let preamble = "The operation could not be completed. "
        return text.hasPrefix(preamble) ? String(text.dropFirst(preamble.count)) : text
    }
}
