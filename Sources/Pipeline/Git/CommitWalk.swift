internal import Extraction
internal import GitHistory
internal import RequirementModel
internal import Versioning

/// Goes along the commits of a timeline and makes a version where a record changed.
///
/// Commits are taken some at a time: while versions are made of some, the pages of the next are extracted, and those after
/// them come from git.
struct CommitWalk {
    /// How many versions were made.
    private(set) var versions = 0
    /// Errors in documents.
    private(set) var diagnostics: [Diagnostic] = []

    private var timeline: CommitTimeline
    private let configuration: Configuration
    private var series: VersionSeries
    private var reader: CommitPageReader
    private var state = CommitState()
    /// How many commits were walked over.
    private var position = 0
    /// The next commit that stands in no lot yet, and the files before it, by path.
    private var nextPosition = 0
    private var files: [String: ObjectID] = [:]
    /// The files that a page was ever found to include, and the pages that were ever found to include a file.
    private var includes: [String: Set<String>] = [:]
    private var includers: [String: Set<String>] = [:]
    private var reported: Set<Diagnostic> = []

    /// A lot has this many commits or pages, whichever it reaches first.
    private static let lotSize = 64
    /// Versions are written when they have this many bytes: with each such batch goes a snapshot of all records.
    private static let stagedLimit = 1 << 20

    init(_ timeline: CommitTimeline, configuration: Configuration, writer: LedgerWriter, jobs: Int) {
        self.timeline = timeline
        self.configuration = configuration
        series = VersionSeries(following: writer)
        let extractor = DocumentExtractor(options: configuration.extractionOptions, digestsFiles: true)
        reader = CommitPageReader(extractor: extractor, jobs: jobs)
    }

    /// How many commits there are.
    var total: Int { timeline.commits.count }
    /// The last version.
    var last: VersionID? { series.last }

    /// Reads the state from which the walk begins: that of the last version, `head`, or of the last commit before the
    /// day `since`, which then is the first version.
    mutating func begin(since: String?, after head: Ledger.Head?, from blobs: inout BlobReader) async throws {
        if let since, head == nil {
            position = timeline.commits.firstIndex { CalendarDay.text(ofSecond: $0.committed) >= since } ?? total
        }
        rewind()
        guard total > 0, !files.isEmpty else { return }
        let step = Step(commit: nil, pages: files.keys.filter(isDocument).sorted().map { ($0, page($0)) })
        var batch = reader.batch(of: step.pages.lazy.compactMap(\.page))
        try await reader.complete(&batch, from: &blobs)
        guard try await knowsIncludes(of: batch) else {
            return try await begin(since: since, after: head, from: &blobs)
        }
        apply(step, batch.extractions)
        if let head {
            for (path, _) in step.pages where !state.holds(path) { keepUnreadPage(path, from: head.snapshot) }
            state.distrust(head.snapshot)
            // What another extractor reads from the same bytes comes first, by itself.
            if let commit = head.version.commit, head.version.extractor != Extractor.version {
                try makeVersion(of: commit, on: head.version.date)
            }
        } else if position > 0 {
            try makeVersion(of: timeline.commits[position - 1])
        }
    }

    /// Walks over all commits.
    /// - Parameter progress: Is told how many of how many commits are done.
    mutating func finish(from blobs: inout BlobReader, _ progress: (Int, Int) -> Void) async throws {
        var current = Lot()
        var next = try await nextLot(from: &blobs)
        while !current.steps.isEmpty || !next.steps.isEmpty {
            let extraction = reader.extraction(of: next.batch)
            async let extracted = extraction()
            let write = takeStaged()
            async let written: Void = write()
            try walk(over: current)
            progress(position, total)
            let following = try await nextLot(from: &blobs)
            current = next
            current.batch = try await extracted
            try await written
            try await reader.complete(&current.batch, from: &blobs)
            if try await knowsIncludes(of: current.batch) {
                next = following
            } else {
                // The same commits are walked over again, with those that changed what their pages include.
                rewind()
                current = Lot()
                next = try await nextLot(from: &blobs)
            }
        }
        try withLedger { () throws(LedgerError) in try series.flush() }
    }
}

// MARK: - Reading

