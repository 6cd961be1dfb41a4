public import RequirementModel
public import TransformerKit

/// What every version changed, as a page that is one file: `changelog.html`, newest first.
public struct ChangelogHTML: Transformer {
    /// What it emits.
    public static let descriptor = TransformerDescriptor(
        name: "changelog-html", version: "1.0.0",
        summary: "What every version changed, newest first, as one page for browsers, phones and mail.",
        formats: ["text/html"], expresses: .changes, options: [SourceLink.option])

    private let links: SourceLink

    /// A transformer set up with the link to sources.
    /// - Throws: ``OptionError`` for a link that no page can hold.
    public init(options: OptionValues) throws {
        links = try SourceLink(options: options)
    }

    /// The page.
    public func transform(_ release: Release) -> Transformation {
        var content = "<h1>Changelog</h1>\n"
        for entry in release.history {
            let id = HTML.text(entry.version.id.rawValue)
            content +=
                "<article id=\"\(id)\">\n<h2>\(id) <span class=\"count\">(\(HTML.text(entry.version.date)))</span></h2>\n"
            let isFirst = entry.version.parent == nil
            if isFirst { content += "<p>The first version.</p>\n" }
            content += ChangeReport(entry.changes).html(
                links: links.leading(to: entry.version.documents), headingLevel: 3,
                folded: isFirst ? Set(ChangeReport.Topic.allCases) : ChangeReport.foldedTopics)
            content += "</article>\n"
        }
        let page = HTMLPage(title: "Changelog", content: content)
        return Transformation(artifacts: [Artifact(path: "changelog.html", text: page.text)])
    }
}
