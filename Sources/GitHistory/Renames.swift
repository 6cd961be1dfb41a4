extension GitRepository {
    /// The files that have another name in `new` than in `old` and are much the same otherwise: the old path for each new one.
    /// - Parameter names: The only files to look at, by their paths from the top; all when there are none.
    public func renames(
        from old: ObjectID, to new: ObjectID, among names: [String] = []
    ) async throws(GitError) -> [String: String] {
        let output = try await run(
            [
                "diff-tree", "-r", "-z", "-M", "--raw", "--no-abbrev", "--diff-filter=R", old.description,
                new.description,
            ] + (names.isEmpty ? [] : ["--"] + Self.literal(names)))
        let fields = output.split(separator: 0)
        var renames: [String: String] = [:]
        for index in stride(from: 0, to: fields.count - 2, by: 3) {
            let names = fields[(index + 1)...(index + 2)].map { String(decoding: $0, as: UTF8.self) }
            renames[names[1]] = names[0]
        }
        return renames
    }

    /// The folder in which paths begin that are given on the command line, with `/` at its end; empty for the top.
    public func prefix() async throws(GitError) -> String {
        Self.line(of: try await run(["rev-parse", "--show-prefix"]))
    }

    /// Whether `commit` is one of the first parents before `tip`, or `tip` itself.
    public func isFirstParent(_ commit: ObjectID, of tip: ObjectID) async throws(GitError) -> Bool {
        if commit == tip { return true }
        guard try await reference(commit.description) != nil else { return false }
        let output = try await run(["rev-list", "--first-parent", "--boundary", tip.description, "^\(commit)"])
        return output.split(separator: UInt8(ascii: "\n")).contains { $0.elementsEqual("-\(commit)".utf8) }
    }
}
