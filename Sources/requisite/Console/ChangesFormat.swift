import ArgumentParser
import Pipeline
import RequirementModel
import TransformerKit

/// How changes are printed.
enum ChangesFormat: String, ExpressibleByArgument, CaseIterable {
    /// For a person at a terminal.
    case text
    /// The diff format.
    case json
    /// For the body of a pull request, or a comment.
    case markdown
    /// For a browser: a page that is one file.
    case html
    /// For a step of GitHub Actions: annotations, and what the runner takes from files.
    case github
    /// For code scanning.
    case sarif
    /// For any other CI.
    case junit
}

extension Console {
    /// Prints changes for a person at a terminal.
    func write(_ report: ChangeReport, explaining: Bool = false) throws {
        for line in report.lines(explaining: explaining) { try write(paintedForOutput(line)) }
    }

    /// Prints changes for a person, with the reason of each match.
    func write(_ changes: ChangeSet, explainedBy matches: [MatchedRecord]) throws {
        try write(ChangeReport(changes), explaining: true)
        let same = matches.count { $0.reason == .everything }
        try write(
            "\(matches.count) records on both sides: \(same) say the same at the same heading, of the others each is one"
        )
        for match in matches where match.reason != .everything {
            let place = "\(match.record.location) [\(match.record.id)]".safeForTerminal
            try write("      \(place) by \(match.reason.phrase)")
        }
    }

    private func paintedForOutput(_ line: ReportLine) -> String {
        guard isOutputColoured, let style = line.role.style else { return line.text }
        return style.paint(line.text)
    }
}

extension ReportLine.Role {
    fileprivate var style: Style? {
        switch self {
        case .title, .summary: .bold
        case .opened, .risk: .red
        case .closed: .yellow
        case .changed, .detail: nil
        }
    }
}
