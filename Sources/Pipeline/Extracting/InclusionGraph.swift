/// Which documents are parts of others.
///
/// A document that another one includes is a part of that one: its rows stand there, under what that page says of them, and
/// not once more by themselves.
struct InclusionGraph {
    private var included: [(page: String, files: [String])] = []

    /// Notes what a page includes, directly or through others.
    mutating func add(_ extraction: DocumentExtraction) { add(extraction.path, including: extraction.includedFiles) }

    /// Notes that the page at `path` includes `files`, directly or through others.
    mutating func add(_ path: String, including files: [String]) {
        let files = files.filter { $0 != path }
        if !files.isEmpty { included.append((path, files)) }
    }

    /// The files that can be reached from a page which nobody includes. Files that only include each other are no parts, so
    /// that nothing is lost between them.
    var parts: Set<String> {
        let anywhere = Set(included.flatMap(\.files))
        return Set(included.filter { !anywhere.contains($0.page) }.flatMap(\.files))
    }
}
