internal import Foundation
internal import RequirementModel

/// The folder of results: `ledger/` with the versions, a folder for each transformer, `artifacts.json`, which lists what was
/// emitted from which version, and `documents.json`, which lists what was read.
struct OutputFolder {
    /// Where it lies; it need not exist.
    let path: DiskPath

    /// The folder of versions.
    var ledger: DiskPath { DiskPath("ledger", relativeTo: path) }

    private var inventoryFile: DiskPath { DiskPath("artifacts.json", relativeTo: path) }
    /// Files are written here and moved to their places whole. Nothing else is in it, and what a killed run left goes.
    var workshop: DiskPath { DiskPath(".unfinished", relativeTo: path) }

    /// - Throws: ``Failure`` (cannot write) when something else than a folder stands in its place.
    func requireFolder() throws(Failure) {
        if path.kind == .other { throw Failure(.cannotWrite, "the output '\(path)' is a file; it must be a folder") }
    }

    /// What was emitted last; nil when nothing was, or when the list cannot be read, so that all is emitted again.
    var inventory: ArtifactInventory? {
        (try? FileReading.bytes(at: inventoryFile.description)).flatMap(ArtifactInventory.init(json:))
    }

    private var documentInventoryFile: DiskPath { DiskPath("documents.json", relativeTo: path) }

    /// What was read last; nil when nothing was, or when the list cannot be read, so that all is read again.
    var documentInventory: DocumentInventory? {
        (try? FileReading.bytes(at: documentInventoryFile.description, limit: .max))
            .flatMap(DocumentInventory.init(json:))
    }

    /// Lists what was read, unless it says so already.
    /// - Throws: ``Failure`` (cannot write).
    func record(_ inventory: DocumentInventory) throws {
        guard documentInventory != inventory else { return }
        try withWrites(below: path) {
            try FileManager.default.createDirectory(
                atPath: workshop.description, withIntermediateDirectories: true)
            defer { try? FileManager.default.removeItem(atPath: workshop.description) }
            try write(inventory.json, to: documentInventoryFile)
        }
    }

    /// Whether every artifact of `inventory` is there as it was written.
    func holds(_ inventory: ArtifactInventory) -> Bool {
        inventory.entries.allSatisfy { digest(at: $0.path) == $0.digest }
    }

    /// Makes the artifacts in the folder those that `inventory` lists, of which `staged` has those that differ, and touches
    /// nothing else.
    ///
    /// A crash leaves each file whole, old or new, and a list from which the next publication can finish the work.
    /// - Throws: ``Failure`` (cannot write).
    func publish(_ inventory: ArtifactInventory, _ staged: StagedArtifacts) throws -> Publication {
        try withWrites(below: path) { try publishUnguarded(inventory, staged) }
    }

    private func publishUnguarded(_ inventory: ArtifactInventory, _ staged: StagedArtifacts) throws -> Publication {
        var publication = Publication()
        let before = self.inventory
        let wanted = Set(inventory.entries.map(\.path))
        let stale = (before?.entries ?? []).filter { !wanted.contains($0.path) }
        publication.unchanged = staged.unchanged
        guard !staged.drafts.isEmpty || !stale.isEmpty || before != inventory else { return publication }

        try FileManager.default.createDirectory(atPath: workshop.description, withIntermediateDirectories: true)
        // First of all the list says what may come to stand here, so that a crash leaves nothing that no list names.
        try write(inventory.unfinished(with: stale).json, to: inventoryFile)
        for (path, draft) in staged.drafts.sorted(by: { $0.key < $1.key }) {
            try put(draft, at: place(of: path))
            publication.written += 1
        }
        for entry in stale {
            switch digest(at: entry.path) {
            case nil: break
            case entry.digest?:
                try FileManager.default.removeItem(atPath: place(of: entry.path).description)
                publication.removed += 1
            case _?: publication.left.append(entry.path)
            }
        }
        try write(inventory.json, to: inventoryFile)
        for entry in stale { DiskPath(entry.path, relativeTo: path).removeEmptyFolders(below: path) }
        return publication
    }

    /// Writes a file whole: elsewhere first, then moved over what was there.
    private func write(_ bytes: [UInt8], to target: DiskPath) throws {
        let draft = DiskPath("draft", relativeTo: workshop)
        try draft.write(bytes)
        try put(draft, at: target)
    }

    private func put(_ draft: DiskPath, at target: DiskPath) throws {
        try draft.place(at: target, below: path, as: target.description, of: "output")
    }

    private func place(of path: String) throws(Failure) -> DiskPath {
        guard ArtifactPath.isSafe(path) else { throw Failure(.cannotWrite, "'\(path)' is no path below the output") }
        return DiskPath(path, relativeTo: self.path)
    }

    /// The digest of the file at `path` below the output; nil where there is none.
    func digest(at path: String) -> String? {
        guard ArtifactPath.isSafe(path) else { return nil }
        return Digest.sha256(ofFileAt: DiskPath(path, relativeTo: self.path).description)
    }
}
