internal import Foundation
internal import GitHistory

/// Fetches the pages of a git source, and what they include, from the newest commit.
///
/// Of the repository only that commit is fetched, with its folders and without its files; then the files that are wanted and not
/// held. It is kept in a cache, so that the next fetch transfers what is new alone.
public struct GitFetcher: SourceFetcher {
    private let source: GitSource
    private let remote: String
    private let cache: String
    private let isDocument: @Sendable (String) -> Bool
    private let inclusions: Inclusions

    /// The files that a page includes, directly or through others, and that are not among `files`; the page is.
    public typealias Inclusions = @Sendable (_ page: String, _ files: [String: [UInt8]]) -> [String]

    /// - Parameters:
    ///   - source: What is declared.
    ///   - remote: Its repository as git must be told from any folder: a URL or an absolute path.
    ///   - cache: A folder that may be deleted at any time, of this repository alone; it need not exist.
    ///   - isDocument: Which files of a folder or pattern are pages; a file that is named always is.
    ///   - inclusions: Finds what comes along with a page.
    public init(
        _ source: GitSource, remote: String, cache: String, isDocument: @escaping @Sendable (String) -> Bool,
        inclusions: @escaping Inclusions
    ) {
        self.source = source
        self.remote = remote
        self.cache = cache
        self.isDocument = isDocument
        self.inclusions = inclusions
    }

    /// The pages of the newest commit.
    public func fetch(_ name: String, beside held: HeldSource) async throws(FetchFault) -> Fetched {
        do throws(FetchFault) {
            return try await attempt(name, beside: held)
        } catch {
            guard error.remark.id == FetchFault.gitFailed else { throw error }
            // A fetch that was killed may have left a mirror that git cannot go on with.
            try? FileManager.default.removeItem(atPath: cache)
            return try await attempt(name, beside: held)
        }
    }

    private func attempt(_ name: String, beside held: HeldSource) async throws(FetchFault) -> Fetched {
        do {
            try FileManager.default.createDirectory(atPath: cache, withIntermediateDirectories: true)
        } catch {
            throw FetchFault(
                FetchRemark(
                    "cache-not-writable", source: name,
                    "cannot be fetched: the cache '\(cache)' cannot be made (\(error.localizedDescription)); set "
                        + "REQUISITE_CACHE to a folder that can be written"))
        }
        do throws(GitError) {
            return try await pages(of: name, beside: held)
        } catch {
            throw FetchFault(error, of: name, source)
        }
    }

    private func pages(of name: String, beside held: HeldSource) async throws(GitError) -> Fetched {
        let mirror = PartialMirror(of: remote, in: cache)
        let tip = try await mirror.fetch(source.ref)
        let state = held.locked?.gitState.flatMap { $0.repository == source.repository ? $0 : nil }
        var isRewritten = false
        if let state, state.ref == source.ref, let last = ObjectID(state.commit), last != tip {
            isRewritten = await mirror.history(of: tip, holds: last) == false
        }
        var selection = GitSelection(source.paths, at: tip, in: mirror, for: name, isDocument: isDocument)
        try await selection.find(beside: held.locked, after: state)
        var pages = GitPages(selection, in: mirror, beside: held)
        try await pages.addIncluded(inclusions, absentBefore: state?.absentIncludes)
        var fetched = try await pages.fetched(for: name, from: source, after: state, isRewritten: isRewritten)
        if isRewritten, let state {
            let history = source.ref.map { "the history of '\($0)'" } ?? "its history"
            fetched.notices.insert(
                FetchRemark(
                    "history-rewritten", source: name,
                    "\(history) was rewritten (a force-push): it does not hold the commit \(state.commit.prefix(12)) any more, "
                        + "which was fetched last"), at: 0)
        }
        return fetched
    }
}

extension LockedSource {
    /// Where the repository stood; nil for a source of another kind.
    var gitState: GitState? {
        if case .git(let state) = state { state } else { nil }
    }
}

extension LockedPage {
    /// Where it comes from, when that is a repository.
    var gitOrigin: GitOrigin? {
        if case .git(let origin) = origin { origin } else { nil }
    }
}

extension ObjectID {
    /// As much of it as people tell commits apart by.
    var short: Substring { description.prefix(12) }
}
