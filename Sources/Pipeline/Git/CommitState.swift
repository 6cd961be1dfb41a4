internal import Extraction
internal import RequirementModel
internal import Versioning

/// What the pages of a commit yield together, kept along the commits, and which of them may not be as the last version has them.
struct CommitState {
    /// What the pages yield, by path.
    private var pages: [String: DocumentExtraction] = [:]
    /// The digest that each page found a file to have, by file and page.
    private var digests: [String: [String: String]] = [:]
    /// The files that pages include, where they include any.
    private var inclusions: [String: [String]] = [:]
    /// The pages that are parts of others.
    private var parts: Set<String> = []
    private var changedPages: Set<String> = []
    private var changedFiles: Set<String> = []

    /// Puts a page in the place of what was known as `path`; nil for one that is gone.
    /// - Returns: Whether a record may have changed: something other than a line number.
    mutating func replace(_ path: String, by page: DocumentExtraction?) -> Bool {
        let before = pages.removeValue(forKey: path)
        var page = page
        let isSame = page?.records.share(before?.records ?? []) ?? before?.records.isEmpty ?? true
        pages[path] = page
        changedPages.insert(path)
        for file in before?.files ?? [] {
            digests[file.path]?[path] = nil
            changedFiles.insert(file.path)
        }
        for file in page?.files ?? [] {
            digests[file.path, default: [:]][path] = file.digest
            changedFiles.insert(file.path)
        }
        include(page?.includedFiles ?? [], in: path)
        return !isSame
    }

    /// Counts everything that `version` has as changed, as it is not known how it was read.
    mutating func distrust(_ version: Snapshot) {
        changedPages.formUnion(version.records.lazy.map(\.document))
        changedFiles.formUnion(version.documents.lazy.map(\.path))
    }

    func holds(_ path: String) -> Bool { pages[path] != nil }

    /// What may not be as the last version has it.
    func changed(as name: String) -> ChangedPages {
        let records = changedPages.map { ($0, parts.contains($0) ? [] : pages[$0]?.records ?? []) }
        let documents = changedFiles.compactMap { file -> DocumentState? in
            // Where pages differ in what they found, one of them was not read since.
            guard let digest = digests[file]?.max(by: { $0.key < $1.key })?.value else { return nil }
            let count = parts.contains(file) ? 0 : pages[file]?.records.count ?? 0
            return DocumentState(path: file, digest: digest, recordCount: count)
        }
        return ChangedPages(
            name: name, extractor: Extractor.version, records: Dictionary(uniqueKeysWithValues: records),
            files: changedFiles, documents: documents)
    }

    /// The last version has everything as it is.
    mutating func settle() {
        changedPages = []
        changedFiles = []
    }

    private mutating func include(_ files: [String], in page: String) {
        guard inclusions[page] ?? [] != files else { return }
        inclusions[page] = files.isEmpty ? nil : files
        var graph = InclusionGraph()
        for (page, files) in inclusions { graph.add(page, including: files) }
        let affected = parts.symmetricDifference(graph.parts)
        parts = graph.parts
        changedPages.formUnion(affected)
        changedFiles.formUnion(affected)
    }
}

extension [Requirement] {
    /// Takes what the first and the last records state from `others`, where that is the same: most edits touch a few lines, and
    /// what is one thing in memory need not be compared again.
    /// - Returns: Whether all is the same but ids and lines.
    fileprivate mutating func share(_ others: [Requirement]) -> Bool {
        var isSame = count == others.count
        func takes(_ index: Int, from other: Int) -> Bool {
            guard self[index].content == others[other].content else { return false }
            self[index].content = others[other].content
            let isPlaced =
                self[index].section == others[other].section
                && self[index].location.file == others[other].location.file
            if isPlaced { self[index].section = others[other].section } else { isSame = false }
            return true
        }
        var start = 0
        while start < Swift.min(count, others.count), takes(start, from: start) { start += 1 }
        var (end, otherEnd) = (count, others.count)
        while end > start, otherEnd > start, takes(end - 1, from: otherEnd - 1) {
            end -= 1
            otherEnd -= 1
        }
        return isSame && start == end
    }
}
