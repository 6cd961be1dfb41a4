internal import Fetching
internal import Foundation
internal import RequirementModel
internal import Versioning

/// `sync`: brings the pages of the declared sources to the corpus, and writes down in `sources.lock` what they are.
public struct Sync: Sendable {
    /// Where everything is, and what the sources are.
    public var configuration: Configuration
    /// The sources to bring; all when there are none.
    public var names: [String]
    /// Whether copies that somebody edited are overwritten.
    public var overwritesEdits: Bool
    /// The sources whose pages are removed when they are gone.
    public var acceptedRemovals: Set<String>
    /// A folder for what fetches keep to save transfers; all of it can be deleted at any time.
    public var cache: String
    /// How the tool makes itself known to web sites.
    public var agent: String

    /// A sync by `configuration`.
    public init(
        _ configuration: Configuration, names: [String] = [], overwritesEdits: Bool = false,
        acceptedRemovals: Set<String> = [], cache: String, agent: String
    ) {
        self.configuration = configuration
        self.names = names
        self.overwritesEdits = overwritesEdits
        self.acceptedRemovals = acceptedRemovals
        self.cache = cache
        self.agent = agent
    }

    /// How many sources are fetched at once. Nearly all of the time goes into waiting for their servers.
    private static let sourcesAtOnce = 4

    /// Does it: sources are fetched beside each other, and each is placed and locked by itself, so that a fault of one holds up no
    /// other.
    /// - Parameter didSync: Is told of each source, in the order of the configuration.
    /// - Throws: ``Failure`` for what concerns no source alone; what concerns one is among its ``SourceOutcome/faults``.
    public func callAsFunction(_ didSync: (SourceOutcome) throws -> Void = { _ in }) async throws {
        let corpus = configuration.corpusFolder.root
        try makeFolder(corpus)
        let hold = try hold(corpus)
        defer { withExtendedLifetime(hold) {} }
        try Workshop(in: corpus).recover()
        var lock = try SyncedCorpus(configuration).lock
        try await prepareEach(of: try wanted(in: lock), beside: lock) { placement, outcome in
            var outcome = outcome
            lock[outcome.name] = placement.locked
            do {
                try Workshop(in: corpus).place(placement, lock: lock)
            } catch {
                lock = (try? SyncedCorpus(configuration).lock) ?? lock
                outcome.fail(error)
            }
            try didSync(outcome)
        }
    }

    /// Says what it would do, and writes nothing.
    /// - Parameter copy: A folder, in which the pages are placed beside the other documents of the corpus; nil for none.
    public func foresee(
        in copy: String? = nil, _ didForesee: (SourceOutcome) throws -> Void
    ) async throws {
        let corpus = configuration.corpusFolder.root
        let hold = corpus.kind == nil ? nil : try hold(corpus)
        defer { withExtendedLifetime(hold) {} }
        guard !Workshop(in: corpus).isInterrupted else {
            throw Failure(.badInput, "a sync was stopped while it placed pages; 'requisite sync' finishes it")
        }
        var lock = try SyncedCorpus(configuration).lock
        try await prepareEach(of: try wanted(in: lock), beside: lock) { placement, outcome in
            lock[outcome.name] = placement.locked
            if let copy { try Workshop(in: DiskPath(copy)).place(placement, lock: lock) }
            try didForesee(outcome)
        }
    }

    /// Fetches sources, and decides what is to be done with what each of them has; `place` is told so in their order.
    private func prepareEach(
        of sources: [Wanted], beside lock: SourcesLock, _ place: (Placement, SourceOutcome) throws -> Void
    ) async throws {
        try await OrderedWork.run(on: sources, jobs: Self.sourcesAtOnce) { source in
            await prepared(source, beside: lock[source.name])
        } consume: { prepared in
            try place(prepared.0, prepared.1)
        }
    }

    /// Fetches a source, and decides what is to be done with what it has.
    private func prepared(_ source: Wanted, beside locked: LockedSource?) async -> (Placement, SourceOutcome) {
        let corpus = SyncedCorpus(configuration)
        var outcome = SourceOutcome(name: source.name)
        guard let kind = source.kind else {
            let placement = Placement(
                withdrawing: locked, isAccepted: acceptedRemovals.contains(source.name), from: corpus, &outcome)
            return (placement, outcome)
        }
        let fetcher = SourceFetchers(configuration, cache: cache, agent: agent).fetcher(
            for: kind, called: source.name)
        let held = HeldSource(locked: locked) { corpus.copy(of: $0, in: source.name, as: locked) }
        let fetched: Fetched
        do throws(FetchFault) {
            fetched = try await fetcher.fetch(source.name, beside: held)
        } catch {
            outcome.faults.append(error.remark)
            return (Placement(keeping: locked), outcome)
        }
        let placement = Placement(
            fetched.refusingUnsafePaths(of: source.name), beside: locked, in: corpus, overwritesEdits: overwritesEdits,
            acceptsRemovals: acceptedRemovals.contains(source.name), &outcome)
        return (placement, outcome)
    }
}

extension Sync {
    /// A source that is declared, or one that only the lock still knows.
    private struct Wanted: Sendable {
        var name: String
        var kind: Source.Kind?
    }

    private func wanted(in lock: SourcesLock) throws(Failure) -> [Wanted] {
        let declared = configuration.sources.map { Wanted(name: $0.name, kind: $0.kind) }
        let withdrawn = lock.sources.filter { source in !declared.contains { $0.name == source.name } }
            .map { Wanted(name: $0.name, kind: nil) }
        let all = declared + withdrawn
        for name in names + acceptedRemovals.sorted() where !all.contains(where: { $0.name == name }) {
            let hint =
                all.isEmpty ? "'\(configuration.file)' names none" : Spelling.hint(for: name, among: all.map(\.name))
            throw Failure(.usage, "there is no source '\(name)'; \(hint)")
        }
        return names.isEmpty ? all : all.filter { names.contains($0.name) }
    }

    private func makeFolder(_ corpus: DiskPath) throws(Failure) {
        do {
            try FileManager.default.createDirectory(atPath: corpus.description, withIntermediateDirectories: true)
        } catch {
            throw Failure(.cannotWrite, "cannot make the corpus '\(corpus)': \(SystemReason(error))")
        }
    }

    private func hold(_ corpus: DiskPath) throws(Failure) -> FolderLock {
        do throws(FolderLock.Refusal) {
            return try FolderLock(corpus.description)
        } catch {
            switch error {
            case .held: throw Failure(.cannotWrite, "another sync is at work; wait until it is done, then sync again")
            case .unopened(let reason), .unlocked(let reason):
                throw Failure(.cannotWrite, "the corpus '\(corpus)' cannot be locked: \(reason)")
            }
        }
    }
}
