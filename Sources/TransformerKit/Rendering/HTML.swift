internal import RequirementModel

/// Writes documents' text into HTML so that it is read back as data, whatever it holds.
///
/// What is returned stands in an element's content. Attributes take ``attribute(_:)``.
public enum HTML {
    /// Prose; line ends become `<br>`, and tabs blanks.
    public static func text(_ text: String) -> String {
        text.showingInvisibles.split(separator: "\n", omittingEmptySubsequences: false)
            .map { escaped($0.utf8) }.joined(separator: "<br>")
    }

    /// Something literal, such as a host name.
    public static func code(_ text: String) -> String { text.isEmpty ? "" : "<code>\(Self.text(text))</code>" }

    /// A sentence of our own with documents' words in it: what stands between backticks as code, the rest as prose.
    public static func sentence(_ text: String) -> String {
        let parts = text.split(separator: "`", omittingEmptySubsequences: false)
        return parts.enumerated().map { index, part in
            index % 2 == 1 && index < parts.count - 1 ? code(String(part)) : Self.text(String(part))
        }.joined()
    }

    /// The value of an attribute, for between double quotes.
    public static func attribute(_ text: String) -> String { escaped(text.showingInvisibles.utf8) }

    /// A link whose `label` is HTML already, or the label alone where there is no `url`.
    public static func link(_ label: String, to url: String?) -> String {
        url.map { "<a href=\"\(attribute($0))\">\(label)</a>" } ?? label
    }

    /// Bytes, as a `<` with a combining mark after it is another `Character`, and still a tag to every reader.
    private static func escaped(_ text: some Sequence<UInt8>) -> String {
        var result: [UInt8] = []
        for byte in text {
            switch byte {
            case UInt8(ascii: "&"): result += "&amp;".utf8
            case UInt8(ascii: "<"): result += "&lt;".utf8
            case UInt8(ascii: ">"): result += "&gt;".utf8
            case UInt8(ascii: "\""): result += "&quot;".utf8
            case UInt8(ascii: "'"): result += "&#39;".utf8
            case UInt8(ascii: "\t"): result.append(UInt8(ascii: " "))
            default: result.append(byte)
            }
        }
        return String(decoding: result, as: UTF8.self)
    }
}
