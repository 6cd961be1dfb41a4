public import RequirementModel
internal import Versioning

/// The main job: the corpus becomes a version, if anything changed, and the version becomes artifacts.
public struct Run: Sendable {
    /// Where everything is.
    public var configuration: Configuration
    /// The day of a new version, on which acceptances must hold, UTC, `YYYY-MM-DD`.
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
        /// The books of the corpus, those of documents that needed no reading among them.
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

        let standing = try await reading.standing(listing, since: last, output)
        if let last, standing.isWholeCorpus {
            monitor.didNotice(standing.errors)
            var outcome = Outcome(version: last.id, books: standing.books)
            outcome.books?.otherFiles = listing.otherCount
            if output.isCurrent(for: last, by: configuration) { return outcome }
            let writer = try withLedger { () throws(LedgerError) in try ledger.writer() }
            outcome.publication = try await output.publish(last.id, from: writer, by: configuration, jobs: jobs)
            return outcome
        }

        let writer = try withLedger { () throws(LedgerError) in try ledger.writer() }
        // Not what was seen before: another run may have ended between the first look and the lock.
        let head = writer.head
        let known = head?.version == last ? standing : StandingPages()
        monitor.didNotice(known.errors)
        let result = try await reading.read(listing, but: known, as: head?.snapshot, monitor)
        let accepted = try AcceptedChanges(beside: configuration).fingerprints(on: date)
        let comparison = Comparison(from: head?.snapshot, to: result.snapshot, accepted: accepted)
        let losses = comparison.losses.filter { !accepted.contains($0.fingerprint) }
        guard losses.isEmpty else { throw Failure(.badInput, losses.map(\.text).joined(separator: "\n")) }
        var outcome: Outcome
        let version: Version
        if let head, comparison.isUnchanged {
            version = head.version
            outcome = Outcome(version: version.id, books: result.books)
        } else {
            version = try withLedger { () throws(LedgerError) in try writer.append(comparison, date: date) }
            outcome = Outcome(version: version.id, changes: comparison.changes, books: result.books)
        }
        if !output.isCurrent(for: version, by: configuration) {
            outcome.publication = try await output.publish(version.id, from: writer, by: configuration, jobs: jobs)
        }
        try output.record(
            DocumentInventory(
                version: version.id, versionDigest: version.digest, rules: configuration.rulesDigest,
                pages: result.pages))
        return outcome
    }
}
