import RequirementModel
import Testing
import TransformerKit

struct FlowTests {
    @Test func `flows say what the atoms say, and no more`() {
        let network = NetworkRequirement(
            destinations: [
                Destination(.fqdn("a.example")), Destination(.fqdn("b.example")),
                Destination(.fqdn("c.example"), services: [Service(transport: "UDP", port: PortRange(53))]),
                Destination(.fqdn("d.example"), condition: "in previews"),
            ],
            services: [Service(transport: "TCP", port: PortRange(443)), Service(transport: "TCP", port: PortRange(80))])
        let record = Requirement(
            document: "x.md", location: SourceLocation(file: "x.md"), section: [], content: .network(network))
        let flows = Flow.flows(of: record.atoms, in: record)
        let said = flows.flatMap { flow in
            flow.destinations.flatMap { target in
                flow.services.map { "\(target?.text ?? "") \($0.phrase) \(flow.terms.condition ?? "")" }
            }
        }
        let asked = record.atoms.map { "\($0.destination?.text ?? "") \($0.service.phrase) \($0.condition ?? "")" }
        #expect(said.sorted() == asked.sorted())
        #expect(flows.count == 3)
    }

    @Test func `alternatives are never shown as all needed`() {
        let network = NetworkRequirement(
            destinations: [Destination(.any, alternative: 1), Destination(.fqdn("a.example"), alternative: 2)],
            services: [Service(transport: "UDP", port: PortRange(123))])
        let record = Requirement(
            document: "x.md", location: SourceLocation(file: "x.md"), section: [], content: .network(network))
        let flows = Flow.flows(of: record.atoms, in: record)
        #expect(flows.map(\.terms.alternative) == [1, 2])
        #expect(flows.allSatisfy { $0.line.contains("one is enough") })
    }
}
