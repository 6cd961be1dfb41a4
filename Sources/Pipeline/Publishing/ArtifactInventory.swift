internal import RequirementModel

/// What stands in the output, and what it was made from: `artifacts.json`.
struct ArtifactInventory: Equatable {
    /// The version; nil while a publication is under way.
    var version: VersionID?
    /// The version's own digest, as ids can be the same on two branches.
    var versionDigest: String
    /// The transformers in the order of their names.
    var transformers: [Emission]

    /// What one transformer emitted.
    struct Emission: Equatable {
        var name: String
        var version: String
        /// The digest of its options.
        var options: String
        /// Its artifacts, sorted by their paths below the output.
        var artifacts: [FileDigest]
    }

    /// All files, by their paths below the output, in order.
    var entries: [FileDigest] { transformers.flatMap(\.artifacts) }

    /// What the list says while files are being written: all that may be there, but of no version yet.
    func unfinished(with stale: [FileDigest]) -> ArtifactInventory {
        var inventory = self
        inventory.version = nil
        if !stale.isEmpty {
            inventory.transformers.append(Emission(name: "", version: "", options: "", artifacts: stale))
        }
        return inventory
    }
}

extension ArtifactInventory {
    private static let formatVersion = 1

    /// Nil for what this program did not write.
    init?(json: [UInt8]) {
        var reader = JSONReader(json)
        var format: Int?
        var (version, versionDigest): (VersionID?, String?)
        var transformers: [Emission]?
        do throws(JSONReader.Fault) {
            try reader.beginObject()
            while let key = try reader.nextKey() {
                switch key {
                case "formatVersion": format = try reader.integer()
                case "version": version = try reader.symbol()
                case "versionDigest": versionDigest = try reader.string()
                case "transformers": transformers = try reader.array(of: Emission.init(from:))
                default: try reader.skip()
                }
            }
            try reader.finish()
        } catch {
            return nil
        }
        guard format == Self.formatVersion, let versionDigest, let transformers else { return nil }
        self.init(version: version, versionDigest: versionDigest, transformers: transformers)
    }

    /// The file's text.
    var json: [UInt8] {
        JSONWriter.text { writer in
            writer.object { writer in
                writer.member("formatVersion", Self.formatVersion)
                writer.member("version", version?.rawValue)
                writer.member("versionDigest", versionDigest)
                writer.key("transformers")
                writer.array(transformers) { $1.write(to: &$0) }
            }
        }
    }
}

extension ArtifactInventory.Emission {
    fileprivate func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("name", name)
            writer.member("version", version)
            writer.member("options", options)
            writer.key("artifacts")
            writer.array(artifacts) { $1.write(to: &$0) }
        }
    }

    fileprivate init(from reader: inout JSONReader) throws(JSONReader.Fault) {
        let start = reader.offset
        var (name, version, options): (String?, String?, String?)
        var artifacts: [FileDigest]?
        try reader.beginObject()
        while let key = try reader.nextKey() {
            switch key {
            case "name": name = try reader.string()
            case "version": version = try reader.string()
            case "options": options = try reader.string()
            case "artifacts": artifacts = try reader.array(of: FileDigest.init(from:))
            default: try reader.skip()
            }
        }
        guard let name, let version, let options, let artifacts else {
            throw JSONReader.Fault(at: start, "what a transformer emitted lacks a member")
        }
        self.init(name: name, version: version, options: options, artifacts: artifacts)
    }
}
