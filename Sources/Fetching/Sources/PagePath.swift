/// Which paths a source may give to its pages.
enum PagePath {
    /// Why a page may not lie at `path` below its source's folder; nil when it may.
    static func objection(to path: String) -> String? {
        let names = path.split(separator: "/", omittingEmptySubsequences: false)
        if path.hasPrefix("/") { return "is absolute" }
        if names.contains("..") || names.contains(".") { return "leads out of the source's folder" }
        if path.isEmpty || names.contains("") { return "has a name that is empty" }
        if names.contains(where: { $0.hasPrefix(".") }) { return "is hidden, and hidden files are no documents" }
        if path.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7F || $0 == "\\" }) {
            return "holds a character that file systems disagree about"
        }
        return nil
    }
}

extension Fetched {
    /// The same with faults in place of pages that cannot or must not be put into a folder: their paths lead out of it, or differ
    /// from another's by case alone, so that on some machines one would be written over the other.
    public func refusingUnsafePaths(of source: String) -> Fetched {
        var result = self
        let byFolding = Dictionary(grouping: pages.map(\.path)) { $0.lowercased() }
        result.pages = pages.filter { page in
            if let objection = PagePath.objection(to: page.path) {
                result.faults.append(
                    FetchRemark(
                        "unsafe-path", source: source, page: page.path,
                        "\(objection), so it is not brought; ask for other paths in requisite.yml"))
                return false
            }
            let twins = (byFolding[page.path.lowercased()] ?? []).filter { $0 != page.path }.sorted()
            guard let twin = twins.first else { return true }
            result.faults.append(
                FetchRemark(
                    "names-differ-by-case", source: source, page: page.path,
                    "differs only by case from '\(twin)', so neither is brought; ask for one of them in requisite.yml"))
            return false
        }
        return result
    }
}
