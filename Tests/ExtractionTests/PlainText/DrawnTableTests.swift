internal import RequirementModel
internal import TestSupport
import Testing

/// Tables whose columns can be seen: by rules, bars, tabs or alignment.
@Suite struct DrawnTableTests {
    private let expected = [
        ["Endpoint", "Port", "Use"], ["a.example.com", "443", "Sign-in of users"], ["b.example.com", "", "Updates"],
    ]

    @Test(arguments: [
        """
        +---------------+------+------------------+
        | Endpoint      | Port | Use              |
        +---------------+------+------------------+
        | a.example.com |  443 | Sign-in of users |
        | b.example.com |      | Updates          |
        +---------------+------+------------------+
        """,
        """
        ┌───────────────┬──────┬──────────────────┐
        │ Endpoint      │ Port │ Use              │
        ├───────────────┼──────┼──────────────────┤
        │ a.example.com │ 443  │ Sign-in of users │
        │ b.example.com │      │ Updates          │
        └───────────────┴──────┴──────────────────┘
        """,
        """
        =============  ====  ================
        Endpoint       Port  Use
        =============  ====  ================
        a.example.com  443   Sign-in of users
        b.example.com        Updates
        =============  ====  ================
        """,
        """
         Endpoint      | Port | Use
        ---------------+------+------------------
         a.example.com |  443 | Sign-in of users
         b.example.com |      | Updates
        (2 rows)
        """,
        """
        Endpoint       Port  Use
        a.example.com   443  Sign-in of users
        b.example.com        Updates
        """,
        """
        | Endpoint | Port | Use |
        | a.example.com | 443 | Sign-in of users |
        | b.example.com | | Updates |
        """,
        "Endpoint\tPort\tUse\na.example.com\t443\tSign-in of users\nb.example.com\t\tUpdates",
    ]) func `one table in the forms that text gives it`(text: String) {
        #expect(Sample.tables("Ports\n\n" + text + "\n\nThat is all.\n") == [expected])
    }

