import RequirementModel
import TestSupport
import Testing
import TransformerKit

/// One test for each promise about what a rule may say.
struct AzureFirewallTests {
    // MARK: Kinds of rules

    @Test(arguments: [
        (NetworkRequirement.to(.fqdn("a.example"), by: .https), "Https 443 → a.example"),
        (
            .to(.fqdn("*.a.example"), .fqdn("b.example"), by: .https, .http),
            "Https 443, Http 80 → *.a.example, b.example"
        ),
        (.to(.fqdn("a.example"), by: .tcp(443)), "Https 443 → a.example"),
        (.to(.fqdn("a.example"), by: .tcp(80)), "Http 80 → a.example"),
        (.to(.fqdn("a.example"), by: Service(port: PortRange(443))), "Https 443 → a.example"),
        (
            .to(.fqdn("a.example"), by: Service(transport: "TCP", application: "HTTPS", port: PortRange(8443))),
            "Https 8443 → a.example"
        ),
        (.to(.fqdn("a.example"), by: .udp(443)), "UDP 443 → a.example"),
        (
            .to(.fqdn("a.example"), by: Service(transport: "TCP", application: "AMQP", port: PortRange(443))),
            "TCP 443 → a.example"
        ),
        (.to(.fqdn("a.example"), by: .tcp(5671)), "TCP 5671 → a.example"),
        (
            .to(.fqdn("a.example"), by: Service(transport: "TCP", application: "HTTPS", port: PortRange(8000, 8100))),
            "TCP 8000-8100 → a.example"
        ),
        (.to(.serviceTag("Storage"), by: .https), "TCP 443 → Storage"),
        (
            .to(.cidr("192.0.2.0/24"), .cidr("192.0.2.9/32"), by: .tcp(22), .udp(22)),
            "TCP 22, UDP 22 → 192.0.2.0/24, 192.0.2.9"
        ),
        (.to(.cidr("192.0.2.0/24"), by: Service(transport: "any", port: .any)), "Any * → 192.0.2.0/24"),
        (.to(.cidr("192.0.2.0/24"), by: Service(transport: "ICMP")), "ICMP * → 192.0.2.0/24"),
    ])
    func `a flow is carried by the right kind of rule`(network: NetworkRequirement, line: String) throws {
        let firewall = try FirewallTemplate(network)
        #expect(firewall.lines == [line])
        #expect(firewall.obstacles == [])
        let isApplication = firewall.rules[0].protocols != nil
        #expect(firewall.rules[0].ruleType == (isApplication ? "ApplicationRule" : "NetworkRule"))
    }

    @Test func `MSSQL hides from typed tools behind a variable`() throws {
        let firewall = try FirewallTemplate(.to(.fqdn("sql.example"), by: .tcp(1433)))
        #expect(firewall.lines == ["[variables('mssql')] 1433 → sql.example"])
        #expect(firewall.template.variables == ["mssql": "Mssql"])
    }

    @Test func `pairs of protocol and port stay pairs`() throws {
        let firewall = try FirewallTemplate(.to(.cidr("192.0.2.1/32"), by: .tcp(80), .udp(123), .tcp(443)))
        #expect(firewall.lines == ["TCP 80, TCP 443 → 192.0.2.1", "UDP 123 → 192.0.2.1"])
    }

    @Test func `names in network rules need DNS proxy, and it is said`() throws {
        let firewall = try FirewallTemplate(.to(.fqdn("time.example"), by: .udp(123)))
        #expect(firewall.rules[0].destinationFqdns == ["time.example"])
        #expect(firewall.rules[0].description.contains("DNS proxy"))
        #expect(firewall.sidecar.notes.contains { $0.contains("DNS proxy") })
    }

    // MARK: What no rule can say

    @Test(arguments: [
        (NetworkRequirement.to(.fqdn("md-*.a.example"), by: .https), "wildcard-not-leftmost"),
        (.to(.fqdn("*.*.a.example"), by: .https), "wildcard-not-leftmost"),
        (.to(.fqdn("*.a.example"), by: .tcp(5671)), "wildcard-in-network-rule"),
        (
            .to(.fqdn("*.a.example"), by: Service(transport: "TCP", application: "HTTPS", port: PortRange(1, 99))),
            "wildcard-in-network-rule"
        ),
        (.to(.fqdn("a_b.example"), by: .https), "invalid-name"),
        (.to(.fqdn("[parameters('x')]"), by: .https), "invalid-name"),
        (.to(.named("APIServerIP"), by: .https), "named-destination"),
        (.to(.serviceTag("Storage"), by: Service(transport: "TCP", application: "HTTPS")), "no-port"),
        (.to(.serviceTag("Storage"), by: Service(port: PortRange(443))), "no-transport"),
        (.to(.serviceTag("Internet"), by: .https), "tag-not-in-firewall"),
        (.to(.serviceTag("Storage')]"), by: .https), "invalid-tag"),
        (.to(.cidr("192.0.2.1/24"), by: .https), "invalid-address"),
        (.to(.cidr("2001:db8::/32"), by: .https), "ipv6"),
        (.to(.cidr("0.0.0.0/0"), by: .https), "any-destination"),
        (.to(.any, by: .https), "any-destination"),
        (.to(.cidr("192.0.2.1/32"), by: Service(transport: "ESP")), "unsupported-transport"),
        (.to(by: .tcp(8443)), "no-destination"),
        (
            NetworkRequirement(destinations: [Destination(.fqdn("a.example"), path: "/x")], services: [.https]),
            "url-path"
        ),
        (
            NetworkRequirement(
                direction: .inbound, destinations: [Destination(.fqdn("a.example"))], services: [.https]), "inbound"
        ),
        (
            NetworkRequirement(
                sources: [.named("Node")], destinations: [Destination(.fqdn("a.example"))], services: [.https]),
            "named-source"
        ),
        (
            NetworkRequirement(
                sources: [.serviceTag("Storage")], destinations: [Destination(.fqdn("a.example"))], services: [.https]),
            "unsupported-source"
        ),
    ])
    func `what the service cannot express is listed, never approximated`(network: NetworkRequirement, id: String) throws
    {
        let firewall = try FirewallTemplate(network)
        #expect(firewall.rules.isEmpty)
        #expect(firewall.obstacles == [id])
        #expect(firewall.sidecar.unexpressed.map(\.id) == [id])
    }

