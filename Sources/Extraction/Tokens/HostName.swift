internal import RequirementModel

/// Host names and URLs in text, and their normal forms.
enum HostName {
    /// Whether the dotted word in `range`, possibly with a path, can be a host name: labels and dots, or a wildcard.
    static func isHost(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
        let host = authority(text, range).range
        guard !host.isEmpty, let last = lastLabel(text, host) else { return false }
        var labels = 0
        var labelLength = 0
        var hasMark = false
        var depth = 0
        for position in host {
            let byte = text[position]
            switch byte {
            case UInt8(ascii: "<"), UInt8(ascii: "{"), UInt8(ascii: "["):
                depth += 1
                hasMark = true
                labelLength += 1
            case UInt8(ascii: ">"), UInt8(ascii: "}"), UInt8(ascii: "]"): depth = max(depth - 1, 0)
            case _ where depth > 0: continue
            case UInt8(ascii: "."):
                if labelLength == 0, position > host.lowerBound { return false }
                labels += labelLength > 0 ? 1 : 0
                labelLength = 0
            case UInt8(ascii: "*"):
                hasMark = true
                labelLength += 1
            case UInt8(ascii: "'"): return false
            default: if byte != Folding.filler { labelLength += 1 }
            }
        }
        labels += 1
        if isMaskedAddress(text, host) { return false }
        guard labels >= 2 || (labels == 1 && text[host.lowerBound] == UInt8(ascii: ".")) else { return false }
        let first = text[last.lowerBound]
        switch first {
        case UInt8(ascii: "<"), UInt8(ascii: "{"), UInt8(ascii: "*"), UInt8(ascii: "["): return labels >= 3
        default: guard ASCII.isLetter(first) || first >= 0x80 else { return false }
        }
        // `Microsoft.Storage` is no name, `LOGIN.EXAMPLE.COM` is one.
        if ASCII.isUppercase(first), !isAllUppercase(text, labels > 2 ? last : host) { return false }
        switch DomainVocabulary.suffix(of: text, last) {
        case .domain: return true
        case .ambiguous: return labels >= 3 || hasMark
        case nil: return hasMark && labels >= 3 && last.allSatisfy { ASCII.isLetter(text[$0]) }
        }
    }

    /// The name before a footnote's star or number: `a.example*`, `a.example.com2`, as no domain ends in a digit.
    static func withoutFootnote(_ text: Span<UInt8>, _ range: Range<Int>) -> Range<Int>? {
        let name = range.lowerBound..<range.upperBound - 1
        guard let last = name.last, ASCII.isLetter(text[last]) else { return nil }
        let mark = text[name.upperBound]
        let isMark = mark == UInt8(ascii: "*") || ASCII.isDigit(mark) && endsInOldDomain(text, name)
        return isMark && isHost(text, name) ? name : nil
    }

    /// Whether the name's last label is a domain that nobody takes for another word, such as `zone` with its number.
    private static func endsInOldDomain(_ text: Span<UInt8>, _ name: Range<Int>) -> Bool {
        if text[name.lowerBound] == UInt8(ascii: "*") { return true }
        return name.count > 4 && text[name.upperBound - 4] == UInt8(ascii: ".")
            && oldDomains.contains(text, name.upperBound - 3..<name.upperBound)
    }

    private static let oldDomains: WordSet = ["com", "net", "org", "gov"]

    /// Whether the dotted word is a host name or a file's, as `esm.sh` may be either: what stands around it must tell.
    static func mayBeHost(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
        guard let last = lastLabel(text, range), last.lowerBound > range.lowerBound + 1 else { return false }
        let first = text[range.lowerBound]
        // `api.{region}`: the placeholder stands for a domain, or for a file's kind.
        if [UInt8(ascii: "{"), UInt8(ascii: "<")].contains(text[last.lowerBound]) {
            return ASCII.isWord(first) && !range.contains { text[$0] == UInt8(ascii: "/") }
        }
        guard case .ambiguous? = DomainVocabulary.suffix(of: text, last) else { return false }
        return ASCII.isLetter(first) && !ASCII.isUppercase(first)
            && range.allSatisfy {
                ASCII.isWord(text[$0]) || text[$0] == UInt8(ascii: "-") || text[$0] == UInt8(ascii: ".")
            }
    }

    /// `xxx.xx.xxx.x` stands for an address.
    private static func isMaskedAddress(_ text: Span<UInt8>, _ host: Range<Int>) -> Bool {
        host.allSatisfy { text[$0] | 0x20 == UInt8(ascii: "x") || text[$0] == UInt8(ascii: ".") }
    }

    private static func isAllUppercase(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
        !range.contains { ASCII.isLetter(text[$0]) && !ASCII.isUppercase(text[$0]) }
    }

    private static func lastLabel(_ text: Span<UInt8>, _ host: Range<Int>) -> Range<Int>? {
        var start = host.upperBound
        while start > host.lowerBound, text[start - 1] != UInt8(ascii: ".") { start -= 1 }
        return start < host.upperBound ? start..<host.upperBound : nil
    }

