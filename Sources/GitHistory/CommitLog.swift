/// A commit and what it did to the files that were asked about, as its first parent's tree differs from its own.
public struct Commit: Sendable, Hashable {
    /// Its id.
    public var id: ObjectID
    /// The first line of its message.
    public var subject: String
    /// When its change was made, in seconds since 1970, UTC.
    public var authored: Int
    /// When it was committed, in seconds since 1970, UTC.
    public var committed: Int
    /// The files that it changed, by path.
    public var changes: [FileChange]

    /// What became of one file.
    public struct FileChange: Sendable, Hashable {
        /// Its path from the top of the repository.
        public var path: String
        /// Its blob; nil when it is gone, or is no regular file any more.
        public var blob: ObjectID?
        /// Whether there was no such file before.
        public var isNew: Bool
    }
}

extension GitRepository {
    /// The commits that changed one of the files, oldest first, along the first parents: a merge counts for what it brought into
    /// its branch, at the time when it did.
    ///
    /// - Parameters:
    ///   - tip: The last commit.
    ///   - base: The commit after which to begin; nil for the beginning.
    ///   - pathspecs: Which files, as git understands it; all when there are none.
    ///   - names: Further files by their paths from the top of the repository, taken as they are.
    public func log(
        to tip: ObjectID, after base: ObjectID? = nil, _ pathspecs: [String] = [], names: [String] = []
    ) async throws(GitError) -> [Commit] {
        // Names go through standard input, as there may be more than a command line takes.
        let input = (pathspecs.isEmpty ? [] : ["--"] + pathspecs + Self.literal(names)).map { $0 + "\n" }.joined()
        let range = [tip.description] + (base.map { ["^\($0)"] } ?? [])
        let output = try await run(
            ["log", "--first-parent", "--reverse", "-m", "--raw", "-z", "--no-abbrev", "--no-renames", "--no-color"]
                + ["--no-ext-diff", "--no-mailmap", "--no-notes", "--encoding=UTF-8", "--format=\(Self.format)"]
                + range + ["--stdin"],
            input: Array(input.utf8))
        guard let commits = Self.commits(in: output) else {
            throw GitError(.failed, repository: name, "gave a log that cannot be understood; is its git very old?")
        }
        return commits
    }

    private static let format = "%H%x00%at%x00%ct%x00%s"

    /// Reads `--raw -z`: four fields of a commit, then for each file its modes, blobs and status in one field and its path in
    /// the next. The first of them stands on a line of its own.
    static func commits(in output: [UInt8]) -> [Commit]? {
        var fields = output.split(separator: 0, omittingEmptySubsequences: false)[...]
        var commits: [Commit] = []
        while fields.count > 1 {
            guard fields.count >= 4, let id = ObjectID(fields[fields.startIndex]) else { return nil }
            let texts = fields.prefix(4).dropFirst().map { String(decoding: $0, as: UTF8.self) }
            guard let authored = Int(texts[0]), let committed = Int(texts[1]) else { return nil }
            fields = fields.dropFirst(4)
            var commit = Commit(id: id, subject: texts[2], authored: authored, committed: committed, changes: [])
            while let entry = fields.first?.drop(while: { $0 == UInt8(ascii: "\n") }), entry.first == UInt8(ascii: ":")
            {
                guard fields.count >= 2 else { return nil }
                let path = String(decoding: fields[fields.startIndex + 1], as: UTF8.self)
                guard let change = Commit.FileChange(raw: entry, path: path) else { return nil }
                commit.changes.append(change)
                fields = fields.dropFirst(2)
            }
            commits.append(commit)
        }
        return commits
    }
}

extension Commit.FileChange {
    /// Reads `:100644 100644 <blob> <blob> M`.
    fileprivate init?(raw: ArraySlice<UInt8>, path: String) {
        let words = raw.dropFirst().split(separator: UInt8(ascii: " "))
        guard words.count == 5 else { return nil }
        self.init(
            path: path, blob: TreeEntry.isRegular(mode: words[1]) ? ObjectID(words[3]) : nil,
            isNew: !TreeEntry.isRegular(mode: words[0]))
    }
}
