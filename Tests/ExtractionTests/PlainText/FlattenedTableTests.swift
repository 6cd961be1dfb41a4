internal import RequirementModel
internal import TestSupport
import Testing

/// Tables of which only lines of words are left.
@Suite struct FlattenedTableTests {
    @Test func cellsAreFoundByWhatTheirColumnsHold() {
        let tables = Sample.tables(
            """
            Destination Endpoint Protocol Port Use
            hub.example.com TCP 443 Sign-in of users and devices.
            time.example.com, clock.example.com UDP 123 Keeps clocks right.
            *.logs.example.com HTTPS 8443 For 90 days of TCP traces.
            """)
        #expect(
            tables == [
                [
                    ["Destination Endpoint", "Protocol", "Port", "Use"],
                    ["hub.example.com", "TCP", "443", "Sign-in of users and devices."],
                    ["time.example.com, clock.example.com", "UDP", "123", "Keeps clocks right."],
                    ["*.logs.example.com", "HTTPS", "8443", "For 90 days of TCP traces."],
                ]
            ])
    }

    @Test func cellsThatBlankLinesPartMayStandUnderUnknownHeaders() {
        let tables = Sample.tables(
            """
            Ports

            Feature

            URL

            Port

            More Details

            Push service

            gateway.push.example.com:2195

            TCP 2195/2196

            To check certificates of the service.

            Store

            store.example.com

            443

            To get applications.
            """)
        #expect(
            tables == [
                [
                    ["Feature", "URL", "Port", "More Details"],
                    [
                        "Push service", "gateway.push.example.com:2195", "TCP 2195/2196",
                        "To check certificates of the service.",
                    ],
                    ["Store", "store.example.com", "443", "To get applications."],
                ]
            ])
    }

    @Test func aCellMayTakeSeveralLines() {
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

    @Test func aRowIsWhereItsFirstLineIs() throws {
        let document = Sample.document(
            "Ports\n\nFQDN Port Use\na.example.com\nb.example.com 443 Updates.\nc.example.com 80 Lists.\n")
        let table = try #require(document.blocks.tables.last)
        #expect(table.position == SourcePosition(line: 3))
        #expect(table.rows.map(\.position.line) == [3, 4, 6])
        #expect(table.rows[1].cells[0].content.position(at: 14) == SourcePosition(line: 5))
    }

    @Test func aCellMayBeMissing() {
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

    @Test func aSpanThatTheTextHasLostIsTheCellAbove() {
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

    /// The order of columns does not matter: the same four columns in all 24 orders.
    @Test func anyOrderOfColumnsIsRead() {
        let columns = [
            ["Endpoint", "a.example.com", "*.b.example.com, c.example.com"], ["Protocol", "TCP", "UDP"],
            ["Port", "443", "5671, 5672"], ["Purpose", "Sign-in of users", "Messages between sites"],
        ]
        for order in permutations(of: columns) {
            let rows = columns[0].indices.map { row in order.map { $0[row] } }
            let text = rows.map { $0.joined(separator: " ") }.joined(separator: "\n")
            #expect(Sample.tables(text) == [rows], "\(text)")
        }
    }

    @Test func securityRulesKeepTheirColumns() {
        let tables = Sample.tables(
            """
            Priority Name Source Destination Port Protocol Action
            100 Allow-Clients VirtualNetwork <endpoint-address> 2224, 2225 TCP Allow
            4096 DenyRest Any Any * Any Deny
            """)
        #expect(
            tables.first?.dropFirst() == [
                ["100", "Allow-Clients", "VirtualNetwork", "<endpoint-address>", "2224, 2225", "TCP", "Allow"],
                ["4096", "DenyRest", "Any", "Any", "*", "Any", "Deny"],
            ])
    }

    @Test func wordsThatRecurDivideColumnsOfWords() {
        let tables = Sample.tables(
            """
            Address Port Purpose Client
            a.example.com 443 Sign-in of users All
            b.example.com 443 Short addresses All
            c.example.com 443 Documentation All
            d.example.com 80 Lists of revoked certificates Windows only
            """)
        #expect(tables.first?.map { $0[3] } == ["Client", "All", "All", "All", "Windows only"])
        #expect(tables.first?.last?[2] == "Lists of revoked certificates")
    }

    @Test func sentencesDivideColumnsOfWords() {
        let tables = Sample.tables(
            """
            URL Description When required
            a.example.com Holds the packages. Only at installation.
            b.example.com Signs in the machine. Always.
            """)
        #expect(
            tables.first?.dropFirst() == [
                ["a.example.com", "Holds the packages.", "Only at installation."],
                ["b.example.com", "Signs in the machine.", "Always."],
            ])
    }

    @Test func whatNothingDividesIsToldAndLeftTogether() {
        let text = """
            Protocol Port Source Description
            TCP 6443 Aurora Borealis Dawn Chorus
            TCP 2379 Polar Night Evening Star
            """
        #expect(Sample.tables(text).first?.last == ["TCP", "2379", "-", "Polar Night Evening Star"])
        #expect(Sample.diagnostics(text) == ["text-cells-not-divided"])
    }

    @Test func aDestinationThatNothingDelimitsMakesNoTable() {
        let text = """
            Protocol Port Destination Description
            TCP 22 Aurora Borealis Dawn Chorus
            TCP 2376 Polar Night Evening Star
            """
        #expect(Sample.tables(text).isEmpty)
        #expect(Sample.diagnostics(text) == ["text-cells-not-divided"])
    }

    @Test func aTableEndsWithItsRows() {
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

    @Test func aDirectionMayBeSaidInWordsOfItsOwn() {
        let tables = Sample.tables(
            """
            Service Port IP/machine Direction Notes
            SSH 22 edge relay nodes Bidirectional Administrators connect to the relay nodes.
            HTTPS 443 hall display and edge relay nodes edge relay nodes need outbound connection. Talks to the display.
            """)
        #expect(
            tables.first?.dropFirst().map { Array($0[2...]) } == [
                ["edge relay nodes", "Bidirectional", "Administrators connect to the relay nodes."],
                [
                    "hall display and edge relay nodes", "edge relay nodes need outbound connection.",
                    "Talks to the display.",
                ],
            ])
    }

    @Test func aRowWhoseNameIsLostInItsWordsIsLeftOut() {
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

    @Test func aLineWithAllThatTheOthersHaveIsARow() {
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

    @Test func remarksStandAmongNamesWhereNoColumnHasWords() {
        let tables = Sample.tables(
            """
            Domain Ports IP address
            manage.example.com
            a.manage.example.com 80 and 443 192.0.2.7
            192.0.2.8
            *.apis.example.net
            Only where the company portal is used. 443
            Help of the vendor help.example.net 80
            """)
        #expect(
            tables.first?.dropFirst() == [
                ["manage.example.com\na.manage.example.com", "80 and 443", "192.0.2.7\n192.0.2.8"],
                ["*.apis.example.net\nOnly where the company portal is used.", "443", "-"],
                ["Help of the vendor help.example.net", "80", "-"],
            ])
    }

    @Test func aTransportBesideAPortIsOfItsCell() {
        let tables = Sample.tables(
            """
            Feature A Port Feature B Note
            Console 80, 443
            49152-65535 TCP Catalog of packs Downloads them.
            Agent TCP 5723 Management server Reports.
            """)
        #expect(
            tables.first?.dropFirst().map { $0[1] } == ["80, 443\n49152-65535 TCP", "TCP 5723"])
    }

    @Test func protocolsBeforeATransportAreWordsOfTheCellBefore() {
        let tables = Sample.tables(
            """
            Element Share Type Protocol Port Notes
            Web browser NFS and SMB TCP 80 Sign-in
            Clock NFS and SMB UDP 123 Time
            """)
        #expect(tables.first?.dropFirst().map { $0[2] } == ["TCP", "UDP"])
    }

    @Test(
        "Lines that only look like headers",
        arguments: [
            "Required ports\n\nThe service listens on port 443 for a.example.com.",
            "Service Port\nThe service port is 443 and nobody else may use it.",
            "Source Destination\nSomewhere Elsewhere",
            "Ports and protocols\nTCP and UDP are used.",
            "Endpoint Port Use\nNone of these lines has any name in it.\nNor does this one.",
        ]) func noTable(text: String)
    {
        #expect(Sample.tables(text).isEmpty)
    }

    @Test func eachCellMayBeALine() {
        let close =
            "Ports\n\nDestination\nProtocol\nPort\nUse\na.example.com\nTCP\n443\nSign-in\nb.example.com\nc.example.com\nUDP\n53\nNames\n"
        let spread =
            close.split(separator: "\n").joined(separator: "\n\n")
            + "\n\nThis sentence is no cell of the table any more.\n"
        let expected = [
            ["Destination", "Protocol", "Port", "Use"], ["a.example.com", "TCP", "443", "Sign-in"],
            ["b.example.com\nc.example.com", "UDP", "53", "Names"],
        ]
        #expect(Sample.tables(close) == [expected])
        #expect(Sample.tables(spread) == [expected])
    }

    private func permutations<Element>(of elements: [Element]) -> [[Element]] {
        guard let first = elements.first else { return [[]] }
        return permutations(of: Array(elements.dropFirst())).flatMap { rest in
            (0...rest.count).map { Array(rest[..<$0]) + [first] + Array(rest[$0...]) }
        }
    }

    @Test func theNumberOfANoteIsNoPort() {
        let tables = Sample.tables(
            """
            Description UDP TCP
            Endpoint mapper 135 135
            Boot files 69 Note 4 --
            Remote calls -- dynamic Note 6
            Provider -- 10124-10139
            """)
        #expect(tables.first?[2] == ["Boot files", "69 Note 4", "--"])
        #expect(
            extraction(fromText: "Ports\n\nDescription UDP TCP\nBoot files 69 Note 4 --\nProvider -- 10124 Note 6\n")
                .atoms
                == ["UDP//69", "TCP//10124"])
    }

    @Test func inOutAndBothAreDirectionsWhereAColumnAsksForThem() {
        let tables = Sample.tables(
            """
            Component TCP port Direction Description
            Portal server 80 both Pages without keys
            Portal server 7772 out Older links
            Collector 8428 in Samples of all agents
            """)
        #expect(tables.first?.dropFirst().map { $0[2] } == ["both", "out", "in"])
    }

    @Test func aNumberBelowTheLastRowIsThatOfThePage() {
        let text =
            "Port Location Description\n389 Web server Sign-in of the users\n443 Web server Pages of the portal\n15\n"
        #expect(Sample.tables(text).first?.count == 3)
        #expect(Sample.dump(text).contains("15"))
    }

    @Test func aLineAfterOneThatEndsAsRowsDoIsARow() {
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

    @Test func aLineBegunLikeRowsIsARow() {
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

    @Test func aTableMayStandInAnItem() {
        let text = """
            Required ports

              • Ports of the broker

                Destination Port Protocol Purpose
                a.example.com 443 TCP Sign-in
                b.example.com 8443 TCP Tunnels

              • Nothing else
            """
        #expect(extraction(fromText: text).atoms == ["a.example.com TCP//443", "b.example.com TCP//8443"])
    }

    @Test func protocolsAndPortsMayShareAColumn() {
        let tables = Sample.tables(
            """
            Source Destination Protocol/Port Purpose
            Office clients DC01 DNS 53 TCP/UDP Name resolution
            Office clients FILE01 SMB 445 TCP Files
            Office clients APP01 HTTPS / TCP 443 Internal pages
            Admin subnet All servers TCP/25 (SMTP/TLS) Directory of all users
            """)
        #expect(
            tables.first?.dropFirst().map { Array($0[2...]) } == [
                ["DNS 53 TCP/UDP", "Name resolution"], ["SMB 445 TCP", "Files"], ["HTTPS / TCP 443", "Internal pages"],
                ["TCP/25 (SMTP/TLS)", "Directory of all users"],
            ])
    }

    @Test func theYearOfAProductIsNoPort() {
        let tables = Sample.tables(
            """
            Source Protocol/Port Target Comments
            Online servers TCP/25 (SMTP/TLS) Mailbox 2019 Server Mails from outside
            Mailbox 2019 Server TCP/443 (HTTPS) Online servers Calendars
            Mailbox 2019 Server 80 lists.example.com Revocations
            """)
        #expect(tables.first?.dropFirst().map { $0[1] } == ["TCP/25 (SMTP/TLS)", "TCP/443 (HTTPS)", "80"])
    }

    @Test func aPortOfAnythingIsAPort() {
        let text = """
            Required outbound ports

            Protocol Port Purpose
            TCP *:443 Relays
            UDP *:* Peers
            """
        #expect(extraction(fromText: text).atoms == ["outbound TCP//443", "outbound UDP//any"])
    }

    @Test func anyPortAndAnyProtocolAreTwoCells() {
        let tables = Sample.tables(
            """
            Rule name From To Port Protocol Action
            allow-chat lan host (192.168.40.10) 8008 tcp ACCEPT
            block-home guests lan any any REJECT
            """)
        #expect(tables.first?.last.map { Array($0[3...]) } == ["any", "any", "REJECT"])
    }
}
