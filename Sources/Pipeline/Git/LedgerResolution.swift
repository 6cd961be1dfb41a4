internal import Foundation
internal import GitHistory
public import RequirementModel
internal import Versioning

/// `resolve`: one line of versions out of the two that a merge of git branches brings together.
///
/// Both sides are read from their commits, so that it does not matter what git made of the ledger's files.
public struct LedgerResolution: Sendable {
    private let configuration: Configuration

    /// A resolution of the ledger of `configuration`.
    public init(_ configuration: Configuration) { self.configuration = configuration }

    /// What it did.
    public struct Outcome: Sendable {
        /// How many versions both branches have.
        public var common: Int
        /// The versions of ours since, which stay as they are.
        public var ours: [VersionID]
        /// The versions of theirs, each with the one that stands for it now; nil for one that brought nothing new.
        public var theirs: [(before: VersionID, now: VersionID?)]
        /// What theirs is, such as `MERGE_HEAD`.
        public var name: String
        /// The pages that both branches changed, whose records the next run reads from the merged documents.
        public var changedByBoth: [String]
    }

    /// Does it.
    /// - Returns: Nil when there is nothing to resolve.
    /// - Throws: ``Failure``; then the ledger is as it was, or can be resolved again.
    public func callAsFunction() async throws -> Outcome? {
        let output = OutputFolder(path: configuration.outputFolder)
        let git = GitRepository(DiskPath(configuration.file).parent.description)
        guard let sides = try await Self.sides(in: git) else {
            _ = try History(configuration).verify()
            return nil
        }
        // A merge that is committed may have been resolved before.
        if !sides.isUnderWay, (try? History(configuration).verify()) != nil { return nil }
        guard let top = try await withGit({ () async throws(GitError) in try await git.workTree() }),
            let path = output.ledger.resolved.path(below: DiskPath(top).resolved)
        else {
            throw Failure(.usage, "the ledger '\(output.ledger)' does not lie in the work tree of this repository")
        }
        let workshop = FileManager.default.temporaryDirectory.appending(path: "requisite-resolve-\(UUID().uuidString)")
            .path(percentEncoded: false)
        defer { try? FileManager.default.removeItem(atPath: workshop) }
        let ours = try await Self.ledger(of: sides.ours, at: path, in: git, copiedTo: "\(workshop)/ours")
        let theirs = try await Self.ledger(of: sides.theirs, at: path, in: git, copiedTo: "\(workshop)/theirs")
        return try Self.naming(path, copiedTo: workshop) { () throws(LedgerError) in
            let reunion = try LedgerReunion(of: ours, and: theirs)
            let outcome = try reunion.bringTogether()
            let ledger = Ledger(folder: output.ledger.description)
            try ledger.replace(by: ours)
            return Outcome(
                common: try ledger.versionIDs().count - reunion.ours.count
                    - outcome.successors.compactMap(\.now).count,
                ours: reunion.ours, theirs: outcome.successors.map { ($0.theirs, $0.now) }, name: sides.name,
                changedByBoth: outcome.changedByBoth)
        }
    }

    private struct Sides {
        var ours: ObjectID
        var theirs: ObjectID
        var name: String
        var isUnderWay: Bool
    }

    /// Does `work` with copies of ledgers; a fault in one names the branch's own.
    private static func naming<Result>(
        _ path: String, copiedTo workshop: String, _ work: () throws(LedgerError) -> Result
    ) throws(Failure) -> Result {
        try withLedger { () throws(LedgerError) in
            do throws(LedgerError) {
                return try work()
            } catch {
                var error = error
                for (side, name) in [("ours", "this branch"), ("theirs", "the other branch")] {
                    let copy = "\(workshop)/\(side)"
                    guard error.file.hasPrefix(copy) else { continue }
                    error.file = "\(path)\(error.file.dropFirst(copy.utf8.count)) of \(name)"
                }
                throw error
            }
        }
    }

    /// The two commits that come together: of a merge, rebase or cherry-pick that is under way, or of the last commit.
    private static func sides(in git: GitRepository) async throws(Failure) -> Sides? {
        try await withGit { () async throws(GitError) in
            let head = try await git.commit("HEAD")
            for name in ["MERGE_HEAD", "REBASE_HEAD", "CHERRY_PICK_HEAD"] {
                if let other = try await git.reference(name) {
                    return Sides(ours: head, theirs: other, name: name, isUnderWay: true)
                }
            }
            let parents = try await git.parents(of: head)
            guard parents.count == 2 else { return nil }
            return Sides(ours: parents[0], theirs: parents[1], name: "the merged branch", isUnderWay: false)
        }
    }

    private static func ledger(
        of commit: ObjectID, at path: String, in git: GitRepository, copiedTo folder: String
    ) async throws -> Ledger {
        let entries = try await withGit { () async throws(GitError) in try await git.files(at: commit, named: [path]) }
        let names = entries.map { String($0.path.dropFirst(path.utf8.count + 1)) }
        let contents = try await git.withBlobs { blobs in
            var contents: [[UInt8]] = []
            try await blobs.read(entries.map(\.blob), limit: .max) { contents.append($1 ?? []) }
            return contents
        }
        return try withLedger { () throws(LedgerError) in
            try Ledger(folder: folder, holding: zip(names, contents).map { (name: $0, bytes: $1) })
        }
    }
}
