internal import Crypto
internal import RequirementModel

/// The names of pages' copies: the path of the address as folders, and so readable, stable when others join, and known before
/// anything is asked for.
enum PageName {
    /// The path of the copy below its source's folder. The host has no part in it, so that a site may move.
    ///
    /// `/azure/aks/egress` becomes `azure/aks/egress.html`, `/rules/?view=2` becomes `rules/index@view-2.html`. What file systems or
    /// people would stumble over becomes `-`.
    static func path(of address: WebAddress) -> String {
        var segments = address.path.split(separator: "/", omittingEmptySubsequences: true).map { name(of: $0.utf8) }
        if segments.isEmpty || address.path.hasSuffix("/") { segments.append("index") }
        var last = segments.removeLast()
        var suffix = ".html"
        if let known = suffixes.first(where: { last.lowercased().hasSuffix($0) && last.count > $0.count }) {
            suffix = String(last.suffix(known.count))
            last.removeLast(known.count)
        }
        if let query = address.query, !query.isEmpty { last += "@" + name(of: query.utf8) }
        return (segments + [shortened(last) + suffix]).joined(separator: "/")
    }

    /// Extensions of what the readers know.
    private static let suffixes = [".html", ".htm", ".xhtml", ".md", ".markdown", ".mdx", ".txt", ".adoc", ".rst"]

    /// A segment's text with its escapes resolved, cut where it is long.
    private static func name(of text: some Collection<UInt8>) -> String {
        var name = ""
        var rest = ArraySlice(Array(text))
        while let byte = rest.popFirst() {
            var byte = byte
            if byte == UInt8(ascii: "%"), rest.count >= 2,
                let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
            {
                byte = value
                rest = rest.dropFirst(2)
            }
            let isPlain =
                byte.isDigit || byte.isLetter || byte == UInt8(ascii: "_")
                || byte == UInt8(ascii: ".") && !name.isEmpty
            if isPlain {
                name.unicodeScalars.append(Unicode.Scalar(byte))
            } else if name.last != "-" {
                name += "-"
            }
        }
        // Some file systems drop dots at the end, and so would make two names one.
        while name.last == "." { name.removeLast() }
        return shortened(name)
    }

    /// File systems take 255 bytes.
    private static func shortened(_ name: String) -> String {
        guard name.utf8.count > 120 else { return name }
        return name.prefix(100) + "-" + Hexadecimal.text(of: Array(SHA256.hash(data: Array(name.utf8))).prefix(4))
    }
}
