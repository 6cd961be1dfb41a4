/// A regular file in a commit's tree.
public struct TreeEntry: Sendable, Hashable {
    /// Its path from the top of the repository.
    public var path: String
    /// Its blob.
    public var blob: ObjectID

    /// Links and submodules are no files.
    static func isRegular(mode: some Collection<UInt8>) -> Bool {
        mode.elementsEqual("100644".utf8) || mode.elementsEqual("100755".utf8)
    }
}

extension GitRepository {
    /// The regular files in a commit's tree that pathspecs choose, by path; all when there are none.
    /// - Parameter names: Further files by their paths from the top of the repository, taken as they are.
    public func files(
        at commit: ObjectID, _ pathspecs: [String] = [], names: [String] = []
    ) async throws(GitError) -> [TreeEntry] {
        let wanted = pathspecs.isEmpty ? [] : ["--"] + pathspecs + Self.literal(names)
        return try await entries(at: commit, wanted)
    }

    /// The regular files of these names in a commit's tree.
    public func files(at commit: ObjectID, named names: some Collection<String>) async throws(GitError) -> [TreeEntry] {
        var entries: [TreeEntry] = []
        var rest = names.sorted()[...]
        // A command line holds only so much.
        while !rest.isEmpty {
            let some = rest.prefix(256)
            rest = rest.dropFirst(some.count)
            entries += try await self.entries(at: commit, ["--"] + Self.literal(Array(some)))
        }
        return entries
    }

    /// The links, submodules and other things that are no regular files in a commit's tree, by path, that pathspecs choose.
    public func irregularFiles(at commit: ObjectID, _ pathspecs: [String]) async throws(GitError) -> [String] {
        try await listing(at: commit, ["--"] + pathspecs).filter { $0.blob == nil }.map(\.path)
    }

    /// Pathspecs that mean these files and no others.
    static func literal(_ names: [String]) -> [String] {
        names.filter { !$0.utf8.contains(UInt8(ascii: "\n")) }.map { ":(top,literal)\($0)" }
    }

    private func entries(at commit: ObjectID, _ wanted: [String]) async throws(GitError) -> [TreeEntry] {
        try await listing(at: commit, wanted).compactMap { path, blob in
            blob.map { TreeEntry(path: path, blob: $0) }
        }
    }

    /// `ls-tree` knows no pathspecs; the difference from the empty tree does. What is no regular file has no blob.
    private func listing(
        at commit: ObjectID, _ wanted: [String]
    ) async throws(GitError) -> [(path: String, blob: ObjectID?)] {
        let tree = Self.line(of: try await run(["hash-object", "-t", "tree", "--stdin"]))
        let output = try await run(
            ["diff-tree", "-r", "-z", "--raw", "--no-abbrev", "--no-renames", tree, commit.description] + wanted)
        let fields = output.split(separator: 0)
        guard fields.count.isMultiple(of: 2) else {
            throw GitError(.failed, repository: name, "gave a list of files that cannot be understood")
        }
        var entries: [(path: String, blob: ObjectID?)] = []
        for index in stride(from: 0, to: fields.count, by: 2) {
            let words = fields[index].dropFirst().split(separator: UInt8(ascii: " "))
            guard words.count == 5 else { continue }
            let blob = TreeEntry.isRegular(mode: words[1]) ? ObjectID(words[3]) : nil
            entries.append((String(decoding: fields[index + 1], as: UTF8.self), blob))
        }
        return entries
    }
}
