internal import Extraction
internal import GitHistory
internal import RequirementModel
internal import Versioning

/// What the pages of a commit yield together, kept along the commits, and which of them may not be as the last version has them.
struct CommitState {
    /// Errors in documents, each told once.
    private(set) var diagnostics: [Diagnostic] = []

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
    private var reported: Set<Diagnostic> = []

    /// Begins with some pages.
    /// - Parameters:
    ///   - commit: The commit that they are from, when that makes the first version; nil when a version has them.
    ///   - head: The last version; nil before the first.
    /// - Returns: What makes a version before that of the next commit; nil for none.
    mutating func begin(
        with pages: CommitStep.Pages, _ extractions: [CommitPage: DocumentExtraction], of commit: Commit?,
        after head: Ledger.Head?
    ) -> CommitChanges? {
        replace(pages, extractions)
        guard let head else { return commit.map { takeChanges(of: SourceCommit($0)) } }
        for (path, _) in pages where self.pages[path] == nil { keepUnreadPage(path, from: head.snapshot) }
        // It is not known how that version was read.
        changedPages.formUnion(head.snapshot.records.lazy.map(\.document))
        changedFiles.formUnion(head.snapshot.documents.lazy.map(\.path))
        // What another extractor reads from the same bytes comes first, by itself.
        guard let commit = head.version.commit, head.version.extractor != Extractor.version else { return nil }
        return takeChanges(of: commit, on: head.version.date)
    }

    /// Goes on to the state after a commit.
    /// - Returns: What it changed; nil when that is nothing but line numbers.
    mutating func apply(_ step: CommitStep, _ extractions: [CommitPage: DocumentExtraction]) -> CommitChanges? {
        replace(step.pages, extractions) ? takeChanges(of: SourceCommit(step.commit)) : nil
    }

    /// A page that could not be read when the last version was made, and still cannot, is as that version has it.
    private mutating func keepUnreadPage(_ path: String, from last: Snapshot) {
        var page = DocumentExtraction(path: path)
        page.records = last.records.filter { $0.document == path }
        page.files = last.documents.filter { $0.path == path }.map { .init(path: $0.path, digest: $0.digest) }
        _ = replace(path, by: page)
    }

    /// - Returns: Whether a record may have changed: something other than a line number.
    @discardableResult
    private mutating func replace(
        _ pages: CommitStep.Pages, _ extractions: [CommitPage: DocumentExtraction]
    ) -> Bool {
        var isChanged = false
        for (path, page) in pages {
            let extraction = page.flatMap { extractions[$0] }
            for diagnostic in extraction?.diagnostics ?? [] where reported.insert(diagnostic).inserted {
                diagnostics.append(diagnostic)
            }
            // What cannot be read is not gone: its records stay as they last were.
            if extraction?.isUnreadable == true { continue }
            if replace(path, by: extraction) { isChanged = true }
        }
        return isChanged
    }

    /// Puts a page in the place of what was known as `path`; nil for one that is gone.
    /// - Returns: Whether a record may have changed: something other than a line number.
    private mutating func replace(_ path: String, by page: DocumentExtraction?) -> Bool {
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

    /// What has changed since this was asked last.
    private mutating func takeChanges(of source: SourceCommit, on date: String? = nil) -> CommitChanges {
        let records = changedPages.map { ($0, parts.contains($0) ? [] : pages[$0]?.records ?? []) }
        let documents = changedFiles.compactMap { file -> DocumentState? in
            // Where pages differ in what they found, one of them was not read since.
            guard let digest = digests[file]?.max(by: { $0.key < $1.key })?.value else { return nil }
            let count = parts.contains(file) ? 0 : pages[file]?.records.count ?? 0
            return DocumentState(path: file, digest: digest, recordCount: count)
        }
        let changed = ChangedPages(
            name: source.hash, extractor: Extractor.version, records: Dictionary(uniqueKeysWithValues: records),
            files: changedFiles, documents: documents)
        (changedPages, changedFiles) = ([], [])
        return CommitChanges(source: source, date: date ?? source.day, pages: changed)
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
        let others = others.span
        var own = mutableSpan
        var start = 0
        while start < Swift.min(own.count, others.count), own[start].share(others[start], &isSame) { start += 1 }
        var (end, otherEnd) = (own.count, others.count)
        while end > start, otherEnd > start, own[end - 1].share(others[otherEnd - 1], &isSame) {
            end -= 1
            otherEnd -= 1
        }
        return isSame && start == end
    }
}

extension Requirement {
    /// Takes what `other` states, where that is the same; `isSame` is no longer where it stands in another place.
    fileprivate mutating func share(_ other: Requirement, _ isSame: inout Bool) -> Bool {
        guard content == other.content else { return false }
        content = other.content
        if section == other.section, location.file == other.location.file {
            section = other.section
        } else {
            isSame = false
        }
        return true
    }
}
