internal import Extraction
internal import GitHistory
public import RequirementModel
internal import Versioning

/// `history import`: one version for each commit that changed a record.
///
/// A version is made from the last one and a commit's files alone, so that it does not matter in how many goes the commits are
/// imported, and a killed import is gone on with by the next.
public struct HistoryImport: Sendable {
    /// Where the ledger is, and what is a document.
    public var configuration: Configuration
    /// The repository's folder, bare or not.
    public var repository: String
    /// The branch, tag or commit up to which is imported.
    public var revision: String
    /// Which files are documents, as git understands it; all by the configuration when there are none.
    public var paths: [String]
    /// The day, `YYYY-MM-DD`, whose state is the first version; nil for the first commit's.
    public var since: String?
    /// How many documents are read at once.
    public var jobs: Int

    /// An import by `configuration`.
    public init(
        _ configuration: Configuration, from repository: String, revision: String = "HEAD", paths: [String] = [],
        since: String? = nil, jobs: Int
    ) {
        self.configuration = configuration
        self.repository = repository
        self.revision = revision
        self.paths = paths
        self.since = since
        self.jobs = jobs
    }

    /// What an import did.
    public struct Outcome: Sendable {
        /// The commits that changed a document or what it includes.
        public var commits: Int
        /// The versions that were made.
        public var versions: Int
        /// The last version, made now or before; nil when no commit has a record.
        public var last: VersionID?
        /// Errors in documents, each told once.
        public var diagnostics: [Diagnostic]
        /// Whether the repository was cloned without its older history.
        public var isShallow = false
    }

    /// Does it.
    /// - Parameter progress: Is told how many of how many commits are done.
    /// - Throws: ``Failure``; the versions that were made before are whole.
    public func callAsFunction(_ progress: (Int, Int) -> Void = { _, _ in }) async throws -> Outcome {
        let git = GitRepository(repository)
        let output = OutputFolder(path: configuration.outputFolder)
        try output.requireFolder()
        let tip = try await withGit { () async throws(GitError) in try await git.commit(revision) }
        let writer = try withLedger { () throws(LedgerError) in
            try Ledger(folder: output.ledger.description).writer()
        }
        let base = try await base(of: writer, tip, in: git)
        async let isShallow = withGit { () async throws(GitError) in try await git.isShallow() }
        // What serves the blobs gets ready while the log is read.
        var outcome = try await git.withBlobs { blobs in
            let timeline = try await timeline(to: tip, after: base, in: git)
            var walk = CommitWalk(timeline, configuration: configuration, jobs: jobs)
            let queue = WorkQueue<[CommitChanges]>(limit: Self.lotsAhead)
            async let made = CommitVersions.made(of: queue, following: writer)
            let first = try await walk.begin(since: since, after: writer.head, from: &blobs)
            if await queue.send(first.map { [$0] } ?? []) {
                try await walk.finish(from: &blobs, tell: queue.send, progress)
            }
            queue.finish()
            let versions = try await made
            return Outcome(
                commits: walk.total, versions: versions.count, last: versions.last, diagnostics: walk.diagnostics)
        }
        outcome.isShallow = try await isShallow
        return outcome
    }

    /// How many lots of commits the walk may be ahead of the versions, each with the records of its pages in memory.
    private static let lotsAhead = 3

    private func timeline(
        to tip: ObjectID, after base: ObjectID?, in git: GitRepository
    ) async throws(Failure) -> CommitTimeline {
        let timeline = try await withGit { () async throws(GitError) in
            try await CommitTimeline(of: git, to: tip, after: base, paths)
        }
        guard base != nil || !timeline.commits.isEmpty else {
            throw Failure(
                .inputMissing,
                "no commit of '\(repository)' up to '\(revision)' has \(paths.isEmpty ? "a file" : "such files"); "
                    + "`git -C '\(repository)' log \(revision) -- \(paths.joined(separator: " "))` shows what git finds"
            )
        }
        return timeline
    }

    /// The commit that the last version was made from; nil before the first version.
    private func base(of writer: LedgerWriter, _ tip: ObjectID, in git: GitRepository) async throws(Failure)
        -> ObjectID?
    {
        guard let last = writer.head?.version else { return nil }
        let advice = "import into an output of its own: another configuration (--config) with another 'output'"
        guard let commit = last.commit, let id = ObjectID(commit.hash) else {
            throw Failure(
                .badInput, at: SourceLocation(file: writer.ledger.path),
                "its last version \(last.id) was not imported, and an import would not follow from it; \(advice)")
        }
        let isKnown = try await withGit { () async throws(GitError) in try await git.isFirstParent(id, of: tip) }
        guard isKnown else {
            throw Failure(
                .badInput, at: SourceLocation(file: writer.ledger.path),
                "its last version \(last.id) was made from the commit \(commit.hash.prefix(12)), which is not among the first "
                    + "parents of '\(revision)' in '\(repository)': it is another repository or branch, or its history was "
                    + "rewritten; \(advice)")
        }
        return id
    }
}
