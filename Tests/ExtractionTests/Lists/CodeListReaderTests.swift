import Extraction
import RequirementModel
import Testing

@Suite struct CodeListReaderTests {
    @Test func `reads blocks of names that are asked for`() {
        let result = extraction(
            fromMarkdown: """
                **Needed for downloads:**

                ```shell
                a.contoso.com
                *.b.contoso.com (packages)
                ```
                """)
        #expect(result.atoms == ["a.contoso.com", "*.b.contoso.com"])
        #expect(result.lines == [4, 5])
        #expect(result.records.last?.network?.purpose == "packages")
    }

    @Test(arguments: [
        "Run this to allow the endpoint:\n\n```\ncurl https://a.contoso.com\n```\n",
        "The service gets a name in the following format:\n\n```\nnode1.contoso.com\n```\n",
        "The answer looks like this:\n\n```\na.contoso.com\n```\n",
    ])
    func `reads nothing else`(text: String) {
        #expect(extraction(fromMarkdown: "# Required ports and firewall rules\n\n" + text).atoms == [])
    }

    @Test func `takes a few labels before names`() {
        let result = extraction(
            fromMarkdown: """
                Make sure that these addresses are accessible:

                    https://management.contoso.com
                    https://login.contoso.com (if you sign in)
                    Blob storage *.blob.contoso.com
                """)
        #expect(
            result.atoms == [
                "management.contoso.com TCP/HTTPS/443", "login.contoso.com TCP/HTTPS/443", "*.blob.contoso.com",
            ])
    }

    @Test func `takes comments for what the names below are for`() {
        let result = extraction(
            fromMarkdown: """
                Allow these domains:

                ```text
                # Images
                registry.contoso.com
                cdn.sh

                # Updates (see https://docs.contoso.com)
                updates.contoso.com
                ```
                """)
        #expect(result.atoms == ["registry.contoso.com", "cdn.sh", "updates.contoso.com"])
        #expect(
            result.records.map { $0.network?.purpose } == [
                "Images", "Images", "Updates (see https://docs.contoso.com)",
            ])
    }

    @Test func `takes an item that names only a port for a lead-in`() {
        let result = extraction(
            fromMarkdown: """
                Behind a firewall, open these outbound URLs:

                - HTTPS on port 443: https://:443

                ```
                a.contoso.com
                ```

                - HTTP on port 80: http://80
                ```
                b.contoso.com
                ```
                """)
        #expect(result.atoms == ["outbound a.contoso.com TCP/HTTPS/443", "outbound b.contoso.com TCP/HTTP/80"])
    }

    @Test func `leaves out a sentence among names`() {
        let names = "https://a.contoso.com\nhttps://b.contoso.com\nhttps://c.contoso.com\n"
        let sentence = "The names below are those of the content network.\n"
        let result = extraction(
            fromMarkdown: "Allow these URLs:\n\n```\n\(names)\(sentence)https://d.contoso.com\n```\n")
        #expect(result.atoms.count == 4)
        #expect(result.skipReasons == ["it is running text"])
    }
}
