import RequirementModel
import TestSupport
import Testing
import TransformerKit

/// Collections, groups, names and descriptions.
struct FirewallCollectionTests {
    private static func denial(_ number: Int, priority: String?, _ endpoint: Endpoint = .cidr("192.0.2.0/24"))
        -> Requirement
    {
        .made(
            number,
            .network(
                NetworkRequirement(
                    access: .deny, priority: priority, destinations: [Destination(endpoint)], services: [.tcp(22)])))
    }

    private static func allowance(_ number: Int, priority: String) -> Requirement {
        .made(
            number,
            .network(
                NetworkRequirement(
                    priority: priority, destinations: [Destination(.serviceTag("Storage"))], services: [.https])))
    }

    @Test func `denials come where their document puts them`() throws {
        let allowed = [Self.allowance(1, priority: "100"), Self.allowance(2, priority: "200")]
        let names = { (denial: Requirement) in
            try FirewallTemplate(allowed + [denial]).collections.map { "\($0.name) \($0.action["type"] ?? "")" }
        }
        #expect(try names(Self.denial(3, priority: "4000")) == ["network-allow Allow", "network-deny-last Deny"])
        #expect(try names(Self.denial(3, priority: "50")) == ["network-deny Deny", "network-allow Allow"])
        #expect(try names(Self.denial(3, priority: nil)) == ["network-deny Deny", "network-allow Allow"])
        let between = try FirewallTemplate(allowed + [Self.denial(3, priority: "150")])
        #expect(between.collections.map(\.name) == ["network-allow"])
        #expect(between.obstacles == ["deny-order"])
    }

    @Test func `a network rule never denies everything before application rules are read`() throws {
        let firewall = try FirewallTemplate([Self.denial(1, priority: nil, .any)])
        #expect(firewall.rules.isEmpty && firewall.obstacles == ["any-destination"])
    }

    @Test func `a collection's priority does not depend on which others there are`() throws {
        let all = try FirewallTemplate(Array(Release.sample.records))
        let priorities = Dictionary(uniqueKeysWithValues: all.collections.map { ($0.name, $0.priority) })
        #expect(Set(priorities.values).count == priorities.count)
        let one = try FirewallTemplate([Self.denial(1, priority: nil, .fqdn("a.example"))])
        #expect(one.collections.map(\.priority) == [priorities["network-deny"] ?? 1000])
        let other = try FirewallTemplate(.to(.fqdn("a.example"), by: .https))
        #expect(other.collections.map(\.priority) == [priorities["application-allow"]])
    }

    @Test func `a new record leaves the other rules' lines as they are`() throws {
        var records = Release.sample.records
        let removed = records.remove(at: 4)
        let before = try FirewallTemplate(records).bytes.split(separator: UInt8(ascii: "\n")).map { Array($0) }
        let after = try FirewallTemplate(records + [removed]).bytes.split(separator: UInt8(ascii: "\n")).map {
            Array($0)
        }
        let difference = after.difference(from: before)
        #expect(difference.removals.isEmpty)
        #expect(difference.insertions.count == after.count - before.count)
        #expect(difference.insertions.count < 25)
    }

    @Test func `names are unique, valid and begin with the record's id`() throws {
        let ports = (0..<60).map { Service(transport: "TCP", port: PortRange(1000 + $0)) }
        let network = NetworkRequirement(
            destinations: (0..<5).map { Destination(.cidr("192.0.2.\($0)/32"), condition: "case \($0)") },
            services: ports)
        let firewall = try FirewallTemplate([.made(0xABC, .network(network))])
        #expect(Set(firewall.rules.map(\.name)).count == 5)
        for rule in firewall.rules {
            #expect(rule.name.wholeMatch(of: /000000000abc-tcp-[A-Za-z0-9._-]+/) != nil)
            #expect(rule.name.utf8.count <= 80)
        }
    }

    @Test(arguments: HostileText.all)
    func `a description holds its document's words as data, the condition first`(text: String) throws {
        var network = NetworkRequirement.to(.fqdn("a.example"), by: .https)
        network.condition = text
        network.purpose = String(repeating: text + " ", count: 100)
        let description = try FirewallTemplate(network).rules[0].description
        #expect(description.hasPrefix("Required by guides/cluster.md. Condition: "))
        #expect(description.utf16.count <= 500)
        #expect(!description.unicodeScalars.contains { $0.isInvisible })
    }

    @Test func `rules beyond the size of a group stand in further groups, in the same order`() throws {
        let records =
            (1...2_000).map { number in
                Requirement.made(
                    number,
                    .network(
                        NetworkRequirement(
                            destinations: (0..<8).map { Destination(.fqdn("n\($0).r\(number).contoso.com")) },
                            services: [.https], purpose: String(repeating: "word ", count: 40))))
            } + [Self.denial(5_000, priority: nil)]
        let firewall = try FirewallTemplate(records)
        let groups = firewall.template.resources
        #expect(groups.count > 1)
        #expect(groups.map(\.properties.priority) == Array(1000..<1000 + groups.count))
        #expect(groups[0].dependsOn == nil && groups.dropFirst().allSatisfy { $0.dependsOn?.count == 1 })
        #expect(firewall.collections.map(\.name).first == "network-deny")
        #expect(firewall.rules.count == records.count && firewall.obstacles == [])
    }

    @Test func `what no group or template can hold is listed`() throws {
        let huge = NetworkRequirement(
            destinations: (0..<40_000).map { Destination(.fqdn("n\($0).a-rather-long-name.contoso.com")) },
            services: [.https])
        #expect(try FirewallTemplate(huge).obstacles == ["group-too-large"])
        let large = NetworkRequirement(
            destinations: (0..<8_000).map { Destination(.fqdn("n\($0).a-rather-long-name.contoso.com")) },
            services: [.https])
        let template = try FirewallTemplate((1...20).map { .made($0, .network(large)) })
        #expect(template.bytes.count <= 4_000_000)
        #expect(Set(template.obstacles) == ["template-too-large"])
        let many = (1...300).map { Requirement.made($0, .network(.to(.fqdn("{p\($0)}.example"), by: .https))) }
        let firewall = try FirewallTemplate(many)
        #expect(firewall.template.parameters.count == 256)
        #expect(firewall.obstacles == Array(repeating: "too-many-parameters", count: 46))
    }
}
