internal import GitHistory
internal import RequirementModel

/// Which files of a commit a source asks for.
struct GitSelection {
    let commit: ObjectID
    /// The files, by path.
    private(set) var files: [String: ObjectID] = [:]
    /// Former paths of files, by the paths that these have now.
    private(set) var formerPaths: [String: String] = [:]
    /// Declared paths that the repository moved, with the paths that these have now.
    private(set) var renames: [String: String] = [:]
    private(set) var gone: [GonePage] = []
    private(set) var faults: [FetchRemark] = []
    private(set) var notices: [FetchRemark] = []

    private let paths: [DeclaredPath]
    private let mirror: PartialMirror
    private let source: String
    private let isDocument: (String) -> Bool

    init(
        _ paths: [String], at commit: ObjectID, in mirror: PartialMirror, for source: String,
        isDocument: @escaping (String) -> Bool
    ) {
        self.paths = paths.map(DeclaredPath.init)
        self.commit = commit
        self.mirror = mirror
        self.source = source
        self.isDocument = isDocument
    }

    /// Finds the files in the commit; what is locked and not among them was moved, or is gone.
    mutating func find(beside locked: LockedSource?, after state: GitState?) async throws(GitError) {
        let pathspecs = paths.map(\.pathspec)
        for entry in try await mirror.repository.files(at: commit, pathspecs)
        where paths.contains(where: { $0.asks(for: entry.path, isDocument) }) { files[entry.path] = entry.blob }
        for path in try await mirror.repository.irregularFiles(at: commit, pathspecs)
        where paths.contains(where: { $0.asks(for: path, isDocument) }) {
            faults.append(
                FetchRemark(
                    "no-regular-file", source: source, page: path,
                    "is a link or a submodule, and links are not followed; ask for what it leads to"))
        }
        try await follow(state?.renames ?? [:])
        let pages = (locked?.pages ?? []).filter { $0.gitOrigin?.isIncluded == false }
        let missing = pages.map(\.path).filter { files[$0] == nil }
        try await findMoved(missing, after: state)
        try await explainMissing(missing.filter { !formerPaths.values.contains($0) })
        for path in paths where !path.isPattern && renames[path.text] == nil {
            let isThere = files.keys.contains { path.asks(for: $0) } || gone.contains { path.asks(for: $0.path) }
            if !isThere, !faults.contains(where: { $0.page == path.text }) { try await reportUnknown(path) }
        }
        for path in paths where path.isPattern && !files.keys.contains(where: { path.asks(for: $0) }) {
            faults.append(
                FetchRemark(
                    "no-such-path", source: source, page: path.text,
                    "fits no document in the commit \(commit.short); correct it in requisite.yml"))
        }
    }

    /// Takes up the moves that earlier fetches found, as long as the declared path does not come back.
    private mutating func follow(_ known: [String: String]) async throws(GitError) {
        let wanted = paths.filter { !$0.isPattern && files[$0.text] == nil }.compactMap { path in
            known[path.text].map { (former: path.text, now: $0) }
        }
        for entry in try await mirror.repository.files(at: commit, named: wanted.map(\.now)) {
            files[entry.path] = entry.blob
        }
        for (former, now) in wanted where files[now] != nil { renames[former] = now }
    }

