internal import Foundation
internal import RequirementModel
internal import Versioning

/// `accept`: lets changes pass the gate, with a reason, in a file that is reviewed.
public struct Accepting: Sendable {
    private let run: Run

    /// Acceptance of what `run` would change.
    public init(_ run: Run) { self.run = run }

    /// What was accepted.
    public struct Outcome: Sendable {
        /// The file that says so now.
        public var file: String
        /// The fingerprints with what their changes say; nil for a change that was not looked up.
        public var accepted: [(fingerprint: String, text: String?)]
    }

    /// Accepts changes among those that the run would make.
    /// - Parameters:
    ///   - names: Fingerprints, or as many of their first digits as tell them apart, at least four.
    ///   - until: The last day on which the acceptances hold; nil for no end.
    ///   - unseen: Whether whole fingerprints are taken that no change has, such as those that `diff` printed.
    /// - Throws: ``Failure`` when a name is of no change, or of several, or is accepted already; then nothing is written.
    public func callAsFunction(
        _ names: [String], reason: String, until: String?, unseen: Bool, _ monitor: RunMonitor
    ) async throws -> Outcome {
        let reason = reason.trimmingCharacters(in: .whitespacesAndNewlines)
        guard !reason.isEmpty else { throw Failure(.usage, "give a reason that a reviewer can judge") }
        if let until, until < run.date {
            throw Failure(.usage, "\(until) is over; give a day from \(run.date) on")
        }
        let accepted = try AcceptedChanges(beside: run.configuration)
        let changes = unseen ? [] : try await run.check(monitor).changes
        var outcome = Outcome(file: accepted.file, accepted: [])
        for name in names {
            let (fingerprint, text) = try Self.resolve(name, among: changes, unseen: unseen)
            if let entry = accepted.entries.first(where: { $0.acceptance.fingerprint == fingerprint }) {
                throw Failure(.usage, at: entry.location, "\(fingerprint) is accepted here already; edit it")
            }
            if !outcome.accepted.contains(where: { $0.fingerprint == fingerprint }) {
                outcome.accepted.append((fingerprint, text))
            }
        }
        try write(outcome.accepted, reason: reason, until: until, to: accepted.file)
        return outcome
    }

    private static func resolve(
        _ name: String, among changes: [Change], unseen: Bool
    ) throws(Failure) -> (String, String?) {
        let name = name.lowercased()
        if unseen {
            guard AcceptedChangesReader.isFingerprint(name) else {
                throw Failure(.usage, "'\(name)' is no whole fingerprint, which has 16 digits of 0-9 and a-f")
            }
            return (name, nil)
        }
        let meant = AcceptedChangesReader.isAbbreviation(name) ? changes.filter { $0.fingerprint.hasPrefix(name) } : []
        if let change = meant.first, meant.count == 1 { return (change.fingerprint, change.text) }
        guard meant.isEmpty else {
            let all = meant.map(\.fingerprint).joined(separator: ", ")
            throw Failure(.usage, "'\(name)' begins \(meant.count) fingerprints: \(all); give more digits")
        }
        let all = changes.map(\.fingerprint)
        // Digits that a person cut off, or mistyped at the beginning.
        let nearest =
            Spelling.nearest(to: name, among: all)
            ?? Spelling.nearest(to: name, among: all.map { String($0.prefix(name.utf8.count)) }).flatMap { head in
                all.first { $0.hasPrefix(head) }
            }
        let hint =
            nearest.map { "did you mean \($0)?" }
            ?? (all.isEmpty ? "'requisite check' finds none" : "'requisite check' prints them")
        throw Failure(.usage, "no change has the fingerprint '\(name)'; \(hint)")
    }

    private func write(
        _ accepted: [(fingerprint: String, text: String?)], reason: String, until: String?, to file: String
    ) throws(Failure) {
        let path = DiskPath(file).description
        var bytes = (try? FileReading.bytes(at: path)) ?? []
        if bytes.isEmpty { bytes = Array(Self.introduction.utf8) }
        if bytes.last != UInt8(ascii: "\n") { bytes.append(UInt8(ascii: "\n")) }
        for (fingerprint, text) in accepted {
            bytes += "- fingerprint: \"\(fingerprint)\"\n  reason: \(Self.quoted(reason))\n".utf8
            if let until { bytes += "  until: \(until)\n".utf8 }
            if let text { bytes += "  change: \(Self.quoted(text))\n".utf8 }
        }
        // A file of another shape than a list cannot be added to at its end.
        guard (try? AcceptedChanges(bytes, file: file)) != nil else {
            throw Failure(.configuration, "nothing can be added at the end of '\(file)'; write it as a plain list")
        }
        do {
            try Data(bytes).write(to: URL(filePath: path), options: .atomic)
        } catch {
            throw Failure(.cannotWrite, "cannot write '\(file)': \(SystemReason(error))")
        }
    }

    /// A string of JSON, which is one of YAML.
    private static func quoted(_ text: String) -> String {
        String(decoding: JSONWriter.text(.compact) { $0.value(text) }, as: UTF8.self)
    }

    private static let introduction = """
        # Changes that a person looked at and lets pass the gate of `requisite check` and `requisite diff`.
        # `requisite accept FINGERPRINT --reason …` adds to this list. An acceptance holds for the same change of what must be
        # reachable, however it reads; `requisite check` says which ones have ended or are of no use any more.

        """
}
