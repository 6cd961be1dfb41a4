public import RequirementModel

/// Where readers of an artifact find the line that states a record: a template with `{path}` and `{line}`.
///
/// The default leads from an artifact in `Output/NAME/` to the corpus beside it. `?plain=1` makes GitHub and GitLab show
/// the source of Markdown, which has lines, rather than the page, which has none.
public struct SourceLink: Sendable, Hashable {
    /// The text around `{path}` and `{line}`.
    public var template: String

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

    /// The link to `location`; nil without a template or a known line.
    public func url(to location: SourceLocation) -> String? {
        guard !template.isEmpty, location.position.line > 0 else { return nil }
        return template.replacing("{path}", with: Self.percentEncoded(location.file))
            .replacing("{line}", with: String(location.position.line))
    }

    private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isASCII && scalar.value > 0x20 && scalar.value < 0x7F && !"<>()|\\`\"".unicodeScalars.contains(scalar)
    }

    /// Everything but the unreserved characters of RFC 3986 and the slash.
    static func percentEncoded(_ path: String) -> String {
        let digits = Array("0123456789ABCDEF".utf8)
        var result: [UInt8] = []
        for byte in path.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
                UInt8(ascii: "~"), UInt8(ascii: "/"):
                result.append(byte)
            default:
                result += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        return String(decoding: result, as: UTF8.self)
    }
}
