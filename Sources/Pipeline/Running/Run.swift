public import RequirementModel
internal import Versioning

/// The main job: the corpus becomes a version, if anything changed, and the version becomes artifacts.
public struct Run: Sendable {
    /// Where everything is.
    public var configuration: Configuration
    /// The day of a new version, UTC, `YYYY-MM-DD`.
    public var date: String
    /// How many documents are read at once.
    public var jobs: Int

    /// A run by `configuration`.
    public init(_ configuration: Configuration, date: String, jobs: Int) {
        self.configuration = configuration
        self.date = date
        self.jobs = jobs
    }

    /// What a run did.
    public struct Outcome: Sendable {
        /// The version that the artifacts are of.
        public var version: VersionID
        /// What it changed; nil when it was there before.
        public var changes: ChangeSet?
        /// The books of the corpus; nil when nothing had to be read.
        public var books: BooksTotal?
        /// What was emitted; nil when everything stood as it should.
        public var publication: Publication?
    }

    /// Does it.
    /// - Parameter monitor: Is told what is going on.
    /// - Throws: ``Failure``; then no version was made, or one that is whole.
    public func callAsFunction(_ monitor: RunMonitor) async throws -> Outcome {
        let output = OutputFolder(path: configuration.outputFolder)
        let ledger = Ledger(folder: output.ledger.description)
        let reading = CorpusReading(configuration: configuration, jobs: jobs)
        try output.requireFolder()
        let last = try withLedger { () throws(LedgerError) in try ledger.lastVersion() }
        let listing = try reading.list(since: last, monitor)

        let inventory = output.inventory
        if let last, try await reading.isUnchanged(listing, since: last, inventory: inventory) {
            if let inventory, inventory.isCurrent(for: last, by: configuration), output.holds(inventory) {
                return Outcome(version: last.id)
            }
            let writer = try withLedger { () throws(LedgerError) in try ledger.writer() }
            let publication = try await output.publish(last.id, from: writer, by: configuration, jobs: jobs)
            return Outcome(version: last.id, publication: publication)
        }

        let writer = try withLedger { () throws(LedgerError) in try ledger.writer() }
        // Not what was seen before: another run may have ended between the first look and the lock.
        let head = writer.head
        let (snapshot, books) = try await reading.snapshot(of: listing, monitor)
        let comparison = Comparison(from: head?.snapshot, to: snapshot)
        var outcome: Outcome
        if let head, comparison.isUnchanged {
            outcome = Outcome(version: head.version.id, books: books)
        } else {
            let version = try withLedger { () throws(LedgerError) in try writer.append(comparison, date: date) }
            outcome = Outcome(version: version.id, changes: comparison.changes, books: books)
        }
        outcome.publication = try await output.publish(outcome.version, from: writer, by: configuration, jobs: jobs)
        return outcome
    }
}
