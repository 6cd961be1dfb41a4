import Testing

@testable import Extraction

@Suite struct BrokenLinesTests {
    @Test func `reads lines that breaks end as items of a list`() {
        let lines = "TCP 443<br>\nTCP-Port 8443<br>\nUDP 53\n"
        let expected = ["TCP//443", "TCP//8443", "UDP//53"]
        #expect(extraction(fromMarkdown: "Open the following ports:\n\n" + lines).atoms == expected)
        #expect(extraction(fromMarkdown: "Open the following ports:<br>\n" + lines).atoms == expected)
        #expect(extraction(fromMarkdown: "Folgende Ports müssen freigeschaltet sein:\n\n" + lines).atoms == expected)
    }

    @Test func `says the line of each`() {
        let result = extraction(fromMarkdown: "Allow these domains:\n\na.contoso.com\\\nb.contoso.com\n")
        #expect(result.atoms == ["a.contoso.com", "b.contoso.com"])
        #expect(result.lines == [3, 4])
    }

    @Test func `leaves lines alone that nothing asks for`() {
        #expect(extraction(fromMarkdown: "Our shops:\n\na.contoso.com\\\nb.contoso.com\n").atoms == [])
        #expect(extraction(fromMarkdown: "Open these ports:\n\nAsk the network team.<br>\nThey know.\n").atoms == [])
    }
}
