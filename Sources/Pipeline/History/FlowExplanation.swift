internal import Foundation
public import RequirementModel
internal import TransformerKit
internal import Versioning

/// `explain`: which records ask for a flow, where these come from, and what became of them.
public struct FlowExplanation: Sendable {
    /// What was asked about.
    public let flow: AskedFlow
    /// The last version, by which it is answered.
    public let version: VersionID
    /// The records that ask for it or deny it, in reading order.
    public let reasons: [Reason]
    /// What is to be known about the artifacts; nil when they are those of the version.
    public let remark: String?

    /// One record.
    public struct Reason: Sendable {
        /// The record.
        public var record: Requirement
        /// How its destination holds the flow's.
        public var match: AskedFlow.Match
        /// Those of its atoms that do.
        public var atoms: [Atom]
        /// What made the record; nil where the ledger does not tell.
        public var came: RecordHistory.Event?
        /// What changed it last; nil when nothing did since.
        public var changed: RecordHistory.Event?
        /// The lines of rule files that name the record.
        public var rules: [RuleLine]
    }

    /// A line of an artifact.
    public struct RuleLine: Sendable, Hashable {
        /// The artifact's path below the output.
        public var artifact: String
        /// From 1.
        public var line: Int
        /// The line without the white space around it.
        public var text: String
    }

    init(
        of flow: AskedFlow, in ledger: Ledger, head: Ledger.Head, output: OutputFolder, transformers: Set<String>
    ) throws(Failure) {
        self.flow = flow
        version = head.version.id
        let found = head.snapshot.records.compactMap { record -> Reason? in
            var best: AskedFlow.Match?
            let atoms = record.atoms.filter { atom in
                guard let destination = atom.destination, let match = flow.match(destination) else { return false }
                if let port = flow.port.flatMap(PortRange.init), let asked = atom.service.port, !asked.covers(port) {
                    return false
                }
                best = best ?? match
                return true
            }
            guard let best else { return nil }
            return Reason(record: record, match: best, atoms: atoms, rules: [])
        }
        let ids = Set(found.map(\.record.id))
        let entries =
            ids.isEmpty
            ? [] : try withLedger { () throws(LedgerError) in try ledger.history { ids.contains($0.record) } }
        var events: [RecordID: [RecordHistory.Event]] = [:]
        for entry in entries {
            for change in entry.changes.changes {
                events[change.record, default: []].append(.init(version: entry.version, change: change))
            }
        }
        let rules = RuleLines(naming: ids, in: output, of: transformers, version: head.version)
        remark = rules.remark
        reasons = found.map { reason in
            var reason = reason
            let events = events[reason.record.id] ?? []
            reason.came = events.first { $0.change.operation == .added }
            reason.changed = events.first.flatMap { $0.change.operation == .added ? nil : $0 }
            reason.rules = rules.lines[reason.record.id] ?? []
            return reason
        }
    }
}

/// Where rule files name records: a rule's name, a comment or a list of what could not be said holds the record's id.
private struct RuleLines {
    private(set) var lines: [RecordID: [FlowExplanation.RuleLine]] = [:]
    private(set) var remark: String?

    init(naming ids: Set<RecordID>, in output: OutputFolder, of transformers: Set<String>, version: Version) {
        guard let inventory = output.inventory else {
            remark = "no artifacts were written yet; 'requisite transform' writes them"
            return
        }
        guard inventory.version == version.id, inventory.versionDigest == version.digest else {
            remark = "the artifacts are not those of the last version; 'requisite transform' writes them anew"
            return
        }
        guard !ids.isEmpty else { return }
        for emission in inventory.transformers where transformers.contains(emission.name) {
            for entry in emission.artifacts { read(entry.path, in: output, ids) }
        }
    }

    private mutating func read(_ path: String, in output: OutputFolder, _ ids: Set<RecordID>) {
        let file = DiskPath(path, relativeTo: output.path).description
        guard let bytes = try? FileReading.bytes(at: file, limit: .max) else { return }
        for (index, line) in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).enumerated() {
            // An id stands between bytes that cannot be part of one.
            for word in line.split(whereSeparator: { !$0.isDigit && ($0.isUppercase || !$0.isLetter) })
            where word.count == 12 {
                let id = RecordID(rawValue: String(decoding: word, as: UTF8.self))
                guard ids.contains(id) else { continue }
                let text = String(decoding: line, as: UTF8.self).trimmingCharacters(in: .whitespaces)
                lines[id, default: []].append(.init(artifact: path, line: index + 1, text: text))
                break
            }
        }
    }
}
