import ArgumentParser
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
    func write(_ report: ChangeReport) throws {
        for line in report.lines { try write(paintedForOutput(line)) }
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
