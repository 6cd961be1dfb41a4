internal import RequirementModel
internal import TestSupport
import Testing

/// Tables of which only lines of words are left.
@Suite struct FlattenedRowTests {
    @Test func `a cell may take several lines`() {
        let tables = Sample.tables(
            """
            FQDN Port Use
            *:9000
            Or
            ServiceTag - AzureCloud.<Region>:9000
            Or
            NodeAddress:9000 (known after the cluster is made)
            TCP:9000 Tunnels to the nodes.
            a.example.com
            a.example.us (Azure Government)
            HTTPS:443 Sign-in.
            """)
        #expect(
            tables.first?.dropFirst() == [
                [
                    "*:9000\nOr\nServiceTag - AzureCloud.<Region>:9000\nOr\nNodeAddress:9000 (known after the cluster is made)",
                    "TCP:9000", "Tunnels to the nodes.",
                ],
                ["a.example.com\na.example.us (Azure Government)", "HTTPS:443", "Sign-in."],
            ])
    }

    @Test func `a row is where its first line is`() throws {
        let document = Sample.document(
            "Ports\n\nFQDN Port Use\na.example.com\nb.example.com 443 Updates.\nc.example.com 80 Lists.\n")
        let table = try #require(document.blocks.tables.last)
        #expect(table.position == SourcePosition(line: 3))
        #expect(table.rows.map(\.position.line) == [3, 4, 6])
        #expect(table.rows[1].cells[0].content.position(at: 14) == SourcePosition(line: 5))
    }

    @Test func `a cell may be missing`() {
        let tables = Sample.tables(
            """
            Endpoint Purpose Port
            a.example.com 443
            b.example.com Access control service 443
            c.example.com Rules for a cluster 8443
            """)
        #expect(
            tables.first?.dropFirst() == [
                ["a.example.com", "-", "443"], ["b.example.com", "Access control service", "443"],
                ["c.example.com", "Rules for a cluster", "8443"],
            ])
    }

    @Test func `a span that the text has lost is the cell above`() {
        let table = Sample.tables(
            """
            Protocol Port Description
            TCP 1936 Metrics
            9000-9999 Services of the host
            UDP 6081 Overlay network
            4500 Packets through NAT
            """
        ).first
        #expect(table?.map { $0[0] } == ["Protocol", "TCP", "TCP", "UDP", "UDP"])
        #expect(table?.map { $0[1] } == ["Port", "1936", "9000-9999", "6081", "4500"])
    }

    @Test func `a table ends with its rows`() {
        let text = """
            FQDN Port Use
            a.example.com 443 Updates of the nodes.
            If these names are blocked, nodes are updated only with their images.

            Destination FQDN Port Use
            b.example.com 443 Driver installation.
            """
        #expect(Sample.tables(text).map(\.count) == [2, 2])
        #expect(Sample.dump(text).contains("p @3:1 If these names are blocked"))
    }

    @Test func `a row whose name is lost in its words is left out`() {
        let text = """
            Service Port URL Notes
            Sign-in 443 login.example.com For all users.
            Names 53 whichever resolver the site has For all nodes.
            Updates 443 updates.example.com For all nodes.
            Logs 8443 logs.example.com For operators.
            Clocks 123 time.example.com For all nodes.
            """
        #expect(Sample.tables(text).first?.map { $0[1] } == ["Port", "443", "443", "8443", "123"])
        #expect(Sample.diagnostics(text) == ["text-cells-not-divided"])
    }

    @Test func `a line with all that the others have is a row`() {
        let tables = Sample.tables(
            """
            Protocol Ports Description
            DNS 53 (TCP/UDP) Looks names up.
            WinRM 5985 (TCP) Only used by the installer of the portal
            AD DS Web Services 9389 (TCP) Only used by the installer
            Global Catalog 3268 (TCP) Finds users.
            LDAP 389 (TCP/UDP) Reads groups.
            """)
        #expect(
            tables.first?.dropFirst().map { $0[0] } == ["DNS", "WinRM", "AD DS Web Services", "Global Catalog", "LDAP"])
    }

    @Test func `a number below the last row is that of the page`() {
        let text =
            "Port Location Description\n389 Web server Sign-in of the users\n443 Web server Pages of the portal\n15\n"
        #expect(Sample.tables(text).first?.count == 3)
        #expect(Sample.dump(text).contains("15"))
    }

    @Test func `a line after one that ends as rows do is a row`() {
        let tables = Sample.tables(
            """
            Domain Purpose Port Protocol
            one.example.com Domain of the platform 443 HTTPS
            two.example.com Domain of the directory 389 LDAP
            Hosts of lists and answers Check of certificates 80 HTTP
            three.example.com Messages 1883 MQTT
            four.example.com Messages with keys 8883 MQTTS
            """)
        #expect(tables.first?.dropFirst().map { $0[0] } == ["one", "two", "three", "four"].map { "\($0).example.com" })
    }

    @Test func `a line begun like rows is a row`() {
        let tables = Sample.tables(
            """
            From To Protocol Port
            Copy service File share server TCP 2049
            Copy service Striped file server see access of striped servers
            Copy service Block server TCP 111, 635
            Copy service Object server TCP 443
            Copy service Tape server TCP 444
            """)
        #expect(tables.first?.dropFirst().map { $0[3] } == ["2049", "111, 635", "443", "444"])
    }

    @Test func `the year of a product is no port`() {
        let tables = Sample.tables(
            """
            Source Protocol/Port Target Comments
            Online servers TCP/25 (SMTP/TLS) Mailbox 2019 Server Mails from outside
            Mailbox 2019 Server TCP/443 (HTTPS) Online servers Calendars
            Mailbox 2019 Server 80 lists.example.com Revocations
            """)
        #expect(tables.first?.dropFirst().map { $0[1] } == ["TCP/25 (SMTP/TLS)", "TCP/443 (HTTPS)", "80"])
    }

    @Test func `a port of anything is a port`() {
        let text = """
            Required outbound ports

            Protocol Port Purpose
            TCP *:443 Relays
            UDP *:* Peers
            """
        #expect(extraction(fromText: text).atoms == ["outbound TCP//443", "outbound UDP//any"])
    }

    @Test func `any port and any protocol are two cells`() {
        let tables = Sample.tables(
            """
            Rule name From To Port Protocol Action
            allow-chat lan host (192.168.40.10) 8008 tcp ACCEPT
            block-home guests lan any any REJECT
            """)
        #expect(tables.first?.last.map { Array($0[3...]) } == ["any", "any", "REJECT"])
    }
}
