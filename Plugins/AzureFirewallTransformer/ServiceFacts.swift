internal import RequirementModel

/// What Azure Firewall and Azure Resource Manager take, each with the page that says so.
enum ServiceFacts {
    /// "Azure subscription and service limits": a rule collection group takes 2 MB, 1 MB in policies made before July 2022;
    /// and "Understand the structure of templates": 1 MB for one resource definition. The smaller fits all.
    static let groupBytes = 1_000_000

    /// "Understand the structure of templates": 4 MB for a template, with room for what stands around the rules.
    static let templateBytes = 3_900_000

    /// "Understand the structure of templates": 256 parameters.
    static let parameters = 256

    /// Microsoft.Network resource naming rules: 1 to 80 letters, digits, underscores, periods and hyphens.
    static let nameLength = 80

    /// The portal's limit for descriptions is not documented; this one shows whole in it.
    static let descriptionLength = 500

    /// FirewallPolicyRuleApplicationProtocol in Azure's API: the greatest port of an application rule.
    static let greatestApplicationPort = 64_000

    /// "Azure Firewall rule processing logic": priorities of groups and collections.
    static let priorities = 100...65_000

    /// "Virtual network service tags", column "Can use with Azure Firewall?": tags that stand for no service's addresses.
    static let tagsOfSecurityGroupsAlone: Set<String> = [
        "AzureLoadBalancer", "AzurePlatformDNS", "AzurePlatformIMDS", "AzurePlatformLKM", "Internet", "VirtualNetwork",
    ]

    /// The version of the API; not the newest, as the sovereign clouds are behind.
    static let apiVersion = "2023-04-01"
}

/// Why something cannot be a rule. The ids are stable; scripts match on them.
struct Obstacle: Error, Hashable {
    var id: String
    var reason: String

    static let inbound = Obstacle(
        id: "inbound",
        reason: "it is inbound, and a rule for it needs the address to forward to; write a DNAT rule by hand")
    static let anyDestination = Obstacle(
        id: "any-destination",
        reason: "it asks for any destination; set 'any-destination' to true where that is really meant")
    static let deniesEverything = Obstacle(
        id: "any-destination",
        reason: """
            a network rule that denies any destination is evaluated before every application rule; the firewall denies what \
            no rule allows anyway
            """)
    static let noDestination = Obstacle(id: "no-destination", reason: "it names no destination")
    static let noPort = Obstacle(
        id: "no-port", reason: "it names no port, and a rule without one would allow all ports")
    static let noTransport = Obstacle(
        id: "no-transport", reason: "it names no transport, and a rule without one would allow all protocols")
    static let wildcardNotLeftmost = Obstacle(
        id: "wildcard-not-leftmost", reason: "a wildcard may only be a name's first character")
    static let wildcardInNetworkRule = Obstacle(
        id: "wildcard-in-network-rule",
        reason: "names with a wildcard fit application rules only, which know HTTP, HTTPS and MSSQL on single ports")
    static let urlPath = Obstacle(
        id: "url-path",
        reason: "a rule without TLS inspection would allow the whole host; set 'url-paths' to host where that is meant")
    static let ipv6 = Obstacle(
        id: "ipv6", reason: "IPv6 needs a firewall in dual-stack mode, which is a preview; set 'ipv6' to true for one")
    static let denyOrder = Obstacle(
        id: "deny-order",
        reason: "its document puts it between rules that allow, and all rules of a collection share one priority")
    static let ruleTooLarge = Obstacle(
        id: "group-too-large", reason: "its rules alone are larger than a rule collection group may be")
    static let templateTooLarge = Obstacle(
        id: "template-too-large",
        reason: "the template is full (4 MB); choose fewer 'documents' and run the transformer once for each part")
    static let tooManyParameters = Obstacle(
        id: "too-many-parameters", reason: "a template takes 256 parameters; give values in 'placeholders'")
    static let noAlternative = Obstacle(
        id: "no-alternative", reason: "none of its alternatives can be expressed whole")

    static func unresolved(_ name: String) -> Obstacle {
        Obstacle(id: "named-destination", reason: "give the addresses of '\(name)' in 'named-destinations'")
    }

    static func unsupported(transport: String) -> Obstacle {
        Obstacle(id: "unsupported-transport", reason: "network rules know TCP, UDP and ICMP, not \(transport)")
    }

    static func source(_ source: Endpoint) -> Obstacle {
        switch source {
        case .named(let name):
            Obstacle(id: "named-source", reason: "give the addresses of its source '\(name)' in 'named-destinations'")
        default: Obstacle(id: "unsupported-source", reason: "a rule's source is an address, not '\(source.text)'")
        }
    }

    static func invalidName(_ name: String) -> Obstacle {
        Obstacle(id: "invalid-name", reason: "'\(name)' is no host name that a rule takes")
    }

    static func invalidAddress(_ address: String) -> Obstacle {
        Obstacle(id: "invalid-address", reason: "'\(address)' is no address, network or range that a rule takes")
    }

    static func invalidTag(_ tag: String) -> Obstacle {
        Obstacle(id: "invalid-tag", reason: "'\(tag)' is no service tag")
    }

    static func tagOfSecurityGroups(_ tag: String) -> Obstacle {
        Obstacle(
            id: "tag-not-in-firewall",
            reason: "the tag \(tag) works in network security groups only; give addresses in 'named-destinations'")
    }
}