    @Test func `a grid has cells over several columns rows and lines`() {
        let text = """
            +---------------+-------+------------------+
            | Endpoint      | Port  | Use              |
            +===============+=======+==================+
            | a.example.com | 443   | Sign-in of users |
            |               |       | and machines     |
            +---------------+-------+------------------+
            | b.example.com | For both of them         |
            +---------------+-------+------------------+
            | c.example.com | 22    | Shells           |
            |               +-------+------------------+
            |               | 23    | Old shells       |
            +---------------+-------+------------------+
            """
        #expect(
            Sample.dump(text) == """
                table @1:1
                  header @2:1 | #Endpoint | #Port | #Use |
                  body @4:1 | a.example.com | 443 | Sign-in of users ‹5:27›and machines |
                  body @7:1 | b.example.com | For both of them | ←For both of them |
                  body @9:1 | c.example.com | 22 | Shells |
                  body @11:1 | ↑c.example.com | 23 | Old shells |
                """)
    }

    @Test func `line breaks in cells of a browser's copy stay`() {
        let text =
            "Endpoint\tPort\tUse\n*:1194\nOr\nServiceTag - AzureCloud:1194\tUDP 1194\tTunnels.\nTo the nodes.\n"
            + "a.example.com\tTCP 443\tSign-in.\n"
        #expect(
            Sample.tables(text).first?.dropFirst() == [
                ["*:1194\nOr\nServiceTag - AzureCloud:1194", "UDP 1194", "Tunnels.\nTo the nodes."],
                ["a.example.com", "TCP 443", "Sign-in."],
            ])
    }

    @Test func `a row begins with a bar and its cells stand on lines of their own`() {
        let text =
            "Table 1. Ports\n| Port number. |\nUse |\n| 22 |\nShell,\nfor operators |\n|\n7000 |\nNodes |\nTable 2. More\n"
        #expect(
            Sample.tables(text) == [[["Port number.", "Use"], ["22", "Shell,\nfor operators"], ["7000", "Nodes"]]])
    }

    @Test(arguments: [
        "One sentence.  Another one  with wide gaps.\nA third one.  And  a fourth.",
        "255 0 255   magenta\n238 0 238   orchid\n205 0 205   plum\n139 0 139   violet",
        "a + b | c\nd + e | f", "+--+--+\n+--+--+", "----  ----", "Use | abuse of power",
    ]) func `what only looks like a table`(text: String) {
        #expect(Sample.tables(text).isEmpty)
    }

    @Test func `empty cells at the end of a tabbed row may lack their tabs`() {
        let tables = Sample.tables("Port\tProtocol\tUse\tNotes\n443\tTCP\n53\tUDP\tNames\tOnly inside\n80\tTCP\t\t\n")
        #expect(tables.first?.dropFirst().map { Array($0[..<2]) } == [["443", "TCP"], ["53", "UDP"], ["80", "TCP"]])
        #expect(tables.first?[2] == ["53", "UDP", "Names", "Only inside"])
    }

    @Test func `rules across a table hold rows of several lines`() {
        let tables = Sample.tables(
            """
            ---------------------------------------
            Address        Port  Use
            -------------  ----  ------------------
            a.example.com  443   Sign-in of users
                                 and devices

            b.example.com  53    Names
            ---------------------------------------

            Text goes on.
            """)
        #expect(
            tables == [
                [
                    ["Address", "Port", "Use"], ["a.example.com", "443", "Sign-in of users and devices"],
                    ["b.example.com", "53", "Names"],
                ]
            ])
    }

    @Test func `bars tell the rows of a table on one line`() {
        let tables = Sample.tables("| Port | Use | | 443 | Sign-in | | 53 | | | 80 | Lists |\n")
        #expect(tables == [[["Port", "Use"], ["443", "Sign-in"], ["53", ""], ["80", "Lists"]]])
        #expect(Sample.tables("| Port | Use | | 443 | Sign-in | | 53 |\n").isEmpty)
    }

    @Test func `commas divide values under known headers`() {
        let tables = Sample.tables(
            "Address,Protocol,Port,Use\na.example.com,TCP,443,\"Sign-in, updates\"\nb.example.com,UDP,53,\n")
        #expect(
            tables == [
                [
                    ["Address", "Protocol", "Port", "Use"], ["a.example.com", "TCP", "443", "Sign-in, updates"],
                    ["b.example.com", "UDP", "53", ""],
                ]
            ])
        #expect(Sample.tables("Address, protocol and port\nare given below, as they are,\nfor each.\n").isEmpty)
    }

    @Test func `a line without port and protocol goes on with the row above`() {
        let tables = Sample.tables(
            """
            Endpoint         Protocol  Port  Use
            a.example.com    TCP       443   Sign-in of users and
            c.example.com                    devices
            b.example.com    UDP       53    Names
            """)
        #expect(
            tables.first?.dropFirst() == [
                ["a.example.com c.example.com", "TCP", "443", "Sign-in of users and devices"],
                ["b.example.com", "UDP", "53", "Names"],
            ])
    }

    @Test func `rows may be parted by blank lines and take several lines`() {
        let text = """
                                  Installation guide                       Release 5

             Source              Destination            Port    Protocol    Description

             Management          Storage nodes          9000    TCP         Control of the
             server                                                         storage

             Storage nodes       update.example.com     443     TCP         Updates and
                                                                            licences

            Copyright                               12
            """
        #expect(
            Sample.tables(text) == [
                [
                    ["Source", "Destination", "Port", "Protocol", "Description"],
                    ["Management server", "Storage nodes", "9000", "TCP", "Control of the storage"],
                    ["Storage nodes", "update.example.com", "443", "TCP", "Updates and licences"],
                ]
            ])
    }

    @Test func `a cell that ends with a comma goes on below`() {
        let text = """
            +----------+------+------------------+
            | Protocol | Port | Destination      |
            +----------+------+------------------+
            | UDP      | 3478 | stun.example.com |
            | TCP,     | 5349 | turn.example.com |
            | UDP      |      |                  |
            | TCP      | 443  | hub.example.com  |
            +----------+------+------------------+
            """
        #expect(
            Sample.tables(text).first?.dropFirst() == [
                ["UDP", "3478", "stun.example.com"], ["TCP, UDP", "5349", "turn.example.com"],
                ["TCP", "443", "hub.example.com"],
            ])
    }

    @Test func `the rule below the headers may have joints for bars`() {
        let text = "| Port | Protocol | Purpose |\n|------+----------+---------|\n| 443  | TCP      | Portal  |\n"
        #expect(Sample.tables(text) == [[["Port", "Protocol", "Purpose"], ["443", "TCP", "Portal"]]])
    }
}
