public import RequirementModel

/// The documents that somebody named on the command line.
public struct DocumentArguments: Sendable {
    /// The files to read: as given, and sorted within each folder.
    public private(set) var files: [SourceFile] = []
    /// Whether a folder was named.
    private(set) var areInFolder = false
    /// How many files of the folders are no documents.
    private(set) var otherCount = 0
    /// What was in the way of finding them.
    public private(set) var diagnostics: [Diagnostic] = []

    /// The documents at `paths`, relative to the working directory; `-` is standard input. A folder stands for the
    /// documents in it.
    ///
    /// What lies in the configured `corpus` is known by its path there, and chosen by its selection.
    /// - Throws: ``Failure`` (input missing) for the first path where nothing is.
    public init(_ paths: [String], corpus: Corpus? = nil) throws(Failure) {
        for path in paths {
            if path == "-" {
                files.append(
                    SourceFile(path: path, diskPath: nil, root: .init(diskPath: DiskPath("."), prefix: "")))
            } else {
                try add(path, corpus: corpus)
            }
        }
    }

    /// - Throws: ``Failure`` (input missing) when no document was found: what yields nothing must not look like a page that asks for
    ///   nothing.
    public func requireAny() throws(Failure) {
        guard files.isEmpty else { return }
        let others =
            otherCount == 0 ? "" : ", only \(otherCount) other \(otherCount == 1 ? "file" : "files")"
        throw Failure(
            .inputMissing,
            "there is no document\(others); name the file itself, or say in requisite.yml which files are 'documents'")
    }

    private mutating func add(_ path: String, corpus: Corpus?) throws(Failure) {
        let diskPath = DiskPath(path).resolved
        let below = corpus.flatMap { diskPath.path(below: $0.root) }
        switch diskPath.kind {
        case nil: throw Failure(.inputMissing, "there is no file or folder '\(path)'")
        case .folder?:
            areInFolder = true
            let corpus = Corpus(
                root: below == nil ? diskPath : corpus?.root ?? diskPath, selection: corpus?.selection ?? .init(),
                sources: below == nil ? [] : corpus?.sources ?? [])
            let listing = try corpus.documents(in: below ?? "")
            files += listing.files
            otherCount += listing.otherCount
            diagnostics += listing.diagnostics
        case .other?:
            let root: SourceFile.Root
            if let corpus, let below {
                root = corpus.rootOfIncludes(in: below)
            } else {
                // A page alone may include what lies beside or below it.
                let folder = path.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(path[...$0]) } ?? ""
                root = .init(diskPath: diskPath.parent, prefix: folder)
            }
            files.append(SourceFile(path: below ?? path, diskPath: diskPath, root: root))
        }
    }
}
