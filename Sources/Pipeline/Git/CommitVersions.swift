internal import RequirementModel
internal import Versioning

/// Makes a version of each commit that changed a record, one after the other.
struct CommitVersions: Sendable {
    /// How many versions were made.
    private(set) var count = 0

    private var series: VersionSeries
    /// What seemed to change a record and did not, so that no version has it.
    private var rest: ChangedPages?

    /// Versions are written when they have this many bytes, for each such batch waits for the disk.
    private static let stagedLimit = 1 << 19

    private init(following writer: LedgerWriter) { series = VersionSeries(following: writer) }

    /// The last version.
    var last: VersionID? { series.last }

    /// Makes versions of all that comes through `queue`; some are written while the next are made.
    static func made(
        of queue: WorkQueue<[CommitChanges]>, following writer: LedgerWriter
    ) async throws -> CommitVersions {
        var versions = CommitVersions(following: writer)
        try await withThrowingTaskGroup(of: Void.self) { writing in
            try await queue.eachElement { lot in
                for changes in lot { try versions.add(changes) }
                guard versions.series.stagedBytes >= stagedLimit else { return }
                let write = versions.series.takeStaged()
                // One after the other; nothing else waits for the disk.
                try await writing.next()
                writing.addTask { try await DiskWork.run { try withLedger(write) } }
            }
            try await writing.waitForAll()
        }
        try withLedger { () throws(LedgerError) in try versions.series.flush() }
        return versions
    }

    private mutating func add(_ changes: CommitChanges) throws(Failure) {
        var pages = rest ?? changes.pages
        if rest != nil { pages.update(by: changes.pages) }
        let isVersion = try withLedger { () throws(LedgerError) in
            try series.stage(pages, date: changes.date, commit: changes.source)
        }
        rest = isVersion ? nil : pages
        if isVersion { count += 1 }
    }
}
