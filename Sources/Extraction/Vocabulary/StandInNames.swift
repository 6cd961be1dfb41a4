internal import RequirementModel

/// Names and addresses that stand in documents for the reader's own, or for the machine itself: nothing to allow anywhere.
///
/// Reserved by RFC 2606 and RFC 6761 (`example.com`, `.example`, `.test`, `.invalid`, `localhost`) and RFC 1122 (127.0.0.0/8).
enum StandInNames {
    /// Whether the endpoint is such a name or address.
    static func contains(_ endpoint: Endpoint) -> Bool {
        switch endpoint {
        case .fqdn(let name): suffixes.contains { name == $0 || name.hasSuffix(".\($0)") }
        case .cidr(let network): network.hasPrefix("127.") || network == "::1/128"
        default: false
        }
    }

    private static let suffixes = [
        "example.com", "example.net", "example.org", "example", "test", "invalid", "localhost",
    ]
}
