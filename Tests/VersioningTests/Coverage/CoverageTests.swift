import RequirementModel
import Testing

@testable import Versioning

/// What is said of rules that let others through. Each pair of pages is compared whole.
@Suite struct CoverageTests {
    private static func changes(_ old: [NetworkRequirement], _ new: [NetworkRequirement]) -> [Change] {
        let beside = [NetworkRequirement("x.example", tcp: 1), NetworkRequirement("y.example", tcp: 2)]
        return Comparison(
            from: Snapshot("old", [Page(old), Page(beside, at: "beside.md")]),
            to: Snapshot("new", [Page(new), Page(beside, at: "beside.md")])
        ).changes.changes
    }

    private static func network(
        _ destination: Endpoint, _ transport: String? = "TCP", _ port: PortRange? = PortRange(443),
        clouds: [Cloud] = [], condition: String? = nil
    ) -> NetworkRequirement {
        NetworkRequirement(
            clouds: clouds, destinations: [Destination(destination)],
            services: [Service(transport: transport, port: port)], condition: condition)
    }

    @Test(arguments: [
        (Endpoint.fqdn("*.a.example"), Endpoint.fqdn("b.a.example"), "`b.a.example`", "`*.a.example`"),
        (.fqdn("md-*.a.example"), .fqdn("md-1.a.example"), "`md-1.a.example`", "`md-*.a.example`"),
        (.cidr("192.0.0.0/16"), .cidr("192.0.2.0/24"), "`192.0.2.0/24`", "`192.0.0.0/16`"),
        (.cidr("2001:db8::/32"), .cidr("2001:db8:1::/48"), "`2001:db8:1::/48`", "`2001:db8::/32`"),
        (.serviceTag("Storage"), .serviceTag("Storage.WestEurope"), "`Storage.WestEurope`", "`Storage`"),
        (.any, .named("Cluster"), "`Cluster`", "any address"),
    ])
    func `what is open already needs nothing`(_ wide: Endpoint, _ narrow: Endpoint, _ covered: String, _ by: String)
        throws
    {
        let old = [Self.network(wide)]
        let change = try #require(Self.changes(old, old + [Self.network(narrow)]).first)
        #expect(change.text == "\(covered) is already covered by \(by) (TCP 443), nothing to do")
        // It is asked for now all the same; only nobody has to do anything.
        #expect(change.impact == .requirement && change.level == .warning && change.opened.count == 1)
    }

