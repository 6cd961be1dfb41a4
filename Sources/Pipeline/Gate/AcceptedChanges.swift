internal import RequirementModel

/// The changes that people let pass the gate: `accepted-changes.yml` beside the configuration, which is reviewed like any text
/// of the repository.
///
/// An acceptance holds for the change of its fingerprint, which is over what the change does: it outlives rebases and
/// rewordings, and not a further host or port.
public struct AcceptedChanges: Sendable {
    /// The file's name beside the configuration.
    public static let fileName = "accepted-changes.yml"

    /// The file's path as messages name it.
    public let file: String
    /// The acceptances in the order of the file; one fingerprint stands there once.
    let entries: [Entry]

    /// An acceptance and where it stands.
    struct Entry: Sendable, Hashable {
        var acceptance: Acceptance
        var location: SourceLocation
    }

    /// The acceptances beside `configuration`; none where there is no such file.
    /// - Throws: ``InvalidConfiguration`` with all faults of the file; ``Failure`` (configuration) when it cannot be read.
    public init(beside configuration: Configuration) throws {
        let file = configuration.path(beside: Self.fileName)
        var bytes: [UInt8] = []
        do throws(FileReading.Fault) {
            bytes = try FileReading.bytes(at: DiskPath(file).description)
        } catch {
            guard error.isMissing else { throw Failure(.configuration, "cannot read '\(file)': \(error.reason)") }
        }
        try self.init(bytes, file: file)
    }

    /// The acceptances that the bytes of `file` hold.
    init(_ bytes: [UInt8], file: String) throws(InvalidConfiguration) {
        self.file = file
        var reader = AcceptedChangesReader(text: TextDecoding(bytes, path: file).utf8, file: file)
        entries = reader.read()
        guard reader.faults.isEmpty else { throw InvalidConfiguration(diagnostics: reader.faults.sorted()) }
    }

    /// The fingerprints of the acceptances that hold on `day`, `YYYY-MM-DD`.
    func fingerprints(on day: String) -> Set<String> {
        Set(entries.lazy.map(\.acceptance).filter { $0.holds(on: day) }.map(\.fingerprint))
    }

    /// The changes with what was accepted marked so.
    /// - Parameters:
    ///   - day: The day on which the acceptances must hold.
    ///   - isWhole: Whether these are all changes there are, so that an acceptance of none of them is of no use.
    /// - Returns: The changes, and what a person should know about the acceptances.
    func review(_ changes: ChangeSet, on day: String, isWhole: Bool) -> (changes: ChangeSet, notices: [Diagnostic]) {
        let byFingerprint = Dictionary(
            entries.map { ($0.acceptance.fingerprint, $0) }, uniquingKeysWith: { first, _ in first })
        var reviewed = changes
        var met: Set<String> = []
        for (index, change) in changes.changes.enumerated() {
            guard let entry = byFingerprint[change.fingerprint] else { continue }
            met.insert(change.fingerprint)
            if entry.acceptance.holds(on: day) { reviewed.changes[index].acceptance = entry.acceptance }
        }
        let notices = entries.compactMap { entry -> Diagnostic? in
            if !met.contains(entry.acceptance.fingerprint) { return isWhole ? .unused(entry) : nil }
            return entry.acceptance.holds(on: day) ? nil : .expired(entry)
        }
        return (reviewed, notices)
    }
}

extension Acceptance {
    /// Days of one form compare as texts.
    fileprivate func holds(on day: String) -> Bool { until.map { day <= $0 } ?? true }
}

extension Diagnostic {
    fileprivate static func unused(_ entry: AcceptedChanges.Entry) -> Diagnostic {
        Diagnostic(
            .warning, "unused-acceptance", at: entry.location,
            "no change has the fingerprint \(entry.acceptance.fingerprint) any more; take the acceptance out")
    }

    fileprivate static func expired(_ entry: AcceptedChanges.Entry) -> Diagnostic {
        Diagnostic(
            .warning, "expired-acceptance", at: entry.location,
            "the acceptance of \(entry.acceptance.fingerprint) ended on \(entry.acceptance.until ?? ""), and the change is "
                + "still there; make it, or give the acceptance another 'until'")
    }
}