extension CommitWalk {
    /// A commit, and the pages that it may have changed; nil for one that is gone.
    private struct Step {
        /// Nil for the state from which a walk begins.
        var commit: Commit?
        var pages: [(path: String, page: CommitPage?)]
    }

    /// Some commits that are walked over at once.
    private struct Lot {
        var steps: [Step] = []
        var batch = CommitPageReader.Batch()
    }

    /// Goes back to the commits that were not walked over.
    private mutating func rewind() {
        nextPosition = position
        files = timeline.files(before: position)
    }

    /// The next commits, with the bytes of their pages; none at the end.
    private mutating func nextLot(from blobs: inout BlobReader) async throws -> Lot {
        var steps: [Step] = []
        var pageCount = 0
        while nextPosition < total, steps.count < Self.lotSize, pageCount < Self.lotSize {
            let commit = timeline.commits[nextPosition]
            var touched: Set<String> = []
            for change in commit.changes {
                files[change.path] = change.blob
                if isDocument(change.path) { touched.insert(change.path) }
                touched.formUnion(includers[change.path] ?? [])
            }
            steps.append(Step(commit: commit, pages: touched.sorted().map { ($0, page($0)) }))
            pageCount += touched.count
            nextPosition += 1
        }
        var batch = reader.batch(of: steps.lazy.flatMap(\.pages).compactMap(\.page))
        try await reader.load(&batch, from: &blobs)
        return Lot(steps: steps, batch: batch)
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
            for file in extraction.missingFiles where !page.includes.keys.contains(file) {
                includes[page.path, default: []].insert(file)
                includers[file, default: []].insert(page.path)
                isComplete = false
            }
        }
        let unknown = Set(includers.keys.lazy.filter { [timeline] in !timeline.covers($0) })
        if !unknown.isEmpty {
            let next = position < total ? timeline.commits[position].id : nil
            do throws(GitError) { try await timeline.cover(unknown) } catch { throw Failure(error) }
            position = timeline.commits.firstIndex { $0.id == next } ?? total
        }
        return isComplete
    }
}

// MARK: - Versions

extension CommitWalk {
    /// What brings the versions to the disk that are not there, once they are worth it.
    private mutating func takeStaged() -> @Sendable () throws -> Void {
        guard series.stagedBytes >= Self.stagedLimit else { return {} }
        let write = series.takeStaged()
        return { try withLedger(write) }
    }

    private mutating func walk(over lot: Lot) throws {
        for step in lot.steps {
            if apply(step, lot.batch.extractions), let commit = step.commit { try makeVersion(of: commit) }
            position += 1
        }
    }

    /// Goes on to the state after a commit.
    /// - Returns: Whether a record may have changed: something other than a line number.
    @discardableResult
    private mutating func apply(_ step: Step, _ extractions: [CommitPage: DocumentExtraction]) -> Bool {
        var isChanged = false
        for (path, page) in step.pages {
            let extraction = page.flatMap { extractions[$0] }
            for diagnostic in extraction?.diagnostics ?? [] where reported.insert(diagnostic).inserted {
                diagnostics.append(diagnostic)
            }
            // What cannot be read is not gone: its records stay as they last were.
            if extraction?.isUnreadable == true { continue }
            if state.replace(path, by: extraction) { isChanged = true }
        }
        return isChanged
    }

    /// A page that could not be read when the last version was made, and still cannot, is as that version has it.
    private mutating func keepUnreadPage(_ path: String, from last: Snapshot) {
        var page = DocumentExtraction(path: path)
        page.records = last.records.filter { $0.document == path }
        page.files = last.documents.filter { $0.path == path }.map { .init(path: $0.path, digest: $0.digest) }
        _ = state.replace(path, by: page)
    }

    private mutating func makeVersion(of commit: Commit) throws {
        let source = SourceCommit(
            hash: commit.id.description, subject: commit.subject,
            authored: CalendarDay.textWithTime(ofSecond: commit.authored),
            committed: CalendarDay.textWithTime(ofSecond: commit.committed))
        try makeVersion(of: source, on: CalendarDay.text(ofSecond: commit.committed))
    }

    private mutating func makeVersion(of source: SourceCommit, on date: String) throws {
        let pages = state.changed(as: source.hash)
        try withLedger { () throws(LedgerError) in
            guard try series.stage(pages, date: date, commit: source) else { return }
            state.settle()
            versions += 1
        }
    }
}
