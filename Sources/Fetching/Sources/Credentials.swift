/// User names and passwords in addresses. `user@` alone is none, as it is part of every address by SSH.
public enum Credentials {
    /// Whether the address `text` holds a password, or a token in a password's or user's place.
    public static func stand(in text: String) -> Bool { blackedOut(text) != text }

    /// `text` with what stands between `://` and `@` in it replaced by `…`, but for `://name@` of other schemes than HTTP.
    public static func blackedOut(_ text: String) -> String {
        var result = ""
        var rest = text[...]
        while let mark = rest.firstRange(of: "://") {
            let scheme = rest[..<mark.lowerBound].lowercased()
            result += rest[..<mark.upperBound]
            rest = rest[mark.upperBound...]
            let authority = rest.prefix { !Self.ends.contains($0) }
            guard let at = authority.lastIndex(of: "@") else { continue }
            let isWeb = scheme.hasSuffix("http") || scheme.hasSuffix("https")
            guard isWeb || authority[..<at].contains(":") else { continue }
            result += "…"
            rest = rest[at...]
        }
        return result + rest
    }

    private static let ends: Set<Character> = ["/", "?", "#", " ", "'", "\"", "\n", ">", "<"]
}
