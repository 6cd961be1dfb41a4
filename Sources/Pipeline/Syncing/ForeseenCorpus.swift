internal import Foundation
internal import Versioning

/// A copy of a corpus as it would be after a sync; gone when the value is.
public final class ForeseenCorpus: Sendable {
    /// The configuration, with the copy in the corpus's stead.
    public let configuration: Configuration
    private let folder: DiskPath

    /// Does `sync` in a copy.
    /// - Parameter didForesee: Is told of each source, in the order of the configuration.
    public init(_ sync: Sync, _ didForesee: (SourceOutcome) throws -> Void) async throws {
        let url = FileManager.default.temporaryDirectory.appending(path: "requisite-check-\(UUID().uuidString)")
        folder = DiskPath(url.path(percentEncoded: false)).resolved
        var configuration = sync.configuration
        configuration.corpusCopy = folder
        self.configuration = configuration
        try Self.copy(sync.configuration.corpusFolder.root, to: folder)
        try await sync.foresee(in: folder.description, didForesee)
    }

    deinit { try? FileManager.default.removeItem(atPath: folder.description) }

    /// Files are one with those that they stand for, where the file system can do that: a placement replaces files, and writes
    /// into none.
    private static func copy(_ corpus: DiskPath, to folder: DiskPath) throws(Failure) {
        let paths = corpus.kind == nil ? [] : try FileTree(root: corpus.description).paths
        do {
            try FileManager.default.createDirectory(atPath: folder.description, withIntermediateDirectories: true)
            for path in paths {
                let (source, target) = (DiskPath(listed: path, in: corpus), DiskPath(listed: path, in: folder))
                try FileManager.default.createDirectory(
                    atPath: target.parent.description, withIntermediateDirectories: true)
                do {
                    try FileManager.default.linkItem(atPath: source.description, toPath: target.description)
                } catch {
                    try FileManager.default.copyItem(atPath: source.description, toPath: target.description)
                }
            }
        } catch {
            throw Failure(.cannotWrite, "the corpus cannot be copied to '\(folder)': \(SystemReason(error))")
        }
    }
}
