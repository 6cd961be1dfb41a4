public import RequirementModel

extension ChangeReport {
    /// How a report is laid out as Markdown.
    public struct MarkdownLayout: Sendable {
        /// Where the lines are that state the records; nil for their names alone.
        public var links: SourceLink?
        /// The level of the topics' headings, 1 to 6.
        public var headingLevel: Int
        /// Topics that stand folded, under their title and number.
        public var folded: Set<Topic>
        /// The greatest number of characters; nil for all that there is.
        public var limit: Int?
        /// Where the rest is when the limit is reached, as Markdown; by default the command that prints all.
        public var elsewhere: String

        /// GitHub takes 65,536 characters in the body of a pull request; the rest is for what stands around the report.
        public static let pullRequestLimit = 62_000

        /// A layout.
        public init(
            links: SourceLink? = nil, headingLevel: Int = 3, folded: Set<Topic> = [.wording, .accepted, .rereading],
            limit: Int? = Self.pullRequestLimit, elsewhere: String = "`requisite changelog` prints all"
        ) {
            self.links = links
            self.headingLevel = headingLevel
            self.folded = folded
            self.limit = limit
            self.elsewhere = elsewhere
        }
    }

    /// The report as GitHub Flavored Markdown: a summary, then a table for each topic. Whole rows are left out at the
    /// limit, and counted.
    public func markdown(_ layout: MarkdownLayout = MarkdownLayout()) -> String {
        let opening = Markdown.text(summary.prefix(1).uppercased() + summary.dropFirst()) + ".\n"
        let blocks = sections.map { Block($0, layout: layout) }
        let omission = { (count: Int) in
            "\n**\(count) more \(count == 1 ? "entry" : "entries") not shown here; \(layout.elsewhere).**\n"
        }
        var room = (layout.limit ?? .max) - opening.utf8.count - omission(changeSet.changes.count).utf8.count - 20
        var text = opening
        var omitted = 0
        for block in blocks {
            var rows = ""
            room -= block.opening.utf8.count + block.closing.utf8.count
            for row in block.rows {
                if omitted == 0, row.utf8.count <= room {
                    rows += row
                    room -= row.utf8.count
                } else {
                    omitted += 1
                }
            }
            if !rows.isEmpty { text += block.opening + rows + block.closing }
        }
        return omitted == 0 ? text : text + omission(omitted)
    }

    private struct Block {
        var opening: String
        var rows: [String]
        var closing: String

        init(_ section: Section, layout: MarkdownLayout) {
            let title = Markdown.text(section.topic.title)
            let hasRemarks = section.changes.contains { !$0.remarks(under: section.topic).isEmpty }
            let table = Markdown.header(section.topic.columns(withRemarks: hasRemarks))
            if layout.folded.contains(section.topic) {
                opening = "\n<details><summary>\(title) (\(section.changes.count))</summary>\n\n" + table
                closing = "\n</details>\n"
            } else {
                opening = "\n" + String(repeating: "#", count: layout.headingLevel) + " \(title)\n\n" + table
                closing = ""
            }
            rows = section.changes.map {
                $0.rows(under: section.topic, links: layout.links, withRemarks: hasRemarks)
            }
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
        case .covered, .alteration, .advisory, .wording, .rereading:
            ["Change", "Before → after", "Stated in", "Record"]
        }
    }
}

extension Change {
    /// The change's rows in the table of `topic`: one for each of its flows, or one.
    fileprivate func rows(under topic: ChangeReport.Topic, links: SourceLink?, withRemarks: Bool) -> String {
        let place = [Markdown.place(of: subject, url: after == nil ? nil : links?.url(to: subject.location))]
        let provenance = place + [Markdown.code(record.rawValue)]
        let remark = remarks(under: topic).map(Markdown.sentence).joined(separator: "<br>")
        let purpose = (withRemarks ? [remark] : []) + [Markdown.text(subject.network?.purpose ?? "")]
        switch topic {
        case .page: return Markdown.row([Markdown.sentence(text), Markdown.code(fingerprint)])
        case .opening: return openedFlows.map { Markdown.row($0.cells + purpose + provenance) }.joined()
        case .closing: return closedFlows.map { Markdown.row($0.cells + purpose + provenance) }.joined()
        case .accepted:
            return Markdown.row([Markdown.sentence(text), Markdown.text(acceptance?.phrase ?? "")] + provenance)
        case .risk:
            let phrases = risks.map { Markdown.text($0.phrase) }.joined(separator: "<br>")
            return Markdown.row([phrases, Markdown.code(subject.phrase)] + provenance)
        case .covered, .alteration, .advisory, .wording, .rereading:
            let pairs = differences.map {
                "\(Markdown.code($0.field)): \(Markdown.quotation($0.before)) → \(Markdown.quotation($0.after))"
            }
            return Markdown.row([Markdown.sentence(text), pairs.joined(separator: "<br>")] + provenance)
        }
    }
}

extension Flow {
    /// Destination, protocol and port, cloud, applies.
    fileprivate var cells: [String] {
        let names = destinations.map { $0.map { Markdown.code($0.text) } ?? "none named" }
        let phrases = services.map { Markdown.text($0.phrase) }
        return [
            names.joined(separator: "<br>"), phrases.joined(separator: "<br>"),
            Markdown.text(terms.cloud?.rawValue ?? ""), Markdown.text(terms.phrase),
        ]
    }
}

extension Markdown {
    /// The file and line that state `record`, linked to `url` where there is one.
    public static func place(of record: Requirement, url: String?) -> String {
        let line = record.location.position.line
        return link(code(line > 0 ? "\(record.location.file):\(line)" : record.location.file), to: url)
    }

    fileprivate static func quotation(_ value: String) -> String { value.isEmpty ? "*nothing*" : "“\(text(value))”" }
}
