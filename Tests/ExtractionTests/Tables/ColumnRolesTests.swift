import Extraction
import RequirementModel
import Testing

@Suite struct ColumnRolesTests {
    @Test func `a column of directions may name both ends`() {
        let result = extraction(
            fromMarkdown: """
                The following firewall settings are required:

                | Communication direction | Protocol | Ports |
                |---|---|---|
                | Console to File Server/Device | TCP | 445 |
                | Windows Proxy Server to Console | TCP | 8767 |
                """)
        #expect(
            result.atoms == [
                "Console → «File Server/Device» TCP//445", "Windows Proxy Server → «Console» TCP//8767",
            ])
    }

    @Test func `reads a column of endpoints under a heading that says which way they are`() {
        let table = """
            | Endpoint | Step | Status |
            |---|---|---|
            | `a.contoso.com` (plus `b.contoso.com`) | Install | New |
            | `c.contoso.com 3` | Update | Install |

            """
        let asked = extraction(fromMarkdown: "# Network requirements\n\n## Outbound: setup\n\n" + table)
        #expect(asked.atoms == ["outbound a.contoso.com", "outbound b.contoso.com", "outbound c.contoso.com"])
        #expect(extraction(fromMarkdown: "# Changes\n\n## Outbound: setup\n\n" + table).atoms == [])
    }

    @Test func `reads protocols by number among ports`() {
        let result = extraction(
            fromMarkdown: """
                # Network requirements

                | Mode | Host(s) | Protocols/Ports |
                |---|---|---|
                | Tunnel | Gateway node | IP protocol ID 50 and 51, UDP 500 and 4500 |
                """)
        #expect(
            result.atoms == [
                "«Gateway node» ESP//", "«Gateway node» AH//", "«Gateway node» UDP//500", "«Gateway node» UDP//4500",
            ])
    }

    @Test func `reads a table whose delimiter row is too long`() {
        let result = extraction(
            fromMarkdown: """
                Add outbound port 443 for the following IP addresses to the firewall's allowlist:

                |Data center|IP addresses|
                |----|----|----|
                |US1|203.0.113.7, 203.0.113.8|
                |US2|203.0.113.9|
                """)
        #expect(
            result.atoms == [
                "outbound 203.0.113.7/32 //443", "outbound 203.0.113.8/32 //443", "outbound 203.0.113.9/32 //443",
            ])
    }

    @Test func `columns under clouds hold the endpoints of each`() {
        let result = extraction(
            fromMarkdown: """
                The addresses in this table are required.

                | Azure Public | Azure Government |
                |---|---|
                | `*.a.contoso.com` | `*.a.contoso.us` |
                | `b.contoso.com` | |
                """)
        #expect(
            result.atoms == [
                "AzureCloud *.a.contoso.com", "AzureUSGovernment *.a.contoso.us", "AzureCloud b.contoso.com",
            ])
    }

    @Test func `marks and headers of other matters name no destination`() {
        let result = extraction(
            fromMarkdown: """
                # Required ports

                | Port | Use (local) | Local host only | How to avoid |
                |---|---|---|---|
                | disabled (8501)\\* | API (TCP and UDP) | No | Turn it off |
                | 49152- 65535 | RPC (TCP only) | Yes | TBD |
                """)
        #expect(result.atoms == ["TCP//8501", "UDP//8501", "TCP//49152-65535"])
    }

    @Test func `on a page of requirements a column of endpoints is one, whatever stands beside it`() {
        let table = """
            | Group | Network endpoint | Current default |
            |---|---|---|
            | Widget | `https://widget.contoso.com/start` | on |

            """
        let title = "# Contoso network requirements\n\n## Optional parts\n\n"
        #expect(extraction(fromMarkdown: title + table).atoms == ["widget.contoso.com/start TCP/HTTPS/443 optional"])
        #expect(extraction(fromMarkdown: "# Widgets\n\n" + table).atoms == [])
    }

    @Test func `a column of both directions says on which side the other column is`() {
        let result = extraction(
            fromMarkdown: """
                The following firewall rules are required:

                | Port range / protocol | Ingress/Egress | Source/Destination |
                |---|---|---|
                | 8472/udp | ingress | `worker-sg` |
                | ICMP 8/0 | egress | `master-sg` |
                """)
        #expect(result.atoms == ["inbound worker-sg → UDP//8472", "outbound «master-sg» ICMP//"])
    }

    @Test func `a table of routes asks for nothing`() {
        let result = extraction(
            fromMarkdown: """
                # Required outbound network rules

                Add the following routes:

                | Route name | Address prefix | Next hop type | Next hop address |
                |---|---|---|---|
                | all | 0.0.0.0/0 | Virtual appliance | 10.0.2.4 |
                """)
        #expect(result.atoms == [])
    }

    @Test func `what is not known is no destination, and identifiers are several`() {
        let result = extraction(
            fromMarkdown: """
                | Destination addresses | Protocol | Destination ports |
                |---|---|---|
                | DC_Address_1, DC_Address_2 | Any | * |
                | *:1688 for activation | TCP | |
                | dynamic | TCP | 443 |
                """)
        #expect(
            result.atoms == [
                "«DC_Address_1» any//any", "«DC_Address_2» any//any", "any TCP//1688", "TCP//443",
            ])
    }
}
