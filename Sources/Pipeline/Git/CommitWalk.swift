internal import Extraction
internal import GitHistory
internal import RequirementModel
internal import Versioning

/// Goes along the commits of a timeline, some dozens at a time, and makes a version where a record changed.
struct CommitWalk {
    /// How many commits were walked over.
    private(set) var commits = 0
    /// How many versions were made.
    private(set) var versions = 0
    /// Errors in documents.
    private(set) var diagnostics: [Diagnostic] = []

    private var timeline: CommitTimeline
    private let configuration: Configuration
    private let writer: LedgerWriter
    private var reader: CommitPageReader
    /// The next commit in the timeline.
    private var position = 0
    /// The files before it, by path.
    private var files: [String: ObjectID] = [:]
    /// What the pages before it yield, by path.
    private var pages: [String: DocumentExtraction] = [:]
    /// The files that a page was ever found to include, and the pages that were ever found to include a file.
    private var includes: [String: Set<String>] = [:]
    private var includers: [String: Set<String>] = [:]
    private var staged = 0
    private var reported: Set<Diagnostic> = []

    /// The commits are read this many at a time.
    private static let commitsAtOnce = 64
    /// Versions are written this many at a time: with each batch goes a snapshot of all records.
    private static let versionsAtOnce = 256

    init(_ timeline: CommitTimeline, configuration: Configuration, writer: LedgerWriter, jobs: Int) {
        self.timeline = timeline
        self.configuration = configuration
        self.writer = writer
        let extractor = DocumentExtractor(options: configuration.extractionOptions, digestsFiles: true)
        reader = CommitPageReader(extractor: extractor, jobs: jobs)
    }

    var isAtEnd: Bool { position == timeline.commits.count }
    var total: Int { timeline.commits.count }

    /// Reads the state from which the walk begins: that of the last version, or of the last commit before the day `since`,
    /// which then is the first version.
    mutating func begin(since: String?, isResumed: Bool, from blobs: inout BlobReader) async throws {
        files = timeline.filesInBase
        guard !isAtEnd else { return }
        if let since, !isResumed {
            position =
                timeline.commits.firstIndex { CalendarDay.text(ofSecond: $0.committed) >= since }
                ?? timeline.commits.count
            files = timeline.files(before: position)
        }
        guard !files.isEmpty else { return }
        let start = position
        let step = Step(commit: nil, pages: files.keys.filter(isDocument).sorted().map { ($0, page($0, in: files)) })
        guard let extractions = try await extractions(of: [step], from: &blobs) else {
            // Files that pages include were not known yet, and are now.
            position = start
            return try await begin(since: since, isResumed: isResumed, from: &blobs)
        }
        apply(step, extractions)
        if isResumed { keepUnreadPages(of: step) }
        if !isResumed, position > 0 { try makeVersion(of: timeline.commits[position - 1]) }
        commits = position
    }

    /// Walks over the next commits.
    mutating func advance(from blobs: inout BlobReader) async throws {
        let end = min(position + Self.commitsAtOnce, timeline.commits.count)
        var files = files
        var steps: [Step] = []
        for commit in timeline.commits[position..<end] {
            var touched: Set<String> = []
            for change in commit.changes {
                files[change.path] = change.blob
                if isDocument(change.path) { touched.insert(change.path) }
                touched.formUnion(includers[change.path] ?? [])
            }
            steps.append(Step(commit: commit, pages: touched.sorted().map { ($0, page($0, in: files)) }))
        }
        // Without them the same commits are walked over again, with those that changed what their pages include.
        guard let extractions = try await extractions(of: steps, from: &blobs) else { return }
        for step in steps {
            if apply(step, extractions), let commit = step.commit { try makeVersion(of: commit) }
        }
        self.files = files
        commits += steps.count
        position = end
    }

    /// Writes what is not written yet.
    mutating func end() throws {
        staged = 0
        try withLedger { () throws(LedgerError) in try writer.flush() }
    }

