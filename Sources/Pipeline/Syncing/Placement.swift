internal import Fetching

/// What must be done to a corpus to bring a source's pages: decided whole before anything is touched.
struct Placement: Sendable {
    /// What the lock says of the source afterwards; nil for nothing.
    private(set) var locked: LockedSource?
    /// Files to write, by their paths below the corpus.
    private(set) var writes: [String: [UInt8]] = [:]
    /// Files to remove, likewise.
    private(set) var removals: [String] = []

    /// Nothing.
    init(keeping locked: LockedSource?) { self.locked = locked }

    /// Puts what was fetched beside what the lock says and what lies in the corpus.
    init(
        _ fetched: Fetched, beside locked: LockedSource?, in corpus: SyncedCorpus, overwritesEdits: Bool,
        acceptsRemovals: Bool, _ outcome: inout SourceOutcome
    ) {
        let name = outcome.name
        var desk = Desk(name: name, locked: locked, corpus: corpus, overwritesEdits: overwritesEdits)
        for page in fetched.pages { desk.place(page, &outcome) }
        for page in fetched.gone {
            if acceptsRemovals {
                desk.remove(page.path, &outcome)
            } else {
                outcome.faults.append(
                    FetchRemark(
                        "page-gone", source: name, page: page.path,
                        "is gone: \(page.reason); its copy stays until 'requisite sync --accept-removal \(name)'"))
            }
        }
        for path in fetched.dropped { desk.remove(path, &outcome) }
        outcome.faults += fetched.faults
        outcome.notices += fetched.notices
        outcome.changes.sort { $0.path < $1.path }
        // A move that an edit holds up is to be found again.
        let state = desk.heldUpMove ? locked?.state ?? fetched.state : fetched.state
        if case .git(let state) = state { outcome.commit = state.commit }
        let pages = Array(desk.pages.values)
        self.locked = pages.isEmpty ? nil : LockedSource(name: name, state: state, pages: pages)
        writes = desk.writes
        removals = desk.removals.sorted()
        outcome.changesLock = self.locked != locked
    }

    /// Lets go of a source that is not declared any more.
    init(withdrawing locked: LockedSource?, isAccepted: Bool, from corpus: SyncedCorpus, _ outcome: inout SourceOutcome)
    {
        self.locked = locked
        guard isAccepted else {
            let count = locked?.pages.count ?? 0
            outcome.notices.append(
                FetchRemark(
                    "source-withdrawn", source: outcome.name,
                    "requisite.yml does not name it any more; its \(count) pages stay in the corpus until 'requisite sync "
                        + "--accept-removal \(outcome.name)'"))
            return
        }
        var desk = Desk(name: outcome.name, locked: locked, corpus: corpus, overwritesEdits: false)
        for page in locked?.pages ?? [] { desk.remove(page.path, &outcome) }
        removals = desk.removals.sorted()
        self.locked = nil
        outcome.changesLock = true
    }
}

/// Where the pages of one source are laid out beside their copies.
private struct Desk {
    let name: String
    let locked: LockedSource?
    let corpus: SyncedCorpus
    let overwritesEdits: Bool
    var pages: [String: LockedPage]
    var writes: [String: [UInt8]] = [:]
    var removals: Set<String> = []
    var heldUpMove = false
    private var placed: Set<String> = []

    init(name: String, locked: LockedSource?, corpus: SyncedCorpus, overwritesEdits: Bool) {
        self.name = name
        self.locked = locked
        self.corpus = corpus
        self.overwritesEdits = overwritesEdits
        pages = Dictionary((locked?.pages ?? []).map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    }

    mutating func place(_ page: FetchedPage, _ outcome: inout SourceOutcome) {
        let before = pages[page.path]
        guard let bytes = page.bytes else {
            guard let before else { return }
            pages[page.path] = LockedPage(path: page.path, digest: before.digest, origin: page.origin)
            outcome.unchanged += 1
            return
        }
        let digest = Digest.sha256(of: bytes)
        let copy = corpus.copy(at: page.path, in: name)
        if let fault = objection(to: page.path, copy, page: (bytes, digest), before: before, &outcome)
            ?? page.formerPath.flatMap({ former in
                objection(
                    to: former, corpus.copy(at: former, in: name), page: (bytes, digest), before: pages[former],
                    &outcome)
            })
        {
            outcome.faults.append(fault)
            heldUpMove = heldUpMove || page.formerPath != nil
            return
        }
        pages[page.path] = LockedPage(path: page.path, digest: digest, origin: page.origin)
        placed.insert(page.path)
        let path = "\(name)/\(page.path)"
        removals.remove(path)
        var isAsItShould = false
        if case .file(_, digest) = copy { isAsItShould = true } else { writes[path] = bytes }
        if let former = page.formerPath {
            // Two pages may have changed names with each other.
            if !placed.contains(former) {
                pages[former] = nil
                removals.insert("\(name)/\(former)")
            }
            outcome.changes.append(.init(path: path, kind: .moved, formerPath: "\(name)/\(former)"))
        } else if isAsItShould {
            outcome.unchanged += 1
        } else if before == nil {
            outcome.changes.append(.init(path: path, kind: .added))
        } else if before?.digest == digest, case .absent = copy {
            outcome.changes.append(.init(path: path, kind: .restored))
        } else {
            outcome.changes.append(.init(path: path, kind: .changed))
        }
    }

    mutating func remove(_ path: String, _ outcome: inout SourceOutcome) {
        guard let page = pages.removeValue(forKey: path) else { return }
        switch corpus.copy(at: path, in: name) {
        case .file(_, page.digest):
            removals.insert("\(name)/\(path)")
            outcome.changes.append(.init(path: "\(name)/\(path)", kind: .removed))
        case .absent: outcome.changes.append(.init(path: "\(name)/\(path)", kind: .removed))
        case .file, .obstacle:
            outcome.notices.append(
                FetchRemark(
                    "edited-copy-left", source: name, page: path,
                    "is gone, but its copy was edited and is left; remove it yourself if nobody needs it"))
        }
    }

    /// Why the copy at `path` must not make room for a page; nil when it may.
    private func objection(
        to path: String, _ copy: SyncedCorpus.Copy, page: (bytes: [UInt8], digest: String), before: LockedPage?,
        _ outcome: inout SourceOutcome
    ) -> FetchRemark? {
        switch copy {
        case .absent: return nil
        case .obstacle(let reason):
            return FetchRemark(
                "copy-in-the-way", source: name, page: path,
                "is not brought: \(reason); move that away, then sync again")
        case .file(let bytes, let digest):
            if digest == page.digest || digest == before?.digest || overwritesEdits { return nil }
            outcome.edits.append(
                .init(path: "\(name)/\(path)", difference: LineDifference.lines(from: bytes, to: page.bytes)))
            return FetchRemark(
                "edited-copy", source: name, page: path,
                before == nil
                    ? "is not brought: another file lies in its place; '--force' overwrites it"
                    : "is not brought: its copy was edited; '--force' overwrites the edit")
        }
    }
}
