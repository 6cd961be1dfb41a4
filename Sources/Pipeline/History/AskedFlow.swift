internal import RequirementModel

/// What somebody asks about: one destination, and a port of it.
public struct AskedFlow: Sendable, Hashable, CustomStringConvertible {
    /// A host, an address or network, or what a document calls by a name, as it was given.
    public let destination: String
    /// The port; nil for every one.
    public let port: Int?

    private let endpoints: [Endpoint]

    /// Reads `HOST`, `HOST:PORT`, `[IPV6]:PORT` or a URL; nil for anything else.
    public init?(_ text: String) {
        var rest = Substring(text)
        var port: Int?
        if let scheme = rest.firstRange(of: "://") {
            port = ["https": 443, "http": 80][rest[..<scheme.lowerBound].lowercased()]
            rest = rest[scheme.upperBound...].prefix { $0 != "/" && $0 != "?" && $0 != "#" }
        }
        let colons = rest.utf8.count { $0 == UInt8(ascii: ":") }
        if rest.hasPrefix("["), let end = rest.firstIndex(of: "]") {
            let after = rest[rest.index(after: end)...]
            guard after.isEmpty || after.hasPrefix(":") else { return nil }
            if !after.isEmpty {
                guard let given = Self.port(after.dropFirst()) else { return nil }
                port = given
            }
            rest = rest[rest.index(after: rest.startIndex)..<end]
        } else if colons == 1, let colon = rest.firstIndex(of: ":") {
            guard let given = Self.port(rest[rest.index(after: colon)...]) else { return nil }
            port = given
            rest = rest[..<colon]
        }
        let name = rest.hasSuffix(".") ? rest.dropLast() : rest
        guard !name.isEmpty else { return nil }
        destination = String(name)
        self.port = port
        endpoints =
            AddressRange(destination) != nil
            ? [.cidr(destination)]
            : [.fqdn(destination.lowercased()), .serviceTag(destination), .named(destination)]
    }

    private static func port(_ text: Substring) -> Int? {
        guard let port = Int(text), (0...65_535).contains(port) else { return nil }
        return port
    }

    /// As it is written in messages.
    public var description: String {
        port.map { "\(destination.contains(":") ? "[\(destination)]" : destination):\($0)" } ?? destination
    }

    /// How a record's destination holds the flow's; nil when it does not.
    func match(_ endpoint: Endpoint) -> Match? {
        if endpoint == .any { return .anywhere }
        let text = endpoint.text.lowercased()
        if endpoints.contains(where: { $0.kind == endpoint.kind && $0.text.lowercased() == text }) { return .itself }
        if endpoints.contains(where: endpoint.covers) { return .covered }
        guard case .fqdn(let name) = endpoint, !endpoint.placeholders.isEmpty else { return nil }
        let pattern = Endpoint.fqdn(Self.withWildcards(name))
        return endpoints.contains(where: pattern.covers) ? .placeholder : nil
    }

    /// What an author leaves open may be anything.
    private static func withWildcards(_ name: String) -> String {
        var pattern: [UInt8] = []
        var depth = 0
        for byte in name.utf8 {
            switch byte {
            case UInt8(ascii: "{"):
                depth += 1
                if depth == 1 { pattern.append(UInt8(ascii: "*")) }
            case UInt8(ascii: "}"): depth = max(0, depth - 1)
            default: if depth == 0 { pattern.append(byte) }
            }
        }
        return String(decoding: pattern, as: UTF8.self)
    }

    /// How a record's destination holds a flow's.
    public enum Match: String, Sendable, Hashable, CaseIterable {
        /// The record names it.
        case itself = "exact"
        /// A wildcard, a network or a tag of the record holds it.
        case covered
        /// It is what the record says when a placeholder is filled in.
        case placeholder
        /// The record asks for everything.
        case anywhere = "any"
    }
}
