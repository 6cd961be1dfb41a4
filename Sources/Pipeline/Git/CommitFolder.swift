internal import GitHistory

/// What a page of a commit may include, as far as it has been fetched: a folder that is in memory alone.
struct CommitFolder: InclusionFolder {
    /// The bytes of files by their paths; nil for one that is too large.
    var files: [String: [UInt8]?]

    /// As in a file system, but no link leads anywhere.
    func place(of written: String, from includer: String) -> String? {
        var names: [Substring] = []
        let isFromRoot = written.hasPrefix("~/")
        guard isFromRoot || !written.hasPrefix("/") else { return nil }
        if !isFromRoot { names = includer.split(separator: "/").dropLast() }
        for name in (isFromRoot ? written.dropFirst(2) : written[...]).split(separator: "/") where name != "." {
            if name != ".." {
                names.append(name)
            } else if names.popLast() == nil {
                return nil
            }
        }
        return names.isEmpty ? nil : names.joined(separator: "/")
    }

    func path(of place: String) -> String { place }

    func bytes(at place: String) throws(FileReading.Fault) -> [UInt8] {
        switch files[place] {
        case .some(.some(let bytes)): return bytes
        case .some(.none): throw FileReading.tooLarge
        case .none: throw FileReading.Fault(isMissing: true, reason: "the commit has no such file")
        }
    }
}
