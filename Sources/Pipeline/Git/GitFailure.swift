internal import GitHistory

extension Failure {
    /// A repository that cannot be read, as what ends the command.
    init(_ error: GitError) {
        let kind: Kind =
            switch error.fault {
            case .notInstalled, .failed: .sourceFailed
            case .notARepository, .unknownRevision: .inputMissing
            }
        self.init(kind, error.description)
    }
}

/// Does `work` with a repository; a fault of it ends the command.
func withGit<Result: Sendable>(_ work: () async throws(GitError) -> Result) async throws(Failure) -> Result {
    do throws(GitError) {
        return try await work()
    } catch {
        throw Failure(error)
    }
}
