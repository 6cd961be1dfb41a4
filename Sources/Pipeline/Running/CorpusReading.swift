internal import Extraction
internal import RequirementModel
internal import Versioning

/// Reads a whole corpus for comparing it with the last version.
struct CorpusReading: Sendable {
    let configuration: Configuration
    let jobs: Int

    /// The documents of the corpus.
    /// - Throws: ``Failure`` (input missing) when there is no corpus, or nothing in it: an empty corpus would say that nothing
    ///   is required any more.
    func list(since last: Version?, _ monitor: RunMonitor) throws(Failure) -> Corpus.Listing {
        let listing = try configuration.corpusFolder.documents()
        monitor.didNotice(listing.diagnostics)
        if let unread = listing.diagnostics.first(where: {
            $0.severity == .error || last?.knows($0.location.file) == true
        }) {
            throw Failure(
                .badInput,
                "'\(unread.location.file)' could not be read, so nothing was done: its records would seem removed")
        }
        guard !listing.files.isEmpty else {
            throw Failure(.inputMissing, "there is no document in the corpus '\(configuration.corpus)'")
        }
        return listing
    }

    /// Whether the corpus is, to the last byte, what the version `last` was made from, by the same rules. No document is parsed.
    func isUnchanged(_ listing: Corpus.Listing, since last: Version, inventory: ArtifactInventory?) async throws
        -> Bool
    {
        let known = last.documents
        guard last.extractor == Extractor.version, inventory?.extraction == configuration.extractionDigest,
            Set(listing.files.map(\.path)).isSubset(of: known.map(\.path))
        else { return false }
        let root = configuration.corpusFolder.root
        var isUnchanged = true
        try await OrderedWork.run(on: known, jobs: jobs) { state in
            let path = DiskPath(state.path, relativeTo: root)
            return (try? FileReading.bytes(at: path.description)).map(Digest.sha256) == state.digest
        } consume: { isSame in
            if !isSame { isUnchanged = false }
        }
        return isUnchanged
    }

    /// The records of the corpus, to be compared with the last version's.
    /// - Throws: ``Failure`` (bad input) when a document cannot be read at all, after all others were.
    func snapshot(
        of listing: Corpus.Listing, _ monitor: RunMonitor
    ) async throws -> (Snapshot, BooksTotal) {
        monitor.willRead(listing.files)
        let extractor = DocumentExtractor(options: configuration.extractionOptions, digestsFiles: true)
        var collected = CollectedExtraction()
        var unreadable = 0
        try await OrderedWork.run(on: listing.files, jobs: jobs, work: extractor.extract) { extraction in
            monitor.didRead(extraction)
            collected.add(extraction)
            if extraction.isUnreadable { unreadable += 1 }
        }
        guard unreadable == 0 else {
            throw Failure(
                .badInput,
                "\(unreadable) of \(listing.files.count) documents could not be read, so nothing was done: their records would "
                    + "seem removed")
        }
        var total = collected.total()
        total.books.otherFiles = listing.otherCount
        let snapshot = Snapshot(
            name: configuration.corpus, extractor: Extractor.version, documents: total.documents, records: total.records
        )
        return (snapshot, total.books)
    }
}

extension Version {
    /// Whether it was made from the file at `path`, or from one below that folder.
    fileprivate func knows(_ path: String) -> Bool {
        documents.contains { $0.path == path || $0.path.hasPrefix(path + "/") }
    }
}

extension Configuration {
    /// The digest of all that decides which records a corpus yields, beside the documents and the extractor.
    var extractionDigest: String {
        var lines = documents.include.map { "include \($0)" } + documents.exclude.map { "exclude \($0)" }
        lines += serviceTagAliases.sorted { $0.key < $1.key }.map { "\($0.key.debugDescription): \($0.value)" }
        return Digest.sha256(of: Array(lines.joined(separator: "\n").utf8))
    }
}
