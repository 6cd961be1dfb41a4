internal import RequirementModel

extension ChangeReport {
    /// The report as a page of its own.
    /// - Parameter links: Where the lines are that state the records; nil for their names alone.
    public func htmlPage(links: SourceLink? = nil) -> HTMLPage {
        let title = changeSet.from.map { "Changes from \($0) to \(changeSet.to)" } ?? "Changes to \(changeSet.to)"
        return HTMLPage(
            title: title, content: "<h1>\(HTML.text(title))</h1>\n" + html(links: links, headingLevel: 2))
    }

    /// The report as HTML to stand in a page or a feed: a summary, then a table for each topic.
    /// - Parameters:
    ///   - links: Where the lines are that state the records; nil for their names alone.
    ///   - headingLevel: The level of the topics' headings, 1 to 6.
    ///   - folded: Topics that stand folded, under their title and number.
    public func html(
        links: SourceLink?, headingLevel: Int, folded: Set<Topic> = ChangeReport.foldedTopics
    ) -> String {
        let sentence = summary.prefix(1).uppercased() + summary.dropFirst()
        var html = "<p class=\"summary\">\(HTML.text(sentence)).</p>\n"
        for section in sections {
            let heading = "\(HTML.text(section.topic.title)) <span class=\"count\">(\(section.changes.count))</span>"
            let attributes = "class=\"topic \(section.topic)\""
            let table = Self.html(ReportTable(section), links: links)
            html +=
                folded.contains(section.topic)
                ? "<details \(attributes)>\n<summary>\(heading)</summary>\n\(table)</details>\n"
                : "<section \(attributes)>\n<h\(headingLevel)>\(heading)</h\(headingLevel)>\n\(table)</section>\n"
        }
        return html
    }

    private static func html(_ table: ReportTable, links: SourceLink?) -> String {
        var html = "<div class=\"rows\">\n<table>\n<thead><tr>"
        for column in table.columns { html += "<th scope=\"col\">\(HTML.text(column))</th>" }
        html += "</tr></thead>\n<tbody>\n"
        for row in table.entries.joined() {
            html += "<tr>"
            for (column, cell) in zip(table.columns, row) {
                let content = cell.map { $0.html(links: links) }.joined()
                html += "<td data-label=\"\(HTML.attribute(column))\">\(content)</td>"
            }
            html += "</tr>\n"
        }
        return html + "</tbody>\n</table>\n</div>\n"
    }
}

extension ReportTable.Span {
    fileprivate func html(links: SourceLink?) -> String {
        switch self {
        case .words(let text), .prose(let text): HTML.text(text)
        case .absence(let text): "<em>\(HTML.text(text))</em>"
        case .code(let text): HTML.code(text)
        case .sentence(let text): HTML.sentence(text)
        case .place(let record, let isCurrent):
            HTML.link(
                HTML.code(record.location.lineReference), to: isCurrent ? links?.url(to: record.location) : nil)
                + (isCurrent ? links?.originAddress(of: record).map { " (\(HTML.link("source", to: $0)))" } ?? "" : "")
        case .lineBreak: "<br>"
        }
    }
}
