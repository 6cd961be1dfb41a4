internal import Algorithms
internal import Extraction
internal import RequirementModel
internal import Versioning

/// Reads a corpus for comparing it with the last version: what is new in it, and what is as that version has it.
struct CorpusReading: Sendable {
    let configuration: Configuration
    let jobs: Int

    /// What a corpus yields.
    struct Result {
        /// The records, to be compared with the last version's.
        var snapshot: Snapshot
        /// The books, those of unchanged documents among them.
        var books: BooksTotal
        /// What is listed of the documents for the next run.
        var pages: [DocumentInventory.Page]
    }

    /// The documents of the corpus.
    /// - Throws: ``Failure`` (input missing) when there is no corpus, or nothing in it: an empty corpus would say that nothing
    ///   is required any more.
    func list(since last: Version?, _ monitor: RunMonitor) throws(Failure) -> Corpus.Listing {
        guard !Workshop(in: configuration.corpusFolder.root).isInterrupted else {
            throw Failure(
                .badInput,
                "a sync was stopped while it placed pages, so that some are new and some old; 'requisite sync' "
                    + "finishes it")
        }
        if configuration.corpusFolder.root.kind == nil, !configuration.sources.isEmpty {
            throw Failure(
                .inputMissing,
                "there is no corpus '\(configuration.corpus)' yet; 'requisite run --sync' brings the documents of its sources"
            )
        }
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

    /// Which pages are as the version `last` has them. No document is parsed.
    func standing(_ listing: Corpus.Listing, since last: Version?, _ output: OutputFolder) async throws -> StandingPages
    {
        guard let last, let inventory = output.documentInventory, inventory.version == last.id,
            inventory.versionDigest == last.digest, inventory.rules == configuration.rulesDigest
        else { return StandingPages() }
        return try await StandingPages(
            of: inventory, in: listing, root: configuration.corpusFolder.root, jobs: jobs)
    }

    /// Reads the documents but those of `standing`, of which `head` has the records.
    /// - Throws: ``Failure`` (bad input) when a document cannot be read at all, after all others were.
    func read(
        _ listing: Corpus.Listing, but standing: StandingPages, as head: Snapshot?, _ monitor: RunMonitor
    ) async throws -> Result {
        var graph = InclusionGraph()
        for (path, page) in standing.pages { graph.add(path, including: page.includes.map(\.path)) }
        var extractions = try await extract(listing.files.filter { standing.pages[$0.path] == nil }, monitor)
        for extraction in extractions.values { graph.add(extraction) }
        var parts = graph.parts
        // What was part of another page so far, and is not any more, has no records of its own yet.
        let loose = listing.files.filter { standing.pages[$0.path]?.isPart == true && !parts.contains($0.path) }
        if !loose.isEmpty {
            extractions.merge(try await extract(loose, monitor)) { $1 }
            parts = graph.parts
        }
        let unreadable = extractions.values.filter(\.isUnreadable).map(\.path).sorted()
        guard unreadable.isEmpty else {
            let names = unreadable.prefix(3).map { "'\($0)'" }.joined(separator: ", ")
            throw Failure(
                .badInput,
                "\(unreadable.count) of \(listing.files.count) documents could not be read (\(names)"
                    + "\(unreadable.count > 3 ? ", …" : "")), so nothing was done: their records would seem removed")
        }

        let records = Dictionary((head?.records ?? []).chunked(on: \.document), uniquingKeysWith: { $1 })
        var collected = CollectedExtraction()
        var pages: [DocumentInventory.Page] = []
        for file in listing.files {
            var page: DocumentInventory.Page?
            if let extraction = extractions.removeValue(forKey: file.path) {
                collected.add(extraction)
                page = DocumentInventory.Page(extraction)
            } else if let known = standing.pages[file.path] {
                collected.add(DocumentExtraction(known, records: Array(records[file.path] ?? [])))
                page = known
            }
            page?.isPart = parts.contains(file.path)
            if let page { pages.append(page) }
        }
        var total = collected.total()
        total.books.otherFiles = listing.otherCount
        let origins = try SyncedCorpus(configuration).origins
        for index in total.documents.indices {
            let document = total.documents[index]
            total.documents[index].origin = origins[FileDigest(path: document.path, digest: document.digest)]
        }
        let snapshot = Snapshot(
            name: configuration.corpus, extractor: Extractor.version, documents: total.documents,
            records: total.records, redirects: total.redirects)
        return Result(snapshot: snapshot, books: total.books, pages: pages)
    }

    private func extract(
        _ files: [SourceFile], _ monitor: RunMonitor
    ) async throws -> [String: DocumentExtraction] {
        monitor.willRead(files)
        let extractor = DocumentExtractor(options: configuration.extractionOptions, digestsFiles: true)
        var extractions: [String: DocumentExtraction] = [:]
        try await OrderedWork.run(on: files, jobs: jobs, work: extractor.extract) { extraction in
            monitor.didRead(extraction)
            extractions[extraction.path] = extraction
        }
        return extractions
    }
}

extension Version {
    /// Whether it was made from the file at `path`, or from one below that folder.
    fileprivate func knows(_ path: String) -> Bool {
        documents.contains { $0.path == path || $0.path.hasPrefix(path + "/") }
    }
}

extension DocumentExtraction {
    /// What a page yields that need not be read, as its records are known.
    fileprivate init(_ page: DocumentInventory.Page, records: [Requirement]) {
        self.init(path: page.path)
        self.records = records
        files = [.init(path: page.path, digest: page.digest)] + page.includes
        includedFiles = page.includes.map(\.path)
        redirect = page.redirect
        account = page.earlierAccount
    }
}

extension Configuration {
    /// The digest of all that decides which records a document yields, beside the document.
    var rulesDigest: String {
        let aliases = serviceTagAliases.sorted { $0.key < $1.key }.map { "\($0.key.debugDescription): \($0.value)" }
        return Digest.sha256(of: Array((["extractor \(Extractor.version)"] + aliases).joined(separator: "\n").utf8))
    }
}
