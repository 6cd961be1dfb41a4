public import RequirementModel

extension ChangeReport {
    /// How a report is laid out as Markdown.
    public struct MarkdownLayout: Sendable {
        /// Where the lines are that state the records; nil for their names alone.
        public var links: SourceLink?
        /// The level of the topics' headings, 1 to 6.
        public var headingLevel: Int
        /// Whether changes show the fingerprints by which they are accepted, but for those in folded topics.
        public var showsFingerprints: Bool
        /// Topics that stand folded, under their title and number.
        public var folded: Set<Topic>
        /// The greatest number of bytes, and so of characters; nil for all that there is.
        public var limit: Int?
        /// Where the rest is when the limit is reached, as Markdown; by default the command that prints all.
        public var elsewhere: String

        /// GitHub takes 65,536 characters in the body of a pull request; the rest is for what stands around the report.
        public static let pullRequestLimit = 62_000
        /// GitHub takes 1 MiB in the summary of a step.
        public static let stepSummaryLimit = 1_000_000

        /// A layout.
        public init(
            links: SourceLink? = nil, headingLevel: Int = 3, showsFingerprints: Bool = true,
            folded: Set<Topic> = ChangeReport.foldedTopics,
            limit: Int? = Self.pullRequestLimit, elsewhere: String = "`requisite changelog` prints all"
        ) {
            self.links = links
            self.headingLevel = headingLevel
            self.showsFingerprints = showsFingerprints
            self.folded = folded
            self.limit = limit
            self.elsewhere = elsewhere
        }
    }

    /// The first line of what stands in a pull request or a comment, which nobody sees: by it a program finds the one that
    /// it wrote before, and renews it.
    public static let markdownMarker = "<!-- requisite:changes -->\n"

    /// The report as GitHub Flavored Markdown: a summary, then a table for each topic.
    ///
    /// At the limit the rows of whole changes are left out, risks last, and counted.
    public func markdown(_ layout: MarkdownLayout = MarkdownLayout()) -> String {
        let opening = Markdown.text(summary.prefix(1).uppercased() + summary.dropFirst()) + ".\n"
        let omission = { (count: Int) in
            "\n**\(count) more \(count == 1 ? "entry" : "entries") not shown here; \(layout.elsewhere).**\n"
        }
        var blocks = sections.map { Block($0, layout: layout) }
        let total = blocks.reduce(0) { $0 + $1.rows.count }
        var room = (layout.limit ?? .max) - opening.utf8.count - omission(total).utf8.count
        for index in blocks.indices.sorted(by: { sections[$0].topic.precedence < sections[$1].topic.precedence }) {
            blocks[index].fit(into: &room)
        }
        let omitted = blocks.reduce(0) { $0 + $1.rows.count - $1.kept }
        return opening + blocks.map(\.text).joined() + (omitted == 0 ? "" : omission(omitted))
    }

    /// A topic's table, and how many of its changes are shown.
    private struct Block {
        let opening: String
        let rows: [String]
        let closing: String
        var kept = 0

        init(_ section: Section, layout: MarkdownLayout) {
            let title = Markdown.text(section.topic.title)
            let isFolded = layout.folded.contains(section.topic)
            let table = ReportTable(section, withFingerprints: layout.showsFingerprints && !isFolded)
            let header = Markdown.header(table.columns)
            if isFolded {
                opening = "\n<details><summary>\(title) (\(section.changes.count))</summary>\n\n" + header
                closing = "\n</details>\n"
            } else {
                opening = "\n" + String(repeating: "#", count: layout.headingLevel) + " \(title)\n\n" + header
                closing = ""
            }
            rows = table.entries.map { rows in
                rows.map { row in
                    Markdown.row(row.map { $0.map { $0.markdown(links: layout.links) }.joined() })
                }.joined()
            }
        }

        /// Keeps as many changes as there is room for.
        mutating func fit(into room: inout Int) {
            var rest = room - opening.utf8.count - closing.utf8.count
            for row in rows {
                guard row.utf8.count <= rest else { break }
                rest -= row.utf8.count
                kept += 1
            }
            if kept > 0 { room = rest }
        }

        var text: String { kept == 0 ? "" : opening + rows.prefix(kept).joined() + closing }
    }
}

extension ChangeReport.Topic {
    /// The lower, the less may it be left out for want of room.
    fileprivate var precedence: Int { self == .risk ? -1 : Self.allCases.firstIndex(of: self) ?? 0 }
}

extension ReportTable.Span {
    fileprivate func markdown(links: SourceLink?) -> String {
        switch self {
        case .words(let text): text
        case .absence(let text): "*\(text)*"
        case .prose(let text): Markdown.text(text)
        case .code(let text): Markdown.code(text)
        case .sentence(let text): Markdown.sentence(text)
        case .place(let record, let isCurrent): Markdown.place(of: record, isCurrent ? links : nil)
        case .lineBreak: "<br>"
        }
    }
}

extension Markdown {
    /// The file and line that state `record`, linked as `links` say, to the local copy and to the source.
    public static func place(of record: Requirement, _ links: SourceLink?) -> String {
        let source = links?.originAddress(of: record).map { " (\(link("source", to: $0)))" } ?? ""
        return link(code(record.location.lineReference), to: links?.url(to: record.location)) + source
    }
}
