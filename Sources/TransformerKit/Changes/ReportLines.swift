public import RequirementModel

/// A line for a terminal; whoever prints it chooses the colours.
public struct ReportLine: Sendable, Hashable {
    /// What the line is.
    public var role: Role
    /// The line without its line end; no character in it moves the cursor or hides.
    public var text: String

    /// What a line of a report is.
    public enum Role: Sendable, Hashable, CaseIterable {
        /// A topic's title.
        case title
        /// Something that must be opened.
        case opened
        /// Something that may be closed.
        case closed
        /// A risk.
        case risk
        /// Any other change.
        case changed
        /// Details of the line above.
        case detail
        /// What came of it all.
        case summary
    }
}

extension ChangeReport {
    /// The report for a terminal, line by line, the summary last.
    public var lines: [ReportLine] {
        var lines: [ReportLine] = []
        for section in sections {
            lines.append(ReportLine(role: .title, text: "\(section.topic.title) (\(section.changes.count))"))
            for change in section.changes { lines += Self.lines(for: change, under: section.topic) }
            lines.append(ReportLine(role: .detail, text: ""))
        }
        let range = changeSet.from.map { "\($0) → \(changeSet.to)" } ?? changeSet.to
        return lines + [ReportLine(role: .summary, text: Self.onOneLine("\(range): \(summary)"))]
    }

    private static func lines(for change: Change, under topic: Topic) -> [ReportLine] {
        var lines: [ReportLine] = []
        func add(_ role: ReportLine.Role, _ text: String) {
            lines.append(ReportLine(role: role, text: onOneLine(text)))
        }
        switch topic {
        case .opening: for flow in change.openedFlows { add(.opened, "  + \(flow.line)") }
        case .closing: for flow in change.closedFlows { add(.closed, "  - \(flow.line)") }
        case .risk:
            add(.risk, "  ! \(change.risks.map(\.phrase).joined(separator: ", ")): \(change.subject.phrase)")
        case .alteration, .advisory, .wording, .rereading: add(.changed, "  ~ \(change.text)")
        }
        let place = [change.subject.location.description] + change.section.suffix(1)
        add(.detail, "      \(place.joined(separator: "  ")) [\(change.id) \(change.record)]")
        if topic != .risk, topic != .opening, topic != .closing {
            for difference in change.differences {
                add(.detail, "      \(difference.field): \(quoted(difference.before)) → \(quoted(difference.after))")
            }
        }
        return lines
    }

    private static func quoted(_ text: String) -> String { text.isEmpty ? "nothing" : "“\(text)”" }

    private static func onOneLine(_ text: String) -> String {
        let shown = text.showingInvisibles
        guard shown.utf8.contains(where: { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\t") }) else { return shown }
        return String(String.UnicodeScalarView(shown.unicodeScalars.map { $0 == "\n" || $0 == "\t" ? " " : $0 }))
    }
}

extension Change {
    /// The record as it is, or as it was when it is gone.
    ///
    /// A change without either, which no comparison makes, speaks of an empty row.
    public var subject: Requirement {
        after ?? before
            ?? Requirement(
                id: record, document: document, location: SourceLocation(file: document), section: section,
                content: .row(RowRecord(cells: [])))
    }

    /// What now must be reachable.
    public var openedFlows: [Flow] { Flow.flows(of: opened, in: after) }

    /// What no longer must be reachable.
    public var closedFlows: [Flow] { Flow.flows(of: closed, in: before) }
}

extension Flow {
    /// The flow on one line of plain text.
    public var line: String {
        let names = destinations.map { $0?.text ?? "no destination named" }.joined(separator: ", ")
        let parts = [names, services.map(\.phrase).joined(separator: ", "), terms.cloud?.rawValue ?? "", terms.phrase]
        return parts.filter { !$0.isEmpty }.joined(separator: "  ")
    }
}
