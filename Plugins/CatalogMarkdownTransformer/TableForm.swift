internal import RequirementModel
internal import TransformerKit

/// What a table of the page shows: requirements, or rows under the headers of their own table.
enum TableForm: Equatable {
    case requirements
    case rows(headers: [String])

    init(of record: Requirement) {
        self =
            switch record.content {
            case .network: .requirements
            case .row(let row): .rows(headers: row.cells.map(\.header))
            }
    }

    /// The records as one table. Columns in which no record says anything are left out, but for the first two.
    func table(of records: [Requirement], links: SourceLink) -> String {
        let (headers, rows): ([String], [[String]]) =
            switch self {
            case .requirements: (Self.requirementHeaders, records.compactMap(\.network).map(\.cells))
            case .rows(let headers):
                (
                    headers.map(Markdown.text),
                    records.map { record in
                        if case .row(let row) = record.content { row.cells.map { Markdown.text($0.value) } } else { [] }
                    }
                )
            }
        let kept = headers.indices.filter { column in
            self != .requirements || column < 2 || rows.contains { !$0[column].isEmpty }
        }
        var table = Markdown.header(kept.map { headers[$0] } + ["Stated in", "Record"])
        for (record, row) in zip(records, rows) {
            let place = Markdown.place(of: record, links)
            table += Markdown.row(kept.map { row[$0] } + [place, Markdown.code(record.id.rawValue)])
        }
        return table
    }

    private static let requirementHeaders = [
        "Destination", "Protocol and port", "Cloud", "Direction", "Access", "Source", "Rule", "Necessity", "Condition",
        "Purpose",
    ]
}

extension NetworkRequirement {
    /// The record under ``TableForm/requirementHeaders``; what goes without saying is empty.
    fileprivate var cells: [String] {
        [
            alternatives, services.map { Markdown.text($0.phrase) }.joined(separator: "<br>"),
            clouds.map { Markdown.text($0.rawValue) }.joined(separator: "<br>"), direction?.rawValue ?? "",
            access == .deny ? "**deny**" : "", sources.map { Markdown.code($0.text) }.joined(separator: "<br>"),
            Markdown.text([priority, name].compactMap(\.self).joined(separator: " ")),
            necessity == .required ? "" : necessity.rawValue, Markdown.text(condition ?? ""),
            Markdown.text(purpose ?? ""),
        ]
    }

    /// The destinations, one a line, with *or* between those of which one is enough.
    private var alternatives: String {
        let groups = Dictionary(grouping: destinations, by: \.alternative).sorted { $0.key < $1.key }
        return groups.map { $0.value.map(\.markdown).joined(separator: "<br>") }.joined(separator: "<br>*or*<br>")
    }
}

extension Destination {
    /// The destination with what is said of it alone.
    fileprivate var markdown: String {
        let own = clouds.map(\.rawValue) + services.map(\.phrase) + [condition].compactMap(\.self)
        let name = Markdown.code(endpoint.text + (path ?? ""))
        return own.isEmpty ? name : "\(name) (\(own.map(Markdown.text).joined(separator: "; ")))"
    }
}
