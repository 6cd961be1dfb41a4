internal import Foundation
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
    struct Emission: Equatable, Codable {
        var name: String
        var version: String
        /// The digest of its options.
        var options: String
        /// Its artifacts, sorted by path.
        var artifacts: [Entry]
    }

    /// One file.
    struct Entry: Equatable, Codable {
        /// The path below the output.
        var path: String
        var digest: String
    }

    /// All files, in order.
    var entries: [Entry] { transformers.flatMap(\.artifacts) }

    /// What the list says while files are being written: all that may be there, but of no version yet.
    func unfinished(with stale: [Entry]) -> ArtifactInventory {
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

    private struct File: Decodable {
        var formatVersion: Int
        var version: VersionID?
        var versionDigest: String
        var transformers: [Emission]
    }

    /// Nil for what this program did not write.
    init?(json: [UInt8]) {
        guard let file = try? JSONDecoder().decode(File.self, from: Data(json)),
            file.formatVersion == Self.formatVersion
        else { return nil }
        self.init(
            version: file.version, versionDigest: file.versionDigest, transformers: file.transformers)
    }

    /// The file's text.
    var json: [UInt8] {
        JSONWriter.text { writer in
            writer.object { writer in
                writer.member("formatVersion", Self.formatVersion)
                writer.member("version", version?.rawValue)
                writer.member("versionDigest", versionDigest)
                writer.key("transformers")
                writer.array(transformers) { writer, emission in
                    writer.object { writer in
                        writer.member("name", emission.name)
                        writer.member("version", emission.version)
                        writer.member("options", emission.options)
                        writer.key("artifacts")
                        writer.array(emission.artifacts) { writer, entry in
                            writer.object {
                                $0.member("path", entry.path)
                                $0.member("digest", entry.digest)
                            }
                        }
                    }
                }
            }
        }
    }
}
