internal import Fetching
internal import Foundation
internal import RequirementModel

/// Makes what fetches a source.
struct SourceFetchers {
    private let configuration: Configuration
    private let cache: String
    private let agent: String

    init(_ configuration: Configuration, cache: String, agent: String) {
        self.configuration = configuration
        self.cache = cache
        self.agent = agent
    }

    /// What fetches the source called `name`, which is of this kind.
    func fetcher(for kind: Source.Kind, called name: String) -> any SourceFetcher {
        switch kind {
        case .git(let source):
            let remote = remote(source.repository)
            // Of this source of this corpus alone: who holds the corpus has the mirror for himself, and sources are fetched
            // beside each other.
            let parts = [configuration.corpusFolder.root.description, name, remote, source.ref ?? ""]
            let key = Digest.sha256(of: Array(parts.joined(separator: "\n").utf8))
            let selection = configuration.documents
            return GitFetcher(
                source, remote: remote, cache: "\(cache)/git/\(key.prefix(32))",
                isDocument: { FormatDetection.hint(for: $0) != nil && selection.contains("\(name)/\($0)") },
                inclusions: Self.inclusions)
        case .https(let source): return WebFetcher(source, agent: agent)
        }
    }

    /// Git's own rule: what has a colon before any slash, or a scheme, is no path.
    private func remote(_ repository: String) -> String {
        let isPath = !repository.prefix { $0 != "/" }.contains(":")
        return isPath ? configuration.absolutePath(repository) : repository
    }

    private static let inclusions: GitFetcher.Inclusions = { page, files in
        guard let bytes = files[page] else { return [] }
        let reader = DocumentReader()
        var reading = reader.read(bytes, path: page)
        let folder = CommitFolder(files: files.mapValues { .some($0) })
        return Inclusions(filling: &reading.document.blocks, of: page, at: page, in: folder, reader: reader).missing
    }
}
