import Testing

@Suite struct RowReaderTests {
    private let title = "# Ports to open in the firewall\n\n"

    @Test func `takes the transport from marks beside the port`() {
        let table = """
            | Client | Port | TCP | UDP |
            |---|---|---|---|
            | Chain | 30303 | X | X |
            | Gossip | 13000 | X | |
            | Discovery | 12000 | | X |
            """
        #expect(
            extraction(fromMarkdown: title + table).atoms
                == ["TCP//30303", "UDP//30303", "TCP//13000", "UDP//12000"])
    }

    @Test func `reads both ends from arrows`() {
        let table = """
            | Port | Protocol | Direction | Source → Destination |
            |---|---|---|---|
            | 8200 | TCP | Inbound | Clients → Load balancer |
            | 8201 | TCP | Bidirectional | Servers ↔ Servers |
            | 8202 | TCP | | Servers <--> Standby |
            """
        #expect(
            extraction(fromMarkdown: title + table).atoms == [
                "inbound Clients → «Load balancer» TCP//8200", "both Servers → «Servers» TCP//8201",
                "both Servers → «Standby» TCP//8202",
            ])
    }

    @Test func `reads both ends from each other`() {
        let table = """
            # Required ports

            | Service | Port | Host | Direction |
            |---|---|---|---|
            | API | 6443 | relay nodes (to each other) | Bidirectional |
            """
        #expect(extraction(fromMarkdown: table).atoms == ["both relay nodes → «relay nodes» //6443"])
    }

    @Test func `reads ports with their protocols under a header that says nothing`() {
        let table = """
            | Component | Purpose | Listens on |
            |---|---|---|
            | Indexer | Receives data | TCP/9997 |
            | Search head | Replication | TCP/8181, UDP/8191 |
            """
        #expect(
            extraction(fromMarkdown: "The components use the following network ports:\n\n" + table).atoms
                == ["TCP//9997", "TCP//8181", "UDP//8191"])
        #expect(extraction(fromMarkdown: "# Results of the scan\n\n" + table).atoms == [])
    }

    @Test func `reads ports beside protocols without a header`() {
        let rows = "|---|---|---|\n| TCP | 22 | Shell |\n| UDP | 111 | Mapper |\n"
        #expect(
            extraction(fromMarkdown: "# Required ports\n\n| Inbound: | | |\n" + rows).atoms
                == ["inbound TCP//22", "inbound UDP//111"])
        let leadIn = "The following ports must be open both inbound and outbound:\n\n"
        #expect(
            extraction(fromMarkdown: leadIn + "| | | |\n" + rows).atoms == ["both TCP//22", "both UDP//111"])
        #expect(extraction(fromMarkdown: "# Counters\n\n| | | |\n" + rows).atoms == [])
    }

    @Test func `reads the cells of a row that lacks one by what they hold`() {
        let table = """
            | Domain | Ports | IP address |
            |---|---|---|
            | a.contoso.com<br>b.contoso.com | 80 and 443 | 192.0.2.1 |
            | c.contoso.com | 443 | 192.0.2.2 |
            | Update service | d.contoso.com | 80 |
            | Conditional access | 443 | 192.0.2.3 |
            | e.contoso.com<br>Required for the health attestation service | 443 | |
            """
        #expect(
            extraction(fromMarkdown: title + table).atoms.suffix(4) == [
                "192.0.2.2/32 //443", "d.contoso.com //80", "192.0.2.3/32 //443", "e.contoso.com //443",
            ])
    }

    @Test func `asks for nothing where only locations are named`() {
        let table = """
            | Source | Destination | Network configuration |
            |---|---|---|
            | On-premises | Virtual machines | A tunnel between the sites |
            | On-premises | Public services | A private circuit |
            """
        #expect(
            extraction(fromMarkdown: "# Security\n\nThe following table lists what we recommend.\n\n" + table).atoms
                == [])
    }

    @Test func `takes ports behind words as the ports of the end`() {
        let table = """
            | Use | From | To |
            |---|---|---|
            | Management | Operators | Subnet: 454, 455 |
            | Inside | Subnet: All ports | Subnet: All ports |
            """
        #expect(
            extraction(fromMarkdown: "## Inbound dependencies\n\nThe following ports must be open:\n\n" + table).atoms
                == [
                    "inbound Operators → «Subnet» //454", "inbound Operators → «Subnet» //455",
                    "inbound Subnet → «Subnet» //any",
                ])
    }

    @Test func `takes addresses under an inbound heading as sources`() {
        let table = "| Region | Addresses |\n|---|---|\n| East | 192.0.2.0/24 |\n| West | 198.51.100.0/24 |\n"
        let result = extraction(fromMarkdown: "## Inbound connections\n\nAllow the following addresses:\n\n" + table)
        #expect(result.atoms == [])
        #expect(
            extraction(fromMarkdown: "## Outbound connections\n\nAllow the following addresses:\n\n" + table).atoms
                == ["outbound 192.0.2.0/24", "outbound 198.51.100.0/24"])
    }

    @Test(arguments: [
        ("Name node port (default is 8020). You find it in the settings.", "«Cluster» TCP//8020"),
        ("49152- 65535 (random ports)", "«Cluster» TCP//49152-65535"),
    ])
    func `reads ports in words`(cell: String, atom: String) {
        let table = "| To | Protocol | Port |\n|---|---|---|\n| Cluster | TCP | \(cell) |\n"
        #expect(extraction(fromMarkdown: title + table).atoms == [atom])
    }

    @Test func `keeps the short form of a name in the name`() {
        let table = "| To | Protocol | Port |\n|---|---|---|\n| Secure Shell Host (SSH) | TCP | 22 |\n"
        #expect(extraction(fromMarkdown: title + table).atoms == ["«Secure Shell Host (SSH)» TCP//22"])
    }

    @Test(arguments: ["Reject", "REJECT", "Drop", "Dropped", "Discard", "Denied", "Blocked", "No", "❌"])
    func `takes no row for allowed that a firewall turns away`(word: String) {
        let header = "# Firewall rules\n\n| From | To | Port | Protocol | Action |\n|---|---|---|---|---|\n"
        let result = extraction(
            fromMarkdown: header + "| lan | agent | 80 | TCP | \(word) |\n| lan | agent | 22 | TCP | \(word) |\n")
        #expect(result.atoms == ["deny lan → «agent» TCP//80", "deny lan → «agent» TCP//22"])
    }

    @Test(arguments: ["DENIED — for internal use", "Blocked", "Denied: see below"])
    func `hears from a remark what is turned away`(remark: String) {
        let header = "# Inbound firewall rules\n\n| Port | Protocol | Direction | Purpose |\n|---|---|---|---|\n"
        let rows = "| 22 | TCP | Inbound | Logins; blocked hosts are listed |\n| 5000 | TCP | Inbound | \(remark) |\n"
        #expect(extraction(fromMarkdown: header + rows).atoms == ["inbound TCP//22", "inbound deny TCP//5000"])
    }

    @Test func `takes the address of a thing for its name`() {
        let result = extraction(
            fromMarkdown: """
                | Source | Destination | Subnet | Port |
                |---|---|---|---|
                | lan | agent (192.0.2.10) | | 8008 |
                | lan | licence server | `198.51.100.7` | 443 |
                | lan | directory | Private subnet, infrastructure | 53 |
                """)
        #expect(
            result.atoms == ["lan → 192.0.2.10/32 //8008", "lan → 198.51.100.7/32 //443", "lan → «directory» //53"])
    }

    @Test func `takes no star of a host for a port`() {
        let result = extraction(
            fromMarkdown: """
                ## Required outbound ports

                | Protocol | Port | Purpose |
                |---|---|---|
                | TCP | `*:443` | Control |
                | UDP | `*:*` | Peers |
                | TCP | 8000 (or your proxy) | Webhook |
                """)
        #expect(result.atoms == ["outbound TCP//443", "outbound UDP//any", "outbound TCP//8000"])
    }

    @Test func `reads the internet as anywhere in a direction`() {
        let result = extraction(
            fromMarkdown:
                "| Direction | Port |\n|---|---|\n| Internet to proxy | `443/tcp` |\n| Node to relay | `9443/tcp` |\n")
        #expect(result.atoms == ["any → «proxy» TCP//443", "Node → «relay» TCP//9443"])
    }

    @Test func `puts rows back whose span was lost though most are`() {
        let result = extraction(
            fromMarkdown: """
                ## Required ports

                | Protocol | Port | Description |
                |---|---|---|
                | ICMP | N/A | Reachability |
                | TCP | `1936` | Metrics |
                | `9000`-`9999` | Services, `9100`-`9101` among them |
                | `10250` | Kubelet |
                | UDP | `6081` | Overlay |
                | `500` | Key exchange |
                | `4500` | Traversal |
                """)
        #expect(
            result.atoms == [
                "ICMP//", "TCP//1936", "TCP//9000-9999", "TCP//10250", "UDP//6081", "UDP//500", "UDP//4500",
            ])
    }

    @Test func `reads the transport behind an application and its port`() {
        let result = extraction(
            fromMarkdown: """
                | Source | Destination | Protocol/Port |
                |---|---|---|
                | clients | DC-1 | DNS 53 TCP/UDP |
                | clients | FS-1 | SMB 445 TCP |
                | clients | WEB-1 | TCP 443, UDP |
                """)
        #expect(
            result.atoms == [
                "clients → «DC-1» TCP/DNS/53", "clients → «DC-1» UDP/DNS/53", "clients → «FS-1» TCP/SMB/445",
                "clients → «WEB-1» TCP//443", "clients → «WEB-1» UDP//",
            ])
    }

    @Test func `reads marks under allowed`() {
        let header = "| Source | Destination | Port | Allowed? |\n|---|---|---|---|\n"
        let rows = "| proxy | app | 3001 | Yes |\n| public | app | 3002 | No |\n"
        #expect(
            extraction(fromMarkdown: header + rows).atoms == ["proxy → «app» //3001", "deny public → «app» //3002"])
    }

    @Test(arguments: ["| `views/` → `models/` |", "| `models/` → `views/` |"])
    func `takes no arrows between words alone for flows`(row: String) {
        let table =
            "## Layers\n\n| From → To | Allowed? | Notes |\n|---|---|---|\n\(row) Yes | By delegation |\n\(row) No | Never |\n"
        #expect(extraction(fromMarkdown: table).atoms == [])
    }

    @Test func `takes no destinations in words alone for requirements`() {
        let table =
            "| Destination | Allowed? | Why |\n|---|---|---|\n| Her laptop | ✅ Yes | It lives there |\n| A shared drive | ❌ No | Others read it |\n"
        #expect(extraction(fromMarkdown: "## Destination rules for the report\n\n" + table).atoms == [])
    }

    @Test func `reads addresses with open numbers as named things`() {
        let table = "| Source | Destination | Port | Protocol |\n|---|---|---|---|\n| Any | 10.0.1.x | 5109 | TCP |\n"
        #expect(extraction(fromMarkdown: table).atoms == ["any → «10.0.1.x» TCP//5109"])
    }

    @Test func `reads the internet as anywhere where marks say what is allowed`() {
        let table =
            "| Source | Destination | Port | Allowed? |\n|---|---|---|---|\n| Internet | app | 80 | Yes |\n| Internet | db | 3306 | No |\n"
        #expect(extraction(fromMarkdown: table).atoms == ["any → «app» //80", "deny any → «db» //3306"])
    }

    @Test func `reads clouds over columns of endpoints`() {
        let result = extraction(
            fromMarkdown: """
                # Required domains

                | Service | Public cloud endpoint | Azure Government endpoint |
                |---|---|---|
                | Sign-in | `https://a.contoso.com` | `https://a.contoso.com` |
                | Data | *.contoso.com | *.contoso.us |
                """)
        #expect(
            result.atoms == [
                "AzureCloud a.contoso.com TCP/HTTPS/443", "AzureUSGovernment a.contoso.com TCP/HTTPS/443",
                "AzureCloud *.contoso.com", "AzureUSGovernment *.contoso.us",
            ])
        let hosts = "# Required domains\n\n| Service | Public hostnames |\n|---|---|\n| Relay | a.contoso.com |\n"
        #expect(extraction(fromMarkdown: hosts).atoms == ["a.contoso.com"])
    }

    @Test func `takes no flows of another kind for traffic`() {
        let table =
            "# Flow matrix\n\n| Source | Destination | Port/Protocol | Action |\n|---|---|---|---|\n| Plant | Grid | Current | ✅ Allow |\n| Grid | Homes | Current | ✅ Carry |\n"
        #expect(extraction(fromMarkdown: table).atoms == [])
    }
}
