import RequirementModel
import Testing

@Suite struct CoveringTests {
    @Test(arguments: [
        ("*.a.example", "b.a.example"), ("*.a.example", "c.b.a.example"), ("*.a.example", "*.b.a.example"),
        ("*.a.example", "{region}.a.example"), ("md-*.a.example", "md-1.a.example"), ("*", "a.example"),
        ("md-*.a.example", "md-*-x.a.example"), ("x.*.a.example", "x.eu.a.example"), ("*a*b.example", "xaab.example"),
        ("a.example", "a.example"),
    ])
    func `names`(_ pattern: String, _ name: String) {
        #expect(HostPattern(pattern).covers(name))
        #expect(pattern == name || !HostPattern(name).covers(pattern))
    }

    @Test(arguments: [
        ("*.a.example", "a.example"), ("*.a.example", "b-a.example"), ("md-*.a.example", "x.md-1.a.example"),
        ("md-*.a.example", "*.a.example"), ("x.*.a.example", "x.a.example"), ("x.*.a.example", "*.b.a.example"),
        ("{region}.a.example", "eu.a.example"), ("*a*b.example", "xab-.example"), ("*.a.example", ""),
    ])
    func `other names`(_ pattern: String, _ name: String) { #expect(!HostPattern(pattern).covers(name)) }

    @Test(arguments: [
        ("*.a.example", "a.example"), ("md-*.x.a.example", "x.a.example"), ("a.*", ""), ("a.example", "a.example"),
    ])
    func `tails`(_ pattern: String, _ tail: String) { #expect(HostPattern(pattern).fixedTail == tail) }

    @Test func `endpoints`() {
        #expect(Endpoint.any.covers(.named("Cluster")) && !Endpoint.named("Cluster").covers(.any))
        #expect(Endpoint.cidr("10.0.0.0/8").covers(.cidr("10.1.0.0-10.1.0.9")))
        #expect(Endpoint.cidr("2001:db8::/32").covers(.cidr("2001:db8:1::/48")))
        #expect(!Endpoint.cidr("10.0.0.0/8").covers(.cidr("11.0.0.0/24")))
        #expect(!Endpoint.cidr("::/0").covers(.cidr("10.0.0.0/8")))
        #expect(Endpoint.serviceTag("Storage").covers(.serviceTag("storage.WestEurope")))
        #expect(!Endpoint.serviceTag("Storage").covers(.serviceTag("StorageSync")))
        #expect(!Endpoint.fqdn("*").covers(.cidr("10.0.0.0/8")))
    }

    @Test func `services`() {
        let web = Service(transport: "TCP", application: "HTTPS", port: PortRange(443))
        let tcp = Service(transport: "TCP", port: PortRange(1, 1024))
        let everything = Service(transport: "any", port: .any)
        #expect(tcp.covers(web) && !web.covers(tcp) && everything.covers(tcp) && everything.covers(Service()))
        #expect(!Service(port: PortRange(443)).covers(web), "a protocol that is not said covers none")
        #expect(!tcp.covers(Service(transport: "TCP")), "a port that is not said is no port of a range")
        #expect(Service(transport: "ICMP").covers(Service(transport: "ICMP")))
    }
}
