import BuiltInTransformers
import Fetching
import TestSupport

@testable import Pipeline

/// A repository of pages, and a corpus that follows it.
struct FollowedRepository {
    let upstream: GitSample
    let folder: TemporaryFolder
    private let cache: TemporaryFolder
    private let paths: String

    /// - Parameter paths: What is asked for, as YAML.
    init(_ files: [String: String?], paths: String = "[docs]") throws {
        upstream = try GitSample()
        try upstream.git("config", "uploadpack.allowFilter", "true")
        try upstream.commit(files, at: 1_700_000_000)
        folder = try TemporaryFolder()
        cache = try TemporaryFolder()
        self.paths = paths
    }

    var configuration: Configuration {
        get throws { try configuration("- {name: up, git: 'file://\(upstream.folder.path)', paths: \(paths)}") }
    }

    func configuration(_ sources: String) throws -> Configuration {
        try Configuration.parse(
            Array("sources:\n  \(sources)\n".utf8), file: folder.path(of: "requisite.yml"),
            registry: BuiltInTransformers.registry)
    }

    /// What a sync does with the one source.
    func sync(
        overwritesEdits: Bool = false, accepts: Bool = false, by configuration: Configuration? = nil
    ) async throws -> SourceOutcome {
        var outcome = SourceOutcome(name: "")
        let sync = Sync(
            try configuration ?? self.configuration, overwritesEdits: overwritesEdits,
            acceptedRemovals: accepts ? ["up"] : [], cache: cache.path, agent: "test")
        try await sync { outcome = $0 }
        return outcome
    }

    var lock: String? { folder.text(of: "Corpus/sources.lock") }

    func copy(_ path: String) -> String? { folder.text(of: "Corpus/up/\(path)") }
}

extension SourceOutcome {
    /// The changes as `kind path`, or `moved path < former`.
    var summary: [String] {
        changes.map { "\($0.kind.rawValue) \($0.path)\($0.formerPath.map { " < \($0)" } ?? "")" }
    }
}

extension LockedPage {
    /// The commit that it was brought from.
    var gitCommit: String? { if case .git(let origin) = origin { origin.commit } else { nil } }
}
