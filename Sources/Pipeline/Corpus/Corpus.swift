internal import RequirementModel

/// A folder of documents.
public struct Corpus: Sendable {
    /// Where it lies, with links resolved.
    let root: DiskPath
    /// Which of its files are documents.
    let selection: DocumentSelection

    /// What lies in a corpus.
    struct Listing {
        /// Its documents, sorted by path.
        var files: [SourceFile]
        /// Links, and folders that could not be read.
        var diagnostics: [Diagnostic]
        /// How many files are no documents by the selection.
        var otherCount: Int
    }

    init(root: DiskPath, selection: DocumentSelection) {
        self.root = root
        self.selection = selection
    }

    /// The documents in the corpus, or in the folder `subfolder` of it.
    func documents(in subfolder: String = "") throws(Failure) -> Listing {
        let tree = try FileTree(
            root: subfolder.isEmpty ? root.description : DiskPath(subfolder, relativeTo: root).description)
        let prefix = subfolder.isEmpty ? "" : subfolder + "/"
        let paths = tree.paths.map { prefix + $0 }
        let files = paths.filter(selection.contains).map { path in
            SourceFile(
                path: path, diskPath: DiskPath(listed: path, in: root), root: .init(diskPath: root, prefix: ""))
        }
        let diagnostics = tree.diagnostics.map { diagnostic in
            var diagnostic = diagnostic
            diagnostic.location.file = prefix + diagnostic.location.file
            return diagnostic
        }
        return Listing(files: files, diagnostics: diagnostics, otherCount: paths.count - files.count)
    }
}
