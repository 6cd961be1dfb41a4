internal import RequirementModel

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
    public var lines: [ReportLine] { lines(explaining: false) }

    /// The report for a terminal, line by line, the summary last.
    /// - Parameter explaining: Whether each change also says why its two records are one.
    public func lines(explaining: Bool) -> [ReportLine] {
        var lines: [ReportLine] = []
        for section in sections {
            lines.append(ReportLine(role: .title, text: "\(section.topic.title) (\(section.changes.count))"))
            for change in section.changes {
                lines += Self.lines(for: change, under: section.topic, explaining: explaining)
            }
            lines.append(ReportLine(role: .detail, text: ""))
        }
        let range = changeSet.from.map { "\($0) → \(changeSet.to)" } ?? changeSet.to
        return lines + [ReportLine(role: .summary, text: Self.onOneLine("\(range): \(summary)"))]
    }

    private static func lines(for change: Change, under topic: Topic, explaining: Bool) -> [ReportLine] {
        var lines: [ReportLine] = []
        func add(_ role: ReportLine.Role, _ text: String) {
            lines.append(ReportLine(role: role, text: onOneLine(text)))
        }
        switch topic {
        case .page: add(.risk, "  ! \(change.text)")
        case .opening: for flow in change.openedFlows { add(.opened, "  + \(flow.line)") }
        case .closing: for flow in change.closedFlows { add(.closed, "  - \(flow.line)") }
        case .risk:
            add(.risk, "  ! \(change.risks.map(\.phrase).joined(separator: ", ")): \(change.subject.phrase)")
        case .covered, .alteration, .advisory, .wording, .moving, .accepted, .rereading:
            add(.changed, "  ~ \(change.text)")
        }
        for remark in change.remarks(under: topic) { add(.detail, "      \(remark)") }
        let place = [change.subject.location.description] + change.section.suffix(1)
        let name = change.isOfPage ? change.id : "\(change.id) \(change.record)"
        add(.detail, "      \(place.joined(separator: "  ")) [\(name)] \(change.fingerprint)")
        if let acceptance = change.acceptance { add(.detail, "      accepted: \(acceptance.phrase)") }
        if explaining, let match = change.match { add(.detail, "      one record by \(match.phrase)") }
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

extension Flow {
    /// The flow on one line of plain text.
    public var line: String {
        let names = destinations.map { $0?.text ?? "no destination named" }.joined(separator: ", ")
        let parts = [names, services.map(\.phrase).joined(separator: ", "), terms.cloud?.rawValue ?? "", terms.phrase]
        return parts.filter { !$0.isEmpty }.joined(separator: "  ")
    }
}
