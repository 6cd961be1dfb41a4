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
}
