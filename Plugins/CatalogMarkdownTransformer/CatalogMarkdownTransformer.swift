public import RequirementModel
public import TransformerKit

/// Every record of a version for people: `catalog.md`, grouped by document and section, each row linked to its source line.
public struct CatalogMarkdown: Transformer {
    /// What it emits.
    public static let descriptor = TransformerDescriptor(
        name: "catalog-markdown", version: "1.0.0",
        summary: "A page for people: all records by document and section, linked to the lines that state them.",
        formats: ["text/markdown"], expresses: .everyRecord, readsHistory: false, options: [SourceLink.option])

    private let links: SourceLink

    /// A transformer set up with the link to sources.
    /// - Throws: ``OptionError`` for a link that Markdown cannot hold.
    public init(options: OptionValues) throws {
        links = try SourceLink(options: options)
    }

    /// The page.
    public func transform(_ release: Release) -> Transformation {
        let links = links.leading(to: release.version.documents)
        let documents = Chapter.chapters(of: release.recordsInReadingOrder)
        var page = "# Requirement catalog\n\n"
        page += "Version \(Markdown.code(release.version.id.rawValue)) of \(Markdown.text(release.version.date)).\n"
        if !documents.isEmpty {
            page += "\n" + Markdown.header(["Document", "Requirements", "Other rows"])
            for document in documents {
                let title = Markdown.link(Markdown.code(document.path), to: "#\(document.anchor)")
                page += Markdown.row([title, String(document.requirementCount), String(document.rowCount)])
            }
        }
        for document in documents { page += document.markdown(links: links) }
        return Transformation(
            artifacts: [Artifact(path: "catalog.md", text: page)], expressed: Set(release.records.map(\.id)))
    }
}

/// The records of one document.
struct Chapter {
    var path: String
    var records: [Requirement]

    static func chapters(of records: [Requirement]) -> [Chapter] {
        records.chunked { $0.document == $1.document }.map { Chapter(path: $0[0].document, records: $0) }
    }

    var requirementCount: Int { records.count { $0.network != nil } }
    var rowCount: Int { records.count - requirementCount }

    /// The path in letters, digits and hyphens. Two paths that differ in nothing else share it; a link leads to the first.
    var anchor: String {
        "document-"
            + String(
                String.UnicodeScalarView(
                    path.unicodeScalars.map { $0.properties.isAlphabetic || ("0"..."9").contains($0) ? $0 : "-" }))
    }

    func markdown(links: SourceLink) -> String {
        var text = "\n## <a id=\"\(anchor)\"></a>\(Markdown.code(path))\n"
        var section: [String] = []
        for group in records.chunked({ $0.section == $1.section && TableForm(of: $0) == TableForm(of: $1) }) {
            if group[0].section != section {
                section = group[0].section
                if !section.isEmpty { text += "\n### \(section.map(Markdown.text).joined(separator: " › "))\n" }
            }
            text += "\n" + TableForm(of: group[0]).table(of: group, links: links)
        }
        return text
    }
}

extension Array {
    /// The longest runs of neighbours that belong together.
    fileprivate func chunked(_ belongTogether: (Element, Element) -> Bool) -> [[Element]] {
        var chunks: [[Element]] = []
        for element in self {
            if let last = chunks.last?.last, belongTogether(last, element) {
                chunks[chunks.count - 1].append(element)
            } else {
                chunks.append([element])
            }
        }
        return chunks
    }
}
