internal import GitHistory

/// The files that a source asks for and what these include, with their bytes as far as the corpus does not hold them.
struct GitPages {
    private let selection: GitSelection
    private let mirror: PartialMirror
    private let held: HeldSource
    /// What comes along because a page includes it, by path.
    private var included: [String: ObjectID] = [:]
    /// What pages include and the commit does not have.
    private var absentIncludes: Set<String> = []
    /// The bytes of files that were read from the mirror; nil for one that is too large.
    private var contents: [ObjectID: [UInt8]?] = [:]

    init(_ selection: GitSelection, in mirror: PartialMirror, beside held: HeldSource) {
        self.selection = selection
        self.mirror = mirror
        self.held = held
    }

    /// No page is as large by three orders of magnitude.
    private static let sizeLimit = 64 << 20

    private var files: [String: ObjectID] { selection.files.merging(included) { first, _ in first } }

    /// Finds what pages include, directly or through others.
    /// - Parameter absentBefore: What they included in vain when they were locked; nil before.
    mutating func addIncluded(
        _ inclusions: GitFetcher.Inclusions, absentBefore: [String]?
    ) async throws(GitError) {
        if let absentBefore, try await includeAsLocked(absentBefore) { return }
        var known: [String: [UInt8]] = [:]
        while true {
            let unread = files.filter { known[$0.key] == nil }
            try await read(unread)
            for (path, blob) in unread { known[path] = bytes(of: blob, at: path) ?? [] }
            let wanted = Set(selection.files.keys.flatMap { inclusions($0, known) }).subtracting(absentIncludes)
            let found = try await entries(wanted.filter { known[$0] == nil })
            for entry in found { included[entry.path] = entry.blob }
            absentIncludes.formUnion(wanted.subtracting(files.keys))
            if found.isEmpty { return }
        }
    }

    /// Takes what was included before, when neither that nor a page differs.
    private mutating func includeAsLocked(_ absentBefore: [String]) async throws(GitError) -> Bool {
        guard selection.files.allSatisfy({ isAsLocked($0.value, at: $0.key) && !isIncluded($0.key) }) else {
            return false
        }
        let parts = lockedPaths.filter(isIncluded)
        let found = try await entries(Set(parts + absentBefore))
        guard found.count == parts.count, found.allSatisfy({ isAsLocked($0.blob, at: $0.path) }) else { return false }
        for entry in found { included[entry.path] = entry.blob }
        absentIncludes = Set(absentBefore)
        return true
    }

    private func isAsLocked(_ blob: ObjectID, at path: String) -> Bool {
        held.locked?[path]?.gitOrigin?.blob == blob.description
    }

    private func isIncluded(_ path: String) -> Bool { held.locked?[path]?.gitOrigin?.isIncluded == true }

    private var lockedPaths: [String] { held.locked?.pages.map(\.path) ?? [] }

    private func entries(_ paths: Set<String>) async throws(GitError) -> [TreeEntry] {
        try await mirror.repository.files(at: selection.commit, named: paths)
    }

    /// The bytes of a file, from the copy of the page that it is or was, else as far as they were read.
    private func bytes(of blob: ObjectID, at path: String) -> [UInt8]? {
        if let content = contents[blob] { return content }
        let source = selection.formerPaths[path] ?? path
        return isAsLocked(blob, at: source) ? held.copy(source) : nil
    }

    /// Brings what no copy holds of `files`.
    private mutating func read(_ files: [String: ObjectID]) async throws(GitError) {
        let wanted = Set(files.filter { contents[$0.value] == nil && bytes(of: $0.value, at: $0.key) == nil }.values)
            .sorted { $0.description < $1.description }
        guard !wanted.isEmpty else { return }
        try await mirror.bring(blobs: wanted)
        var read: [ObjectID: [UInt8]?] = [:]
        do {
            read = try await mirror.repository.withBlobs { blobs in
                var read: [ObjectID: [UInt8]?] = [:]
                try await blobs.read(wanted, limit: Self.sizeLimit) { read[$0] = .some($1) }
                return read
            }
        } catch let error as GitError {
            throw error
        } catch {
            throw GitError(.failed, repository: mirror.repository.name, "could not be read: \(error)")
        }
        contents.merge(read) { $1 }
    }

    /// What the lock must say, and what must be written.
    mutating func fetched(
        for name: String, from source: GitSource, after last: GitState?, isRewritten: Bool
    ) async throws(GitError) -> Fetched {
        try await read(files)
        let tip = selection.commit.description
        var fetched = Fetched(
            state: .https, gone: selection.gone, faults: selection.faults, notices: selection.notices)
        var isNew = isRewritten || last == nil
        for (path, blob) in files.sorted(by: { $0.key < $1.key }) {
            let isPart = selection.files[path] == nil
            let isSame = last != nil && isAsLocked(blob, at: path)
            isNew = isNew || !isSame || isIncluded(path) != isPart
            let origin = GitOrigin(
                commit: isSame && !isRewritten ? held.locked?[path]?.gitOrigin?.commit ?? tip : tip,
                blob: blob.description,
                isIncluded: isPart)
            let isHeld = isAsLocked(blob, at: path) && held.copy(path) != nil
            let content = isHeld ? nil : bytes(of: blob, at: path)
            guard isHeld || content != nil else {
                fetched.faults.append(
                    FetchRemark(
                        "too-large", source: name, page: path,
                        "is larger than \(Self.sizeLimit >> 20) MB, which no requirement document is; ask for other paths"
                    ))
                continue
            }
            fetched.pages.append(
                FetchedPage(
                    path: path, bytes: content, origin: .git(origin), formerPath: selection.formerPaths[path]))
        }
        for path in lockedPaths where isIncluded(path) && files[path] == nil {
            if absentIncludes.contains(path) {
                fetched.gone.append(
                    GonePage(
                        path: path,
                        reason: "a page includes it, and the commit \(selection.commit.short) has no such file"))
            } else if selection.gone.isEmpty, selection.faults.isEmpty {
                // What stays because its removal is not accepted may include it.
                fetched.dropped.append(path)
            }
        }
        isNew =
            isNew || !fetched.dropped.isEmpty || last?.renames != selection.renames || last?.ref != source.ref
            || Set(last?.absentIncludes ?? []) != absentIncludes
        fetched.state = .git(
            GitState(
                repository: source.repository, ref: source.ref, commit: isNew ? tip : last?.commit ?? tip,
                renames: selection.renames, absentIncludes: absentIncludes.sorted()))
        return fetched
    }
}
