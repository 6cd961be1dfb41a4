public import RequirementModel
internal import TransformerKit
internal import Versioning

/// The versions of a configured output: what `changelog`, `log`, `show`, `transform` and `verify` ask.
public struct History: Sendable {
    private let configuration: Configuration
    private let ledger: Ledger

    /// The versions in the output of `configuration`.
    public init(_ configuration: Configuration) {
        self.configuration = configuration
        ledger = Ledger(folder: OutputFolder(path: configuration.outputFolder).ledger.description)
    }

    /// A version with its records and all before it; the last for nil.
    /// - Throws: ``Failure``, (input missing) when there is none.
    public func release(of selector: VersionSelector? = nil) throws -> Release {
        let id = try resolve(selector)
        return try withLedger { () throws(LedgerError) in try ledger.release(of: id) }
    }

    /// The version that `selector` means, the last for nil.
    /// - Throws: ``Failure`` (input missing) when there is none.
    public func resolve(_ selector: VersionSelector?) throws -> VersionID {
        let ids = try withLedger { () throws(LedgerError) in try ledger.versionIDs() }
        guard let last = ids.last else {
            throw Failure(.inputMissing, "there is no version yet; 'requisite run' makes the first")
        }
        switch selector {
        case nil: return last
        case .id(let id)?:
            if ids.contains(id) { return id }
            let nearest = Spelling.nearest(to: id.rawValue, among: ids.map(\.rawValue)) ?? last.rawValue
            throw Failure(.inputMissing, "there is no version \(id); did you mean \(nearest)?")
        case .date(let date)?:
            // Ids begin with the day, so their order is the order of the dates.
            let day = date.filter { $0 != "-" }
            if let id = ids.last(where: { $0.rawValue.prefix(8) <= day }) { return id }
            throw Failure(.inputMissing, "there is no version as of \(date); the first is \(ids[0])")
        }
    }

    /// A version with all its documents; the last for nil.
    public func version(_ selector: VersionSelector? = nil) throws -> Version {
        let id = try resolve(selector)
        return try withLedger { () throws(LedgerError) in try ledger.version(id) }
    }

    /// A version with all its documents, and what it changed; nil when there is none of that id.
    public func entry(_ id: VersionID) throws -> Release.Entry? {
        try withLedger { () throws(LedgerError) in
            guard try ledger.versionIDs().contains(id) else { return nil }
            return Release.Entry(version: try ledger.version(id), changes: try ledger.changes(of: id))
        }
    }

    /// When a record, or all that ask for a host, came, changed and went.
    /// - Throws: ``Failure`` (input missing) when no version has heard of it, with the nearest host that one has.
    public func events(of subject: String) throws -> RecordHistory { try RecordHistory(of: subject, in: ledger) }

    /// Which records of the last version ask for a flow, and where they come from.
    /// - Throws: ``Failure`` (input missing) when there is no version.
    public func explanation(of flow: AskedFlow) throws -> FlowExplanation {
        guard let head = try withLedger({ () throws(LedgerError) in try ledger.head() }) else {
            throw Failure(.inputMissing, "there is no version yet; 'requisite run' makes the first")
        }
        let rules = configuration.transformers.filter { transformer in
            guard case .requirements = transformer.type.descriptor.expresses else { return false }
            return true
        }
        return try FlowExplanation(
            of: flow, in: ledger, head: head, output: OutputFolder(path: configuration.outputFolder),
            transformers: Set(rules.map(\.name)))
    }

    /// The changes between two versions; by default those that the last version made.
    public func changes(from: VersionSelector?, to: VersionSelector?) throws -> ChangeSet {
        let to = try resolve(to)
        let newest = try withLedger { () throws(LedgerError) in try ledger.changes(of: to) }
        guard let from = try from.map(resolve), from.rawValue != newest.from else { return newest }
        guard from <= to else {
            throw Failure(.usage, "version \(from) is later than \(to); exchange '--from' and '--to'")
        }
        return try withLedger { () throws(LedgerError) in
            Comparison(between: try ledger.snapshot(of: from), and: try ledger.snapshot(of: to)).changes
        }
    }

    /// Emits the artifacts of a version again, all or those of the transformers called `names`.
    /// - Parameter folder: Where to, instead of the configured output.
    public func transform(
        _ names: [String], asOf selector: VersionSelector?, into folder: String?, jobs: Int
    ) async throws -> Publication {
        var configuration = configuration
        if !names.isEmpty {
            let configured = configuration.transformers.map(\.name)
            for name in names where !configured.contains(name) {
                throw Failure(
                    .usage,
                    "there is no transformer '\(name)' in '\(configuration.file)'; "
                        + Spelling.hint(for: name, among: configured))
            }
            configuration.transformers.removeAll { !names.contains($0.name) }
        }
        let id = try resolve(selector)
        let writer = try withLedger { () throws(LedgerError) in try ledger.writer() }
        let output = OutputFolder(path: folder.map { DiskPath($0) } ?? configuration.outputFolder)
        return try await output.publish(
            id, from: writer, by: configuration, keepsOthers: !names.isEmpty, jobs: jobs)
    }

    /// Replays every version.
    /// - Returns: The number of versions.
    /// - Throws: ``Failure`` (bad input) that names the first file that is wrong.
    public func verify() throws -> Int {
        try withLedger { () throws(LedgerError) in try ledger.verify() }
    }
}

/// How a version is named on the command line.
public enum VersionSelector: Sendable, Hashable {
    /// By its id.
    case id(VersionID)
    /// As of a day, `YYYY-MM-DD`: the last version of that day or before.
    case date(String)

    /// Reads an id or a day; nil for anything else.
    public init?(_ text: String) {
        if let id = VersionID(rawValue: text) {
            self = .id(id)
        } else if CalendarDay.isValid(text) {
            self = .date(text)
        } else {
            return nil
        }
    }
}
