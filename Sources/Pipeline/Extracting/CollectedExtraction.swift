internal import RequirementModel

/// What all documents of a corpus yield together.
///
/// A document that another one includes is a part of that one: its rows stand there, and it has no records of its own.
struct CollectedExtraction {
    private var pages: [DocumentExtraction] = []
    /// The documents of which nothing could be read.
    private(set) var unreadable: [String] = []

    /// Enters what one document yields. Its tables and books are not kept.
    mutating func add(_ extraction: DocumentExtraction) {
        if extraction.isUnreadable { unreadable.append(extraction.path) }
        var page = extraction
        page.tables = []
        pages.append(page)
    }

    /// The records of all pages, in the order of the pages.
    var records: [Requirement] {
        let parts = parts
        return pages.lazy.filter { !parts.contains($0.path) }.flatMap(\.records)
    }

    /// Every file that was read, sorted by path; the records count where they stand.
    var documents: [DocumentState] {
        var digests: [String: String] = [:]
        for page in pages {
            for file in page.files { digests[file.path] = file.digest }
        }
        var counts: [String: Int] = [:]
        for record in records { counts[record.document, default: 0] += 1 }
        return digests.sorted { $0.key < $1.key }.map { path, digest in
            DocumentState(path: path, digest: digest, recordCount: counts[path] ?? 0)
        }
    }

    /// The documents that others include: those that can be reached from a page which nobody includes. Files that
    /// only include each other stay documents, so that nothing is lost between them.
    private var parts: Set<String> {
        var included: Set<String> = []
        for page in pages {
            for file in page.files.dropFirst() where file.path != page.path { included.insert(file.path) }
        }
        var parts: Set<String> = []
        for page in pages where !included.contains(page.path) {
            for file in page.files.dropFirst() { parts.insert(file.path) }
        }
        return parts
    }
}
