internal import Subprocess

/// A bare repository of our own that holds commits of another, without their history and without files but those asked for.
///
/// It can be thrown away at any moment: all that is in it can be fetched again.
public struct PartialMirror: Sendable {
    /// The mirror itself, for reading; what it lacks of a commit's files, git fetches when it is read.
    public let repository: GitRepository
    private let folder: String
    private let remote: String

    /// A mirror in `folder`, which must be there and may be empty, of the repository that git knows as `remote`, a URL or an absolute path.
    public init(of remote: String, in folder: String) {
        self.remote = remote
        self.folder = folder
        repository = GitRepository(folder)
    }

    /// Brings the commit that `ref` names at the remote now, with its trees.
    /// - Parameter ref: A branch, tag or full commit id; nil for the branch that the remote names.
    /// - Throws: ``GitError`` with git's words.
    public func fetch(_ ref: String?) async throws(GitError) -> ObjectID {
        try await prepare()
        // A shallow fetch is answered with a pack even when there is nothing in it, so that it is asked first.
        let held = try await repository.reference(Self.tip)
        if let held, try await current(ref ?? "HEAD") == held { return held }
        try await fetch(["--depth=1", "--filter=blob:none"], ["+\(ref ?? "HEAD"):\(Self.tip)"])
        return try await repository.commit(Self.tip)
    }

    /// The commit that `ref` names at the remote; nil when it names none, or an object that only a fetch tells.
    private func current(_ ref: String) async throws(GitError) -> ObjectID? {
        if let id = ObjectID(ref) { return id }
        let answer = try await repository.run(["ls-remote", "origin", ref, "\(ref)^{}"])
        var ids: [String: ObjectID] = [:]
        for line in answer.split(separator: UInt8(ascii: "\n")) {
            let fields = line.split(separator: UInt8(ascii: "\t"))
            if fields.count == 2 { ids[String(decoding: fields[1], as: UTF8.self)] = ObjectID(fields[0]) }
        }
        // In the order in which a fetch would find it.
        return [ref, "refs/\(ref)", "refs/tags/\(ref)^{}", "refs/tags/\(ref)", "refs/heads/\(ref)"].lazy
            .compactMap { ids[$0] }.first
    }

    /// Brings a commit with its trees; false when the remote does not have it any more, or does not give it.
    public func bring(_ commit: ObjectID) async -> Bool {
        // Not asked for first, as git would then fetch it with all its history.
        (try? await fetch(["--depth=1", "--filter=blob:none"], [commit.description])) != nil
    }

    /// Brings files of these ids, all at once.
    public func bring(blobs: some Collection<ObjectID>) async throws(GitError) {
        guard !blobs.isEmpty else { return }
        // As git itself does it for what it lacks: nothing that is here says anything of what the remote need not send.
        try await fetch(
            ["--filter=blob:none", "--stdin"], [], settings: ["fetch.negotiationAlgorithm=noop"],
            input: Array(blobs.map { "\($0)\n" }.joined().utf8))
    }

    /// Whether the history that leads to `tip` holds `commit`; nil when the remote does not let that be known.
    ///
    /// Commits alone are fetched: those since the last tip of which it was known, or since the commit itself; all of them only
    /// where it is not among these.
    public func history(of tip: ObjectID, holds commit: ObjectID) async -> Bool? {
        if commit == tip { return true }
        let mark = "refs/requisite/after/\(commit)"
        do throws(GitError) {
            let known = try await repository.reference(mark)
            if known == tip { return true }
            var isHeld = false
            for base in [known, commit].compactMap(\.self) where !isHeld {
                isHeld = try await recentHistory(of: tip, holds: base)
            }
            if !isHeld, try await repository.isShallow() {
                try await fetchCommits("--unshallow", of: tip)
                isHeld = try await commits(before: tip, hold: commit)
            }
            if isHeld { _ = try await repository.run(["update-ref", mark, tip.description]) }
            return isHeld
        } catch {
            return nil
        }
    }

    private func recentHistory(of tip: ObjectID, holds commit: ObjectID) async throws(GitError) -> Bool {
        guard await bring(commit) else { return false }
        let time = try await repository.run(["show", "--no-patch", "--format=%ct", commit.description])
        do throws(GitError) {
            try await fetchCommits("--shallow-since=@\(GitRepository.line(of: time))", of: tip)
        } catch {
            // A tip that is older than the commit has no history since then, which git takes for a mistake.
            return false
        }
        return try await commits(before: tip, hold: commit)
    }

    private func fetchCommits(_ reach: String, of tip: ObjectID) async throws(GitError) {
        try await fetch([reach, "--filter=tree:0"], ["+\(tip):\(Self.tip)"])
    }

    private func commits(before tip: ObjectID, hold commit: ObjectID) async throws(GitError) -> Bool {
        let commits = try await repository.run(["rev-list", tip.description])
        return commits.split(separator: UInt8(ascii: "\n")).contains { $0.elementsEqual(commit.description.utf8) }
    }

    private static let tip = "refs/requisite/tip"
}

extension PartialMirror {
    private func prepare() async throws(GitError) {
        let mark = "requisite.mirror"
        if try await repository.setting(mark) == remote { return }
        _ = try await repository.run(["init", "--quiet", "--bare", "--template="])
        // What git lacks of a partial clone it asks from a remote of a name. A line that carries less than a byte a second for
        // a minute carries nothing.
        for (key, value) in [
            ("core.repositoryFormatVersion", "1"), ("extensions.partialClone", "origin"), ("remote.origin.url", remote),
            ("remote.origin.promisor", "true"), ("remote.origin.partialCloneFilter", "blob:none"), ("gc.auto", "0"),
            ("http.lowSpeedLimit", "1"), ("http.lowSpeedTime", "60"), (mark, remote),
        ] { _ = try await repository.run(["config", "--replace-all", key, value]) }
    }

    private func fetch(
        _ options: [String], _ refspecs: [String], settings: [String] = [], input: [UInt8] = []
    ) async throws(GitError) {
        let fixed = [
            "--quiet", "--no-tags", "--no-write-fetch-head", "--no-recurse-submodules", "--no-auto-maintenance",
        ]
        _ = try await repository.run(
            ["fetch"] + fixed + options + ["origin"] + refspecs, settings: settings, input: input)
    }
}
