internal import GitHistory

/// The commits of a branch that changed certain files, oldest first.
///
/// These are the files that pathspecs choose; the names that a file had before, where a pathspec names that file alone; and
/// the files that pages were found to include, wherever these lie.
struct CommitTimeline {
    /// The commits after the base.
    private(set) var commits: [Commit] = []
    /// The files in the base, by path; none without a base.
    private(set) var filesInBase: [String: ObjectID] = [:]
    /// The files that may be pages: all but those that are only included.
    private(set) var paths: Set<String> = []

    private let repository: GitRepository
    private let tip: ObjectID
    private let base: ObjectID?
    private let pathspecs: [String]
    /// Files that are only included.
    private var included: Set<String> = []
    /// The names that files had, each until the commit that changed it.
    private var formerNames: [String: ObjectID] = [:]

    init(
        of repository: GitRepository, to tip: ObjectID, after base: ObjectID?, _ pathspecs: [String]
    ) async throws(GitError) {
        self.repository = repository
        self.tip = tip
        self.base = base
        self.pathspecs = pathspecs
        try await read()
        paths = Set(filesInBase.keys).union(commits.lazy.flatMap { $0.changes.map(\.path) })
        try await followRenames()
    }

    /// Whether it tells everything about the file at `path`.
    func covers(_ path: String) -> Bool {
        pathspecs.isEmpty || paths.contains(path) || included.contains(path)
    }

    /// Tells of these files, too.
    mutating func cover(_ files: Set<String>) async throws(GitError) {
        included.formUnion(files)
        try await read()
    }

    /// The files before the commit at `index`, by path.
    func files(before index: Int) -> [String: ObjectID] {
        var files = filesInBase
        for commit in commits[..<index] {
            for change in commit.changes { files[change.path] = change.blob }
        }
        return files
    }

    private mutating func read() async throws(GitError) {
        let names = (included.union(formerNames.keys)).sorted()
        commits = try await repository.log(to: tip, after: base, pathspecs, names: names)
        if let base {
            let entries = try await repository.files(at: base, pathspecs, names: names)
            filesInBase = Dictionary(entries.map { ($0.path, $0.blob) }, uniquingKeysWith: { first, _ in first })
        }
        guard !formerNames.isEmpty else { return }
        var ended: Set<String> = []
        for index in commits.indices {
            commits[index].changes.removeAll { ended.contains($0.path) }
            for (name, end) in formerNames where end == commits[index].id { ended.insert(name) }
        }
        commits.removeAll { $0.changes.isEmpty }
    }

    /// Goes back from each file that a pathspec names to the name that it had before, as `git log --follow` does for one. What
    /// moves into a folder from outside is new there, whenever the history is read.
    private mutating func followRenames() async throws(GitError) {
        // Most pathspecs are folders.
        let names = pathspecs.filter { [paths] name in paths.contains { $0.hasSuffix(name) } }
        guard base == nil, !names.isEmpty else { return }
        let prefix = try await repository.prefix()
        var unfollowed = names.map { prefix + $0 }.filter(paths.contains)
        while let name = unfollowed.popLast() {
            guard let first = commits.first(where: { $0.changes.contains { $0.path == name && $0.isNew } }),
                let parent = try await repository.parents(of: first.id).first,
                let former = try await repository.renames(from: parent, to: first.id)[name], !paths.contains(former)
            else { continue }
            formerNames[former] = first.id
            paths.insert(former)
            unfollowed.append(former)
            try await read()
        }
    }
}
