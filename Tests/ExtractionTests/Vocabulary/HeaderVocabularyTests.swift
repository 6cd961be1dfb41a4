import Testing

@testable import Extraction

@Suite struct HeaderVocabularyTests {
    @Test(arguments: [
        ("Destination Endpoint", ColumnRole.destination), ("Source IP addresses", .source), ("FQDN", .endpoint),
        ("Destination service tag", .destination), ("Service Tag", .serviceTag), ("Source port ranges", .sourcePort),
        ("Destination port ranges", .port), ("Port(s)", .port), ("TCP ports", .tcpPort),
        ("Protocol:Port", .protocolAndPort),
        ("Endpoint:port", .endpoint), ("Source/Destination", .sourceOrDestination), ("In/Out", .direction),
        ("When required", .condition), ("How Used", .purpose), ("Used By", .note), ("Required?", .necessity),
        ("Action", .access),
        ("Ziel", .destination), ("Rule Type", .direction),
    ])
    func `tells roles`(header: String, role: ColumnRole) {
        #expect(HeaderVocabulary.role(of: header) == role)
    }

    @Test(arguments: ["Symptom", "Default value", "Error code"])
    func `knows no role for other headers`(header: String) {
        #expect(HeaderVocabulary.role(of: header) == nil)
    }
}
