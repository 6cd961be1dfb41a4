internal import Extraction
public import RequirementModel
internal import Versioning

/// `diff`: what differs between two files, or two folders, without a ledger.
public struct StatelessComparison: Sendable {
    /// The changes, and pages that lost most of their records, with what was accepted marked so.
    public let changes: ChangeSet
    /// The folder that the documents' paths begin in; empty where they are as given.
    public let folder: String
    /// Why each record that both sides have is one, in the order of the new side.
    public let matches: [MatchedRecord]
    /// What was in the way of finding documents, and what a person should know about the acceptances.
    public let notices: [Diagnostic]

    /// Compares the documents at two paths. Two files are two states of one document, whatever they are called; in two
    /// folders the documents are told apart by their paths below them.
    /// - Parameters:
    ///   - date: The day on which acceptances must hold, UTC, `YYYY-MM-DD`.
    ///   - report: Is given what each document yields, the old side first.
    /// - Throws: ``Failure`` when a path is missing, is a file where the other is a folder, or cannot be read.
    public init(
        from old: String, to new: String, inputFormat: DocumentFormat? = nil, configuration: Configuration? = nil,
        date: String, jobs: Int, report: (DocumentExtraction) -> Void
    ) async throws {
        let oldSide = try DocumentArguments([old], corpus: nil)
        let newSide = try DocumentArguments([new], corpus: nil)
        let obstacles = oldSide.diagnostics + newSide.diagnostics
        if let unread = obstacles.first(where: { $0.severity == .error }) {
            throw Failure(.badInput, at: unread.location, "\(unread.message), so nothing was compared")
        }
        let extractor = DocumentExtractor(
            format: inputFormat, options: configuration?.extractionOptions ?? .init(), digestsFiles: true)
        var before = try await Self.snapshot(of: oldSide, called: old, extractor: extractor, jobs: jobs, report)
        let after = try await Self.snapshot(of: newSide, called: new, extractor: extractor, jobs: jobs, report)
        guard oldSide.areInFolder == newSide.areInFolder else {
            throw Failure(.usage, "cannot compare a folder with a file; give two files or two folders")
        }
        if !newSide.areInFolder, let oldFile = oldSide.files.first, let newFile = newSide.files.first {
            before.rename(from: oldFile, to: newFile)
        }
        folder = newSide.areInFolder ? DiskPath(new).fromHere ?? new : ""
        let review = try ReviewedComparison(from: before, to: after, configuration: configuration, date: date)
        changes = review.changes
        notices = obstacles + review.notices
        matches = review.matches
    }

    private static func snapshot(
        of side: DocumentArguments, called name: String, extractor: DocumentExtractor, jobs: Int,
        _ report: (DocumentExtraction) -> Void
    ) async throws -> Snapshot {
        var collected = CollectedExtraction()
        var isReadable = true
        try await OrderedWork.run(on: side.files, jobs: jobs, work: extractor.extract) { extraction in
            report(extraction)
            collected.add(extraction)
            if extraction.isUnreadable { isReadable = false }
        }
        guard isReadable else {
            throw Failure(.badInput, "a document could not be read, so nothing was compared")
        }
        let total = collected.total()
        return Snapshot(
            name: name, extractor: Extractor.version, documents: total.documents, records: total.records,
            redirects: total.redirects)
    }
}

extension Snapshot {
    /// Gives the one document and what it includes the names that they have on the other side.
    fileprivate mutating func rename(from old: SourceFile, to new: SourceFile) {
        func name(_ path: String) -> String {
            if path == old.path { return new.path }
            return path.hasPrefix(old.root.prefix) ? new.root.prefix + path.dropFirst(old.root.prefix.count) : path
        }
        for index in documents.indices { documents[index].path = name(documents[index].path) }
        for index in records.indices {
            records[index].document = name(records[index].document)
            records[index].location.file = name(records[index].location.file)
        }
        self = Snapshot(name: self.name, extractor: extractor, documents: documents, records: records)
    }
}
