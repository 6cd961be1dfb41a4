/// What a server says that a body is (RFC 9110, section 8.3).
struct ContentType: Hashable {
    /// The type and subtype, lower case; empty where nothing is said.
    var type: String
    /// The `charset`, as it was written.
    var charset: String?

    /// The value of a `Content-Type` field.
    init(_ field: String?) {
        let parts = (field ?? "").split(separator: ";", omittingEmptySubsequences: false)
        type = parts.first.map(Self.trimmed)?.lowercased() ?? ""
        for part in parts.dropFirst() {
            let pair = part.split(separator: "=", maxSplits: 1)
            guard pair.count == 2, Self.trimmed(pair[0]).lowercased() == "charset" else { continue }
            charset = String(Self.trimmed(pair[1]).filter { $0 != "\"" && $0 != "'" })
            break
        }
    }

    /// Whether `body`, which is said to be of this type, is something that the readers know.
    func isReadable(_ body: [UInt8]) -> Bool {
        if type.hasPrefix("text/") || type == "application/xhtml+xml" { return true }
        // Servers call so what they do not know, Markdown among it; NUL stands in no text but UTF-16, which begins with a mark.
        guard type.isEmpty || type == "application/octet-stream" else { return false }
        return body.starts(with: [0xFF, 0xFE]) || body.starts(with: [0xFE, 0xFF]) || !body.prefix(4096).contains(0)
    }

    private static func trimmed(_ text: Substring) -> String {
        String(text.drop { $0 == " " || $0 == "\t" }.reversed().drop { $0 == " " || $0 == "\t" }.reversed())
    }
}
