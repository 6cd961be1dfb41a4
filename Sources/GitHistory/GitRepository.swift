internal import Subprocess

/// A repository, read through the `git` that its user has set up; nothing is ever written to it.
///
/// The room reads documents from git and knows nothing of what they mean: which commits touched which files
/// (``Commit``), what a commit's tree holds (``TreeEntry``), and the bytes of blobs (``BlobReader``). Arguments go to git as they
/// are, never through a shell, and nothing in the user's configuration can change what is read.
public struct GitRepository: Sendable, Hashable {
    /// Its folder, bare or not, or any folder of its work tree; nil for the working directory's (or `GIT_DIR`).
    public let path: String?

    /// The repository at `path`.
    public init(_ path: String?) { self.path = path }

    /// The full id of the commit that `revision` names.
    /// - Throws: ``GitError``, `unknownRevision` when it names none.
    public func commit(_ revision: String) async throws(GitError) -> ObjectID {
        // A name that begins with a dash would be an option.
        guard !revision.isEmpty, !revision.hasPrefix("-"), let id = try await reference(revision) else {
            throw unknown(revision)
        }
        return id
    }

    /// The commit on which the histories of two commits parted; nil when they have none in common.
    public func mergeBase(_ first: ObjectID, _ second: ObjectID) async throws(GitError) -> ObjectID? {
        let answer = try await runExpectingFailure(["merge-base", first.description, second.description])
        return answer.flatMap { ObjectID(Self.line(of: $0)) }
    }

    /// The commit that a reference such as `MERGE_HEAD` stands for; nil when there is no such reference.
    public func reference(_ name: String) async throws(GitError) -> ObjectID? {
        let answer = try await runExpectingFailure(["rev-parse", "--verify", "--quiet", "\(name)^{commit}"])
        return answer.flatMap { ObjectID(Self.line(of: $0)) }
    }

    /// Whether `commit` is one of the first parents before `tip`, or `tip` itself.
    public func isFirstParent(_ commit: ObjectID, of tip: ObjectID) async throws(GitError) -> Bool {
        if commit == tip { return true }
        guard try await reference(commit.description) != nil else { return false }
        let output = try await run(["rev-list", "--first-parent", "--boundary", tip.description, "^\(commit)"])
        return output.split(separator: UInt8(ascii: "\n")).contains { $0.elementsEqual("-\(commit)".utf8) }
    }

    /// The parents of a commit, the first first.
    public func parents(of commit: ObjectID) async throws(GitError) -> [ObjectID] {
        let answer = try await run(["rev-list", "--parents", "--max-count=1", commit.description])
        return Self.line(of: answer).split(separator: " ").dropFirst().compactMap { ObjectID(String($0)) }
    }

    /// Whether older history was left out when it was cloned.
    public func isShallow() async throws(GitError) -> Bool {
        Self.line(of: try await run(["rev-parse", "--is-shallow-repository"])) == "true"
    }

    /// The top folder of the work tree; nil for a bare repository.
    public func workTree() async throws(GitError) -> String? {
        let answer = try await runExpectingFailure(["rev-parse", "--show-toplevel"])
        return answer.map(Self.line(of:)).flatMap { $0.isEmpty ? nil : $0 }
    }

    /// The folder in which paths begin that are given on the command line, with `/` at its end; empty for the top.
    public func prefix() async throws(GitError) -> String {
        Self.line(of: try await run(["rev-parse", "--show-prefix"]))
    }

    /// The value of a setting; nil where it is not set.
    func setting(_ key: String) async throws(GitError) -> String? {
        try await runExpectingFailure(["config", "--get", key]).map(Self.line(of:))
    }

    private func unknown(_ revision: String) -> GitError {
        GitError(
            .unknownRevision, repository: name,
            "has no commit '\(revision)'; `git log --all` shows those it has, `git fetch` brings others")
    }

    static func line(of output: [UInt8]) -> String {
        String(decoding: output.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
    }
}

// MARK: - Running git

extension GitRepository {
    /// By what people know it.
    public var name: String { path ?? "." }

    /// What git prints.
    /// - Throws: ``GitError`` with git's own words when it fails.
    /// - Parameter settings: Of git, `key=value`, for this call.
    func run(
        _ arguments: [String], settings: [String] = [], input: [UInt8] = []
    ) async throws(GitError) -> [UInt8] {
        let (output, complaint) = try await finished(settings.flatMap { ["-c", $0] } + arguments, input)
        if let complaint { throw GitError(complaint: complaint, repository: name, command: arguments[0]) }
        return output
    }

    /// What git prints; nil when it says no without a word, as it does to a question under `--quiet`.
    func runExpectingFailure(_ arguments: [String]) async throws(GitError) -> [UInt8]? {
        let (output, complaint) = try await finished(arguments, [])
        guard let complaint else { return output }
        let error = GitError(complaint: complaint, repository: name, command: arguments[0])
        if error.fault == .notARepository { throw error }
        return nil
    }

    private func finished(
        _ arguments: [String], _ input: [UInt8]
    ) async throws(GitError) -> (output: [UInt8], complaint: String?) {
        do {
            let result = try await Subprocess.run(
                try await configuration(arguments), input: .array(input), output: .bytes(limit: .max),
                error: .string(limit: Self.complaintLimit))
            return (result.standardOutput, result.terminationStatus.isSuccess ? nil : result.standardError)
        } catch {
            throw GitError(error, repository: name)
        }
    }

    /// How much git may complain.
    static let complaintLimit = 1 << 20

    /// A call of git in this repository that answers the same on every machine.
    func configuration(_ arguments: [String]) async throws -> Configuration {
        var environment: [Environment.Key: String?] = [
            "LC_ALL": "C", "GIT_TERMINAL_PROMPT": "0", "GIT_OPTIONAL_LOCKS": "0", "GIT_NO_REPLACE_OBJECTS": "1",
            // Without it a log comes commit by commit, and whoever reads it is woken for each.
            "GIT_FLUSH": "0",
            "GIT_LITERAL_PATHSPECS": nil, "GIT_GLOB_PATHSPECS": nil, "GIT_NOGLOB_PATHSPECS": nil,
            "GIT_ICASE_PATHSPECS": nil, "GIT_TRACE": nil, "GIT_EXTERNAL_DIFF": nil,
        ]
        if path != nil {
            // A hook runs with its own repository in these; the one that was named is meant.
            for key in ["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_COMMON_DIR", "GIT_OBJECT_DIRECTORY"] {
                environment[.init(stringLiteral: key)] = .some(nil)
            }
        }
        let folder = path.map { ["-C", $0] } ?? []
        return Configuration(
            executable: try await Self.program.value,
            arguments: Arguments(["--no-pager"] + folder + Self.settings + arguments),
            environment: .inherit.updating(environment))
    }

    /// Where git is. By its name alone it would be sought anew by each process, by starting it in every folder of the `PATH`.
    private static let program = Task {
        Executable.path(try await Executable.name("git").resolveExecutablePath(in: .inherit))
    }

    /// Settings of the user's that change what `git log` shows.
    private static let settings = [
        "log.showRoot=true", "log.showSignature=false", "log.follow=false", "diff.renames=false", "diff.relative=false",
        "core.quotePath=false",
    ].flatMap { ["-c", $0] }
}
