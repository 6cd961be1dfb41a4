internal import RequirementModel

/// The pages of a corpus that are, with all that they include, as they were when they were last read.
struct StandingPages: Sendable {
    /// What is known of each, by path.
    private(set) var pages: [String: DocumentInventory.Page] = [:]
    /// Whether these are all documents there are, and none is gone.
    private(set) var isWholeCorpus = false

    /// None.
    init() {}

    /// The pages of `inventory` that stand in `listing`, compared by the digests of all files that they were made from.
    init(of inventory: DocumentInventory, in listing: Corpus.Listing, root: DiskPath, jobs: Int) async throws {
        let listed = Set(listing.files.map(\.path))
        let candidates = inventory.pages.filter { listed.contains($0.path) }
        let files = candidates.reduce(into: Set<String>()) { files, page in
            files.insert(page.path)
            files.formUnion(page.includes.lazy.map(\.path))
            files.formUnion(page.missing)
        }.sorted()
        var digests: [String: String] = [:]
        var index = 0
        try await OrderedWork.run(on: files, jobs: jobs) { path in
            (try? FileReading.bytes(at: DiskPath(listed: path, in: root).description)).map(Digest.sha256)
        } consume: { digest in
            digests[files[index]] = digest
            index += 1
        }
        for page in candidates where digests[page.path] == page.digest {
            guard page.includes.allSatisfy({ digests[$0.path] == $0.digest }),
                page.missing.allSatisfy({ digests[$0] == nil })
            else { continue }
            pages[page.path] = page
        }
        isWholeCorpus = pages.count == listing.files.count && pages.count == inventory.pages.count
    }

    /// What is wrong with them, by place.
    var errors: [Diagnostic] { pages.values.flatMap(\.errors).sorted() }

    /// The books of all of them, none of which is read.
    var books: BooksTotal {
        var books = BooksTotal()
        for page in pages.values where !page.isPart { books.add(page.earlierAccount) }
        return books
    }
}
