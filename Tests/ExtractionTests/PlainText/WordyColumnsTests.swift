internal import RequirementModel
internal import TestSupport
import Testing

/// Flattened tables with neighbouring columns of plain words.
@Suite struct WordyColumnsTests {
    @Test func `no name begins with what only ends names`() {
        let tables = Sample.tables(
            """
            Destination Source Protocol Port Use
            APIServer Subnet CIDR user node subnet and system node subnet TCP 443 and 4443 Lets nodes reach the server.
            APIServer Subnet CIDR Hub Load Balancer TCP 9988 Lets the balancer reach the server.
            Node CIDR Node CIDR All Protocols All Ports Lets nodes reach each other.
            Node CIDR Pod CIDR All Protocols All Ports Lets services reach pods.
            """)
        #expect(
            tables.first?.dropFirst().map { Array($0.prefix(2)) } == [
                ["APIServer Subnet CIDR", "user node subnet and system node subnet"],
                ["APIServer Subnet CIDR", "Hub Load Balancer"], ["Node CIDR", "Node CIDR"], ["Node CIDR", "Pod CIDR"],
            ])
    }

    @Test func `what machines are called ends a source and a destination`() {
        let tables = Sample.tables(
            """
            Protocol Port Source Destination Description
            TCP 7001 Relay agents Control servers Registration of agents
            UDP 7002 All relay nodes All relay nodes Only with the overlay
            TCP 7003 Control servers Control servers Store of the cluster
            TCP 7004 Control servers Mail gateway (optional) Alerts
            """)
        #expect(
            tables.first?.dropFirst().map { Array($0[2...]) } == [
                ["Relay agents", "Control servers", "Registration of agents"],
                ["All relay nodes", "All relay nodes", "Only with the overlay"],
                ["Control servers", "Control servers", "Store of the cluster"],
                ["Control servers", "Mail gateway (optional)", "Alerts"],
            ])
    }

    @Test func `a phrase that is a cell in one row is one in others`() {
        let tables = Sample.tables(
            """
            From To Port Why
            Beacon Quartz web 80/443 Reads the inventory
            Beacon Marble 443 Reads the map
            Quartz web Beacon 8000 Alerts
            Marble Beacon 8000 Changes
            """)
        #expect(
            tables.first?.dropFirst().map { Array($0[..<2]) } == [
                ["Beacon", "Quartz web"], ["Beacon", "Marble"], ["Quartz web", "Beacon"], ["Marble", "Beacon"],
            ])
    }

    @Test func `two blanks stand for the empty cell of one row and tell that others have none`() {
        let tables = Sample.tables(
            """
            Direction Protocol Port Source Destination
            Inbound TCP 8443 Harbour access group
            Inbound TCP 9000 Harbour access group
            Outbound TCP 8443  Harbour access group
            Outbound TCP 9000  Harbour access group
            """)
        #expect(
            tables.first?.dropFirst().map { Array($0[3...]) } == [
                ["Harbour access group", "-"], ["Harbour access group", "-"], ["-", "Harbour access group"],
                ["-", "Harbour access group"],
            ])
    }

    @Test func `only the rows that nothing divides are left out`() {
        let text = """
            Port Protocol Destination Purpose
            8443 TCP Update server Packages
            8444 TCP Polar Night Evening Star
            8445 TCP Time server Clocks
            """
        #expect(Sample.tables(text).first?.dropFirst().map { $0[2] } == ["Update server", "Time server"])
        #expect(Sample.diagnostics(text) == ["text-cells-not-divided"])
        #expect(Sample.dump(text).contains("p @3:1 8444 TCP Polar Night Evening Star"))
    }

    @Test func `an arrow stands between the ends of a flow`() {
        let tables = Sample.tables(
            """
            Protocol Port Service Direction Notes
            TCP 2380 store manager ⟷ manager Copies of the store
            TCP 6443 interface worker, console ⟶ manager Interface with tokens
            UDP 4789 overlay worker ⟷ worker Overlay of the pods
            """)
        #expect(
            tables.first?.dropFirst().map { Array($0[2...]) } == [
                ["store", "manager ⟷ manager", "Copies of the store"],
                ["interface", "worker, console ⟶ manager", "Interface with tokens"],
                ["overlay", "worker ⟷ worker", "Overlay of the pods"],
            ])
    }

    @Test func `an arrow between headers stands between their cells`() {
        let tables = Sample.tables(
            """
            Port Protocol Direction Source → Destination Purpose
            8200 TCP Inbound Load balancer → Secret servers Interface
            8201 TCP Bidirectional Secret servers ↔ Secret servers Replication
            """)
        #expect(
            tables == [
                [
                    ["Port", "Protocol", "Direction", "Source", "Destination", "Purpose"],
                    ["8200", "TCP", "Inbound", "Load balancer", "Secret servers", "Interface"],
                    ["8201", "TCP", "Bidirectional", "Secret servers", "Secret servers", "Replication"],
                ]
            ])
    }

    @Test func `a description may begin with a protocol`() {
        let tables = Sample.tables(
            """
            Source Destination Port Protocol Purpose
            Worker nodes Directory server 389 TCP LDAP of the users
            Worker nodes File server 2049 TCP/UDP NFS shares
            """)
        #expect(
            tables.first?.dropFirst().map { Array($0[3...]) } == [
                ["TCP", "LDAP of the users"], ["TCP/UDP", "NFS shares"],
            ])
    }

    @Test func `all of a kind is one word`() {
        let tables = Sample.tables(
            """
            Destination Source Protocol Port Use
            Pod subnet Node subnet All protocols All ports Routing of services
            Node subnet Node subnet TCP 2500 to 3300 Copies
            """)
        #expect(
            tables.first?.dropFirst() == [
                ["Pod subnet", "Node subnet", "All protocols", "All ports", "Routing of services"],
                ["Node subnet", "Node subnet", "TCP", "2500 to 3300", "Copies"],
            ])
    }

    @Test func `two blanks are an empty cell`() {
        let tables = Sample.tables(
            """
            Direction Protocol Port Range Subnet
            inbound TCP 80 10.0.0.0/16
            inbound UDP  10.1.0.0/16
            """)
        #expect(
            tables.first?.dropFirst() == [
                ["inbound", "TCP", "80", "10.0.0.0/16"], ["inbound", "UDP", "-", "10.1.0.0/16"],
            ])
    }

    @Test func `headers may begin with small letters and join two ends`() {
        let tables = Sample.tables(
            """
            service protocol source / target network port
            store TCP Control servers 2379
            interface TCP Worker nodes 6443
            """)
        #expect(
            tables == [
                [
                    ["service", "protocol", "source / target network", "port"],
                    ["store", "TCP", "Control servers", "2379"], ["interface", "TCP", "Worker nodes", "6443"],
                ]
            ])
    }

    @Test func `a port may stand with its protocol or its name`() {
        let tables = Sample.tables(
            """
            Source Destination Port Purpose
            All clients a.example.com TCP 443 Updates
            All clients Log server UDP 514 Logs
            All clients Store server Store port (default 8020) Copies
            """)
        #expect(
            tables.first?.dropFirst() == [
                ["All clients", "a.example.com", "TCP 443", "Updates"],
                ["All clients", "Log server", "UDP 514", "Logs"],
                ["All clients", "Store server", "Store port (default 8020)", "Copies"],
            ])
    }

    @Test func `rows behind a blank line that fill all columns belong to the table`() {
        let tables = Sample.tables(
            """
            Service Port Protocol
            Store 2379 TCP
            Names 53 UDP

            Logs 514 UDP
            Mail 25 TCP

            Text goes on.
            """)
        #expect(tables.first?.map { $0[0] } == ["Service", "Store", "Names", "Logs", "Mail"])
    }

    @Test func `marks under protocols stand where the gap says`() {
        let tables = Sample.tables(
            """
            Client Description Port TCP UDP
            Ember Data channel 30303 X
            Ember Finding of peers 30303  X
            Flint Data and peers 9000 X X
            """)
        #expect(
            tables.first?.dropFirst().map { Array($0[2...]) } == [
                ["30303", "X", "-"], ["30303", "-", "X"], ["9000", "X", "X"],
            ])
    }

    /// The columns `columns` of the body of the table that `text` is.
    private func cells(_ columns: Range<Int>, _ text: String, table: Int = 0) -> [[String]] {
        let tables = Sample.tables(text)
        return table < tables.count ? tables[table].dropFirst().map { Array($0[columns]) } : []
    }

    @Test func `what is a cell in another table of the page is one here`() {
        let text = """
            Rules

            Source Destination Port Protocol Purpose
            Copper Works / Floor Plant / Main Hall 8000 TCP Entry of the hall
            Copper Works / Floor Plant / Main Hall 8443 TCP Entry of the hall with keys

            Others

            Source Destination Port Protocol Purpose
            Plant / Main Hall a.example.com 443 TCP Plans
            Plant / Main Hall b.example.com 443 TCP Keys
            """
        let expected = ["Copper Works / Floor", "Plant / Main Hall"]
        #expect(cells(0..<2, text) == [expected, expected])
        let alone = text.split(separator: "Others")[0]
        #expect(cells(0..<2, String(alone)).isEmpty)
    }

    @Test func `an arrow here and there is of a description`() {
        let text = """
            Port Protocol Source Destination Purpose
            1858 TCP Broker server Vault server Broker → vault for its rules
            22 TCP Broker server Managed hosts Changes of keys
            135 TCP Broker server Managed hosts Changes of passwords
            """
        #expect(
            cells(2..<5, text) == [
                ["Broker server", "Vault server", "Broker → vault for its rules"],
                ["Broker server", "Managed hosts", "Changes of keys"],
                ["Broker server", "Managed hosts", "Changes of passwords"],
            ])
    }

    @Test func `a column of any name may hold both ends of a flow`() {
        let text = """
            Port Protocol Between Purpose
            1858 TCP Main vault → Spare vault Copies of the vault
            9023 TCP Main vault ↔ Spare vault Beats of the cluster
            """
        #expect(cells(2..<4, text).map { $0[0] } == ["Main vault → Spare vault", "Main vault ↔ Spare vault"])
    }

    @Test func `an article begins a name`() {
        let text = """
            From To Ports Purpose
            every watched host log-store 1514/tcp Events
            admin the firewall 3000/tcp Graphs
            the firewall the central stack 5514/tcp Alerts of the network
            """
        #expect(cells(0..<2, text).suffix(2) == [["admin", "the firewall"], ["the firewall", "the central stack"]])
    }

    @Test func `a number behind a name is part of it`() {
        let text = """
            Source Destination Port Protocol
            Admin browser Broker server 443 HTTPS
            Client 1 Broker server 4172 TCP
            Broker server 2 Desktop subnet 3389 RDP
            """
        #expect(
            cells(0..<2, text) == [
                ["Admin browser", "Broker server"], ["Client 1", "Broker server"],
                ["Broker server 2", "Desktop subnet"],
            ])
    }

    @Test func `what stands twice side by side is two cells`() {
        let text = """
            Port Component Source Destination
            53 Names net.service agent/master agent/master
            64000 Names net.service agent/master agent/master
            """
        #expect(cells(3..<4, text) == [["agent/master"], ["agent/master"]])
    }
}
