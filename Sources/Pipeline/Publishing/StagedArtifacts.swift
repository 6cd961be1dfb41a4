internal import Foundation

/// Artifacts that differ from what stands in the output, on the disk beside it until all are made: of all artifacts only those
/// that a transformer is at work on are in memory.
struct StagedArtifacts {
    /// The files that are to take the places of others, by path below the output.
    private(set) var drafts: [String: DiskPath] = [:]
    /// How many artifacts are as they stand.
    private(set) var unchanged = 0

    private let output: OutputFolder

    /// Nothing yet. What a killed run left goes.
    init(for output: OutputFolder) {
        self.output = output
        discard()
    }

    /// Takes what a transformer made, by path and digest.
    /// - Throws: ``Failure`` (cannot write).
    mutating func add(_ contents: [String: [UInt8]], _ entries: [FileDigest]) throws {
        for entry in entries {
            guard let bytes = contents[entry.path], output.digest(at: entry.path) != entry.digest else {
                unchanged += 1
                continue
            }
            let draft = DiskPath("\(drafts.count)", relativeTo: output.workshop)
            try withWrites(below: output.path) {
                try FileManager.default.createDirectory(
                    atPath: output.workshop.description, withIntermediateDirectories: true)
                try draft.write(bytes)
            }
            drafts[entry.path] = draft
        }
    }

    /// Takes away what is not in its place.
    func discard() { try? FileManager.default.removeItem(atPath: output.workshop.description) }
}
