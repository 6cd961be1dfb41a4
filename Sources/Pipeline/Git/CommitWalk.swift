internal import GitHistory
internal import RequirementModel
internal import Versioning

/// Goes along the commits of a timeline and tells what each changed.
///
/// Commits are taken some at a time, and the work on them overlaps: what some changed is told, the pages of the next are
/// extracted, those of the next but one come from git, and git gets those after them ready.
struct CommitWalk {
    private var timeline: CommitTimeline
    private let configuration: Configuration
    private let reader: CommitPageReader
    private var state = CommitState()
    /// How many commits were walked over.
    private var position = 0
    /// The next commit that stands in no lot yet, and the files before it, by path.
    private var nextPosition = 0
    private var files: [String: ObjectID] = [:]
    /// The files that a page was ever found to include, and the pages that were ever found to include a file.
    private var includes: [String: Set<String>] = [:]
    private var includers: [String: Set<String>] = [:]

    /// A lot has this many commits or pages, whichever it reaches first.
    private static let lotSize = 64

    init(_ timeline: CommitTimeline, configuration: Configuration, jobs: Int) {
        self.timeline = timeline
        self.configuration = configuration
        let extractor = DocumentExtractor(options: configuration.extractionOptions, digestsFiles: true)
        reader = CommitPageReader(extractor: extractor, jobs: jobs)
    }

    /// How many commits there are.
    var total: Int { timeline.commits.count }

    /// Errors in documents, each told once.
    var diagnostics: [Diagnostic] { state.diagnostics }

    /// Reads the state from which the walk begins: that of the last version, `head`, or of the last commit before the
    /// day `since`, which then is the first version.
    /// - Parameter batch: What some of its pages yield.
    /// - Returns: What makes a version before that of the next commit; nil for none.
    mutating func begin(
        since: String?, after head: Ledger.Head?, from blobs: inout BlobReader,
        with batch: consuming CommitPageReader.Batch = .init()
    ) async throws -> CommitChanges? {
        if let since, head == nil {
            position = timeline.commits.firstIndex { CalendarDay.text(ofSecond: $0.committed) >= since } ?? total
        }
        rewind()
        // Even where no page was changed: what a page includes may have been.
        guard !files.isEmpty else { return nil }
        let pages = files.keys.filter(isDocument).sorted().map { (path: $0, page: page($0)) }
        batch.add(pages.lazy.compactMap(\.page))
        try await reader.complete(&batch, from: &blobs)
        guard try await knowsIncludes(of: batch) else {
            return try await begin(since: since, after: head, from: &blobs, with: batch)
        }
        let commit = position > 0 ? timeline.commits[position - 1] : nil
        return state.begin(with: pages, batch.extractions, of: commit, after: head)
    }

    /// Walks over all commits.
    /// - Parameters:
    ///   - tell: Is given what some commits changed, the first first; returns whether to go on.
    ///   - progress: Is told how many of how many commits are done.
    mutating func finish(
        from blobs: inout BlobReader, tell: ([CommitChanges]) async -> Bool, _ progress: (Int, Int) -> Void
    ) async throws {
        var current = Lot()
        var next = try await nextLot(from: &blobs)
        var following = try await nextLot(from: &blobs)
        try await reader.load(&next.batch, from: &blobs)
        while !current.steps.isEmpty || !next.steps.isEmpty {
            let extraction = reader.extraction(of: next.batch)
            async let extracted = extraction()
            let farthest = try await nextLot(from: &blobs)
            try await reader.load(&following.batch, from: &blobs)
            guard await tell(changes(by: current)) else { return }
            position += current.steps.count
            progress(position, total)
            next.batch = try await extracted
            try await reader.complete(&next.batch, from: &blobs)
            if try await knowsIncludes(of: next.batch) {
                (current, next, following) = (next, following, farthest)
            } else {
                // The same commits are walked over again, with those that changed what their pages include.
                rewind()
                current = Lot()
                next = try await nextLot(from: &blobs, with: next.batch)
                following = try await nextLot(from: &blobs)
                try await reader.load(&next.batch, from: &blobs)
            }
        }
    }

    private mutating func changes(by lot: Lot) -> [CommitChanges] {
        lot.steps.compactMap { state.apply($0, lot.batch.extractions) }
    }
}

// MARK: - Reading

extension CommitWalk {
    /// Some commits that are walked over at once.
    private struct Lot {
        var steps: [CommitStep] = []
        var batch = CommitPageReader.Batch()
    }

    /// Goes back to the commits that were not walked over.
    private mutating func rewind() {
        nextPosition = position
        files = timeline.files(before: position)
    }

    /// The next commits, whose pages git gets ready; none at the end.
    /// - Parameter batch: What some of their pages yield.
    private mutating func nextLot(
        from blobs: inout BlobReader, with batch: CommitPageReader.Batch = .init()
    ) async throws -> Lot {
        var lot = Lot(batch: batch)
        var pageCount = 0
        while nextPosition < total, lot.steps.count < Self.lotSize, pageCount < Self.lotSize {
            let commit = timeline.commits[nextPosition]
            var touched: Set<String> = []
            for change in commit.changes {
                files[change.path] = change.blob
                if isDocument(change.path) { touched.insert(change.path) }
                touched.formUnion(includers[change.path] ?? [])
            }
            lot.steps.append(CommitStep(commit: commit, pages: touched.sorted().map { ($0, page($0)) }))
            pageCount += touched.count
            nextPosition += 1
        }
        lot.batch.add(lot.steps.lazy.flatMap(\.pages).compactMap(\.page))
        try await reader.expect(lot.batch, from: &blobs)
        return lot
    }

    private func isDocument(_ path: String) -> Bool {
        timeline.paths.contains(path) && configuration.documents.contains(path)
    }

    private func page(_ path: String) -> CommitPage? {
        guard let blob = files[path] else { return nil }
        var page = CommitPage(path: path, blob: blob)
        for include in includes[path] ?? [] { page.includes.updateValue(files[include], forKey: include) }
        return page
    }

    /// Whether the pages of `batch` include no file that was not known to matter; those that they do are known then.
    private mutating func knowsIncludes(of batch: CommitPageReader.Batch) async throws -> Bool {
        var isComplete = true
        for (page, extraction) in batch.extractions {
            for file in extraction.missingFiles where includes[page.path, default: []].insert(file).inserted {
                includers[file, default: []].insert(page.path)
                isComplete = false
            }
        }
        let unknown = Set(includers.keys.lazy.filter { [timeline] in !timeline.covers($0) })
        if !unknown.isEmpty {
            // What changed these files alone since the last commit that was walked over has not been seen.
            let last = position > 0 ? timeline.commits[position - 1].id : nil
            do throws(GitError) { try await timeline.cover(unknown) } catch { throw Failure(error) }
            position = timeline.commits.firstIndex { $0.id == last }.map { $0 + 1 } ?? 0
        }
        return isComplete
    }
}
