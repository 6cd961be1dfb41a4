internal import Algorithms
internal import GitHistory
internal import RequirementModel

/// A page as it stands in a commit: all that decides what it yields.
struct CommitPage: Sendable, Hashable {
    /// Its path in the repository.
    var path: String
    /// Its bytes.
    var blob: ObjectID
    /// The files that it is known to include; nil for one that the commit does not have.
    var includes: [String: ObjectID?] = [:]
}

/// Reads and extracts pages of commits.
struct CommitPageReader: Sendable {
    private let extractor: DocumentExtractor
    private let jobs: Int

    init(extractor: DocumentExtractor, jobs: Int) {
        self.extractor = extractor
        self.jobs = jobs
    }

    /// A page with its bytes and those of what it includes.
    fileprivate struct Input: Sendable {
        var page: CommitPage
        /// Nil for a page that is too large.
        var bytes: [UInt8]?
        var folder: CommitFolder
    }

    /// Pages on their way through the reader.
    struct Batch: Sendable {
        /// What pages yield, as far as they were extracted.
        fileprivate(set) var extractions: [CommitPage: DocumentExtraction] = [:]
        /// The pages that are not asked for yet.
        fileprivate var unread: ArraySlice<CommitPage> = []
        /// Pages that came from git, and are to be extracted.
        fileprivate var loaded: [Input] = []

        /// Whether every page was extracted.
        var isComplete: Bool { unread.isEmpty && loaded.isEmpty }

        /// Takes in `pages`; what is known of one stays known.
        mutating func add(_ pages: some Sequence<CommitPage>) {
            unread = (unread + pages).uniqued().filter { extractions[$0] == nil }[...]
        }
    }

    /// Extracts every page of `batch`.
    func complete(_ batch: inout Batch, from blobs: inout BlobReader) async throws {
        while !batch.isComplete {
            if batch.loaded.isEmpty { try await load(&batch, from: &blobs) }
            batch = try await extraction(of: batch)()
        }
    }

    /// Lets git get the next pages of `batch` ready.
    func expect(_ batch: Batch, from blobs: inout BlobReader) async throws(Failure) {
        do throws(GitError) {
            try await blobs.expect(Self.blobs(of: batch.unread.prefix(Self.pagesAtOnce)))
        } catch {
            throw Failure(error)
        }
    }

    /// Brings the bytes of the next pages of `batch`.
    func load(_ batch: inout Batch, from blobs: inout BlobReader) async throws(Failure) {
        let pages = batch.unread.prefix(Self.pagesAtOnce)
        batch.unread = batch.unread.dropFirst(pages.count)
        var contents: [ObjectID: [UInt8]?] = [:]
        do throws(GitError) {
            try await blobs.read(Self.blobs(of: pages), limit: FileReading.sizeLimit) { contents[$0] = .some($1) }
        } catch {
            throw Failure(error)
        }
        batch.loaded = pages.map { page in
            let files = page.includes.compactMapValues { blob in blob.flatMap { contents[$0] } }
            return Input(page: page, bytes: contents[page.blob] ?? nil, folder: CommitFolder(files: files))
        }
    }

    /// The blobs that `pages` are made of, each once.
    private static func blobs(of pages: some Sequence<CommitPage>) -> [ObjectID] {
        Array(pages.lazy.flatMap { [$0.blob] + $0.includes.values.compacted() }.uniqued())
    }

    /// How many pages are in memory with their bytes.
    private static let pagesAtOnce = 64

    /// Extracts the pages of `batch` whose bytes are there, without the reader. A file that a page includes and that is not
    /// among its ``CommitPage/includes`` is among ``DocumentExtraction/missingFiles``.
    func extraction(of batch: Batch) -> @Sendable () async throws -> Batch {
        { [extractor, jobs] in
            var batch = batch
            let inputs = batch.loaded
            batch.loaded = []
            try await OrderedWork.run(on: inputs, jobs: jobs) { input in
                guard let bytes = input.bytes else {
                    return (input.page, .unreadable(input.page.path, FileReading.tooLarge.reason))
                }
                let path = input.page.path
                return (input.page, extractor.extract(bytes, from: path, at: path, in: input.folder).withoutRemarks)
            } consume: { (page: CommitPage, extraction: DocumentExtraction) in
                batch.extractions[page] = extraction
            }
            return batch
        }
    }
}

extension DocumentExtraction {
    /// What a version needs of it: records, and the files that they came from.
    fileprivate var withoutRemarks: DocumentExtraction {
        var extraction = DocumentExtraction(path: path)
        extraction.records = records
        extraction.redirect = redirect
        extraction.includedFiles = includedFiles
        extraction.missingFiles = missingFiles
        extraction.files = files
        extraction.diagnostics = diagnostics.filter { $0.severity == .error }
        return extraction
    }
}
