/// A kind of source.
///
/// A fetch writes nothing that the next one, or a run, must read. What cannot be brought is said, and the last good
/// page stays.
public protocol SourceFetcher: Sendable {
    /// What the source called `name` holds now.
    /// - Parameter held: What was fetched from it before.
    /// - Throws: ``FetchFault`` when nothing can be said of the source; a fault of one page is among ``Fetched/faults``.
    func fetch(_ name: String, beside held: HeldSource) async throws(FetchFault) -> Fetched
}

/// What the corpus holds of a source.
public struct HeldSource: Sendable {
    /// What the lock says; nil before the first fetch.
    public var locked: LockedSource?
    /// The bytes of a locked page's copy, by the page's path; nil unless these are just what the lock says, so that they must be
    /// fetched again.
    public var copy: @Sendable (_ path: String) -> [UInt8]?

    /// What is held of a source.
    public init(
        locked: LockedSource? = nil, copy: @escaping @Sendable (_ path: String) -> [UInt8]? = { _ in nil }
    ) {
        self.locked = locked
        self.copy = copy
    }
}

/// What a fetch yields.
public struct Fetched: Sendable {
    /// What the lock must say of the source beside its pages.
    public var state: LockedSource.State
    /// The pages that are there, by path. None twice, and none that is in `gone` or `faults`.
    public var pages: [FetchedPage]
    /// Locked pages that the source has no more. Their copies stay until a person accepts their removal.
    public var gone: [GonePage]
    /// Locked files that no page includes any more, and that nobody asked for: their copies go without further ado.
    public var dropped: [String]
    /// What could not be brought. Copies of such pages stay.
    public var faults: [FetchRemark]
    /// What a person should know, nothing lost.
    public var notices: [FetchRemark]

    /// What was fetched.
    public init(
        state: LockedSource.State, pages: [FetchedPage] = [], gone: [GonePage] = [], dropped: [String] = [],
        faults: [FetchRemark] = [], notices: [FetchRemark] = []
    ) {
        self.state = state
        self.pages = pages
        self.gone = gone
        self.dropped = dropped
        self.faults = faults
        self.notices = notices
    }
}

/// A page that the source has.
public struct FetchedPage: Sendable, Hashable {
    /// Its path below the source's folder.
    public var path: String
    /// What it holds; nil when that is what the copy holds.
    public var bytes: [UInt8]?
    /// Where it comes from.
    public var origin: PageOrigin
    /// The path that the page was locked under before, when the source moved it.
    public var formerPath: String?

    /// The page at `path`.
    public init(path: String, bytes: [UInt8]?, origin: PageOrigin, formerPath: String? = nil) {
        self.path = path
        self.bytes = bytes
        self.origin = origin
        self.formerPath = formerPath
    }
}

/// A locked page that the source has no more.
public struct GonePage: Sendable, Hashable {
    /// Its path below the source's folder.
    public var path: String
    /// How that is known, such as `commit 1f0c… has no such file`; lower case, no full stop.
    public var reason: String

    /// The page at `path`, which is gone.
    public init(path: String, reason: String) {
        self.path = path
        self.reason = reason
    }
}