    @Test func `what a wildcard covers may be closed`() {
        let host = Self.network(.fqdn("b.a.example"))
        let changes = Self.changes([host], [Self.network(.fqdn("unlike.example")), Self.network(.fqdn("*.a.example"))])
        #expect(words(changes.flatMap(\.closed)) == ["b.a.example TCP 443"])
        #expect(changes.contains { $0.text.contains("is now `*.a.example`") })
        let other = NetworkRequirement(
            clouds: [], destinations: [Destination(.fqdn("b.a.example"))],
            services: [Service(transport: "TCP", port: PortRange(443))], purpose: "The mirror that pools read from")
        let section = Page([other], under: ["Mirrors"])
        let rules = Page([Self.network(.fqdn("*.a.example"))], under: ["Rules"])
        let one = Comparison(
            from: Snapshot("old", [section]), to: Snapshot("new", [rules.renamed(to: "other.md")])
        ).changes.changes
        #expect(
            one.first { $0.operation == .removed }?.text
                == "`*.a.example` now covers `b.a.example`: you may close the latter")
    }

    @Test func `what is still covered is said`() throws {
        let wide = Self.network(.fqdn("*.a.example"), "any", .any)
        let changes = Self.changes([wide, Self.network(.fqdn("b.a.example"))], [wide])
        #expect(
            changes.map(\.text) == [
                "`b.a.example` (TCP 443) is still covered by `*.a.example` (any protocol on any port): you may close the former"
            ])
        #expect(changes[0].level == .warning && changes[0].closed.count == 1)

        let everywhere = Self.network(.fqdn("c.example"))
        let china = Self.network(.fqdn("c.example"), clouds: [.china])
        #expect(
            Self.changes([everywhere, china], [everywhere]).map(\.text) == [
                "`c.example` in AzureChinaCloud is still covered by `c.example` in every cloud (TCP 443): you may close the former"
            ])
    }

    @Test(arguments: [
        (PortRange(1024, 65535), PortRange(9000, 9100), "narrower: port range 1024–65535 is now 9000–9100"),
        (PortRange(443), PortRange(440, 450), "broader: port 443 is now 440–450"),
        (PortRange(443), PortRange.any, "broader: port 443 is now any port"),
    ])
    func `ports are compared`(_ old: PortRange?, _ new: PortRange?, _ clause: String) {
        let name = Endpoint.fqdn("x.example")
        let changes = Self.changes([Self.network(name, "TCP", old)], [Self.network(name, "TCP", new)])
        #expect(changes.map(\.remarks) == [[clause]])
        #expect(changes[0].text.hasSuffix("; \(clause)") && changes[0].level == .error)
        #expect(changes[0].opened.count == 1 && changes[0].closed.count == 1)
    }

    @Test func `names networks and protocols are compared`() {
        func remark(_ old: NetworkRequirement, _ new: NetworkRequirement) -> [String] {
            Self.changes([old], [new]).flatMap(\.remarks)
        }
        var hosts = Self.network(.fqdn("a.store.example"))
        hosts.destinations.append(Destination(.fqdn("b.store.example")))
        let wildcard = Self.network(.fqdn("*.store.example"))
        #expect(
            remark(hosts, wildcard) == ["broader: `a.store.example` and `b.store.example` are now `*.store.example`"])
        #expect(
            remark(wildcard, hosts) == ["narrower: `*.store.example` is now `a.store.example` and `b.store.example`"])
        #expect(
            remark(Self.network(.cidr("192.0.2.0/24")), Self.network(.cidr("192.0.2.0/25")))
                == ["narrower: `192.0.2.0/24` is now `192.0.2.0/25`"])
        #expect(
            remark(Self.network(.fqdn("x.example")), Self.network(.fqdn("x.example"), "any"))
                == ["broader: TCP is now any protocol"])
        // Neither holds the other.
        #expect(remark(Self.network(.fqdn("x.example")), Self.network(.fqdn("x.example"), "UDP")) == [])
    }

    /// In another cloud, under a condition, for traffic of another way, or among alternatives nothing is covered.
    @Test(arguments: 0..<7) func `limits hold`(_ kind: Int) {
        var wide = Self.network(.fqdn("*.a.example"))
        var narrow = Self.network(.fqdn("b.a.example"))
        switch kind {
        case 0: wide.clouds = [.china]
        case 1: wide.condition = "only for private clusters"
        case 2: (wide.direction, narrow.direction) = (.inbound, .outbound)
        case 3: wide.necessity = .optional
        case 4: wide.destinations.append(Destination(.serviceTag("Other"), alternative: 2))
        case 5: wide.destinations[0].path = "/only"
        default: wide.sources = [.cidr("10.0.0.0/24")]
        }
        let changes = Self.changes([wide], [wide, narrow])
        #expect(changes.map(\.level) == [.error])
        #expect(changes.flatMap(\.remarks) == [])
    }

    @Test func `the same limits are none`() {
        var wide = Self.network(.fqdn("*.a.example"), clouds: [.china], condition: "Only for private clusters.")
        var narrow = Self.network(.fqdn("b.a.example"), clouds: [.china], condition: "only for private clusters")
        (wide.sources, narrow.sources) = ([.cidr("10.0.0.0/8")], [.cidr("10.1.0.0/16")])
        (wide.direction, narrow.direction) = (.both, .outbound)
        #expect(Self.changes([wide], [wide, narrow]).map(\.level) == [.warning])
    }

    /// What must be blocked is let through by no wider rule.
    @Test func `a deny is stronger`() {
        let wide = Self.network(.fqdn("*.a.example"))
        var denied = Self.network(.fqdn("b.a.example"))
        denied.access = .deny
        let changes = Self.changes([wide, denied], [wide, denied, Self.network(.fqdn("b.a.example"))])
        #expect(changes.flatMap(\.remarks) == [])
        #expect(changes.map(\.level) == [.error])
    }
}