    @Test func `a destination that does not fit leaves the others alone`() throws {
        let firewall = try FirewallTemplate(.to(.fqdn("ok.example"), .fqdn("md-*.example"), by: .https))
        #expect(firewall.lines == ["Https 443 → ok.example"])
        #expect(firewall.result.unexpressed.map(\.destination) == ["md-*.example"])
        #expect(firewall.result.expressed.count == 1)
    }

    @Test func `of a flow both ways the outbound half is expressed`() throws {
        var network = NetworkRequirement.to(.fqdn("a.example"), by: .https)
        network.direction = .both
        let firewall = try FirewallTemplate(network)
        #expect(firewall.lines == ["Https 443 → a.example"])
        #expect(firewall.obstacles == ["inbound"])
    }

    // MARK: Alternatives

    @Test(arguments: [
        (
            NetworkRequirement.toOneOf(.any, .serviceTag("AzureCloud.{region}"), .named("IP"), by: .udp(1194)),
            "UDP 1194 → [concat('AzureCloud.', parameters('region'))]", 2
        ),
        (.toOneOf(.serviceTag("Storage"), .fqdn("a.example"), by: .https), "Https 443 → a.example", 1),
        (.toOneOf(.cidr("10.0.0.0/8"), .fqdn("*.a.example"), by: .https), "Https 443 → *.a.example", 1),
        (
            .toOneOf(.serviceTag("Storage"), .serviceTag("Storage.WestEurope"), by: .https),
            "TCP 443 → Storage.WestEurope", 1
        ),
        (.toOneOf(.any, .fqdn("time.example"), by: .udp(123)), "UDP 123 → time.example", 1),
    ])
    func `of alternatives the narrowest that fits is used, and the others are named`(
        network: NetworkRequirement, line: String, others: Int
    ) throws {
        let firewall = try FirewallTemplate(network)
        #expect(firewall.lines == [line])
        #expect(firewall.obstacles == [])
        #expect(firewall.sidecar.alternatives.map(\.others.count) == [others])
    }

    @Test func `an alternative counts only if all of it fits`() throws {
        var network = NetworkRequirement.toOneOf(.fqdn("a.example"), .serviceTag("Storage"), by: .https)
        network.destinations.append(Destination(.fqdn("md-*.example"), alternative: 1))
        #expect(try FirewallTemplate(network).lines == ["TCP 443 → Storage"])
    }

    @Test func `any is an alternative on request only`() throws {
        let network = NetworkRequirement.toOneOf(.any, .named("IP"), by: .udp(1194))
        #expect(try FirewallTemplate(network).obstacles == ["any-destination", "named-destination", "no-alternative"])
        #expect(try FirewallTemplate(network, options: ["any-destination": .boolean(true)]).lines == ["UDP 1194 → *"])
    }

    // MARK: Options

