import Extraction
import RequirementModel
import Testing

@Suite struct AddressGroupTests {
    @Test func `reads the addresses that a note asks for`() {
        let result = extraction(
            fromMarkdown: """
                > [!NOTE]
                > You also need to add the following address prefixes:
                > 198.51.100.0/24
                > 203.0.113.0/24
                """)
        #expect(result.atoms == ["198.51.100.0/24", "203.0.113.0/24"])
        #expect(result.lines == [3])
    }

    @Test func `reads a name that a note allows`() {
        let result = extraction(
            fromMarkdown: "> [!NOTE]\n> If replicas are on, allow access to `<name>.contoso.com` for each of them.\n")
        #expect(result.atoms == ["{name}.contoso.com"])
        #expect(result.records.first?.network?.condition == "If replicas are on")
    }

    @Test(arguments: [
        "> [!NOTE]\n> Previously, `a.contoso.com` was used.\n",
        "> [!TIP]\n> For example, you could add `a.contoso.com`.\n",
        "> You don't need to allow `a.contoso.com`.\n",
    ])
    func `asks for nothing else`(text: String) {
        #expect(extraction(fromMarkdown: text).atoms == [])
    }

    @Test func `reads addresses that a note says must be reached`() {
        let atoms = extraction(
            fromMarkdown:
                "> [!NOTE]\n> The search must be able to communicate with the following addresses on port 443: 192.0.2.7, 192.0.2.8, and 198.51.100.9.\n"
        ).atoms
        #expect(atoms == ["192.0.2.7/32 //443", "192.0.2.8/32 //443", "198.51.100.9/32 //443"])
    }

    @Test func `takes no name of which a note only says what its allowing means`() {
        let text = "> When allowing traffic to `*.contoso.com`, traffic is only possible to the service.\n"
        #expect(extraction(fromMarkdown: text).atoms == [])
    }
}