    /// The part before the path, without a trailing dot, and the colon in it before a port; a colon inside a placeholder,
    /// `{{< param "a:b" >}}`, is a part of that.
    private static func authority(_ text: Span<UInt8>, _ range: Range<Int>) -> (range: Range<Int>, colon: Int?) {
        var depth = 0
        var end = range.lowerBound
        var colon: Int?
        scan: while end < range.upperBound {
            switch text[end] {
            case UInt8(ascii: "<"), UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
            // A placeholder may close twice: `{name}}`.
            case UInt8(ascii: ">"), UInt8(ascii: "}"), UInt8(ascii: "]"): depth = max(depth - 1, 0)
            case UInt8(ascii: "/"), UInt8(ascii: "?"): if depth == 0 { break scan }
            case UInt8(ascii: ":"): if depth == 0 { colon = end }
            default: break
            }
            end += 1
        }
        while end > range.lowerBound, text[end - 1] == UInt8(ascii: ".") { end -= 1 }
        return (range.lowerBound..<end, colon)
    }

    /// What a URL or a name with a path says.
    struct Parts {
        /// The host's normal form, nil for `https://:443`.
        var host: Endpoint?
        /// Path and query, nil for none or `/`.
        var path: String?
        /// Where the scheme stands.
        var scheme: Range<Int>?
        /// The port after the host.
        var port: UInt16?
    }

    /// Whether the URL in `range` may have no host, as `https://:443`: a quick test before its parts are asked for.
    static func mayLackHost(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
        guard let colon = range.first(where: { bytes[$0] == UInt8(ascii: ":") }), colon + 3 < range.upperBound else {
            return true
        }
        return switch bytes[colon + 3] {
        case UInt8(ascii: ":"), UInt8(ascii: "/"), UInt8(ascii: "?"), UInt8(ascii: "."), Folding.filler: true
        case let first: ASCII.isDigit(first)
        }
    }

    /// The name in `range` where it is nothing but a name, and in its normal form as it stands; nil for any other.
    static func inNormalForm(_ bytes: [UInt8], _ range: Range<Int>) -> String? {
        guard bytes[range.upperBound - 1] != UInt8(ascii: "."), isNormal(bytes.span, range) else { return nil }
        return String(decoding: bytes[range], as: UTF8.self)
    }

    /// The parts of the URL or name in `range`.
    static func parts(_ bytes: [UInt8], _ range: Range<Int>, emphasised: [Range<Int>], isURL: Bool) -> Parts {
        var parts = Parts()
        var start = range.lowerBound
        if isURL, let colon = range.first(where: { bytes[$0] == UInt8(ascii: ":") }) {
            parts.scheme = range.lowerBound..<colon
            start = colon + 3
        }
        guard start <= range.upperBound else { return parts }
        let (authority, colon) = authority(bytes.span, start..<range.upperBound)
        var host = authority
        if let colon {
            parts.port = number(bytes, colon + 1..<authority.upperBound)
            host = authority.lowerBound..<colon
        }
        if host.allSatisfy({ bytes[$0] == Folding.filler }) {
            parts.host = nil
        } else if IPAddress.isVersionFour(bytes.span, host) {
            parts.host = IPAddress.normalForm(bytes, host).map { .cidr($0) }
        } else if host.allSatisfy({ ASCII.isDigit(bytes[$0]) }) {
            // `http://80` names no host.
            parts.port = parts.port ?? number(bytes, host)
        } else {
            let name = normalForm(bytes, host, emphasised: emphasised)
            if isMaskedAddress(bytes.span, host) {
                parts.host = .named(name)
                return parts
            }
            parts.host = isPlaceholder(name) ? .named(name) : .fqdn(name)
        }
        parts.path = path(bytes, authority.upperBound..<range.upperBound)
        return parts
    }

    /// Whether a placeholder is all of the name.
    private static func isPlaceholder(_ name: String) -> Bool {
        name.utf8.first == UInt8(ascii: "{")
            && name.utf8.firstIndex(of: UInt8(ascii: "}")) == name.utf8.index(before: name.utf8.endIndex)
    }

    private static func number(_ bytes: [UInt8], _ range: Range<Int>) -> UInt16? {
        var value = 0
        for position in range {
            guard ASCII.isDigit(bytes[position]) else { return nil }
            value = value * 10 + Int(bytes[position] - 48)
            if value > 65535 { return nil }
        }
        return range.isEmpty ? nil : UInt16(value)
    }

    private static func path(_ bytes: [UInt8], _ range: Range<Int>) -> String? {
        let end = range.first { bytes[$0] == UInt8(ascii: "#") } ?? range.upperBound
        // The host's trailing dots stand before it.
        guard let start = (range.lowerBound..<end).first(where: { bytes[$0] != UInt8(ascii: ".") }), end - start > 1
        else { return nil }
        var writer = NameWriter()
        writer.isLowercased = false
        if bytes[start] != UInt8(ascii: "/") { writer.append(UInt8(ascii: "/")) }
        writer.append(bytes, start..<end)
        return writer.text
    }

    /// The normal form of a host name: lower case, placeholders as `{name}`, a leading dot as the wildcard that it means.
    static func normalForm(_ bytes: [UInt8], _ range: Range<Int>, emphasised: [Range<Int>]) -> String {
        if emphasised.isEmpty, isNormal(bytes.span, range) { return String(decoding: bytes[range], as: UTF8.self) }
        var writer = NameWriter()
        if !range.isEmpty, bytes[range.lowerBound] == UInt8(ascii: ".") { writer.append(UInt8(ascii: "*")) }
        writer.append(bytes, range, emphasised: emphasised)
        return writer.text
    }

    /// Whether a name is in its normal form as it stands, as most are.
    private static func isNormal(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
        range.allSatisfy { position in
            switch text[position] {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"),
                UInt8(ascii: "*"):
                true
            case UInt8(ascii: "."): position > range.lowerBound
            default: false
            }
        }
    }
}
