import RequirementModel
import Testing

@testable import Versioning

@Suite struct FlowTextTests {
    private static func phrases(_ network: NetworkRequirement) -> [String] {
        FlowText.phrases(for: Page([network]).records[0].atoms, joiner: "and")
    }

    @Test func `what has the same ports stands together`() {
        var network = NetworkRequirement("a.example", "b.example", tcp: 443)
        #expect(Self.phrases(network) == ["TCP 443 to `a.example` and `b.example`"])
        network.destinations[1].services = [.init(transport: "UDP", port: PortRange(53))]
        #expect(Self.phrases(network) == ["TCP 443 to `a.example`", "UDP 53 to `b.example`"])
        network = NetworkRequirement("a", "b", "c", "d", "e", tcp: 443)
        #expect(Self.phrases(network) == ["TCP 443 to `a`, `b`, `c` and 2 more"])
    }

    @Test func `every field of a flow is said`() {
        let network = NetworkRequirement(
            clouds: [.china], direction: .inbound, sources: [.serviceTag("Portal")], destinations: [.init(.any)],
            services: [.init(transport: "any", port: .any), .init(transport: "ESP"), .init(port: PortRange(22))])
        #expect(
            Self.phrases(network) == [
                "any protocol on any port, ESP and port 22 inbound from `Portal` to any address in AzureChinaCloud"
            ])
        #expect(
            Self.phrases(NetworkRequirement(services: [.init(transport: "TCP", port: PortRange(80))])) == ["TCP 80"])
    }

    @Test func `a sentence stays a sentence`() {
        var network = NetworkRequirement("a", tcp: 1)
        network.destinations = (1...2_000).map { number in
            Destination(
                .named("thing `\(number)`\nof many"), services: [.init(transport: "TCP", port: PortRange(number))])
        }
        let phrases = Self.phrases(network)
        #expect(phrases.first == "TCP 1 to `thing  1  of many`")
        #expect(phrases.count == 5 && phrases.last == "1996 more, as the record lists them")
        #expect(FlowText.quoted(String(repeating: "x", count: 500)).count == 102)
    }
}
