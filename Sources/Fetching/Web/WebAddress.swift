internal import RequirementModel

/// The address of a page on the web, in the one form in which it is asked for, compared and shown.
///
/// A part of RFC 3986 that no two programs read differently: what it does not take is refused, and never mended, as the program
/// that asks for the page would read it in its own way.
public struct WebAddress: Sendable, Hashable {
    /// Whether the connection is encrypted; only this machine's own pages may do without.
    let isSecure: Bool
    /// The name or IP address, lower case; an IPv6 address in brackets.
    public let host: String
    /// The port; nil for the scheme's own.
    let port: Int?
    /// The path, beginning with `/`, without `.` and `..`.
    public let path: String
    /// What stands behind `?`; nil where there is none.
    public let query: String?

    /// The address that `text` writes; a fragment is left out, as it is not asked for.
    public init(_ text: String) throws(Fault) {
        var rest = Substring(text).utf8
        rest = rest.prefix { $0 != UInt8(ascii: "#") }
        guard rest.allSatisfy({ (0x21...0x7E).contains($0) && !Self.unsafe.contains($0) }) else {
            throw .notAnAddress
        }
        guard let colon = rest.firstIndex(of: UInt8(ascii: ":")),
            rest[colon...].starts(with: "://".utf8)
        else { throw .notAnAddress }
        switch String(Substring(rest[..<colon])).lowercased() {
        case "https": isSecure = true
        case "http": isSecure = false
        default: throw .otherScheme
        }
        rest = rest[rest.index(colon, offsetBy: 3)...]
        let authority = rest.prefix { $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "?") }
        guard !authority.contains(UInt8(ascii: "@")) else { throw .credentials }
        (host, port) = try Self.hostAndPort(authority, isSecure: isSecure)
        rest = rest[authority.endIndex...]
        let path = rest.prefix { $0 != UInt8(ascii: "?") }
        self.path = Self.withoutDots(path)
        rest = rest[path.endIndex...]
        query = rest.isEmpty ? nil : String(Substring(rest.dropFirst()))
        guard isSecure || isLoopback else { throw .unencrypted }
    }

    /// What keeps a text from being an address that pages are asked for at.
    public enum Fault: Error, Sendable, Hashable, CustomStringConvertible {
        /// It has no scheme and host, or characters that addresses do not have.
        case notAnAddress
        /// It begins with something else than `https`.
        case otherScheme
        /// It is `http`, for another machine.
        case unencrypted
        /// It holds a user's name or a password.
        case credentials

        /// What is wrong and what to do.
        public var description: String {
            switch self {
            case .notAnAddress: "is no web address; write it as a browser's address bar copies it, 'https://host/path'"
            case .otherScheme: "is no https address"
            case .unencrypted: "is not encrypted: anyone on the way could change the page; write 'https://'"
            case .credentials: "holds a user's name or password; put these into ~/.netrc, where curl finds them"
            }
        }
    }

    /// What other readers of addresses take for the end of the host, or escape in ways of their own.
    private static let unsafe = Set("\\\"<>^`{|}".utf8)
}

extension WebAddress: CustomStringConvertible {
    /// The address in full.
    public var description: String { origin + path + (query.map { "?" + $0 } ?? "") }

    /// The address without its query, in which sessions and signatures travel: what may be shown and kept of an address that a
    /// server has made up.
    var withoutQuery: String { origin + path }

    private var origin: String { "\(isSecure ? "https" : "http")://\(host)\(port.map { ":\($0)" } ?? "")" }
}

// MARK: - Hosts

extension WebAddress {
    /// Whether it names this machine.
    var isLoopback: Bool {
        if host == "localhost" || host.hasSuffix(".localhost") { return true }
        return literalAddress.map { address in Self.loopback.contains { $0.covers(address) } } ?? false
    }

    /// Whether it names, by number, a machine that not everyone can reach (RFC 6890).
    var isPrivate: Bool { isLoopback || literalAddress.map(Self.isPrivate) ?? false }

