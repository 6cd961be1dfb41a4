import Extraction
import RequirementModel
import Testing

@Suite struct ListReaderTests {
    @Test func `reads names that a lead-in asks for`() {
        let result = extraction(
            fromMarkdown: """
                The agent requires outbound HTTPS access to:

                * _a.contoso.com_ (management)
                * `b.contoso.com`
                * Portal: https:\\//portal.contoso.com/start
                """)
        #expect(
            result.atoms == [
                "outbound a.contoso.com TCP/HTTPS/443", "outbound b.contoso.com TCP/HTTPS/443",
                "outbound portal.contoso.com/start TCP/HTTPS/443",
            ])
        #expect(result.lines == [3, 4, 5])
    }

    @Test func `reads names alone under a title that asks for them`() {
        let result = extraction(
            fromMarkdown: """
                # Domains to allow in the firewall

                ## Build servers

                * **Drivers (newer than 11)**:
                    1. drivers.contoso.com
                    2. mirror.contoso.com (fallback)

                ## Further reading

                * docs.contoso.com explains how builds work
                * www.contoso.com

                ## Contents

                * [proxy.contoso.com](#proxy)
                * [time.contoso.com](#time)
                """)
        #expect(result.atoms == ["drivers.contoso.com", "mirror.contoso.com"])
    }

    @Test func `puts ports under the protocol that heads them`() {
        let result = extraction(
            fromMarkdown: """
                # Firewall

                Open these ports:

                * SIP TCP/UDP
                    * 5060, 5061
                * SSH
                    * 22
                """)
        #expect(
            result.atoms == ["TCP/SIP/5060", "UDP/SIP/5060", "TCP/SIP/5061", "UDP/SIP/5061", "TCP/SSH/22"])
        #expect(result.records.map { $0.network?.purpose } == ["SIP TCP/UDP", "SSH"])
    }

    @Test func `reads names that a verb allows`() {
        let result = extraction(
            fromMarkdown: """
                # Network requirements

                The agent needs these:

                * Allow outbound a.contoso.com:443
                * Allow TCP 8443 to b.contoso.com
                * Permit c.contoso.com
                * Open d.contoso.com in a browser
                * Allow the agent to find e.contoso.com

                # Settings

                * Allow outbound f.contoso.com:443
                * Allow g.contoso.com
                """)
        #expect(
            result.atoms == [
                "outbound a.contoso.com //443", "b.contoso.com TCP//8443", "c.contoso.com",
                "outbound f.contoso.com //443",
            ])
    }

    @Test func `reads ports flows and demands`() {
        let result = extraction(
            fromMarkdown: """
                Open the following ports:

                - from clients to storage on port 69/udp
                - TCP and UDP port 389 for LDAP
                - 443/tcp
                - Outbound TCP 8443 from the gateway to `a.contoso.com`
                - Allow outbound access on ports `80` and `443` to `b.contoso.com`.
                """)
        #expect(
            result.atoms == [
                "clients → «storage» UDP//69", "TCP/LDAP/389", "UDP/LDAP/389", "TCP//443",
                "outbound the gateway → a.contoso.com TCP//8443", "outbound b.contoso.com //80",
                "outbound b.contoso.com //443",
            ])
    }

    @Test(arguments: [
        "The following annotations are supported for ports 80 and 443:\n\n- `service.contoso.io/port`\n",
        "## Next steps\n\n- [Firewall rules](https://contoso.com/firewall)\n",
        "Replace the values:\n\n- `portal.contoso.com` with your domain\n",
        "### Scenarios that don't require more endpoints\n\n- `a.contoso.com`\n",
        "The names have this format:\n\n- `node.contoso.com`\n",
        "# Network requirements\n\n## Terms\n\n- `a.contoso.com` is a name.\n",
    ])
    func `asks for nothing where nobody asks`(text: String) {
        #expect(extraction(fromMarkdown: text).atoms == [])
    }

    @Test func `reads bare numbers where a lead-in lists ports`() {
        let result = extraction(
            fromMarkdown: """
                Requirements:

                - 4 CPU cores
                - Inbound traffic on these ports must be allowed:
                  - 7441
                  - `7442` - console, over TCP
                  - [x] 7443, 7450-7452 (metrics)
                  - 3 nodes of each kind
                  - 47/gre
                  - SMB port (TCP 445)
                  - Port 5070 UDP (SIP protocol - for calls)
                """)
        #expect(
            result.atoms == [
                "inbound //7441", "inbound TCP//7442", "inbound //7443", "inbound //7450-7452", "inbound GRE//",
                "inbound TCP/SMB/445", "inbound UDP/SIP/5070",
            ])
    }

    @Test(arguments: [
        "Allowing traffic to the following names is not guaranteed to work:\n\n- `a.svc.contoso.com`\n",
        "## Dynamic port range\n\nSystems use the following dynamic port range:\n\n- Start port: 49152\n- End port: 65535\n",
        "## Allow the ports\n\nBuild two policies and sort each port into one of them:\n\n- **First policy** - `53`, `88`\n",
    ])
    func `asks for nothing by what is not asked`(text: String) {
        #expect(extraction(fromMarkdown: text).atoms == [])
    }

    @Test func `reads obligations and pairs of items by themselves`() {
        let result = extraction(
            fromMarkdown: """
                ## Network requirements

                The suite requires:

                1. **Names** (UDP port 53 outbound)
                2. The firewall must allow incoming connections on port 8765

                These names are no longer needed and can be removed:

                - `legacy.contoso.com`
                """)
        #expect(result.atoms == ["outbound UDP//53", "inbound //8765"])
    }

    @Test func `reads the application that is all behind a port`() {
        let result = extraction(
            fromMarkdown: "Open these ports:\n\n- 22 – SSH\n- 8800 – HTTP access to the console\n")
        #expect(result.atoms == ["TCP/SSH/22", "TCP/HTTP/8800"])
    }

    @Test func `takes an item for the caption of the table in it`() {
        let result = extraction(
            fromMarkdown: """
                + Inbound rules

                    | Source | Protocol | Port |
                    |---|---|---|
                    | 192.0.2.0/24 | TCP | 80 |
                """)
        #expect(result.atoms == ["inbound 192.0.2.0/24 → TCP//80"])
    }

    @Test func `lets an item introduce its siblings`() {
        let result = extraction(
            fromMarkdown: """
                Before you begin:

                - The clock must be right.
                - The server must be able to reach the following addresses:
                - Tokens: `https://token.contoso.com:8443`.
                - `mirror.contoso.com`
                - Backups are not made.
                """)
        #expect(result.atoms == ["token.contoso.com TCP/HTTPS/8443", "mirror.contoso.com"])
    }

    @Test(arguments: [
        "For example, if your site is `https://shop.contoso.com`, then you must allow these URLs:\n\n- `shop.contoso.com`\n",
        "Allow the following ports:\n\n- 3 control plane nodes\n",
    ])
    func `asks for nothing by examples and counts`(text: String) {
        #expect(extraction(fromMarkdown: text).atoms == [])
    }

    @Test func `leaves stand-in names out`() {
        let result = extraction(fromMarkdown: "Allow access to:\n\n- `your.example.com`\n- `real.contoso.com`\n")
        #expect(result.atoms == ["real.contoso.com"])
    }

    @Test func `what introduces a list introduces a table in an item without words of its own`() {
        let atoms = extraction(
            fromMarkdown: """
                Allow outbound access to:

                - | Host |
                  |---|
                  | a.contoso.net |
                """
        ).atoms
        #expect(atoms == ["outbound a.contoso.net"])
    }

    @Test func `leaves out a name that need not be allowed`() {
        let result = extraction(
            fromMarkdown: """
                Allow these names in the firewall:

                * `a.contoso.com` shows that there is a connection.
                * `b.contoso.com` is asked inside the tunnel, so you do not need to add `b.contoso.com` to the allowlist.
                """)
        #expect(result.atoms == ["a.contoso.com"])
    }

    @Test func `takes what may be a file for a host among hosts`() {
        let atoms = { (items: String) in extraction(fromMarkdown: "Allow access to:\n\n" + items).atoms }
        #expect(atoms("* a.contoso.com\n* cdn.sh\n* b.contoso.com\n") == ["a.contoso.com", "cdn.sh", "b.contoso.com"])
        #expect(atoms("* setup.sh\n* remove.sh\n") == [])
    }

    @Test func `takes addresses that traffic comes from for sources`() {
        let lists = { (leadIn: String) in extraction(fromMarkdown: leadIn + "\n\n* 203.0.113.7\n") }
        let inbound = lists("Allow inbound connections from the following IP addresses:")
        #expect(inbound.atoms == [] && inbound.skipReasons == ["it names only where traffic comes from"])
        #expect(lists("Allow inbound connections on port 443 from these IP addresses:").atoms == [])
        #expect(lists("Allow downloads from the following IP addresses:").atoms == ["203.0.113.7/32"])
    }

    @Test func `keeps what an item says of its own addresses`() {
        let result = extraction(
            fromMarkdown: """
                # Required outbound network rules

                * Linux dependencies matter on Linux. If you don't use it, these addresses don't need to be allowed.

                ## Linux

                | Endpoint |
                |---|
                | a.contoso.com:443 |
                """)
        #expect(result.atoms == ["outbound a.contoso.com //443"])
        #expect(result.records.first?.network?.condition == nil)
    }

    @Test func `takes no name from what explains another`() {
        let result = extraction(
            fromMarkdown: """
                Allow these IP ranges in the egress configuration:

                * 203.0.113.0/28, which goes from 203.0.113.0 to 203.0.113.15
                * 198.51.100.8 to 198.51.100.15
                * `a.contoso.com`, which redirects to `b.contoso.com`
                """)
        #expect(
            result.atoms == [
                "outbound 203.0.113.0/28", "outbound 198.51.100.8-198.51.100.15", "outbound a.contoso.com",
            ])
    }

    @Test func `a port among names is that of all`() {
        let result = extraction(
            fromMarkdown: """
                The following port and URLs are required:

                * Port: Only 443 required for outbound access
                * Global URL: `*.contoso.com`
                * Agent: `https://agent.contoso.com`
                """)
        #expect(result.atoms == ["outbound *.contoso.com //443", "outbound agent.contoso.com TCP/HTTPS/443"])
        #expect(result.skipReasons == ["what it says holds for the others"])
    }

    @Test func `reads ports with their transports under a title that asks for them`() {
        let items = "The service uses:\n\n* 80 TCP for users\n* 4789 TCP/UDP for the overlay\n"
        let asked = extraction(fromMarkdown: "# Firewall and open ports\n\n" + items)
        #expect(asked.atoms == ["TCP//80", "TCP//4789", "UDP//4789"])
        #expect(extraction(fromMarkdown: "# Containers\n\n" + items).atoms == [])
    }

    @Test func `leaves out what a paragraph that is an example introduces`() {
        let text =
            "# Allow these URLs\n\n**Example:** You deploy in one region. The URLs to allow in this case are:\n\n- a.contoso.com\n"
        #expect(extraction(fromMarkdown: text).atoms == [])
    }

    @Test func `hands what an item asks for to the items inside`() {
        let text =
            "- The tool requires outbound access to the following endpoints. Please see to it.\n    - a.contoso.com\n"
        #expect(extraction(fromMarkdown: "## Endpoints to allow\n\n" + text).atoms == ["outbound a.contoso.com"])
    }

    @Test func `reads the numbered place that a port leads to`() {
        let text =
            "The following outbound ports are needed:\n\n- UDP Ports: 5055, 5056 towards VM #1\n- TCP Ports 80 & 443 towards the VM #2\n"
        #expect(
            extraction(fromMarkdown: text).atoms == [
                "outbound «VM #1» UDP//5055", "outbound «VM #1» UDP//5056", "outbound «VM #2» TCP//80",
                "outbound «VM #2» TCP//443",
            ])
    }

    @Test func `reads lines that are quoted under an item`() {
        let text =
            "1. Install it.\n2. Allow access to the following domains **from the host**:\n    > a.contoso.com<br>\n    > b.contoso.com\n\n3. Run it.\n"
        #expect(extraction(fromMarkdown: text).atoms == ["a.contoso.com", "b.contoso.com"])
    }

    @Test func `takes no condition from what an author may not do`() {
        let text =
            "# Endpoints to allow\n\nDo not change these endpoints unless their owners agree:\n\n- a.contoso.com\n"
        #expect(extraction(fromMarkdown: text).records.map { $0.network?.condition } == [nil])
    }

    @Test func `takes what the thing does exclusively for the whole page`() {
        let text =
            "## Ports\n\nThe agent moves data exclusively over HTTPS and requires port 443 to be open outbound.\n\n## Domains\n\n"
        #expect(
            extraction(fromMarkdown: text + "Allow these domains:\n\n- a.contoso.com\n").atoms == [
                "outbound a.contoso.com TCP/HTTPS/443"
            ])
    }

    @Test func `says no more of an endless item than explains it`() {
        let names = (0..<2000).map { "h\($0).contoso.com" }
        let result = extraction(fromMarkdown: "Allow these domains:\n\n- " + names.joined(separator: ", "))
        #expect(result.atoms == names)
        let purpose = result.records.first?.network?.purpose ?? ""
        #expect(purpose.hasPrefix("h0.contoso.com, h1.contoso.com") && purpose.hasSuffix("…"))
        #expect(purpose.unicodeScalars.count == 8193)
    }
}
