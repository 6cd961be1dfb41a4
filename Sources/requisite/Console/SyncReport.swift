import Fetching
import Pipeline
import RequirementModel
import TransformerKit

/// What a sync did, on the console: what was brought as a result, faults and notices as messages, each when it is known.
struct SyncReport {
    /// Whether something was brought, or would be.
    private(set) var isChange = false
    private let console: Console
    private let corpus: SourceFolder
    private let isForeseen: Bool
    private var outcomes: [SourceOutcome] = []

    init(_ console: Console, corpus: String, isForeseen: Bool = false) {
        self.console = console
        self.corpus = SourceFolder(path: corpus)
        self.isForeseen = isForeseen
    }

    /// Says what went wrong with a source, and what is to know of it.
    mutating func add(_ outcome: SourceOutcome) {
        for notice in outcome.notices { console.say("notice: \(notice) [\(notice.id)]") }
        for fault in outcome.faults { console.say("error: \(fault) [\(fault.id)]", from: .quiet) }
        for edit in outcome.edits {
            console.say("  \(corpus.path(of: edit.path)): the copy (-) beside the page (+)")
            for line in edit.difference { console.say("  \(line)") }
        }
        isChange = isChange || outcome.changesLock || !outcome.changes.isEmpty
        outcomes.append(outcome)
    }

    /// Prints what became of the pages.
    /// - Throws: ``Failure`` (source failed) when a source did.
    func end(as format: ReportFormat) throws {
        switch format {
        case .json: try console.write(JSONWriter.text { outcomes.write(to: &$0) })
        case .text: if console.volume > .quiet { for line in lines { try console.write(line.safeForTerminal) } }
        }
        if let failure { throw failure }
    }

    /// What ends the command when a source failed.
    var failure: Failure? {
        let failed = outcomes.filter { !$0.faults.isEmpty }.map(\.name)
        guard !failed.isEmpty else { return nil }
        return Failure(
            .sourceFailed,
            "\(failed.count) of \(outcomes.count) sources could not be brought whole (\(failed.joined(separator: ", "))); "
                + "what could not be brought is as it was")
    }

    /// What became of the pages, for a person.
    var lines: [String] {
        outcomes.isEmpty
            ? ["No source is declared, so there is nothing to bring."]
            : outcomes.flatMap { outcome in
                let counts = SourceOutcome.PageChange.Kind.allCases.map { kind in
                    (outcome.changes.count { $0.kind == kind }, kind.rawValue)
                }
                let words =
                    (counts + [(outcome.unchanged, "as they were")]).filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
                    + (outcome.faults.isEmpty ? [] : ["\(outcome.faults.count) failed"])
                let commit = outcome.commit.map { " at \($0.prefix(12))" } ?? ""
                let would = isForeseen && !outcome.changes.isEmpty ? " (nothing was written)" : ""
                return [
                    "\(outcome.name)\(commit): \(words.isEmpty ? "no pages" : words.joined(separator: ", "))\(would)"
                ]
                    + outcome.changes.map { change in
                        let from = change.formerPath.map { " (was \(corpus.path(of: $0)))" } ?? ""
                        return "  \(change.kind.rawValue) \(corpus.path(of: change.path))\(from)"
                    }
            }
    }
}
