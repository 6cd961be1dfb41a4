internal import Extraction
internal import GitHistory
public import RequirementModel
internal import Versioning

/// `diff --git`: what differs between the documents of two commits, without a ledger and without a work tree.
public struct GitComparison: Sendable {
    /// The changes, and pages that lost most of their records, with what was accepted marked so.
    public let changes: ChangeSet
    /// Why each record that both sides have is one, in the order of the new side.
    public let matches: [MatchedRecord]
    /// What could not be read as it should, the older commit's first; and acceptances that hold for nothing.
    public let diagnostics: [Diagnostic]

    /// Compares the documents that two commits have.
    ///
    /// All documents of both commits are read, not only those that differ: an atom that an unchanged page asks for is not opened
    /// by another. A page that was renamed is the same page, even where `paths` hold only one of its names.
    /// - Parameters:
    ///   - range: `A..B`; `A...B` begins where the history of B parted from that of A; an empty side is `HEAD`.
    ///   - repository: The repository's folder, bare or not; nil for the working directory's, or `GIT_DIR`.
    ///   - paths: Which files are compared, as git understands it; all documents when there are none.
    ///   - date: The day on which acceptances must hold, UTC, `YYYY-MM-DD`.
    /// - Throws: ``Failure`` (input missing) when there is no such repository, commit or document.
    public init(
        _ range: String, in repository: String?, paths: [String] = [], inputFormat: DocumentFormat? = nil,
        configuration: Configuration? = nil, date: String, jobs: Int
    ) async throws {
        let git = GitRepository(repository)
        let (names, commits) = try await Self.ends(of: range, in: git)
        let selection = configuration?.documents ?? DocumentSelection()
        let sides = try await withGit { () async throws(GitError) in
            let renames = try await git.renames(from: commits.old, to: commits.new)
            var old = try await git.files(at: commits.old, paths)
            var new = try await git.files(at: commits.new, paths)
            let former = Set(new.lazy.compactMap { renames[$0.path] }).subtracting(old.map(\.path))
            let oldPaths = Set(old.map(\.path))
            let later = Set(renames.lazy.filter { oldPaths.contains($0.value) }.map(\.key)).subtracting(new.map(\.path))
            if !former.isEmpty { old += try await git.files(at: commits.old, named: former) }
            if !later.isEmpty { new += try await git.files(at: commits.new, named: later) }
            return [(commits.old, old), (commits.new, new)]
        }
        var pages = sides.map { _, files in
            files.filter { selection.contains($0.path) }.map { CommitPage(path: $0.path, blob: $0.blob) }
        }
        guard pages.contains(where: { !$0.isEmpty }) else {
            throw Failure(
                .inputMissing,
                "neither \(names.old) nor \(names.new) has a document\(paths.isEmpty ? "" : " at such a path"); "
                    + "`git ls-tree -r --name-only \(names.new)` lists what there is")
        }
        let extractor = DocumentExtractor(
            format: inputFormat, options: configuration?.extractionOptions ?? .init(), digestsFiles: true)
        let totals = try await git.withBlobs { blobs in
            let reader = CommitPageReader(extractor: extractor, jobs: jobs)
            var batch = CommitPageReader.Batch()
            return [
                try await Self.read(&pages[0], at: commits.old, in: git, by: reader, &batch, from: &blobs),
                try await Self.read(&pages[1], at: commits.new, in: git, by: reader, &batch, from: &blobs),
            ]
        }
        let remarks = totals.flatMap(\.diagnostics)
        guard !totals.contains(where: \.isUnreadable) else {
            throw Failure(
                .badInput,
                "a document could not be read, so nothing was compared; "
                    + (remarks.first.map { "\($0.location): \($0.message)" } ?? ""))
        }
        let review = try ReviewedComparison(
            from: totals[0].snapshot(called: names.old), to: totals[1].snapshot(called: names.new),
            configuration: configuration, date: date)
        changes = review.changes
        matches = review.matches
        diagnostics = remarks + review.notices
    }

    /// The two commits of a range.
    private static func ends(
        of range: String, in git: GitRepository
    ) async throws(Failure) -> (names: (old: String, new: String), commits: (old: ObjectID, new: ObjectID)) {
        let isFromParting = range.contains("...")
        let parts = range.split(separator: isFromParting ? "..." : "..", omittingEmptySubsequences: false)
        guard parts.count == 2 else {
            throw Failure(.usage, "'\(range)' is no range of commits; write it as main..HEAD")
        }
        let names = parts.map { $0.isEmpty ? "HEAD" : String($0) }
        return try await withGit { () async throws(GitError) in
            let (first, new) = (try await git.commit(names[0]), try await git.commit(names[1]))
            guard isFromParting else { return ((names[0], names[1]), (first, new)) }
            guard let base = try await git.mergeBase(first, new) else {
                throw GitError(
                    .unknownRevision, repository: git.path ?? ".",
                    "has no commit that '\(names[0])' and '\(names[1])' have in common; compare them with two dots")
            }
            return ((base.description, names[1]), (base, new))
        }
    }

    /// What one commit holds.
    private struct Side {
        var total: CollectedExtraction.Total
        var diagnostics: [Diagnostic]
        var isUnreadable: Bool

        func snapshot(called name: String) -> Snapshot {
            Snapshot(
                name: name, extractor: Extractor.version, documents: total.documents, records: total.records,
                redirects: total.redirects)
        }
    }

    /// Reads the pages, and as often again as they turn out to include files that are not fetched yet.
    /// - Parameter batch: What was read before; many pages are the same on both sides.
    private static func read(
        _ pages: inout [CommitPage], at commit: ObjectID, in git: GitRepository, by reader: CommitPageReader,
        _ batch: inout CommitPageReader.Batch, from blobs: inout BlobReader
    ) async throws -> Side {
        while true {
            batch.add(pages)
            try await reader.complete(&batch, from: &blobs)
            let extractions = batch.extractions
            var unknown: Set<String> = []
            for page in pages {
                unknown.formUnion(extractions[page]?.missingFiles.filter { !page.includes.keys.contains($0) } ?? [])
            }
            guard !unknown.isEmpty else {
                var collected = CollectedExtraction()
                let all = pages.sorted { $0.path < $1.path }.compactMap { extractions[$0] }
                for extraction in all { collected.add(extraction) }
                return Side(
                    total: collected.total(), diagnostics: all.flatMap(\.diagnostics),
                    isUnreadable: all.contains(where: \.isUnreadable))
            }
            let files = try await withGit { [unknown] () async throws(GitError) in
                try await git.files(at: commit, named: unknown)
            }
            let blobs = Dictionary(files.map { ($0.path, $0.blob) }, uniquingKeysWith: { first, _ in first })
            for index in pages.indices {
                let missing = extractions[pages[index]]?.missingFiles ?? []
                for file in missing { pages[index].includes.updateValue(blobs[file], forKey: file) }
            }
        }
    }
}
