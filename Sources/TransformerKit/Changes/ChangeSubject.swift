public import RequirementModel

extension Change {
    /// The record as it is, or as it was when it is gone.
    ///
    /// A change of a page as a whole has neither, and speaks of an empty row of that page.
    public var subject: Requirement {
        after ?? before
            ?? Requirement(
                id: record, document: document, location: SourceLocation(file: document), section: section,
                content: .row(RowRecord(cells: [])))
    }

    /// The remarks that a list of the topic's flows does not show; each stands once in a report.
    func remarks(under topic: ChangeReport.Topic) -> [String] {
        switch topic {
        case .opening: remarks
        case .closing: opened.isEmpty ? remarks : []
        default: []
        }
    }

    /// What now must be reachable.
    public var openedFlows: [Flow] { Flow.flows(of: opened, in: after) }

    /// What no longer must be reachable.
    public var closedFlows: [Flow] { Flow.flows(of: closed, in: before) }

    /// Why nobody has to do anything about it, however grave it is; nil where somebody has.
    var exemption: String? {
        if cause != .source { return "the documents are the same; \(cause.rawValue) reads them differently" }
        return acceptance.map { "accepted: \($0.phrase)" }
    }

    /// The level at which reports show it.
    var reportedLevel: Level { exemption == nil ? level : .notice }

    /// The sentence without the marks around literal words, for where nothing turns these into code.
    var plainSentence: String { text.filter { $0 != "`" } }

    /// The sentence with what tells its record apart from others of which the same is said.
    var labelledSentence: String { isOfPage ? plainSentence : "\(plainSentence) [\(record)]" }

    /// Where the line of a record that is gone was: its file says something else there by now.
    var formerPlace: String {
        let line = subject.location.position.line
        return after == nil && line > 0 ? " (was on line \(line))" : ""
    }
}

extension SourceLocation {
    /// The file and line, or the file alone where it has none.
    var lineReference: String { position.line > 0 ? "\(file):\(position.line)" : file }
}
