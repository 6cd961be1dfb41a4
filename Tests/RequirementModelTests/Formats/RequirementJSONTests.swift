import RequirementModel
import Testing

@Suite struct RequirementJSONTests {
    static let records = [
        Requirement(
            id: RecordID(rawValue: "0123456789ab"), document: "a/page.md",
            location: SourceLocation(file: "a/included.md", position: SourcePosition(line: 12, column: 3)),
            section: ["Rules", "For \"x\"\n\u{1}\u{202E}"],
            content: .network(
                NetworkRequirement(
                    clouds: [.china, .usGovernment], direction: .outbound, access: .deny, priority: "100",
                    name: "Deny all",
                    sources: [.any, .named("Cluster Node")],
                    destinations: [
                        Destination(
                            .fqdn("{region}.example"), path: "/a?b=c", alternative: 2, clouds: [.global],
                            condition: "if used", services: [Service(transport: "TCP", port: .any)]),
                        Destination(.serviceTag("Storage")),
                        Destination(.cidr("10.0.0.0/8")),
                    ],
                    services: [Service(transport: "TCP", application: "HTTPS", port: PortRange(443)), Service()],
                    necessity: .optional, condition: "only then", purpose: "Größe \\ / \t"))),
        Requirement(
            document: "b.html", location: SourceLocation(file: "b.html"), section: [],
            content: .network(NetworkRequirement())),
        Requirement(
            document: "b.html", location: SourceLocation(file: "b.html"), section: [],
            content: .row(RowRecord(cells: [.init(header: "", value: "x"), .init(header: "h", value: "")]))),
    ]

    @Test(arguments: records, [JSONWriter.Layout.compact, .indented])
    func `a record survives the way there and back`(record: Requirement, layout: JSONWriter.Layout) throws {
        let text = JSONWriter.text(layout) { record.write(to: &$0) }
        var reader = JSONReader(text)
        #expect(try Requirement(from: &reader) == record)
        reader = JSONReader(text)
        #expect(try Requirement(from: &reader, beside: Self.records[0]) == record)
    }

    @Test func `compact text is one line`() {
        let text = JSONWriter.text(.compact) { Self.records[0].write(to: &$0) }
        #expect(text.filter { $0 == UInt8(ascii: "\n") }.count == 1)
        #expect(text.last == UInt8(ascii: "\n"))
    }
}
