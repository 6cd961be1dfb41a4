import RequirementModel
import Testing

@testable import Extraction

@Suite struct DocumentWalkTests {
    private let table =
        "\n\n| Endpoint | Purpose |\n|---|---|\n| `a.contoso.com` | Sign in |\n| `b.contoso.com` | Data |\n\n"

    @Test func `fills rows from statements field by field`() {
        #expect(atoms("# Required outbound rules" + table).first == "outbound a.contoso.com")
        #expect(
            atoms("# URLs\n\nAll endpoints are reached over TCP port 443." + table).first == "a.contoso.com TCP//443")
        #expect(
            atoms("# URLs\n\nThe agent requires outbound HTTPS access to:" + table).first
                == "outbound a.contoso.com TCP/HTTPS/443")
        #expect(
            atoms("# URLs\n\nThe following endpoints are recommended:" + table).first == "a.contoso.com recommended")
        #expect(atoms("## Azure Government endpoints" + table).first == "AzureUSGovernment a.contoso.com")
    }

    @Test func `knows a word with invisible characters in it`() {
        #expect(atoms("# Required out\u{200D}bound rules" + table).first == "outbound a.contoso.com")
    }

    @Test func `leaves a list to its own lead-in`() {
        let lists = """
            # Connector

            To connect to the hub, you need the following:

            ## Network

            Set up a network with the following:

            - 10.0.1.0/24
            - 10.0.2.0/24

            ## Names

            - a.contoso.com
            """
        #expect(atoms(lists) == ["a.contoso.com"])
    }

    @Test func `takes no transport from a heading that names both`() {
        let list = "\n\nOpen these ports:\n\n- 443: portal\n"
        #expect(atoms("## TCP and UDP ports of the portal" + list) == ["//443"])
        #expect(atoms("## UDP ports of the portal" + list) == ["UDP//443"])
    }

    @Test func `ends statements with their section`() {
        let text = "# Rules\n\n## Outbound endpoints" + table + "## Required endpoints" + table
        #expect(atoms(text) == ["outbound a.contoso.com", "outbound b.contoso.com", "a.contoso.com", "b.contoso.com"])
    }

    @Test func `turns away from the title under a heading of another matter`() {
        let text = "# Outbound rules\n\n## Internal port usage\n\n| Port | Use |\n|---|---|\n| 7001 | Gossip |\n"
        #expect(atoms(text) == ["//7001"])
    }

    @Test func `applies what is said of these endpoints to those above`() {
        let text = "# Allow these URLs" + table + "Traffic to these endpoints uses TCP port 8443.\n"
        #expect(atoms(text) == ["a.contoso.com TCP//8443", "b.contoso.com TCP//8443"])
    }

    @Test func `applies what is said of the addresses listed above`() {
        let sites = "The agent needs access to these sites:" + table
        let said = "Access to all of the URLs listed above uses the HTTPS protocol on port 443.\n\n"
        #expect(
            atoms("## Sites\n\n" + sites + said + "## Others\n\n" + sites) == [
                "a.contoso.com TCP/HTTPS/443", "b.contoso.com TCP/HTTPS/443", "a.contoso.com", "b.contoso.com",
            ])
    }

    @Test(arguments: [
        "You may need to allow traffic from our IP addresses to use webhooks.",
        "You'll need to add the following outbound IP addresses, used by the service to send webhooks.",
    ])
    func `takes no caller for a destination`(sentence: String) {
        let text =
            "# Allowlist\n\n\(sentence)\n\nCheck the signatures too.\n\n## Addresses\n\n- `192.0.2.7`\n- `192.0.2.8`\n"
        #expect(atoms(text) == [])
    }

    @Test func `takes what a sentence adds to the one before`() {
        let text = "The following table lists the sites. Add these to your outbound firewall rules." + table
        #expect(atoms(text).first == "outbound a.contoso.com")
    }

    @Test func `reads both ways only where a sentence says both`() {
        #expect(
            atoms("Allow the following for both inbound and outbound connections:" + table).first
                == "both a.contoso.com")
        #expect(atoms("The tables list inbound and outbound endpoints to allow:" + table).first == "a.contoso.com")
    }

    @Test func `takes no direction from what is allowed anyway`() {
        let text = "# Endpoints\n\nNodes require these. Typically, all outbound traffic is allowed." + table
        #expect(atoms(text) == ["a.contoso.com", "b.contoso.com"])
    }

    @Test func `goes on with what a sentence speaks of`() {
        let text = "Allow these endpoints. They're required to enable outbound communication." + table
        #expect(atoms(text).first == "outbound a.contoso.com")
    }

    @Test func `takes no protocol from the kind of a name`() {
        #expect(atoms("Allow outbound port 443 for these DNS names:" + table).first == "outbound a.contoso.com //443")
    }

    @Test func `does not apply what is said of one thing`() {
        let text = "# URLs\n\nOpen UDP port 3478 for `stun.contoso.com`. The proxy must support HTTP (80)." + table
        #expect(atoms(text) == ["a.contoso.com", "b.contoso.com"])
    }

    @Test func `knows tabs by their cloud`() {
        let text =
            "## URLs\n\nAllow these URLs outbound.\n\n# [Azure Global](#tab/a)" + table + "# [Azure Government](#tab/b)"
            + table
            + "---\n\nAllow these too:" + table
        let result = extraction(fromMarkdown: text)
        #expect(
            result.atoms == [
                "AzureCloud outbound a.contoso.com", "AzureCloud outbound b.contoso.com",
                "AzureUSGovernment outbound a.contoso.com", "AzureUSGovernment outbound b.contoso.com",
                "outbound a.contoso.com",
                "outbound b.contoso.com",
            ])
        #expect(result.records[2].section == ["URLs", "Azure Government"])
        #expect(result.records[4].section == ["URLs"])
    }

    @Test func `names sentences that ask in the books`() {
        let result = extraction(
            fromMarkdown: "# Rules\n\nThe host needs outbound access to `a.contoso.com` on port 443.\n")
        #expect(result.records.isEmpty)
        #expect(result.diagnostics.map(\.id) == ["requirement-in-prose"])
        #expect(result.books.entries.map(\.reading) == [.unread])
    }

    @Test func `points into included files`() {
        var inclusion = Inclusion(path: "urls.md", position: SourcePosition(line: 3))
        inclusion.file = "includes/urls.md"
        inclusion.blocks = [
            .table(
                Table(
                    position: SourcePosition(line: 1),
                    rows: [
                        .init(part: .header, position: SourcePosition(line: 1), cells: cells("Endpoint", "Port")),
                        .init(part: .body, position: SourcePosition(line: 3), cells: cells("a.contoso.com", "443")),
                    ]))
        ]
        let blocks: [Block] = [.heading(Heading(level: 1, text: RichText("Outbound URLs"))), .include(inclusion)]
        let result = Extractor().extract(Document(path: "page.md", format: .markdown, blocks: blocks))
        #expect(result.atoms == ["outbound a.contoso.com //443"])
        #expect(result.records.map(\.document) == ["page.md"])
        #expect(
            result.records.map(\.location) == [
                SourceLocation(file: "includes/urls.md", position: SourcePosition(line: 3))
            ])
        #expect(result.records.map(\.section) == [["Outbound URLs"]])
    }

    @Test func `leaves hostile nesting out`() {
        var block = Block.paragraph(RichText("Allow `a.contoso.com`."))
        for _ in 0..<2_000 { block = .note(Note(kind: nil, position: .unknown, blocks: [block])) }
        let result = Extractor().extract(Document(path: "page.md", format: .markdown, blocks: [block]))
        #expect(result.diagnostics.map(\.id) == ["nested-too-deeply"])
    }

    @Test func `reads HTML as it reads Markdown`() {
        let html = """
            <main><h1>Required outbound rules</h1><p>Allow the following:</p>
            <table><thead><tr><th>Endpoint</th><th>Port</th></tr></thead><tbody>
            <tr><td><code>a.contoso.com</code><br>b.contoso.com</td><td>HTTPS:443</td></tr></tbody></table>
            <ul><li>x</li></ul></main>
            """
        let markdown = """
            # Required outbound rules

            Allow the following:

            | Endpoint | Port |
            |---|---|
            | `a.contoso.com`<br>b.contoso.com | HTTPS:443 |

            - x
            """
        let expected = ["outbound a.contoso.com TCP/HTTPS/443", "outbound b.contoso.com TCP/HTTPS/443"]
        #expect(extraction(fromHTML: html).atoms == expected)
        #expect(extraction(fromMarkdown: markdown).atoms == expected)
    }

    @Test func `tells in texts what lost marks would have told`() {
        let result = extraction(
            fromText: """
                Rules of the cluster

                Azure US Government required FQDN rules

                FQDN Port Use
                a.contoso.us HTTPS:443 Sign-in of nodes.
                b.contoso.us HTTPS:443 Images of the system.

                The following FQDN rules aren't required, but are recommended for clusters:

                FQDN Port Use
                updates.contoso.com HTTP:80 Updates of nodes.
                patches.contoso.com HTTP:80 Patches of nodes.
                """)
        #expect(
            result.atoms == [
                "AzureUSGovernment a.contoso.us TCP/HTTPS/443", "AzureUSGovernment b.contoso.us TCP/HTTPS/443",
                "updates.contoso.com TCP/HTTP/80 recommended", "patches.contoso.com TCP/HTTP/80 recommended",
            ])
    }

    @Test func `lets the remark behind the last cloud of a text hold for all`() {
        let result = extraction(
            fromText: """
                Allow the portal URLs on your firewall

                Add these URLs to your proxy.

                Public Cloud

                portal.contoso.com
                login.contoso.com

                U.S. Government Cloud

                portal.contoso.us
                login.contoso.us

                [!NOTE] Traffic to these endpoints uses the TCP port for HTTPS (443).
                """)
        #expect(
            result.atoms == [
                "AzureCloud portal.contoso.com TCP/HTTPS/443", "AzureCloud login.contoso.com TCP/HTTPS/443",
                "AzureUSGovernment portal.contoso.us TCP/HTTPS/443", "AzureUSGovernment login.contoso.us TCP/HTTPS/443",
            ])
    }

    @Test func `leaves to itself what is said of one protocol or of another page`() {
        let names = "\n\n## Portal\n\nAllow these domains:\n\n* a.contoso.com\n"
        #expect(atoms("All DNS requests are sent over HTTPS." + names) == ["a.contoso.com"])
        #expect(atoms("All requests are sent over HTTPS." + names) == ["a.contoso.com TCP/HTTPS/443"])
        #expect(
            atoms("## Portal\n\nAllow HTTP on port 80 for the URLs listed on the certificates page.\n" + names)
                == ["a.contoso.com"])
    }

    @Test func `takes a heading of nothing but transports for how all below it is reached`() {
        let ports = "\n\n| Port | Source | Destination |\n|---|---|---|\n| 53 | agent | master |\n\n"
        #expect(
            atoms("# Ports\n\n## Nodes\n\n### TCP" + ports + "### UDP" + ports) == [
                "agent → «master» TCP//53", "agent → «master» UDP//53",
            ])
    }

    @Test func `ends with its section what is said of traffic to these addresses`() {
        let section =
            "## Tunnel\n\nThe client connects to the following addresses. All traffic goes through these addresses over UDP.\n\n"
        #expect(
            atoms(section + "- `192.0.2.0/24`\n\n## Portal\n\nAllow these domains:\n\n- a.contoso.com\n") == [
                "192.0.2.0/24 UDP//", "a.contoso.com",
            ])
    }

    @Test func `leaves to itself how the thing connects for some of its operations`() {
        let text =
            "## Sign-up\n\nThe client connects to Contoso via a standard HTTPS connection for operations like sign-up.\n\n"
        #expect(atoms(text + "## Portal\n\nAllow these domains:\n\n- a.contoso.com\n") == ["a.contoso.com"])
    }

    @Test func `lets a lead-in above all headings ask for the lists below them`() {
        let text = "You must allow the following domains on your firewall.\n\n## Portal\n\n"
        #expect(
            atoms(
                "---\ntitle: Client\n---\n\n" + text
                    + "The following domains are used by the portal:\n\n- a.contoso.com\n")
                == ["a.contoso.com"])
    }

    @Test func `takes no direction from the name of another's addresses`() {
        let list =
            "\n\nThe client connects to the following addresses.\n\n| Address | Port |\n|---|---|\n| `192.0.2.1` | 443 |\n"
        #expect(atoms("## CONTOSO ingress IP" + list) == ["192.0.2.1/32 //443"])
    }

    @Test(arguments: [
        "Allow the following addresses. Inbound traffic from Contoso might come from any of the following:",
        "Allow the following CONTOSO egress IP addresses:",
        "Allow our outbound IPs, which are the following:",
    ])
    func `takes where another calls from for no destination`(leadIn: String) {
        let result = extraction(fromMarkdown: "# Firewall\n\n\(leadIn)\n\n* `192.0.2.0/29`\n* `198.51.100.0/28`\n")
        #expect(result.atoms == [])
        #expect(
            result.skipReasons == ["it names only where traffic comes from", "it names only where traffic comes from"])
    }

    @Test func `reads the rows that a blank line has cut off under their table's headers`() {
        let table = "| From | To | Protocol |\n|---|---|---|\n| VMs | Store:443 | TCP |\n\n"
        let result = extraction(
            fromMarkdown: "## Outbound rules\n\n" + table + "| VMs | Ledger:8443 | TCP |\n\n| VMs | Log:514 | UDP |\n")
        #expect(
            result.atoms == [
                "outbound VMs → «Store» TCP//443", "outbound VMs → «Ledger» TCP//8443", "outbound VMs → «Log» UDP//514",
            ])
        #expect(result.lines == [5, 7, 9])
        #expect(result.books.isBalanced)
    }

    @Test func `tells captions below their tables from those above the next`() {
        let rows = "| Port | Protocol |\n|---|---|\n"
        let first = rows + "| 443 | TCP |\n\n"
        let second = rows + "| 53 | UDP |\n\n"
        let below = first + "*Table 1: Inbound flows*\n\n" + second + "*Table 2: Outbound flows*\n"
        let above = "*Table 1: Inbound flows*\n\n" + first + "*Table 2: Outbound flows*\n\n" + second
        for text in [below, above] {
            #expect(atoms("# Required ports\n\n" + text) == ["inbound TCP//443", "outbound UDP//53"])
        }
    }

    private func atoms(_ markdown: String) -> [String] { extraction(fromMarkdown: markdown).atoms }

    private func cells(_ texts: String...) -> [Table.Cell] { texts.map { Table.Cell(RichText($0)) } }

    @Test func `a protocol without ports takes none from a statement`() {
        let text = """
            Required ports

            All nodes must reach each other over port 8472.

            Port Protocol Source Destination Purpose
            8/0 ICMP All nodes All nodes Health checks
            4240 TCP All nodes All nodes Health checks
            """
        #expect(
            extraction(fromText: text).atoms == ["All nodes → «All nodes» ICMP//", "All nodes → «All nodes» TCP//4240"])
    }
}
