import RequirementModel
import Testing

@Suite struct AtomTests {
    private func atoms(_ network: NetworkRequirement) -> [[String]] {
        let record = Requirement(
            document: "page.md", location: SourceLocation(file: "page.md", position: SourcePosition(line: 7)),
            section: ["Rules"], content: .network(network))
        return record.atoms.map { atom in
            [
                atom.cloud?.rawValue, atom.source?.text, atom.destination?.text, atom.service.transport,
                atom.service.port?.description, atom.condition,
            ].map { $0 ?? "" }
        }
    }

    @Test func `every combination is one atom`() {
        let found = atoms(
            NetworkRequirement(
                sources: [.named("A"), .named("B")],
                destinations: [Destination(.fqdn("x.example")), Destination(.fqdn("y.example"))],
                services: [
                    Service(transport: "TCP", port: PortRange(80)), Service(transport: "TCP", port: PortRange(443)),
                ]))
        #expect(found.count == 8)
        #expect(Set(found).count == 8)
    }

    @Test func `what is said of one destination holds for it alone`() {
        let found = atoms(
            NetworkRequirement(
                clouds: [.global],
                destinations: [
                    Destination(.fqdn("x.example")),
                    Destination(
                        .fqdn("y.example"), clouds: [.china], condition: "if asked",
                        services: [Service(transport: "UDP", port: PortRange(53))]),
                ],
                services: [Service(transport: "TCP", port: PortRange(443))], condition: "always"))
        #expect(
            found == [
                ["AzureCloud", "", "x.example", "TCP", "443", "always"],
                ["AzureChinaCloud", "", "y.example", "UDP", "53", "if asked"],
            ])
    }

    @Test func `a row that only names a port is an atom`() {
        #expect(
            atoms(NetworkRequirement(services: [Service(port: PortRange(7001))])) == [["", "", "", "", "7001", ""]])
    }

    @Test func `a row record has no atoms`() {
        let record = Requirement(
            document: "page.md", location: SourceLocation(file: "page.md"), section: [],
            content: .row(RowRecord(cells: [.init(header: "System", value: "TLS 1.3")])))
        #expect(record.atoms.isEmpty)
    }
}
