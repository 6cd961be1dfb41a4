internal import RequirementModel

/// Names and addresses that stand in documents for the reader's own, or for the machine itself: nothing to allow anywhere.
///
/// Reserved by RFC 2606 and RFC 6761 (`example.com`, `.example`, `.test`, `.invalid`, `localhost`) and RFC 1122 (127.0.0.0/8).
enum StandInNames {
    /// Whether the endpoint is such a name or address.
    static func contains(_ endpoint: Endpoint) -> Bool {
        switch endpoint {
        case .fqdn(let name): isInside(Array(name.utf8))
        case .cidr(let network): network.hasPrefix("127.") || network == "::1/128"
        default: false
        }
    }

    /// Whether `name` is one of the domains or a name in it.
    private static func isInside(_ name: [UInt8]) -> Bool {
        domains.contains { domain in
            guard name.last == domain.last, name.suffix(domain.count).elementsEqual(domain) else { return false }
            return name.count == domain.count || name[name.count - domain.count - 1] == UInt8(ascii: ".")
        }
    }

    private static let domains = [
        "example.com", "example.net", "example.org", "example", "test", "invalid", "localhost",
    ].map { Array($0.utf8) }
}
