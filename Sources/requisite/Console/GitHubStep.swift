import Foundation
import Pipeline
import RequirementModel
import TransformerKit

/// The files by which a step of GitHub Actions speaks to its runner. Elsewhere the environment names none, and nothing is
/// written.
struct GitHubStep {
    private let summaryFile: String?
    private let outputFile: String?

    init(environment: [String: String]) {
        summaryFile = environment["GITHUB_STEP_SUMMARY"]
        outputFile = environment["GITHUB_OUTPUT"]
    }

    /// Adds the `summary` to the step's, and the changes' class, level and numbers to its outputs.
    /// - Throws: ``Failure`` (cannot write).
    func record(_ report: ChangeReport, summary: String) throws {
        try append(summary, to: summaryFile)
        try append(report.stepOutputs, to: outputFile)
    }

    private func append(_ text: String, to file: String?) throws {
        guard let file, !file.isEmpty else { return }
        guard let handle = FileHandle(forWritingAtPath: file) else {
            throw Failure(.cannotWrite, "cannot write '\(file)', which the runner names for the step's results")
        }
        try handle.seekToEnd()
        try handle.write(contentsOf: Data(text.utf8))
        try handle.close()
    }
}

extension ChangeReport {
    /// Lines `name=value`. No word of a document is among them: a line end in one would set another output.
    fileprivate var stepOutputs: String {
        let counts = sections.reduce(into: [:]) { $0[$1.topic] = $1.changes.count }
        let values: KeyValuePairs = [
            "class": changeSet.impact.rawValue, "level": changeSet.level?.rawValue ?? "none",
            "changes": "\(changeSet.changes.count)", "opened": "\(counts[.opening, default: 0])",
            "closed": "\(counts[.closing, default: 0])", "risks": "\(counts[.risk, default: 0])", "summary": summary,
        ]
        return values.map { "\($0.key)=\($0.value)\n" }.joined()
    }
}
