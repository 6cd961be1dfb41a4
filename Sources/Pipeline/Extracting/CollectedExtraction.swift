internal import RequirementModel

/// What all documents of a corpus yield together.
struct CollectedExtraction {
    private var pages: [Page] = []
    private var graph = InclusionGraph()

    private struct Page {
        var path: String
        var records: [Requirement]
        var files: [FileDigest]
        var redirect: String?
        var books: BooksTotal
    }

    /// Enters what one document yields.
    mutating func add(_ extraction: DocumentExtraction) {
        pages.append(
            Page(
                path: extraction.path, records: extraction.records, files: extraction.files,
                redirect: extraction.redirect, books: extraction.account))
        graph.add(extraction)
    }

    /// The corpus as a whole.
    func total() -> Total {
        let parts = graph.parts
        var total = Total()
        var digests: [String: String] = [:]
        var counts: [String: Int] = [:]
        for page in pages {
            for file in page.files { digests[file.path] = file.digest }
            guard !parts.contains(page.path) else { continue }
            total.records += page.records
            total.redirects[page.path] = page.redirect
            total.books.add(page.books)
            counts[page.path, default: 0] += page.records.count
        }
        total.documents = digests.sorted { $0.key < $1.key }.map { path, digest in
            DocumentState(path: path, digest: digest, recordCount: counts[path] ?? 0)
        }
        return total
    }

    /// What a corpus yields.
    struct Total {
        /// The records of all pages, in the order of the pages.
        var records: [Requirement] = []
        /// Every file that was read, sorted by path; the records count where their page is.
        var documents: [DocumentState] = []
        /// Where pages say that they have moved to.
        var redirects: [String: String] = [:]
        /// The books of all pages.
        var books = BooksTotal()
    }
}
