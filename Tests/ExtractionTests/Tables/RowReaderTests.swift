import Testing

@Suite struct RowReaderTests {
    private let title = "# Ports to open in the firewall\n\n"

    @Test func takesTheTransportFromMarksBesideThePort() {
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

    @Test func readsBothEndsFromArrows() {
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

    @Test func readsBothEndsFromEachOther() {
        let table = """
            # Required ports

            | Service | Port | Host | Direction |
            |---|---|---|---|
            | API | 6443 | relay nodes (to each other) | Bidirectional |
            """
        #expect(extraction(fromMarkdown: table).atoms == ["both relay nodes → «relay nodes» //6443"])
    }

    @Test func readsPortsWithTheirProtocolsUnderAHeaderThatSaysNothing() {
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

    @Test func readsPortsBesideProtocolsWithoutAHeader() {
        let rows = "|---|---|---|\n| TCP | 22 | Shell |\n| UDP | 111 | Mapper |\n"
        #expect(
            extraction(fromMarkdown: "# Required ports\n\n| Inbound: | | |\n" + rows).atoms
                == ["inbound TCP//22", "inbound UDP//111"])
        let leadIn = "The following ports must be open both inbound and outbound:\n\n"
        #expect(
            extraction(fromMarkdown: leadIn + "| | | |\n" + rows).atoms == ["both TCP//22", "both UDP//111"])
        #expect(extraction(fromMarkdown: "# Counters\n\n| | | |\n" + rows).atoms == [])
    }

    @Test func readsTheCellsOfARowThatLacksOneByWhatTheyHold() {
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

    @Test func asksForNothingWhereOnlyLocationsAreNamed() {
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

    @Test func takesPortsBehindWordsAsThePortsOfTheEnd() {
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

    @Test func takesAddressesUnderAnInboundHeadingAsSources() {
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
    func readsPortsInWords(cell: String, atom: String) {
        let table = "| To | Protocol | Port |\n|---|---|---|\n| Cluster | TCP | \(cell) |\n"
        #expect(extraction(fromMarkdown: title + table).atoms == [atom])
    }

    @Test func keepsTheShortFormOfANameInTheName() {
        let table = "| To | Protocol | Port |\n|---|---|---|\n| Secure Shell Host (SSH) | TCP | 22 |\n"
        #expect(extraction(fromMarkdown: title + table).atoms == ["«Secure Shell Host (SSH)» TCP//22"])
    }
}
