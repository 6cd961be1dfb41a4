import Extraction
import RequirementModel
import Testing

@Suite struct TableReaderTests {
    @Test func `reads destinations protocols ports and purpose`() {
        let result = extraction(
            fromMarkdown: """
                # Outbound rules

                | Destination | Protocol | Port | Use |
                |---|---|---|---|
                | `a.example.net`, `b.example.net` | HTTPS | 443 | Sign in |
                | *.c.example.net | TCP | 80, 8080 | Updates |
                """)
        #expect(
            result.atoms == [
                "outbound a.example.net TCP/HTTPS/443", "outbound b.example.net TCP/HTTPS/443",
                "outbound *.c.example.net TCP//80", "outbound *.c.example.net TCP//8080",
            ])
        #expect(result.lines == [5, 6])
        #expect(result.records.map { $0.network?.purpose } == ["Sign in", "Updates"])
    }

    @Test(arguments: [("Start port", "End port"), ("From port", "To port"), ("First port", "Last port")])
    func `joins the ends of a range that have columns of their own`(first: String, last: String) {
        let result = extraction(
            fromMarkdown: """
                # Ports to open in the firewall

                | Service | Protocol | Action | \(first) | \(last) |
                |---|---|---|---|---|
                | store | TCP | allow | 2379 | 2380 |
                | shell | TCP | allow | 22 | |
                | names | UDP | allow | 53 | 53 |
                """)
        #expect(result.atoms == ["TCP//2379-2380", "TCP//22", "UDP//53"])
    }

    @Test func `takes words with an in for no direction`() {
        let result = extraction(
            fromMarkdown: """
                # Addresses to allow

                <table><tr><td>For sites in Europe</td><td>192.0.2.1 192.0.2.2</td></tr>
                <tr><td>To show help in your page</td><td>192.0.2.9</td></tr></table>
                """)
        #expect(result.atoms == ["192.0.2.1/32", "192.0.2.2/32", "192.0.2.9/32"])
    }

    @Test func `keeps the names that a lead-in asks for among descriptions`() {
        let result = extraction(
            fromMarkdown: """
                Allow outbound HTTPS from the machine to:

                | Edition | Host |
                |---|---|
                | Hosted | `api.example.com` |
                | Own | the host in `base_url` |
                | Other | the host in `base_url` (`git.example.com` by default) |
                """)
        #expect(result.atoms == ["outbound api.example.com TCP/HTTPS/443"])
    }

    @Test func `reads a tag that is called as its cloud is`() {
        let result = extraction(
            fromMarkdown: """
                #### Outbound rules

                | Port | Source | Destination |
                |---|---|---|
                | 443 | `VirtualNetwork` | `AzureCloud` |
                """)
        #expect(result.atoms == ["outbound VirtualNetwork → #AzureCloud //443"])
    }

    @Test func `takes the cloud that a condition names`() {
        let table = """
            | URL | When required |
            |---|---|
            | a.contoso.com | Always |
            | b.contoso.com | When using it in the Azure US Government Cloud |
            """
        #expect(
            extraction(fromMarkdown: "# URLs to allow\n\n" + table).atoms == [
                "a.contoso.com", "AzureUSGovernment b.contoso.com",
            ])
    }

    @Test func `takes no move from one place to another for a flow`() {
        let table = "| Service | From | To | Port |\n|---|---|---|---|\n| Events | old-bus | core/events | 4510 |\n"
        #expect(extraction(fromMarkdown: "## Phase 1\n\nServices that move:\n\n" + table).atoms == [])
        #expect(
            extraction(fromMarkdown: "## Network requirements\n\n" + table).atoms == ["old-bus → «core/events» //4510"])
    }

    @Test func `names the destination of a port whatever it looks like`() {
        let result = extraction(
            fromMarkdown: """
                ## Domains to allow

                | Domain | Port |
                |---|---|
                | `login.{region}` (such as `login.example.de`) | 443 |
                | `api.{region}` | 443 |
                | `archive.tar` | 8443 |
                | cdn.example.com | 443 |
                """)
        #expect(
            result.atoms == [
                "login.{region} //443", "api.{region} //443", "«archive.tar» //8443", "cdn.example.com //443",
            ])
    }

    @Test func `keeps rows of other tables as they stand`() {
        let result = extraction(
            fromMarkdown: """
                | Platform | Support | Since |
                |---|---|---|
                | Linux | Full | 2.1 |
                """)
        #expect(result.rows == ["Platform: Linux | Support: Full | Since: 2.1"])
        #expect(result.books.entries.map(\.reading) == [.rows])
    }

    @Test(arguments: [
        "| Variable | Description | Default |\n|---|---|---|\n| HTTP_PORT | Port of the web server | 8080 |",
        "| Type | Name | Value |\n|---|---|---|\n| A | app.contoso.com | 10.0.0.1 |\n| CNAME | www.contoso.com | app.contoso.com |",
        "| Subnet | IPv4CIDR | Max hosts | Start IP | End IP |\n|---|---|---|---|---|\n| a | 10.0.0.0/28 | 11 | 10.0.0.1 | 10.0.0.15 |",
        "| Endpoint | Port | Use |\n|---|---|---|\n| `/v1/chat` | 8001 | Chat |\n| `/v1/health` | 8002 | Health |",
        "| Source | Source port | Destination | Destination port | Flows sent |\n|---|---|---|---|---|\n| web | 40123 | db | 5432 | 7 |",
        "| Service | Host Port | Container Port | Protocol |\n|---|---|---|---|\n| web | 8080 | 80 | HTTP |",
        "| Path | Protocol | Target |\n|---|---|---|\n| `/api/*` | HTTP | backend:80 |\n| `/*` | HTTP | web:80 |",
        "| Symptom | Cause | Resolution |\n|---|---|---|\n| Timeout | login.contoso.com is blocked on port 443 | Open it |",
    ])
    func `asks for nothing where a column says something else`(table: String) {
        #expect(extraction(fromMarkdown: "# Network settings\n\n" + table).atoms == [])
    }

    @Test func `takes plain tags and rule fields from security rules`() {
        let result = extraction(
            fromMarkdown: """
                | Priority | Name | Port | Protocol | Source | Destination | Action |
                |---|---|---|---|---|---|---|
                | 100 | AllowStorage | 443 | TCP | Any | Storage | Allow |
                | 4000 | BlockRest | Any | Any | Any | Internet | Deny |
                """)
        #expect(
            result.atoms == [
                "any → #Storage TCP//443 name=AllowStorage priority=100",
                "deny any → #Internet any//any name=BlockRest priority=4000",
            ])
    }

    @Test func `puts the end of an inbound rule on its side`() {
        let result = extraction(
            fromMarkdown: """
                | Protocol | Port | Source/Destination | Rule type |
                |---|---|---|---|
                | TCP | 22 | 10.0.0.0/8 | Inbound |
                | Any | Any | 0.0.0.0/0 | Outbound |
                """)
        #expect(result.atoms == ["inbound 10.0.0.0/8 → TCP//22", "outbound 0.0.0.0/0 any//any"])
    }

    @Test func `follows arrows between columns`() {
        let result = extraction(
            fromMarkdown: """
                | Component A | Port and direction | Component B |
                |---|---|---|
                | Console | 5724 ---> | Server |
                | Agent | TCP 1270 <--- | Gateway |
                """)
        #expect(result.atoms == ["Console → «Server» //5724", "Gateway → «Agent» TCP//1270"])
    }

    @Test func `gives the same for permuted columns and rows`() {
        let header = ["Destination", "Protocol", "Port", "Direction", "Use"]
        let rows = [
            ["`a.example.net` or `b.example.net`", "HTTPS", "443", "Outbound", "If you use sign-in"],
            ["10.0.0.0/8", "TCP/UDP", "53", "Inbound", "Names"],
            ["Storage account", "TCP", "445, 2049", "Outbound", "Files (optional)"],
        ]
        func table(_ columns: [Int], _ order: [Int]) -> String {
            let lines = [header] + order.map { rows[$0] }
            var text = lines.map { line in "| " + columns.map { line[$0] }.joined(separator: " | ") + " |" }
            text.insert("|" + String(repeating: "---|", count: columns.count), at: 1)
            return "# Firewall rules\n\n" + text.joined(separator: "\n")
        }
        let expected = extraction(fromMarkdown: table([0, 1, 2, 3, 4], [0, 1, 2])).atoms
        #expect(expected.count == 6)
        for columns in [[4, 3, 2, 1, 0], [2, 0, 4, 1, 3], [1, 4, 0, 3, 2]] {
            #expect(extraction(fromMarkdown: table(columns, [0, 1, 2])).atoms == expected)
        }
        #expect(extraction(fromMarkdown: table([0, 1, 2, 3, 4], [2, 0, 1])).atoms.sorted() == expected.sorted())
    }

    @Test func `counts every row`() {
        let result = extraction(
            fromMarkdown: """
                # Ports

                | Port | Protocol | Purpose |
                |---|---|---|
                | 443 | TCP | Web |
                | | | |
                | N/A | TCP | Nothing |
                | 53 | UDP | Names |
                """)
        #expect(result.books.isBalanced)
        #expect(result.books.rowsSeen == 4)
        #expect(result.books.rowsInRecords == 2)
        #expect(result.skipReasons == ["it is empty", "it names neither destination nor port"])
        #expect(result.diagnostics.map(\.id) == ["row-without-endpoint"])
    }

    @Test func `keeps out what headings and captions deny`() {
        let result = extraction(
            fromMarkdown: """
                ## Blocked inbound traffic

                | Port | Protocol |
                |---|---|
                | 3306 | TCP |

                ## Rules

                **Block from the guest network (always):**

                | Port | Protocol |
                |---|---|
                | 4369 | TCP |

                ## CIDR blocks and ports

                | Address | Port |
                |---|---|
                | 192.0.2.0/24 | 443 |
                """)
        #expect(result.atoms == ["inbound deny TCP//3306", "deny TCP//4369", "192.0.2.0/24 //443"])
        let closed = extraction(
            fromMarkdown: """
                Ensure that the following ports are not open or are closed:

                **Closed ports of one node**

                | Port | Protocol |
                |---|---|
                | 50000-60000 | UDP |
                """)
        #expect(closed.atoms == ["deny UDP//50000-60000"])
    }

    @Test(arguments: [
        "| Port | State | Service |\n|---|---|---|\n| 22 | open | ssh |\n| 80 | open | http |\n",
        "| Hostname | Port | User | Password |\n|---|---|---|---|\n| db.contoso.net | 3306 | a | b |\n",
        "| Alias | Hostname | Weight | Port | TTL |\n|---|---|---|---|---|\n| _sip._tcp | sip.contoso.com | 5 | 5060 | 60 |\n",
    ])
    func `leaves out what was seen or is set up`(table: String) {
        #expect(extraction(fromMarkdown: "## Open ports\n\n\(table)").atoms == [])
    }

    @Test func `takes bind addresses for no destination`() {
        let result = extraction(
            fromMarkdown: """
                Clients connect to these ports:

                | Service | Port | Purpose | Flag (default) |
                |---|---|---|---|
                | Query | 5433 | Clients | `--bind 0.0.0.0:5433` |
                """)
        #expect(result.atoms == ["//5433"])
    }

    @Test func `of two columns that say what for, the one that says more counts, wherever it stands`() {
        for header in ["Host | Used | Purpose", "Host | Purpose | Used"] {
            let cells = header.hasSuffix("Used") ? "Keeps the clocks right | Time" : "Time | Keeps the clocks right"
            let records = extraction(
                fromMarkdown: "Allow access to:\n\n| \(header) |\n|---|---|---|\n| a.contoso.net | \(cells) |\n"
            ).records
            #expect(records.map(\.network?.purpose) == ["Keeps the clocks right"])
        }
    }

    @Test func `marks under clouds say where a row holds`() {
        let result = extraction(
            fromMarkdown: """
                # Required endpoints

                | Endpoint | Azure public | Azure Government | Azure China |
                |---|:-:|:-:|:-:|
                | a.contoso.net | ✅ | ❌ | ❌ |
                | b.contoso.net | ✅ | ✅ | ❌ |
                | c.contoso.net | ❌ | ❌ | ❌ |
                """)
        #expect(
            result.atoms == [
                "AzureCloud a.contoso.net", "AzureCloud b.contoso.net", "AzureUSGovernment b.contoso.net",
            ])
        #expect(result.books.isBalanced)
    }

    @Test func `reads what cells say of others`() {
        let result = extraction(
            fromMarkdown: """
                # Required outbound URLs

                | URL | Protocol | Port | Notes |
                |---|---|---|---|
                | a.contoso.net | TCP | 443 | Sign-in |
                | b.contoso.net | TCP | Same as above | Data |
                | c.contoso.net* | IP protocol 47 | N/A | |
                | d.contoso.net | TCP | 443 | Deprecated, no longer needed. |

                \\* From version 3 on.
                """)
        #expect(
            result.atoms == [
                "outbound a.contoso.net TCP//443", "outbound b.contoso.net TCP//443", "outbound c.contoso.net GRE//",
            ])
    }

    @Test func `takes an address column for the names beside it`() {
        let result = extraction(
            fromMarkdown: """
                | Source | Destination | FQDN | Port |
                |---|---|---|---|
                | Worker | Models | api.contoso.net | 443 |
                """)
        #expect(result.atoms == ["Worker → api.contoso.net //443"])
    }
}
