public import RequirementModel

/// Which files of a folder are documents.
public struct DocumentSelection: Sendable, Hashable {
    /// What is read; empty for every file whose extension names a format.
    public var include: [Glob]
    /// What is left out of that.
    public var exclude: [Glob]

    /// The files that fit `include` and not `exclude`.
    public init(include: [Glob] = [], exclude: [Glob] = []) {
        self.include = include
        self.exclude = exclude
    }

    /// Whether the file at `path`, relative to the folder, is a document.
    public func contains(_ path: String) -> Bool {
        let isIncluded =
            include.isEmpty ? FormatDetection.hint(for: path) != nil : include.contains { $0.matches(path) }
        return isIncluded && !exclude.contains { $0.matches(path) }
    }
}
