public import RequirementModel
internal import Versioning

extension Run {
    /// What it would change, without changing it: what the corpus holds that the last version does not, or the other way about, with
    /// what was accepted marked so.
    /// - Parameter monitor: Is told what is read, and which acceptances have ended or are of no use.
    /// - Throws: ``Failure``, (input missing) when there is no version to compare with.
    public func check(_ monitor: RunMonitor) async throws -> ChangeSet {
        let accepted = try AcceptedChanges(beside: configuration)
        let found = try await changes(accepted.fingerprints(on: date), monitor)
        let review = accepted.review(found, on: date, isWhole: true)
        monitor.didNotice(review.notices)
        return review.changes
    }

    private func changes(_ accepted: Set<String>, _ monitor: RunMonitor) async throws -> ChangeSet {
        let output = OutputFolder(path: configuration.outputFolder)
        let ledger = Ledger(folder: output.ledger.description)
        guard let last = try withLedger({ () throws(LedgerError) in try ledger.lastVersion() }) else {
            throw Failure(.inputMissing, "there is no version yet to check against; 'requisite run' makes the first")
        }
        let reading = CorpusReading(configuration: configuration, jobs: jobs)
        let listing = try reading.list(since: last, monitor)
        let standing = try await reading.standing(listing, since: last, output)
        monitor.didNotice(standing.errors)
        if standing.isWholeCorpus { return ChangeSet(from: last.id.rawValue, to: configuration.corpus, changes: []) }
        let head = try withLedger { () throws(LedgerError) in try ledger.head() }
        let known = head?.version == last ? standing : StandingPages()
        let result = try await reading.read(listing, but: known, as: head?.snapshot, monitor)
        return Comparison(
            from: head?.snapshot, to: result.snapshot, publicSuffixes: InstalledSuffixes.text, accepted: accepted
        ).reported
    }
}