    /// Whether `address`, which a name stood for, is one that not everyone can reach.
    static func isPrivate(_ address: String) -> Bool { AddressRange(address).map(isPrivate) ?? false }

    /// Whether `other` is run by the same people, as far as names tell: by the domain that someone registered. No list of public
    /// suffixes of this machine has a say, so that a page is the same page on every machine.
    func isSameSite(as other: WebAddress) -> Bool {
        if host == other.host { return true }
        guard literalAddress == nil, other.literalAddress == nil else { return false }
        let suffixes = PublicSuffixes(list: nil)
        return suffixes.registrableDomain(of: host) == suffixes.registrableDomain(of: other.host)
    }

    private var literalAddress: AddressRange? {
        AddressRange(host.hasPrefix("[") ? String(host.dropFirst().dropLast()) : host)
    }

    private static func isPrivate(_ address: AddressRange) -> Bool { reserved.contains { $0.covers(address) } }

    private static let loopback = ["127.0.0.0/8", "::1"].compactMap { AddressRange($0) }

    /// The networks of RFC 6890 that are not reached from everywhere; an IPv4 address written as IPv6 hides what it is.
    private static let reserved =
        loopback
        + [
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "169.254.0.0/16", "172.16.0.0/12", "192.168.0.0/16",
            "198.18.0.0/15",
            "224.0.0.0/3", "::", "::ffff:0:0/96", "fc00::/7", "fe80::/10", "ff00::/8",
        ].compactMap { AddressRange($0) }

    private static func hostAndPort(
        _ authority: Substring.UTF8View, isSecure: Bool
    ) throws(Fault) -> (host: String, port: Int?) {
        let text = String(Substring(authority)).lowercased()
        let bracket = text.lastIndex(of: "]")
        let colon = text[(bracket ?? text.startIndex)...].firstIndex(of: ":")
        var host = String(text[..<(colon ?? text.endIndex)])
        var port: Int?
        if let colon {
            let digits = text[text.index(after: colon)...]
            guard let number = Int(digits), (1...65_535).contains(number), digits.first?.isNumber == true else {
                throw .notAnAddress
            }
            port = number == (isSecure ? 443 : 80) ? nil : number
        }
        // A dot at the end says that the name is complete, as every name here is.
        if host.hasSuffix(".") { host.removeLast() }
        guard bracket == nil ? isName(host) : isBracketed(host) else { throw .notAnAddress }
        return (host, port)
    }

    private static func isBracketed(_ host: String) -> Bool {
        host.hasPrefix("[") && host.hasSuffix("]")
            && AddressRange(String(host.dropFirst().dropLast()))?.family == .versionSix && !host.contains("/")
            && !host.contains("-")
    }

    /// A name of letters, digits and hyphens, or four numbers: a last label that is a number in any other form, as in `0x7f.1`,
    /// would be read as an address that it does not look like.
    private static func isName(_ host: String) -> Bool {
        let labels = host.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard host.utf8.count <= 253, let last = labels.last else { return false }
        let areLabels = labels.allSatisfy { label in
            (1...63).contains(label.count)
                && label.allSatisfy {
                    $0.isDigit || $0.isLetter || $0 == UInt8(ascii: "-")
                        || $0 == UInt8(ascii: "_")
                }
        }
        guard areLabels else { return false }
        return last.first?.isDigit != true || AddressRange(host) != nil
    }

    /// The path with its `.` and `..` taken (RFC 3986, section 5.2.4); never above the top.
    private static func withoutDots(_ path: Substring.UTF8View) -> String {
        var kept: [Substring] = []
        let segments = path.dropFirst().split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        for (index, segment) in segments.enumerated() {
            let isLast = index == segments.count - 1
            switch Substring(segment).lowercased().replacing("%2e", with: ".") {
            case ".": if isLast { kept.append("") }
            case "..":
                _ = kept.popLast()
                if isLast { kept.append("") }
            default: kept.append(Substring(segment))
            }
        }
        return "/" + kept.joined(separator: "/")
    }
}
