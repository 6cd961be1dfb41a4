internal import GitHistory
internal import RequirementModel
internal import Versioning

/// A commit, and the pages that it may have changed; nil for one that is gone.
struct CommitStep: Sendable {
    typealias Pages = [(path: String, page: CommitPage?)]

    var commit: Commit
    var pages: Pages
}

/// What a commit, and those before it that changed no record, made of the pages.
struct CommitChanges: Sendable {
    /// The commit, as a version names it.
    var source: SourceCommit
    /// The day of the version, UTC, `YYYY-MM-DD`.
    var date: String
    /// The pages as they stand now.
    var pages: ChangedPages
}

extension SourceCommit {
    init(_ commit: Commit) {
        let committed = CalendarDay.textWithTime(ofSecond: commit.committed)
        let isSame = commit.authored == commit.committed
        self.init(
            hash: commit.id.description, subject: commit.subject,
            authored: isSame ? committed : CalendarDay.textWithTime(ofSecond: commit.authored), committed: committed)
    }

    /// The day when it was committed.
    var day: String { String(committed.prefix(10)) }
}