    /// A commit, and the pages that it may have changed; nil for one that is gone.
    private struct Step {
        var commit: Commit?
        var pages: [(path: String, page: CommitPage?)]
    }

    private func isDocument(_ path: String) -> Bool {
        timeline.paths.contains(path) && configuration.documents.contains(path)
    }

    private func page(_ path: String, in files: [String: ObjectID]) -> CommitPage? {
        guard let blob = files[path] else { return nil }
        var page = CommitPage(path: path, blob: blob)
        for include in includes[path] ?? [] { page.includes.updateValue(files[include], forKey: include) }
        return page
    }

    /// What the pages of `steps` yield; nil when they include files that were not known to matter, which are then.
    private mutating func extractions(
        of steps: [Step], from blobs: inout BlobReader
    ) async throws -> [CommitPage: DocumentExtraction]? {
        let extractions = try await reader.extractions(of: steps.lazy.flatMap(\.pages).compactMap(\.page), from: &blobs)
        var isComplete = true
        for (page, extraction) in extractions {
            for file in extraction.missingFiles where !page.includes.keys.contains(file) {
                includes[page.path, default: []].insert(file)
                includers[file, default: []].insert(page.path)
                isComplete = false
            }
        }
        guard !isComplete else { return extractions }
        let unknown = Set(includers.keys.lazy.filter { [timeline] in !timeline.covers($0) })
        if !unknown.isEmpty {
            let next = position < timeline.commits.count ? timeline.commits[position].id : nil
            try await cover(unknown)
            position = timeline.commits.firstIndex { $0.id == next } ?? timeline.commits.count
            files = timeline.files(before: position)
        }
        return nil
    }

    private mutating func cover(_ files: Set<String>) async throws(Failure) {
        do throws(GitError) {
            try await timeline.cover(files)
        } catch {
            throw Failure(error)
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
            if !(pages[path]?.records ?? []).stateTheSame(as: extraction?.records ?? []) { isChanged = true }
            pages[path] = extraction
        }
        return isChanged
    }

    /// Pages that could not be read when the last version was made, and still cannot, are as that version has them.
    private mutating func keepUnreadPages(of step: Step) {
        guard let last = writer.head?.snapshot else { return }
        for (path, _) in step.pages where pages[path] == nil {
            var page = DocumentExtraction(path: path)
            page.records = last.records.filter { $0.document == path }
            page.files = last.documents.filter { $0.path == path }.map { .init(path: $0.path, digest: $0.digest) }
            pages[path] = page
        }
    }

    private mutating func makeVersion(of commit: Commit) throws {
        var collected = CollectedExtraction()
        for (_, page) in pages.sorted(by: { $0.key < $1.key }) { collected.add(page) }
        let total = collected.total()
        let snapshot = Snapshot(
            name: commit.id.description, extractor: Extractor.version, documents: total.documents,
            records: total.records)
        let comparison = Comparison(from: writer.head?.snapshot, toCommitted: snapshot)
        guard !comparison.changes.changes.isEmpty else { return }
        let source = SourceCommit(
            hash: commit.id.description, subject: commit.subject,
            authored: CalendarDay.textWithTime(ofSecond: commit.authored),
            committed: CalendarDay.textWithTime(ofSecond: commit.committed))
        try withLedger { () throws(LedgerError) in
            _ = try writer.stage(comparison, date: CalendarDay.text(ofSecond: commit.committed), commit: source)
        }
        versions += 1
        staged += 1
        if staged == Self.versionsAtOnce { try end() }
    }
}

extension [Requirement] {
    /// Whether all is the same but ids and lines.
    fileprivate func stateTheSame(as others: [Requirement]) -> Bool {
        count == others.count
            && zip(self, others).allSatisfy {
                $0.content == $1.content && $0.section == $1.section && $0.location.file == $1.location.file
            }
    }
}
