public import RequirementModel

/// Where readers of an artifact find the line that states a record: a template with `{path}` and `{line}`.
///
/// The default leads from an artifact in `Output/NAME/` to the corpus beside it. `?plain=1` makes GitHub and GitLab show
/// the source of Markdown, which has lines, rather than the page, which has none.
public struct SourceLink: Sendable, Hashable {
    /// The text around `{path}` and `{line}`.
    public var template: String
    /// Where documents were fetched from, by their paths.
    private var origins: [String: DocumentOrigin] = [:]

    /// Leads from `Output/NAME/` to `Corpus/`.
    public static let `default` = SourceLink(template: "../../Corpus/{path}?plain=1#L{line}")

    /// The option by which people set the template.
    public static let option = TransformerDescriptor.Option(
        "source-link",
        summary: """
            Link to the line that states a record, with {path} and {line}; such as \
            https://github.com/contoso/rules/blob/main/Corpus/{path}?plain=1#L{line}.
            """,
        default: .string(SourceLink.default.template))

    /// A link that follows `template`; an empty one gives no links.
    public init(template: String) {
        self.template = template
    }

    /// The link that ``option`` asks for.
    /// - Throws: ``OptionError`` when Markdown could not hold the template as a link.
    public init(options: OptionValues) throws(OptionError) {
        try self.init(checking: options.string(Self.option.name))
    }

    /// A link that follows `template`.
    /// - Throws: ``OptionError`` when Markdown could not hold the template as a link.
    public init(checking template: String) throws(OptionError) {
        self.template = template
        if let stranger = template.unicodeScalars.first(where: { !Self.isAllowed($0) }) {
            throw OptionError(
                option: Self.option.name,
                message: "holds \(String(stranger).debugDescription); write it as %XX in a link")
        }
    }

    /// The same link beside links to where `documents` were fetched from.
    public func leading(to documents: [DocumentState]) -> SourceLink {
        var link = self
        for document in documents { link.origins[document.path] = document.origin }
        return link
    }

    /// Where a person finds what states `record` at its source; nil when that is not known.
    public func originAddress(of record: Requirement) -> String? {
        origins[record.location.file]?.address(line: record.location.position.line, section: record.section)
    }

    /// The link to `location`; nil without a template or a known line.
    public func url(to location: SourceLocation) -> String? {
        guard !template.isEmpty, location.position.line > 0 else { return nil }
        return template.replacing("{path}", with: PercentEncoding.encoded(location.file))
            .replacing("{line}", with: String(location.position.line))
    }

    private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isASCII && scalar.value > 0x20 && scalar.value < 0x7F && !"<>()|\\`\"".unicodeScalars.contains(scalar)
    }
}
