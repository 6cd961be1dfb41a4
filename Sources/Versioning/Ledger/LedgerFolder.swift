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

    private static func version(named name: some Collection<UInt8>) -> VersionID? {
        guard name.count == 12 + versionSuffix.utf8.count, name.dropFirst(12).elementsEqual(versionSuffix.utf8) else {
            return nil
        }
        return VersionID(rawValue: String(decoding: name.prefix(12), as: UTF8.self))
    }

    func file(_ name: String) -> String { path.hasSuffix("/") ? path + name : "\(path)/\(name)" }

    /// The versions in their order and what does not belong there, sorted; hidden files do not count. Nothing where there is
    /// no folder.
    func contents() throws(LedgerError) -> (versions: [VersionID], strangers: [String]) {
        var versions: [VersionID] = []
        var strangers: [String] = []
        try eachName { name in
            if let id = Self.version(named: name) {
                versions.append(id)
            } else if name.first != UInt8(ascii: "."), !name.elementsEqual(Self.snapshotName.utf8) {
                strangers.append(String(decoding: name, as: UTF8.self))
            }
        }
        // Ids sort faster than names: they fit into a string without memory of its own.
        return (versions.sorted(), strangers.sorted())
    }

    /// The whole file; nil when there is none.
    func bytes(of name: String) throws(LedgerError) -> [UInt8]? {
        let descriptor = unsafe open(file(name), O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            let reason = SystemReason(errno)
            if reason.isMissing { return nil }
            throw LedgerError(.unreadable, file: file(name), "cannot be read: \(reason)")
        }
        defer { close(descriptor) }
        var status = stat()
        unsafe fstat(descriptor, &status)
        do {
            return try [UInt8](reading: descriptor, size: Int(status.st_size))
        } catch {
            throw LedgerError(.unreadable, file: file(name), "cannot be read: \(error)")
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
        try placeDrafts(of: files.map(\.name))
    }

    /// The second half of ``replace(_:)``, for files that are written one by one.
    func placeDrafts(of names: [String]) throws(LedgerError) {
        try synchronizeDrafts(of: names)
        for name in names {
            guard unsafe rename(file(Self.draftPrefix + name), file(name)) == 0 else {
                throw unwritable(name, SystemReason(errno))
            }
            if names.count <= Self.fewFiles { synchronize() }
        }
        // Of many, the journal of the file system keeps the order, and one wait for the disk does for all.
        if names.count > Self.fewFiles { synchronize() }
    }

    /// Writes a file beside its place, whole, not yet on the disk for sure. Foundation would wait for the disk at each.
    func writeDraft(of name: String, _ bytes: [UInt8]) throws(LedgerError) {
        let descriptor = try draft(of: name)
        defer { close(descriptor) }
        try write(bytes, to: descriptor, name)
    }

    /// Writes a file of lines likewise, as they come.
    /// - Returns: The SHA-256 of the file.
    func writeDraft(
        of name: String, lines write: (inout SealedLinesWriter) -> Void
    ) throws(LedgerError) -> String {
        let descriptor = try draft(of: name)
        defer { close(descriptor) }
        let output = { (bytes: [UInt8]) throws(LedgerError) in try self.write(bytes, to: descriptor, name) }
        return try SealedLinesWriter.seal(to: output, write)
    }

    /// Writes the snapshot beside its place likewise.
    func writeDraftOfSnapshot(_ snapshot: Snapshot, at tip: Ledger.Tip) throws(LedgerError) {
        _ = try writeDraft(of: Self.snapshotName) { lines in
            SnapshotFile.write(snapshot, of: tip.header, versionDigest: tip.digest, to: &lines)
        }
    }

    private func draft(of name: String) throws(LedgerError) -> CInt {
        let descriptor = unsafe open(file(Self.draftPrefix + name), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
        guard descriptor >= 0 else { throw unwritable(name, SystemReason(errno)) }
        return descriptor
    }

    private func write(_ bytes: [UInt8], to descriptor: CInt, _ name: String) throws(LedgerError) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = unsafe rest.withUnsafeBytes { unsafe Foundation.write(descriptor, $0.baseAddress, $0.count) }
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
        name == snapshotName || version(named: name.utf8) != nil
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
        var drafts: [String] = []
        try? eachName { name in
            if name.starts(with: Self.draftPrefix.utf8) { drafts.append(String(decoding: name, as: UTF8.self)) }
        }
        for name in drafts { try? FileManager.default.removeItem(atPath: file(name)) }
    }

    /// Visits the name of each file, as bytes: Foundation takes several times as long for a folder of many versions.
    private func eachName(_ visit: ([UInt8]) -> Void) throws(LedgerError) {
        guard let stream = unsafe opendir(path) else {
            let reason = SystemReason(errno)
            // Whoever writes will be told what stands in the way.
            if reason.isMissing { return }
            throw LedgerError(.unreadable, file: path, "cannot be read: \(reason)")
        }
        defer { unsafe closedir(stream) }
        errno = 0
        while let entry = unsafe readdir(stream) {
            let name = unsafe withUnsafeBytes(of: &entry.pointee.d_name) { unsafe Array($0.prefix { $0 != 0 }) }
            if name != [UInt8(ascii: ".")], name != Array("..".utf8) { visit(name) }
            errno = 0
        }
        guard errno == 0 else {
            throw LedgerError(.unreadable, file: path, "cannot be read: \(SystemReason(errno))")
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
