import Testing

@testable import Extraction

@Suite struct UprightTableTests {
    @Test func `reads labels with a word of any kind before them`() {
        let result = extraction(
            fromMarkdown: """
                The client connects to the following addresses and ports.

                ### Tunnel

                | | |
                |---|---|
                | IPv4 address | `192.0.2.0/24` |
                | Default port | `UDP 2408` |
                | Spare ports | `UDP 500` <br> `TCP 443`[^1] |

                [^1]: For HTTP/2 only.
                """)
        #expect(result.atoms == ["192.0.2.0/24 UDP//2408", "192.0.2.0/24 UDP//500", "192.0.2.0/24 TCP//443"])
    }

    @Test func `reads tables set upright where they are asked for`() {
        let table = """
            | | Sign-in | Telemetry |
            |---|---|---|
            | Host | login.contoso.net | data.contoso.net |
            | Protocol | TCP | UDP |
            | Port | 443 | 8125 |
            """
        #expect(
            extraction(fromMarkdown: "Allow these endpoints:\n\n\(table)").atoms
                == ["login.contoso.net TCP//443", "data.contoso.net UDP//8125"])
        #expect(extraction(fromMarkdown: "## Indicators\n\n\(table)").atoms == [])
    }
}
