internal import RequirementModel

/// Names and addresses that stand in documents for the reader's own, or for the machine itself: nothing to allow anywhere.
///
/// Reserved by RFC 2606 and RFC 6761 (`example.com`, `.example`, `.test`, `.invalid`, `localhost`) and RFC 1122 (127.0.0.0/8).
enum StandInNames {
    /// Whether the endpoint is such a name or address.
    static func contains(_ endpoint: Endpoint) -> Bool {
        switch endpoint {
        case .fqdn(let name): domains.contains { isInside(name.utf8, domain: $0.utf8) }
        case .cidr(let network): network.hasPrefix("127.") || network == "::1/128"
        default: false
        }
    }

    /// Whether `name` is the domain or a name in it.
    private static func isInside(_ name: String.UTF8View, domain: String.UTF8View) -> Bool {
        guard name.last == domain.last, name.suffix(domain.count).elementsEqual(domain) else { return false }
        return name.count == domain.count || name.dropLast(domain.count).last == UInt8(ascii: ".")
    }

    private static let domains = [
        "example.com", "example.net", "example.org", "example", "test", "invalid", "localhost",
    ]
}
