/// A difference between two versions of one record, readable alone.
public struct Change: Sendable, Hashable {
    /// What kind of change it is: stable, kebab-case, such as `requirement-added`.
    public var id: String
    /// 16 hexadecimal digits over the change's structure, not its prose; the same on every machine.
    public var fingerprint: String
    /// What happened to the record.
    public var operation: Operation
    /// How much it matters to what must be reachable.
    public var impact: Impact
    /// How much a person must do.
    public var level: Level
    /// What made the difference.
    public var cause: Cause
    /// The record; ``RecordID/unassigned`` when the change is of a page as a whole.
    public var record: RecordID
    /// The page that states it, or did.
    public var document: String
    /// The headings above it.
    public var section: [String]
    /// The fields that differ, by their names in the flat view.
    public var fields: [String]
    /// What now must be reachable and had not to be, net over all that is compared.
    public var opened: [Atom]
    /// What no longer must be reachable, net over all that is compared.
    public var closed: [Atom]
    /// Records that already ask for atoms which this change would otherwise open, or still ask for those it would close.
    public var coveredBy: [RecordID]
    /// The record as it was; nil when it was added, or when the change is of a page as a whole.
    public var before: Requirement?
    /// The record as it is; nil when it was removed, or when the change is of a page as a whole.
    public var after: Requirement?
    /// Why the two are one record; nil when there are not both.
    public var match: MatchReason?
    /// What a document can smuggle in, flagged whatever the impact.
    public var risks: [Risk]
    /// What to do or to know, in one line of plain text; holds the remarks.
    public var text: String
    /// What else lets through what is opened or closed, how wide it is beside what it was, and what is not known of its cause: a
    /// clause each, in plain text.
    public var remarks: [String]
    /// Who accepted the change, and why; nil when nobody did. No version keeps it.
    public var acceptance: Acceptance?

    /// What happened to the record.
    public enum Operation: String, Sendable, Hashable, CaseIterable {
        case added, removed, changed, moved
    }

    /// What made the difference.
    public enum Cause: String, Sendable, Hashable, CaseIterable {
        case source, extractor, configuration
    }

    /// A change of a record.
    public init(
        id: String, fingerprint: String, operation: Operation, impact: Impact, level: Level, cause: Cause,
        record: RecordID, document: String, section: [String], fields: [String] = [], opened: [Atom] = [],
        closed: [Atom] = [], coveredBy: [RecordID] = [], before: Requirement? = nil, after: Requirement? = nil,
        match: MatchReason? = nil, risks: [Risk] = [], text: String, remarks: [String] = []
    ) {
        self.id = id
        self.fingerprint = fingerprint
        self.operation = operation
        self.impact = impact
        self.level = level
        self.cause = cause
        self.record = record
        self.document = document
        self.section = section
        self.fields = fields
        self.opened = opened
        self.closed = closed
        self.coveredBy = coveredBy
        self.before = before
        self.after = after
        self.match = match
        self.risks = risks
        self.text = text
        self.remarks = remarks
    }
}

extension Change {
    /// Whether it is of a page as a whole, not of a record.
    public var isOfPage: Bool { record == .unassigned }
}

/// How much a change matters to what must be reachable: the field `class` of the diff format. The strongest is the greatest.
public enum Impact: String, Sendable, Hashable, CaseIterable, Comparable {
    /// Nothing differs.
    case none
    /// The same requirement in other words, under another heading, in another order.
    case editorial
    /// The same atoms, but whom they apply to changed.
    case advisory
    /// Some atom now must be reachable, or no longer must, or flows another way.
    case requirement

    /// The weaker first.
    public static func < (left: Self, right: Self) -> Bool {
        (allCases.firstIndex(of: left) ?? 0) < (allCases.firstIndex(of: right) ?? 0)
    }
}

/// How much a person must do about a change. The gravest is the greatest.
public enum Level: String, Sendable, Hashable, CaseIterable, Comparable {
    /// It only reads differently.
    case notice
    /// Something may be closed, or applies to others now.
    case warning
    /// Something must be opened, or a risk came in.
    case error

    /// The lighter first.
    public static func < (left: Self, right: Self) -> Bool {
        (allCases.firstIndex(of: left) ?? 0) < (allCases.firstIndex(of: right) ?? 0)
    }
}

/// What a changed document can smuggle in.
public enum Risk: String, Sendable, Hashable, CaseIterable {
    /// A destination of `any`.
    case anyDestination = "any-destination"
    /// A wildcard over a public suffix, such as `*.com`.
    case publicSuffixWildcard = "public-suffix-wildcard"
    /// An address range wider than /8.
    case wideAddressRange = "wide-address-range"
    /// A registrable domain that the ledger has never seen.
    case unseenDomain = "unseen-domain"
    /// Plain HTTP.
    case plainHTTP = "plain-http"
    /// Deny turned allow.
    case denyTurnedAllow = "deny-turned-allow"
}

/// All changes between two states, in a stable order.
public struct ChangeSet: Sendable, Hashable {
    /// What was compared: a version's id, or a path.
    public var from: String?
    /// What it was compared with.
    public var to: String
    /// The changes, gravest first, then by document and place.
    public var changes: [Change]

    /// The changes from `from` to `to`.
    public init(from: String?, to: String, changes: [Change]) {
        self.from = from
        self.to = to
        self.changes = changes
    }

    /// The strongest impact of a change whose cause is the source.
    public var impact: Impact { changes.lazy.filter { $0.cause == .source }.map(\.impact).max() ?? .none }

    /// The gravest level of a change whose cause is the source and that nobody accepted: what a gate goes by. Nil without one.
    public var level: Level? {
        changes.lazy.filter { $0.cause == .source && $0.acceptance == nil }.map(\.level).max()
    }
}
