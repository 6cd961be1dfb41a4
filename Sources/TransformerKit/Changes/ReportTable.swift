internal import RequirementModel

/// A section of a report as a table, before any markup: what Markdown and HTML write, each in its own way.
struct ReportTable {
    /// The headers, in our own words.
    let columns: [String]
    /// One for each change: its rows, of which none makes sense without the others.
    let entries: [[Row]]

    /// A cell for each column.
    typealias Row = [Cell]
    typealias Cell = [Span]

    /// A piece of a cell. What comes from a document is told apart from our own words.
    enum Span {
        /// Our own words, which no format has to escape.
        case words(String)
        /// Our own words that stand for something which is not there.
        case absence(String)
        /// A document's prose.
        case prose(String)
        /// Something literal, such as a host name.
        case code(String)
        /// Our own sentence with documents' words in it, these between backticks.
        case sentence(String)
        /// The file and line that state the record; linked where `isCurrent`, as lines of an earlier state are gone.
        case place(Requirement, isCurrent: Bool)
        /// What follows stands on a line of its own.
        case lineBreak
    }

    /// - Parameter withFingerprints: Whether each change shows the fingerprint by which it is accepted; a page's always does.
    init(_ section: ChangeReport.Section, withFingerprints: Bool = false) {
        let topic = section.topic
        let hasRemarks = section.changes.contains { !$0.remarks(under: topic).isEmpty }
        let hasFingerprints = withFingerprints && topic != .page
        columns = topic.columns(withRemarks: hasRemarks) + (hasFingerprints ? ["Fingerprint"] : [])
        entries = section.changes.map { change in
            let fingerprint: [Cell] = hasFingerprints ? [[.code(change.fingerprint)]] : []
            return change.rows(under: topic, withRemarks: hasRemarks).map { $0 + fingerprint }
        }
    }
}

extension ChangeReport.Topic {
    fileprivate func columns(withRemarks: Bool) -> [String] {
        switch self {
        case .page: ["Page", "Fingerprint"]
        case .risk: ["Risk", "Destination", "Stated in", "Record"]
        case .opening, .closing:
            ["Destination", "Protocol and port", "Cloud", "Applies"] + (withRemarks ? ["Remarks"] : [])
                + ["Purpose", "Stated in", "Record"]
        case .accepted: ["Change", "Accepted", "Stated in", "Record"]
        case .covered, .alteration, .advisory, .wording, .moving, .rereading:
            ["Change", "Before → after", "Stated in", "Record"]
        }
    }
}

extension Change {
    /// The change's rows in the table of `topic`: one for each of its flows, or one.
    fileprivate func rows(under topic: ChangeReport.Topic, withRemarks: Bool) -> [ReportTable.Row] {
        let provenance: [ReportTable.Cell] = [
            [.place(subject, isCurrent: after != nil)], [.code(record.rawValue)],
        ]
        let remark = lines(remarks(under: topic).map { [.sentence($0)] })
        let rest = (withRemarks ? [remark] : []) + [[.prose(subject.network?.purpose ?? "")]] + provenance
        switch topic {
        case .page: return [[[.sentence(text)], [.code(fingerprint)]]]
        case .opening: return openedFlows.map { $0.cells + rest }
        case .closing: return closedFlows.map { $0.cells + rest }
        case .accepted: return [[[.sentence(text)], [.prose(acceptance?.phrase ?? "")]] + provenance]
        case .risk: return [[lines(risks.map { [.prose($0.phrase)] }), [.code(subject.phrase)]] + provenance]
        case .covered, .alteration, .advisory, .wording, .moving, .rereading:
            let pairs = differences.map { difference in
                [.code(difference.field), .words(": ")] + quotation(difference.before) + [.words(" → ")]
                    + quotation(difference.after)
            }
            return [[[.sentence(text)], lines(pairs)] + provenance]
        }
    }
}

extension Flow {
    /// Destination, protocol and port, cloud, applies.
    fileprivate var cells: [ReportTable.Cell] {
        [
            lines(destinations.map { [$0.map { .code($0.text) } ?? .words("none named")] }),
            lines(services.map { [.prose($0.phrase)] }), [.prose(terms.cloud?.rawValue ?? "")], [.prose(terms.phrase)],
        ]
    }
}

private func quotation(_ value: String) -> ReportTable.Cell {
    value.isEmpty ? [.absence("nothing")] : [.words("“"), .prose(value), .words("”")]
}

private func lines(_ lines: [ReportTable.Cell]) -> ReportTable.Cell {
    Array(lines.joined(separator: [.lineBreak]))
}
