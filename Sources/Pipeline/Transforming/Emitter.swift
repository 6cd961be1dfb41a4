internal import RequirementModel
internal import TransformerKit

/// Runs transformers on a release and checks what they give, before anything is written.
struct Emitter: Sendable {
    /// The transformers with their options.
    let transformers: [Configuration.ConfiguredTransformer]

    /// What one transformer made.
    struct Emission: Sendable {
        /// Its place in the inventory.
        var entry: ArtifactInventory.Emission
        /// What became of the records; nil for a transformer that does not express requirements.
        var account: TransformerAccount?
    }

    /// Gives what each transformer makes of `release`, with its files by path below the output, to `consume`, in their order.
    /// - Throws: ``Failure`` (transformer failed) for the first one that fails or breaks its contract, and what `consume` throws.
    func emit(
        _ release: Release, jobs: Int, consume: (Emission, [String: [UInt8]]) throws -> Void
    ) async throws {
        try await OrderedWork.run(on: transformers, jobs: jobs) { transformer in
            Result { try Self.emission(of: transformer, from: release) }
        } consume: { emission in
            let (emission, contents) = try emission.get()
            try consume(emission, contents)
        }
    }

    private static func emission(
        of configured: Configuration.ConfiguredTransformer, from release: Release
    ) throws -> (Emission, [String: [UInt8]]) {
        let descriptor = configured.type.descriptor
        let transformation: Transformation
        do {
            transformation = try configured.type.init(options: configured.options).transform(release)
        } catch {
            throw Failure(.transformerFailed, "the transformer '\(descriptor.name)' failed: \(error)")
        }
        var contents: [String: [UInt8]] = [:]
        for artifact in transformation.artifacts {
            let path = "\(descriptor.name)/\(artifact.path)"
            guard ArtifactPath.isSafe(path) else {
                throw Failure(
                    .transformerFailed,
                    "the transformer '\(descriptor.name)' asks for the file '\(artifact.path)', which is no plain path")
            }
            guard contents.updateValue(artifact.contents, forKey: path) == nil else {
                throw Failure(
                    .transformerFailed, "the transformer '\(descriptor.name)' asks for '\(artifact.path)' twice")
            }
        }
        var account: TransformerAccount?
        if case .requirements = descriptor.expresses {
            account = try TransformerAccount(of: transformation, by: descriptor.name, from: release)
        }
        let entries = contents.sorted { $0.key < $1.key }.map { path, bytes in
            FileDigest(path: path, digest: Digest.sha256(of: bytes))
        }
        let entry = ArtifactInventory.Emission(
            name: descriptor.name, version: descriptor.version, options: configured.optionsDigest, artifacts: entries)
        return (Emission(entry: entry, account: account), contents)
    }
}

extension Configuration.ConfiguredTransformer {
    /// The digest of the options, all of them.
    var optionsDigest: String {
        let text = type.descriptor.options.map { option -> String in
            let name = option.name
            return switch option.defaultValue {
            case .string: "\(name)=\(options.string(name).debugDescription)"
            case .integer: "\(name)=\(options.integer(name))"
            case .boolean: "\(name)=\(options.boolean(name))"
            case .list: "\(name)=\(options.list(name))"
            case .map:
                "\(name)=\(options.map(name).sorted { $0.key < $1.key }.map { "\($0.key.debugDescription): \($0.value)" })"
            }
        }
        return Digest.sha256(of: Array(text.joined(separator: "\n").utf8))
    }
}
