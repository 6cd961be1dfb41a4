public import RequirementModel
public import TransformerKit

/// What the versions changed, for feed readers and chat: `changelog.atom` (RFC 4287), newest first.
///
/// Entries have `tag:` ids (RFC 4151) made of the version, which no later run changes: a reader shows each version once.
public struct ChangelogAtom: Transformer {
    /// What it emits.
    public static let descriptor = TransformerDescriptor(
        name: "changelog-atom", version: "1.0.0",
        summary: "A feed of what the versions changed, newest first, for readers and chat.",
        formats: ["application/atom+xml"], expresses: .changes,
        options: [
            .init(
                "authority",
                summary: """
                    The domain or mail address of whose feed it is, which makes its ids unlike those of all others; \
                    set it before anybody subscribes.
                    """,
                default: .string("requisite.invalid")),
            .init("title", summary: "What readers call the feed.", default: .string("Requirement changes")),
            .init("url", summary: "Where the feed is published, if it is said.", default: .string("")),
            .init("entries", summary: "How many versions it goes back; 0 for all.", default: .integer(100)),
            SourceLink.option,
        ])

    private let authority: String
    private let title: String
    private let url: String
    private let greatestNumber: Int
    private let links: SourceLink

    /// A transformer set up with whose feed it is.
    /// - Throws: ``OptionError`` for what is no authority or no number of entries.
    public init(options: OptionValues) throws {
        authority = options.string("authority")
        title = options.string("title")
        url = options.string("url")
        greatestNumber = options.integer("entries")
        links = try SourceLink(options: options)
        // RFC 4151: a DNS name or a mail address.
        if authority.wholeMatch(of: /([A-Za-z0-9._-]+@)?[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?/) == nil {
            throw OptionError(option: "authority", message: "'\(authority)' is no domain and no mail address")
        }
        if title.isEmpty { throw OptionError(option: "title", message: "is empty; a feed needs a title") }
        if greatestNumber < 0 { throw OptionError(option: "entries", message: "is less than 0") }
    }

    /// The feed.
    public func transform(_ release: Release) -> Transformation {
        let entries = greatestNumber == 0 ? release.history[...] : release.history.prefix(greatestNumber)
        // The day on which the authority was theirs must never change: that of the first version does not.
        let tag = "tag:\(authority),\(release.history.last?.version.date ?? release.version.date):requisite"
        var writer = XMLWriter()
        writer.element("feed", ["xmlns": "http://www.w3.org/2005/Atom"]) { writer in
            writer.element("id") { $0.text("\(tag):changelog") }
            writer.element("title") { $0.text(title) }
            writer.element("updated") { $0.text(release.version.moment) }
            writer.element("author") { writer in writer.element("name") { $0.text("Requisite") } }
            writer.element("generator") { $0.text("Requisite") }
            if !url.isEmpty { writer.element("link", ["rel": "self", "type": "application/atom+xml", "href": url]) }
            for entry in entries { write(entry, tag: tag, to: &writer) }
        }
        return Transformation(artifacts: [Artifact(path: "changelog.atom", contents: writer.bytes)])
    }

    private func write(_ entry: Release.Entry, tag: String, to writer: inout XMLWriter) {
        let report = ChangeReport(entry.changes)
        let isFirst = entry.version.parent == nil
        writer.element("entry") { writer in
            writer.element("id") { $0.text("\(tag):\(entry.version.id)") }
            writer.element("title") { $0.text(isFirst ? "The first version" : report.summary) }
            writer.element("updated") { $0.text(entry.version.moment) }
            for category in Set(entry.changes.changes.map(\.document)).sorted() {
                writer.element("category", ["term": category])
            }
            writer.element("content", ["type": "html"]) {
                $0.text(
                    report.html(
                        links: links.leading(to: entry.version.documents), headingLevel: 3,
                        folded: isFirst ? Set(ChangeReport.Topic.allCases) : ChangeReport.foldedTopics))
            }
        }
    }
}

extension Version {
    /// The version's day as a date of RFC 3339. The counter stands as seconds, so that readers keep the order of a day's
    /// versions.
    fileprivate var moment: String {
        let counter = Int(id.rawValue.suffix(4)) ?? 0
        let parts = [counter / 3600, counter / 60 % 60, counter % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }
        return "\(date)T\(parts.joined(separator: ":"))Z"
    }
}
