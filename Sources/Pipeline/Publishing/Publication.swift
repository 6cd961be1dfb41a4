internal import RequirementModel
internal import TransformerKit
internal import Versioning

/// What an emission of artifacts did.
public struct Publication: Sendable {
    /// The books of the transformers that write rules.
    public internal(set) var accounts: [TransformerAccount] = []
    /// Files that are new or differ.
    public internal(set) var written = 0
    /// Files that were as they should be.
    public internal(set) var unchanged = 0
    /// Files of earlier emissions that nothing emits any more.
    public internal(set) var removed = 0
    /// Files that nothing emits any more, but that somebody edited, so that they were left.
    public internal(set) var left: [String] = []

    /// Whether any file was touched.
    public var isEmpty: Bool { written == 0 && removed == 0 }
}

extension OutputFolder {
    /// Emits the artifacts of a version by all configured transformers. `writer` keeps other runs out meanwhile.
    /// - Parameter keepsOthers: Whether the artifacts of transformers that are not configured stay as they are.
    func publish(
        _ id: VersionID?, from writer: LedgerWriter, by configuration: Configuration, keepsOthers: Bool = false,
        jobs: Int
    ) async throws -> Publication {
        let readsHistory = configuration.transformers.contains { $0.type.descriptor.readsHistory }
        let release = try withLedger { () throws(LedgerError) in
            id == nil || id == writer.head?.version.id
                ? try writer.release(readingHistory: readsHistory)
                : try writer.ledger.release(of: id, readingHistory: readsHistory)
        }
        var staged = StagedArtifacts(for: self)
        defer { staged.discard() }
        var emissions: [Emitter.Emission] = []
        try await Emitter(transformers: configuration.transformers).emit(release, jobs: jobs) { emission, contents in
            try staged.add(contents, emission.entry.artifacts)
            emissions.append(emission)
        }
        var inventory = ArtifactInventory(
            version: release.version.id, versionDigest: release.version.digest, transformers: emissions.map(\.entry))
        if keepsOthers { inventory.keepOthers(of: self.inventory) }
        var publication = try publish(inventory, staged)
        publication.accounts = emissions.compactMap(\.account)
        return publication
    }
}

extension OutputFolder {
    /// Whether every artifact of `version` is there, by the transformers and options of `configuration`.
    func isCurrent(for version: Version, by configuration: Configuration) -> Bool {
        guard let inventory, inventory.isCurrent(for: version, by: configuration) else { return false }
        return holds(inventory)
    }
}

extension ArtifactInventory {
    /// Whether the list is of `version`, by the transformers and options of `configuration`.
    fileprivate func isCurrent(for version: Version, by configuration: Configuration) -> Bool {
        self.version == version.id && versionDigest == version.digest
            && transformers.map { [$0.name, $0.version, $0.options] }
                == configuration.transformers.map { [$0.name, $0.type.descriptor.version, $0.optionsDigest] }
    }
}

extension ArtifactInventory {
    /// Adds what other transformers emitted earlier. If that was from another version, the list as a whole is of none, so
    /// that the next run emits everything anew.
    fileprivate mutating func keepOthers(of earlier: ArtifactInventory?) {
        guard let earlier else {
            version = nil
            return
        }
        let names = Set(transformers.map(\.name))
        transformers += earlier.transformers.filter { !names.contains($0.name) }
        transformers.sort { $0.name < $1.name }
        if earlier.version != version || earlier.versionDigest != versionDigest { version = nil }
    }
}

extension Version {
    /// A digest of all that the description says, by which two versions of one id are told apart.
    var digest: String {
        var fields = [id.rawValue, parent?.rawValue ?? "", parentDigest ?? "", date, extractor, String(recordCount)]
        if let commit { fields.append(commit.hash) }
        let states = documents.map { "\($0.digest) \($0.recordCount) \($0.path)" }
        return Digest.sha256(of: Array((fields + states).joined(separator: "\n").utf8))
    }
}
