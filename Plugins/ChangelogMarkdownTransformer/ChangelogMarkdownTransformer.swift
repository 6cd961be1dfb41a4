public import RequirementModel
public import TransformerKit

/// What every version changed, for people: `changelog.md`, newest first.
public struct ChangelogMarkdown: Transformer {
    /// What it emits.
    public static let descriptor = TransformerDescriptor(
        name: "changelog-markdown", version: "1.0.0",
        summary:
            "What every version changed, newest first: what to open, what may be closed, what only reads differently.",
        formats: ["text/markdown"], expresses: .changes, options: [SourceLink.option])

    private let links: SourceLink

    /// A transformer set up with the link to sources.
    /// - Throws: ``OptionError`` for a link that Markdown cannot hold.
    public init(options: OptionValues) throws {
        links = try SourceLink(options: options)
    }

    /// The changelog.
    public func transform(_ release: Release) -> Transformation {
        var page = "# Changelog\n"
        for entry in release.history {
            page += "\n## \(Markdown.code(entry.version.id.rawValue)) (\(Markdown.text(entry.version.date)))\n\n"
            var layout = ChangeReport.MarkdownLayout(
                links: links.leading(to: entry.version.documents), showsFingerprints: false, limit: nil)
            if entry.version.parent == nil {
                page += "The first version.\n\n"
                layout.folded = Set(ChangeReport.Topic.allCases)
            }
            page += ChangeReport(entry.changes).markdown(layout)
        }
        return Transformation(artifacts: [Artifact(path: "changelog.md", text: page)])
    }
}
