internal import Fetching
internal import Foundation
internal import RequirementModel

/// A hidden folder in the corpus where pages are written before they are moved to their places, so that no moment sees half of
/// one, and a sync that is stopped can be finished from what lies there.
///
/// First the pages and the new lock are written here, then the plan, from which moment on the work will be done; then each is
/// moved to its place, the lock last.
struct Workshop {
    private let corpus: DiskPath
    private let folder: DiskPath

    init(in corpus: DiskPath) {
        self.corpus = corpus
        folder = DiskPath(".sync", relativeTo: corpus)
    }

    private var pages: DiskPath { DiskPath("pages", relativeTo: folder) }
    private var plan: DiskPath { DiskPath("plan.json", relativeTo: folder) }
    private var newLock: DiskPath { DiskPath(SourcesLock.fileName, relativeTo: folder) }
    private var lock: DiskPath { DiskPath(SourcesLock.fileName, relativeTo: corpus) }

    /// Whether a sync was stopped while it placed pages.
    var isInterrupted: Bool { plan.kind != nil }

    /// Finishes what a stopped sync began to place, and clears away what it only prepared.
    func recover() throws(Failure) {
        try withWrites(below: corpus) {
            if isInterrupted { try carryOut() } else { try clear() }
        }
    }

    /// Does what `placement` says, and makes `lock` the corpus's.
    /// - Throws: ``Failure`` (cannot write); then nothing was changed, or ``recover()`` finishes it.
    func place(_ placement: Placement, lock: SourcesLock) throws(Failure) {
        let text = lock.sources.isEmpty ? nil : lock.json
        if placement.writes.isEmpty, placement.removals.isEmpty,
            text == (try? FileReading.bytes(at: self.lock.description))
        {
            return
        }
        try withWrites(below: corpus) {
            do {
                try clear()
                for (path, bytes) in placement.writes { try write(bytes, to: DiskPath(listed: path, in: pages)) }
                if let text { try write(text, to: newLock) }
                let removals = placement.removals + (text == nil ? [SourcesLock.fileName] : [])
                let draft = DiskPath("draft", relativeTo: folder)
                try write(JSONWriter.text { $0.array(removals) { $0.value($1) } }, to: draft)
                try draft.replace(plan)
            } catch {
                try? clear()
                throw error
            }
            try carryOut()
        }
    }

    private func carryOut() throws {
        // Removals first: a new name may differ from the old one by case alone.
        var reader = JSONReader((try? FileReading.bytes(at: plan.description)) ?? Array("[]".utf8))
        for path in (try? reader.strings()) ?? [] {
            let target = DiskPath(listed: path, in: corpus)
            if FileStatus(of: target.description, followingLinks: false) != nil {
                try FileManager.default.removeItem(atPath: target.description)
            }
            target.removeEmptyFolders(below: corpus)
        }
        if pages.kind == .folder {
            for path in try FileTree(root: pages.description).paths {
                try DiskPath(listed: path, in: pages)
                    .place(at: DiskPath(listed: path, in: corpus), below: corpus, as: path, of: "corpus")
            }
        }
        if newLock.kind != nil { try newLock.replace(lock) }
        try clear()
    }

    private func clear() throws {
        // The plan first: without it nothing of the rest counts.
        for path in [plan, folder] where FileStatus(of: path.description, followingLinks: false) != nil {
            try FileManager.default.removeItem(atPath: path.description)
        }
    }

    private func write(_ bytes: [UInt8], to target: DiskPath) throws {
        try FileManager.default.createDirectory(atPath: target.parent.description, withIntermediateDirectories: true)
        try Data(bytes).write(to: URL(filePath: target.description))
    }
}
