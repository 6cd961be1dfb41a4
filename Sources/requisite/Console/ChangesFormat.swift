import ArgumentParser
import RequirementModel
import TransformerKit

/// How changes are printed.
enum ChangesFormat: String, ExpressibleByArgument, CaseIterable {
    /// For a person at a terminal.
    case text
    /// The diff format.
    case json
    /// For a pull request.
    case markdown
}

extension Console {
    /// Prints changes as a result.
    func write(_ changes: ChangeSet, as format: ChangesFormat) throws {
        switch format {
        case .text:
            for line in ChangeReport(changes).lines { try write(paintedForOutput(line)) }
        case .json: try write(JSONWriter.text { changes.write(to: &$0) })
        case .markdown: try write(Array(ChangeReport(changes).markdown().utf8))
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
