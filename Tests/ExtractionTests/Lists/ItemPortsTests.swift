import Testing

@Suite struct ItemPortsTests {
    private func atoms(_ items: String..., leadIn: String = "The following ports must be open:") -> [String] {
        extraction(fromMarkdown: "# Ports\n\n\(leadIn)\n\n" + items.map { "- \($0)\n" }.joined()).atoms
    }

    @Test func `reads a default port behind its label and the protocols of another sentence`() {
        #expect(
            atoms(
                "HTTP API (Default 4646). Clients use this to talk to the servers. TCP only.",
                "Gossip (default port: 4648). It isn't required that clients reach it.\n  TCP and UDP.")
                == ["TCP//4646", "TCP//4648", "UDP//4648"])
        #expect(
            atoms("Agent port (`daemon`): used by clients (default is 38900).", leadIn: "The agent uses two ports:")
                == ["//38900"])
        #expect(atoms("Retries (default 3000 times). TCP only.") == [])
    }

    @Test func `takes the ports of the sentence that an item begins with`() {
        #expect(
            atoms(
                "Inbound TCP on port 4172. This is used for streams.",
                "Outbound UDP on ports 50002 and 55002. Stateless firewalls must open ports 49152 - 65535 too.",
                "Outbound TCP on port 80 to IP address 192.0.2.7 for metadata. A proxy must exclude 192.0.2.7.")
                == ["inbound TCP//4172", "outbound UDP//50002", "outbound UDP//55002", "outbound 192.0.2.7/32 TCP//80"])
    }

    @Test func `takes the place behind a preposition`() {
        #expect(
            atoms(
                "UDP to all IPs on port 53", "TCP from the gateway on port 16001",
                "TCP to the service tag `Sql` on port 1433", "TCP 22 to download updates")
                == ["any UDP//53", "gateway → TCP//16001", "#Sql TCP//1433", "TCP//22"])
    }

    @Test func `takes the application behind a port and its transport`() {
        #expect(
            atoms("TCP/UDP 53 - DNS", "TCP 88 - Kerberos authentication", "UDP 389: LDAP")
                == ["TCP/DNS/53", "UDP/DNS/53", "TCP//88", "UDP/LDAP/389"])
    }

    @Test func `reads thousands set apart`() {
        #expect(atoms("10,000 to 60,000 UDP (media)", "443,8443 TCP") == ["UDP//10000-60000", "TCP//443", "TCP//8443"])
    }

    @Test func `takes no version for a port`() {
        #expect(atoms("PostgreSQL 12 with replication", "Git 2.9 or later", leadIn: "These are required:") == [])
    }

    @Test func `reads the lists below the labels of a lead-in`() {
        let text = """
            These are the ports that need to be open for the components to communicate.

            Root:
              - External API: port `10000` (used by the command line)
              - Cluster API: ports `10099`,`10001`

            Worker nodes of a cluster:
              - Tunnel: port `50103`
            """
        #expect(extraction(fromMarkdown: text).atoms == ["//10000", "//10099", "//10001", "//50103"])
    }

    @Test func `reads protocols by number and what ports are for`() {
        let result = extraction(
            fromMarkdown:
                "The following ports must be open:\n\n- UDP port 500 (for IKE)\n- IP protocol 50 (ESP)\n"
        )
        #expect(result.atoms == ["UDP/IKE/500", "ESP//"])
    }
}
