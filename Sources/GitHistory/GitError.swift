internal import Subprocess

/// Why a repository could not be read, and what to do.
public struct GitError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The repository, as it was given.
    public var repository: String
    /// What kind of fault it is.
    public var fault: Fault
    /// What is wrong and what to do; lower case, no full stop.
    public var message: String

    /// The kinds of faults, as a caller tells them apart.
    public enum Fault: Sendable, Hashable {
        /// There is no `git`.
        case notInstalled
        /// There is no repository.
        case notARepository
        /// A name stands for no commit.
        case unknownRevision
        /// Git could not do what it was asked, or its answer cannot be understood.
        case failed
    }

    /// A fault of the repository `repository`.
    public init(_ fault: Fault, repository: String, _ message: String) {
        self.fault = fault
        self.repository = repository
        self.message = message
    }

    /// The repository and what is wrong with it.
    public var description: String {
        fault == .notInstalled ? message : "the git repository '\(repository)' \(message)"
    }
}

extension GitError {
    /// What git wrote to standard error before it gave up.
    init(complaint: String, repository: String, command: String) {
        let lines = complaint.split(separator: "\n").filter { !$0.hasPrefix("warning: ") && !$0.hasPrefix("hint: ") }
            .map { line in
                ["fatal: ", "error: ", "remote: ", "ERROR: "].first { line.hasPrefix($0) }
                    .map { line.dropFirst($0.count) } ?? line
            }
        let words = lines.first.map(String.init) ?? "no reason given"
        if words.hasPrefix("not a git repository") || words.hasPrefix("cannot change to") {
            self.init(
                .notARepository, repository: repository,
                "cannot be opened: \(words); give its folder, or one of its clones")
        } else if words.hasPrefix("detected dubious ownership") {
            self.init(
                .notARepository, repository: repository,
                "belongs to another user, and git will not read it: if you trust it, run "
                    + "`git config --global --add safe.directory \(repository)`")
        } else {
            self.init(.failed, repository: repository, "could not be read: `git \(command)` said: \(words)")
        }
    }

    /// What stopped a process from running.
    init(_ error: any Error, repository: String) {
        if let error = error as? GitError {
            self = error
        } else if let error = error as? SubprocessError, error.code == .executableNotFound {
            self.init(
                .notInstalled, repository: repository,
                "git is not installed, or not on the PATH; install it (on Debian and Ubuntu: apt-get install git)")
        } else {
            self.init(.failed, repository: repository, "could not be read: \(error)")
        }
    }
}