    @Test func `placeholders become parameters, or the values given`() throws {
        let network = NetworkRequirement.to(.fqdn("{region}.api.{storage-account}.example"), by: .https)
        let open = try FirewallTemplate(network)
        #expect(
            open.lines == [
                "Https 443 → [concat(parameters('region'), '.api.', parameters('storageAccount'), '.example')]"
            ])
        #expect(
            Set(open.template.parameters.keys) == ["firewallPolicyName", "sourceAddresses", "region", "storageAccount"])
        let given = try FirewallTemplate(
            network, options: ["placeholders": .map(["region": ["eu", "us"], "{storage-account}": ["x"]])])
        #expect(given.lines == ["Https 443 → eu.api.x.example, us.api.x.example"])
        let wrong = try FirewallTemplate(
            network, options: ["placeholders": .map(["region": ["*"], "storage-account": ["a b"]])])
        #expect(wrong.rules.isEmpty)
    }

    @Test func `parameters that differ only in case get names of their own`() throws {
        let firewall = try FirewallTemplate(.to(.fqdn("{a-b}.{aB}.{source-addresses}.{9}.example"), by: .https))
        let names = firewall.template.parameters.keys
        #expect(names.count == 6)
        #expect(Set(names.map { $0.lowercased() }).count == 6)
        #expect(names.allSatisfy { $0.wholeMatch(of: /[A-Za-z][A-Za-z0-9]*/) != nil })
    }

    @Test func `named destinations, sources and tags take the values given`() throws {
        var network = NetworkRequirement.to(.named("API server"), .serviceTag("Internet"), by: .tcp(443))
        network.sources = [.named("Nodes")]
        let values: [String: [String]] = [
            "API server": ["192.0.2.7", "api.example"], "Internet": ["Storage"], "Nodes": ["10.0.0.0/8"],
        ]
        let firewall = try FirewallTemplate(network, options: ["named-destinations": .map(values)])
        #expect(Set(firewall.lines) == ["TCP 443 → 192.0.2.7, Storage", "Https 443 → api.example"])
        #expect(firewall.rules.allSatisfy { $0.sourceAddresses == .addresses(["10.0.0.0/8"]) })
        #expect(firewall.obstacles == [])
    }

    @Test func `clouds, documents and necessities are chosen, and what is left out is counted`() throws {
        let records = [
            Requirement.made(1, document: "a/x.md", .network(.to(.fqdn("a.example"), by: .https))),
            Requirement.made(2, document: "ab/y.md", .network(.to(.fqdn("b.example"), by: .https))),
            Requirement.made(
                3, document: "a/z.md",
                .network(
                    NetworkRequirement(
                        clouds: [.china], destinations: [Destination(.fqdn("c.example"))], services: [.https]))),
            Requirement.made(
                4, document: "a/z.md",
                .network(
                    NetworkRequirement(
                        destinations: [Destination(.fqdn("d.example"))], services: [.https], necessity: .optional))),
        ]
        let options: [String: OptionValue] = [
            "documents": .list(["a"]), "necessities": .list(["required"]), "clouds": .string("AzureCloud"),
        ]
        let firewall = try FirewallTemplate(records, options: options)
        #expect(firewall.lines == ["Https 443 → a.example"])
        #expect(firewall.result.excluded.count == 3)
        #expect(firewall.sidecar.excluded.mapValues(\.count) == ["cloud": 1, "document": 1, "necessity": 1])
        #expect(firewall.result.artifacts.count { $0.path.hasSuffix(".template.json") } == 1)
    }

    @Test(arguments: [
        ("source-addresses", OptionValue.list(["10.0.0.1/8"])), ("source-addresses", .list([])),
        ("group-priority", .integer(99)), ("collection-priority", .integer(65_000)), ("group-name", .string("a b")),
        ("group-name", .string("")),
    ])
    func `what the service would refuse is refused at once`(option: String, value: OptionValue) {
        let error = #expect(throws: OptionError.self) { try FirewallTemplate([], options: [option: value]) }
        #expect(error?.option == option)
    }

    @Test func `names in options that no record has are pointed out`() throws {
        let options: [String: OptionValue] = [
            "placeholders": .map(["regoin": ["eu"]]), "named-destinations": .map(["API": ["192.0.2.1"]]),
            "documents": .list(["guides", "giudes"]),
        ]
        let notes = try FirewallTemplate(Release.sample.records, options: options).sidecar.notes
        for name in ["{regoin}", "API", "giudes"] { #expect(notes.contains { $0.contains("'\(name)'") }) }
        #expect(!notes.contains { $0.contains("'guides'") })
    }

    @Test(arguments: [
        ([Endpoint.any, .named("Node")], "[parameters('sourceAddresses')]"),
        ([.serviceTag("VirtualNetwork")], "[parameters('sourceAddresses')]"),
        (
            [.serviceTag("VirtualNetwork"), .cidr("10.0.0.0/8")],
            "[union(parameters('sourceAddresses'), createArray('10.0.0.0/8'))]"
        ),
    ])
    func `sources are the parameter, and addresses that the document names`(sources: [Endpoint], text: String) throws {
        var network = NetworkRequirement.to(.fqdn("a.example"), by: .https)
        network.sources = sources
        let firewall = try FirewallTemplate(network)
        #expect(firewall.rules.map(\.sourceAddresses) == [.expression(text)])
        #expect(firewall.obstacles == [])
    }

    // MARK: Clouds

    @Test func `a destination stands in the templates of its clouds, and of all when none is said`() throws {
        let network = NetworkRequirement(
            destinations: [
                Destination(.fqdn("all.example")), Destination(.fqdn("gov.example"), clouds: [.usGovernment]),
            ], services: [.https])
        let records = [Requirement.made(1, .network(network))]
        #expect(try FirewallTemplate(records).lines == ["Https 443 → all.example"])
        #expect(try FirewallTemplate(records, cloud: .usGovernment).lines == ["Https 443 → all.example, gov.example"])
    }
}
