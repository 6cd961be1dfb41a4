/// One end of a flow, in its normal form.
public enum Endpoint: Sendable, Hashable {
    /// A host name, lower case, with the author's wildcards and with placeholders as `{name}`.
    case fqdn(String)
    /// A service tag by Azure's own name, such as `AzureCloud.{region}`.
    case serviceTag(String)
    /// A network, an address, or a range `low-high`.
    case cidr(String)
    /// Anywhere.
    case any
    /// A thing that the reader must resolve, as written.
    case named(String)

    /// The kinds, by their names in the flat view.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        case fqdn
        case serviceTag = "service-tag"
        case cidr, any, named
    }

    /// The endpoint's kind.
    public var kind: Kind {
        switch self {
        case .fqdn: .fqdn
        case .serviceTag: .serviceTag
        case .cidr: .cidr
        case .any: .any
        case .named: .named
        }
    }

    /// The normal form as the flat view prints it.
    public var text: String {
        switch self {
        case .fqdn(let text), .serviceTag(let text), .cidr(let text), .named(let text): text
        case .any: "any"
        }
    }

    /// The endpoint of a kind with a normal form; the text of `any` is not looked at.
    public init(kind: Kind, text: String) {
        self =
            switch kind {
            case .fqdn: .fqdn(text)
            case .serviceTag: .serviceTag(text)
            case .cidr: .cidr(text)
            case .any: .any
            case .named: .named(text)
            }
    }

    /// The names of the placeholders in the normal form, in order: `region` for `{region}.example.com`.
    public var placeholders: [String] {
        text.utf8.split(separator: UInt8(ascii: "{"), omittingEmptySubsequences: false).dropFirst().compactMap { rest in
            rest.firstIndex(of: UInt8(ascii: "}")).map { String(Substring(rest[..<$0])) }
        }
    }
}