    /// Finds where missing pages were moved to, as git tells it.
    private mutating func findMoved(_ missing: [String], after state: GitState?) async throws(GitError) {
        guard !missing.isEmpty, let last = state.flatMap({ ObjectID($0.commit) }), await mirror.bring(last) else {
            return
        }
        let before = Set(try await mirror.repository.files(at: last).map(\.path))
        let now = try await mirror.repository.files(at: commit)
        let blobs = Dictionary(now.map { ($0.path, $0.blob) }, uniquingKeysWith: { first, _ in first })
        let removed = missing.filter { before.contains($0) && blobs[$0] == nil }
        let added = now.map(\.path).filter { !before.contains($0) }
        for former in removed.sorted() {
            // The files of which git compares the content must be fetched, so that only likely ones are.
            let likely = added.sorted { Self.likeness($0, to: former) > Self.likeness($1, to: former) }.prefix(64)
            let found = try await mirror.repository.renames(from: last, to: commit, among: [former] + likely)
            guard let path = found.first(where: { $0.value == former })?.key, let blob = blobs[path] else { continue }
            let declared = paths.first {
                !$0.isPattern && ($0.text == former || state?.renames[$0.text] == former)
            }
            if let declared {
                renames[declared.text] = path
                notices.append(
                    FetchRemark(
                        "page-moved", source: source, page: former,
                        "is now '\(path)', and is followed there; name it so in requisite.yml"))
            } else if files[path] != nil {
                notices.append(FetchRemark("page-moved", source: source, page: former, "is now '\(path)'"))
            } else {
                // It left the folder or pattern that was asked for: that is for a person to judge.
                gone.append(
                    GonePage(
                        path: former,
                        reason: "the commit \(commit.short) has it as '\(path)', which requisite.yml does not ask for"))
                continue
            }
            files[path] = blob
            formerPaths[path] = former
        }
    }

    private mutating func explainMissing(_ missing: [String]) async throws(GitError) {
        let there = Set(try await mirror.repository.files(at: commit, named: missing).map(\.path))
        let known = Set(gone.map(\.path) + faults.compactMap(\.page))
        for path in missing where !known.contains(path) {
            gone.append(
                GonePage(
                    path: path,
                    reason: there.contains(path)
                        ? "requisite.yml does not ask for it any more" : "the commit \(commit.short) has no such file"))
        }
    }

    private mutating func reportUnknown(_ path: DeclaredPath) async throws(GitError) {
        let all = try await mirror.repository.files(at: commit).map(\.path).filter(isDocument)
        let hint = Spelling.nearest(to: path.text, among: all).map { "did you mean '\($0)'?" }
        faults.append(
            FetchRemark(
                "no-such-path", source: source, page: path.text,
                "is not in the commit \(commit.short); \(hint ?? "correct it in requisite.yml")"))
    }

    /// How many bytes two paths have in common at their ends, the file's name above all.
    private static func likeness(_ path: String, to other: String) -> Int {
        let name = zip(path.utf8.reversed(), other.utf8.reversed()).prefix { $0 == $1 }.count
        return 2 * name + zip(path.utf8, other.utf8).prefix { $0 == $1 }.count
    }
}

/// A path as a source declares it: a file, a folder, or a pattern.
struct DeclaredPath {
    /// The path from the top of the repository, without a slash at its ends.
    let text: String
    private let pattern: Glob?

    init(_ written: String) {
        var text = written[...]
        while text.hasPrefix("./") { text = text.dropFirst(2) }
        while text.hasPrefix("/") { text = text.dropFirst() }
        while text.hasSuffix("/") { text = text.dropLast() }
        self.text = String(text)
        pattern = text.contains { "*?".contains($0) } ? Glob(String(text)) : nil
    }

    var isPattern: Bool { pattern != nil }

    /// What git is asked for: all that may fit, and not much else.
    var pathspec: String {
        guard isPattern else { return ":(top,literal)\(text)" }
        let folders = text.split(separator: "/").dropLast().prefix { !$0.contains { "*?".contains($0) } }
        return folders.isEmpty ? ":(top)" : ":(top,literal)\(folders.joined(separator: "/"))"
    }

    /// Whether it asks for the file at `path`: one that is named, whatever it is, and documents of folders and patterns.
    func asks(for path: String, _ isDocument: (String) -> Bool) -> Bool {
        path == text || asks(for: path) && isDocument(path)
    }

    /// Whether it asks for the file at `path`, were it a document.
    func asks(for path: String) -> Bool { pattern?.matches(path) ?? (path == text || path.hasPrefix(text + "/")) }
}
