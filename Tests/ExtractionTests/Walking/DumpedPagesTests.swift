internal import TestSupport
import Testing

/// One table in the forms in which programs and people make text of it: the same requirements, whatever the form.
@Suite struct DumpedPagesTests {
    @Test(arguments: forms)
    func `the form does not matter`(name: String, table: String) {
        let text = "Network requirements\n\nAllow outbound access to these endpoints:\n\n\(table)\n\nNext steps\n"
        #expect(
            extraction(fromText: text).atoms == [
                "outbound api.contoso.com TCP//443", "outbound *.data.contoso.com TCP//8883",
                "outbound time.contoso.com UDP//123",
            ], "\(name)")
    }

    private static let forms: [(String, String)] = [
        (
            "column -t",
            """
            Protocol  Port  Host                Purpose
            tcp       443   api.contoso.com     Management of the devices
            tcp       8883  *.data.contoso.com  Telemetry
            udp       123   time.contoso.com    Clock
            """
        ),
        (
            "an RFC",
            """
               +----------+------+--------------------+---------------+
               | Protocol | Port | Host               | Purpose       |
               +----------+------+--------------------+---------------+
               | TCP      | 443  | api.contoso.com    | Management of |
               |          |      |                    | the devices   |
               | TCP      | 8883 | *.data.contoso.com | Telemetry     |
               | UDP      | 123  | time.contoso.com   | Clock         |
               +----------+------+--------------------+---------------+
            """
        ),
        (
            "w3m -dump",
            """
            ┌──────────────────┬────┬────────┬──────────────┐
            │     Endpoint     │Port│Protocol│   Purpose    │
            ├──────────────────┼────┼────────┼──────────────┤
            │api.contoso.com   │443 │TCP     │Management of │
            │                  │    │        │the devices   │
            ├──────────────────┼────┼────────┼──────────────┤
            │*.data.contoso.com│8883│TCP     │Telemetry     │
            ├──────────────────┼────┼────────┼──────────────┤
            │time.contoso.com  │123 │UDP     │Clock         │
            └──────────────────┴────┴────────┴──────────────┘
            """
        ),
        (
            "links -dump",
            """
               +--------------------------------------------------+
               | Endpoint           | Port | Protocol | Purpose   |
               |--------------------+------+----------+-----------|
               | api.contoso.com    | 443  | TCP      | Manages   |
               |--------------------+------+----------+-----------|
               | *.data.contoso.com | 8883 | TCP      | Telemetry |
               |--------------------+------+----------+-----------|
               | time.contoso.com   | 123  | UDP      | Clock     |
               +--------------------------------------------------+
            """
        ),
        (
            "lynx -dump",
            """
                 Endpoint         Port    Protocol          Purpose
               api.contoso.com    443       TCP     Management of the devices
               *.data.contoso.com 8883      TCP     Telemetry
               time.contoso.com   123       UDP     Clock
            """
        ),
        (
            "pdftotext -layout",
            """
             Endpoint              Port      Protocol     Purpose

             api.contoso.com       443       TCP          Management of the
                                                          devices

             *.data.contoso.com    8883      TCP          Telemetry

             time.contoso.com      123       UDP          Clock
            """
        ),
        (
            "a browser's copy",
            "Endpoint\tPort\tProtocol\tPurpose\napi.contoso.com\t443\tTCP\tManages\n*.data.contoso.com\t8883\tTCP\tTelemetry"
                + "\ntime.contoso.com\t123\tUDP\tClock"
        ),
        (
            "a browser's copy with a line for each cell",
            "Endpoint\t\nPort\t\nProtocol\t\nPurpose\napi.contoso.com\t\n443\t\nTCP\t\nManages\n*.data.contoso.com\t\n8883\t\nTCP\t\n"
                + "Telemetry\ntime.contoso.com\t\n123\t\nUDP\t\nClock"
        ),
        (
            "psql",
            """
             port | protocol |        host        |  purpose
            ------+----------+--------------------+-----------
              443 | tcp      | api.contoso.com    | Manages
             8883 | tcp      | *.data.contoso.com | Telemetry
              123 | udp      | time.contoso.com   | Clock
            """
        ),
        (
            "Org mode",
            """
            | Host               | Port | Protocol |
            |--------------------+------+----------|
            | api.contoso.com    | 443  | TCP      |
            | *.data.contoso.com | 8883 | TCP      |
            | time.contoso.com   | 123  | UDP      |
            """
        ),
        (
            "words alone",
            """
            Protocol Port Host Purpose
            TCP 443 api.contoso.com Management of the devices
            TCP 8883 *.data.contoso.com Telemetry
            UDP 123 time.contoso.com Clock
            """
        ),
        (
            "labels",
            """
            Host: api.contoso.com
            Port: TCP 443

            Host: *.data.contoso.com
            Port: TCP 8883

            Host: time.contoso.com
            Port: UDP 123
            """
        ),
    ]
}
