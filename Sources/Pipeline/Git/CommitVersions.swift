internal import Extraction
internal import GitHistory
internal import RequirementModel
internal import Versioning

/// A commit, and the pages that it may have changed; nil for one that is gone.
struct CommitStep: Sendable {
    /// Nil for the state from which a walk begins.
    var commit: Commit?
    var pages: [(path: String, page: CommitPage?)]
}

/// Makes versions of commits, one after the other: what the pages of each yield goes into a state that is kept along the commits,
/// and that becomes a version where a record changed.
///
/// An actor, so that versions are made while the pages of the next commits are read.
actor CommitVersions {
    /// How many versions were made.
    private(set) var count = 0
    /// Errors in documents.
    private(set) var diagnostics: [Diagnostic] = []

    private var series: VersionSeries
    private var state = CommitState()
    private var reported: Set<Diagnostic> = []

    /// Versions are written when they have this many bytes, for each such batch waits for the disk.
    private static let stagedLimit = 1 << 19

    init(following writer: LedgerWriter) { series = VersionSeries(following: writer) }

    /// The last version.
    var last: VersionID? { series.last }

    /// Begins with the pages of `step`.
    /// - Parameters:
    ///   - commit: The commit that they are from, when that makes the first version; nil when a version has them.
    ///   - head: The last version; nil before the first.
    func begin(
        with step: CommitStep, _ extractions: [CommitPage: DocumentExtraction], of commit: Commit?,
        after head: Ledger.Head?
    ) throws {
        apply(step, extractions)
        if let head {
            for (path, _) in step.pages where !state.holds(path) { keepUnreadPage(path, from: head.snapshot) }
            state.distrust(head.snapshot)
            // What another extractor reads from the same bytes comes first, by itself.
            if let commit = head.version.commit, head.version.extractor != Extractor.version {
                try makeVersion(of: commit, on: head.version.date)
            }
        } else if let commit {
            try makeVersion(of: commit)
        }
    }

    /// Makes a version of each of `steps` that changed a record.
    func make(of steps: [CommitStep], _ extractions: [CommitPage: DocumentExtraction]) throws {
        for step in steps {
            if apply(step, extractions), let commit = step.commit { try makeVersion(of: commit) }
        }
    }

    /// What brings the versions to the disk that are not there; nil while they are not worth it.
    func takeStaged() -> (@Sendable () throws -> Void)? {
        guard series.stagedBytes >= Self.stagedLimit else { return nil }
        let write = series.takeStaged()
        return { try withLedger(write) }
    }

    /// Brings all versions to the disk.
    func flush() throws {
        try withLedger { () throws(LedgerError) in try series.flush() }
    }

    /// Goes on to the state after a commit.
    /// - Returns: Whether a record may have changed: something other than a line number.
    @discardableResult
    private func apply(_ step: CommitStep, _ extractions: [CommitPage: DocumentExtraction]) -> Bool {
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
    private func keepUnreadPage(_ path: String, from last: Snapshot) {
        var page = DocumentExtraction(path: path)
        page.records = last.records.filter { $0.document == path }
        page.files = last.documents.filter { $0.path == path }.map { .init(path: $0.path, digest: $0.digest) }
        _ = state.replace(path, by: page)
    }

    private func makeVersion(of commit: Commit) throws {
        let committed = CalendarDay.textWithTime(ofSecond: commit.committed)
        let isSame = commit.authored == commit.committed
        let source = SourceCommit(
            hash: commit.id.description, subject: commit.subject,
            authored: isSame ? committed : CalendarDay.textWithTime(ofSecond: commit.authored), committed: committed)
        try makeVersion(of: source, on: String(source.committed.prefix(10)))
    }

    private func makeVersion(of source: SourceCommit, on date: String) throws {
        let pages = state.changed(as: source.hash)
        try withLedger { () throws(LedgerError) in
            guard try series.stage(pages, date: date, commit: source) else { return }
            state.settle()
            count += 1
        }
    }
}
