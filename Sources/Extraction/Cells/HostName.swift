internal import RequirementModel

/// Host names and URLs in text, and their normal forms.
enum HostName {
    /// Whether the dotted word in `range`, possibly with a path, can be a host name: labels and dots, or a wildcard.
    static func isHost(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
        let host = hostPart(bytes, range)
        guard !host.isEmpty, let last = lastLabel(bytes, host) else { return false }
        var labels = 0
        var labelLength = 0
        var hasMark = false
        var depth = 0
        for (index, position) in host.enumerated() {
            let byte = bytes[position]
            switch byte {
            case UInt8(ascii: "<"), UInt8(ascii: "{"), UInt8(ascii: "["):
                depth += 1
                hasMark = true
                labelLength += 1
            case UInt8(ascii: ">"), UInt8(ascii: "}"), UInt8(ascii: "]"): depth -= 1
            case _ where depth > 0: continue
            case UInt8(ascii: "."):
                if labelLength == 0, index > 0 { return false }
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
        if isMaskedAddress(bytes, host) { return false }
        guard labels >= 2 || (labels == 1 && bytes[host.lowerBound] == UInt8(ascii: ".")) else { return false }
        if [UInt8(ascii: "<"), UInt8(ascii: "{"), UInt8(ascii: "*"), UInt8(ascii: "[")].contains(bytes[last.lowerBound])
        {
            return labels >= 3
        }
        guard ASCII.isLetter(bytes[last.lowerBound]) || bytes[last.lowerBound] >= 0x80 else { return false }
        // `Microsoft.Storage` is no name, `LOGIN.EXAMPLE.COM` is one.
        if ASCII.isUppercase(bytes[last.lowerBound]), !isAllUppercase(bytes, labels > 2 ? last : host) { return false }
        switch DomainVocabulary.suffix(of: bytes, last) {
        case .domain: return true
        case .ambiguous: return labels >= 3 || hasMark
        case nil: return hasMark && labels >= 3 && last.allSatisfy { ASCII.isLetter(bytes[$0]) }
        }
    }

    /// `xxx.xx.xxx.x` stands for an address.
    private static func isMaskedAddress(_ bytes: [UInt8], _ host: Range<Int>) -> Bool {
        host.allSatisfy { ASCII.lowercased(bytes[$0]) == UInt8(ascii: "x") || bytes[$0] == UInt8(ascii: ".") }
    }

    private static func isAllUppercase(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
        !range.contains { ASCII.isLetter(bytes[$0]) && !ASCII.isUppercase(bytes[$0]) }
    }

    private static func lastLabel(_ bytes: [UInt8], _ host: Range<Int>) -> Range<Int>? {
        var start = host.upperBound
        while start > host.lowerBound, bytes[start - 1] != UInt8(ascii: ".") { start -= 1 }
        return start < host.upperBound ? start..<host.upperBound : nil
    }

    /// The part before the path, without a trailing dot.
    private static func hostPart(_ bytes: [UInt8], _ range: Range<Int>) -> Range<Int> {
        var depth = 0
        var end = range.upperBound
        for position in range {
            let byte = bytes[position]
            if byte == UInt8(ascii: "<") || byte == UInt8(ascii: "{") { depth += 1 }
            if byte == UInt8(ascii: ">") || byte == UInt8(ascii: "}") { depth -= 1 }
            if depth == 0, byte == UInt8(ascii: "/") || byte == UInt8(ascii: "?") {
                end = position
                break
            }
        }
        while end > range.lowerBound, bytes[end - 1] == UInt8(ascii: ".") { end -= 1 }
        return range.lowerBound..<end
    }

    /// What a URL or a name with a path says.
    struct Parts {
        /// The host's normal form, nil for `https://:443`.
        var host: Endpoint?
        /// Path and query, nil for none or `/`.
        var path: String?
        /// The scheme in lower case.
        var scheme: Range<Int>?
        /// The port after the host.
        var port: UInt16?
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
        let authority = hostPart(bytes, start..<range.upperBound)
        var host = authority
        if let colon = authority.last(where: { bytes[$0] == UInt8(ascii: ":") }) {
            parts.port = number(bytes, colon + 1..<authority.upperBound)
            host = authority.lowerBound..<colon
        }
        if IPAddress.isVersionFourOrEmpty(bytes, host) {
            parts.host = host.isEmpty ? nil : IPAddress.normalForm(bytes, host).map { .cidr($0) }
        } else {
            let name = normalForm(bytes, host, emphasised: emphasised)
            if isMaskedAddress(bytes, host) {
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
        var writer = NameWriter()
        if !range.isEmpty, bytes[range.lowerBound] == UInt8(ascii: ".") { writer.append(UInt8(ascii: "*")) }
        writer.append(bytes, range, emphasised: emphasised)
        return writer.text
    }
}

extension IPAddress {
    /// Whether a URL's host is an address, or is left out.
    fileprivate static func isVersionFourOrEmpty(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
        range.isEmpty || isVersionFour(bytes, range)
    }
}
