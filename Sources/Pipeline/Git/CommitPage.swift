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

/// Reads and extracts pages of commits, each state of a page once.
struct CommitPageReader {
    private let extractor: DocumentExtractor
    private let jobs: Int
    /// What pages yielded: a revert brings an old state back, and a branch that is merged brings one again.
    private var known: [CommitPage: DocumentExtraction] = [:]
    /// The pages in `known`, the first in first.
    private var order: [CommitPage] = []

    init(extractor: DocumentExtractor, jobs: Int) {
        self.extractor = extractor
        self.jobs = jobs
    }

    /// What each of `pages` yields. A file that a page includes and that is not among its ``CommitPage/includes`` is among
    /// ``DocumentExtraction/missingFiles``.
    mutating func extractions(
        of pages: some Sequence<CommitPage>, from blobs: inout BlobReader
    ) async throws -> [CommitPage: DocumentExtraction] {
        var result: [CommitPage: DocumentExtraction] = [:]
        var unread: [CommitPage] = []
        var seen: Set<CommitPage> = []
        for page in pages where seen.insert(page).inserted {
            if let extraction = known[page] { result[page] = extraction } else { unread.append(page) }
        }
        for start in stride(from: 0, to: unread.count, by: Self.pagesAtOnce) {
            let chunk = unread[start..<min(start + Self.pagesAtOnce, unread.count)]
            for (page, extraction) in zip(chunk, try await read(Array(chunk), from: &blobs)) {
                result[page] = extraction
                keep(extraction, of: page)
            }
        }
        return result
    }

    /// How many pages are in memory with their bytes.
    private static let pagesAtOnce = 64
    /// How many pages' records are kept.
    private static let memory = 2048

    private mutating func keep(_ extraction: DocumentExtraction, of page: CommitPage) {
        if order.count == 2 * Self.memory {
            for page in order.prefix(Self.memory) { known[page] = nil }
            order.removeFirst(Self.memory)
        }
        known[page] = extraction
        order.append(page)
    }

    private func read(
        _ pages: [CommitPage], from blobs: inout BlobReader
    ) async throws -> [DocumentExtraction] {
        var wanted: [ObjectID] = []
        var asked: Set<ObjectID> = []
        for page in pages {
            for blob in [page.blob] + page.includes.values.compactMap(\.self) where asked.insert(blob).inserted {
                wanted.append(blob)
            }
        }
        var contents: [ObjectID: [UInt8]?] = [:]
        do throws(GitError) {
            try await blobs.read(wanted, limit: FileReading.sizeLimit) { contents[$0] = .some($1) }
        } catch {
            throw Failure(error)
        }
        let inputs = pages.map { page in
            let files = page.includes.compactMapValues { blob in blob.flatMap { contents[$0] } }
            return (page: page, bytes: contents[page.blob] ?? nil, folder: CommitFolder(files: files))
        }
        var results: [DocumentExtraction] = []
        try await OrderedWork.run(on: inputs, jobs: jobs) { [extractor] input in
            guard let bytes = input.bytes else {
                return .unreadable(input.page.path, FileReading.tooLarge.reason)
            }
            return extractor.extract(bytes, from: input.page.path, at: input.page.path, in: input.folder).withoutRemarks
        } consume: { extraction in
            results.append(extraction)
        }
        return results
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
