internal import Fetching
internal import RequirementModel

/// A folder of documents.
public struct Corpus: Sendable {
    /// Where it lies, with links resolved.
    let root: DiskPath
    /// Which of its files are documents.
    let selection: DocumentSelection
    /// The folders at its top that are fetched from elsewhere: each is the root of what its pages include.
    let sources: Set<String>

    /// What lies in a corpus.
    struct Listing {
        /// Its documents, sorted by path.
        var files: [SourceFile]
        /// Links, and folders that could not be read.
        var diagnostics: [Diagnostic]
        /// How many files are no documents by the selection.
        var otherCount: Int
    }

    init(root: DiskPath, selection: DocumentSelection, sources: Set<String> = []) {
        self.root = root
        self.selection = selection
        self.sources = sources
    }

    /// The documents in the corpus, or in the folder `subfolder` of it.
    func documents(in subfolder: String = "") throws(Failure) -> Listing {
        let tree = try FileTree(
            root: subfolder.isEmpty ? root.description : DiskPath(subfolder, relativeTo: root).description)
        let prefix = subfolder.isEmpty ? "" : subfolder + "/"
        let paths = tree.paths.map { prefix + $0 }.filter { $0 != SourcesLock.fileName }
        let files = paths.filter(selection.contains).map { path in
            SourceFile(path: path, diskPath: DiskPath(listed: path, in: root), root: rootOfIncludes(in: path))
        }
        let diagnostics = tree.diagnostics.map { diagnostic in
            var diagnostic = diagnostic
            diagnostic.location.file = prefix + diagnostic.location.file
            return diagnostic
        }
        return Listing(files: files, diagnostics: diagnostics, otherCount: paths.count - files.count)
    }

    /// What the page at `path` may include.
    func rootOfIncludes(in path: String) -> SourceFile.Root {
        guard let name = path.split(separator: "/", maxSplits: 1).first.map(String.init), sources.contains(name) else {
            return .init(diskPath: root, prefix: "")
        }
        return .init(diskPath: DiskPath(listed: name, in: root), prefix: name + "/")
    }
}
