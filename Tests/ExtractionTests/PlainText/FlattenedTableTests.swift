internal import RequirementModel
internal import TestSupport
import Testing

/// Tables of which only lines of words are left.
@Suite struct FlattenedTableTests {
    @Test func `cells are found by what their columns hold`() {
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

    @Test func `cells that blank lines part may stand under unknown headers`() {
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

    /// The order of columns does not matter: the same four columns in all 24 orders.
    @Test func `any order of columns is read`() {
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

    @Test func `security rules keep their columns`() {
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

    @Test func `words that recur divide columns of words`() {
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

    @Test func `sentences divide columns of words`() {
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

    @Test func `what nothing divides is told and left together`() {
        let text = """
            Protocol Port Source Description
            TCP 6443 Aurora Borealis Dawn Chorus
            TCP 2379 Polar Night Evening Star
            """
        #expect(Sample.tables(text).first?.last == ["TCP", "2379", "-", "Polar Night Evening Star"])
        #expect(Sample.diagnostics(text) == ["text-cells-not-divided"])
    }

    @Test func `a destination that nothing delimits makes no table`() {
        let text = """
            Protocol Port Destination Description
            TCP 22 Aurora Borealis Dawn Chorus
            TCP 2376 Polar Night Evening Star
            """
        #expect(Sample.tables(text).isEmpty)
        #expect(Sample.diagnostics(text) == ["text-cells-not-divided"])
    }

    @Test func `a direction may be said in words of its own`() {
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

    @Test func `remarks stand among names where no column has words`() {
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

    @Test func `a transport beside a port is of its cell`() {
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

    @Test func `protocols before a transport are words of the cell before`() {
        let tables = Sample.tables(
            """
            Element Share Type Protocol Port Notes
            Web browser NFS and SMB TCP 80 Sign-in
            Clock NFS and SMB UDP 123 Time
            """)
        #expect(tables.first?.dropFirst().map { $0[2] } == ["TCP", "UDP"])
    }

    @Test(
        arguments: [
            "Required ports\n\nThe service listens on port 443 for a.example.com.",
            "Service Port\nThe service port is 443 and nobody else may use it.",
            "Source Destination\nSomewhere Elsewhere",
            "Ports and protocols\nTCP and UDP are used.",
            "Endpoint Port Use\nNone of these lines has any name in it.\nNor does this one.",
        ]) func `lines that only look like headers begin no table`(text: String)
    {
        #expect(Sample.tables(text).isEmpty)
    }

    @Test func `each cell may be a line`() {
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

    @Test func `the number of a note is no port`() {
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

    @Test func `in out and both are directions where a column asks for them`() {
        let tables = Sample.tables(
            """
            Component TCP port Direction Description
            Portal server 80 both Pages without keys
            Portal server 7772 out Older links
            Collector 8428 in Samples of all agents
            """)
        #expect(tables.first?.dropFirst().map { $0[2] } == ["both", "out", "in"])
    }

    @Test func `a table may stand in an item`() {
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

    @Test func `protocols and ports may share a column`() {
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
}
