import Extraction
import RequirementModel
import Testing

@Suite struct FootnotesTests {
    @Test func `a footnote limits the rows that carry its mark`() {
        let result = extraction(
            fromMarkdown: """
                # Outbound rules

                | Host | Port | Purpose |
                |---|---|---|
                | a.contoso.com[^1] | 443 | Control |
                | b.contoso.com * | 443 | Data |
                | c.contoso.com | 8443¹ | Logs |
                | d.contoso.com<sup>2</sup> | 443 | Sync |
                | e.contoso.com | 443 | Plain |

                \\* Only if telemetry is turned on.
                ¹ Only if logs are shipped.

                <sup>2</sup> This is optional.

                ## Notes

                [^1]: Required only if you use private clusters.
                """)
        #expect(
            result.atoms == [
                "outbound a.contoso.com //443", "outbound b.contoso.com //443", "outbound c.contoso.com //8443",
                "outbound d.contoso.com //443 optional", "outbound e.contoso.com //443",
            ])
        let conditions = result.records.map { $0.network?.condition ?? "" }
        #expect(conditions[0].contains("if you use private clusters"))
        #expect(conditions[1].contains("if telemetry is turned on"))
        #expect(conditions[2].contains("if logs are shipped"))
        #expect(conditions[4] == "")
    }

    @Test func `a footnote of one word is no link, and its mark no port`() {
        let result = extraction(
            fromMarkdown: """
                # Outbound rules

                | Host | Port |
                |---|---|
                | a.contoso.com[^1] | TCP 443 [^2] |

                Open these ports:

                - TCP 8443 [^1]

                [^1]: Optional
                [^2]: Later
                """)
        #expect(result.atoms == ["outbound a.contoso.com TCP//443 optional", "outbound TCP//8443"])
    }

    @Test func `a footnote's mark in plain text is no port`() {
        let text = "Open these ports:\n\n• TCP 8443 [^1]\n• UDP 53[^2]\n\n[^1]: Only for X\n"
        #expect(extraction(fromText: text).atoms == ["TCP//8443", "UDP//53"])
    }

    @Test func `what stands below a list explains the tables that end it`() {
        let result = extraction(
            fromMarkdown: """
                # Outbound rules

                - Nodes

                    | Host | Port |
                    |---|---|
                    | a.contoso.com † | 443 |

                † Only if telemetry is turned on.
                """)
        #expect(result.records.map { $0.network?.condition } == ["Only if telemetry is turned on"])
    }

    @Test func `an asterisk behind a name is neither a port nor part of it`() {
        let result = extraction(
            fromMarkdown:
                "# Outbound rules\n\n| Host | Port |\n|---|---|\n| a.contoso.com * | 443 |\n| b.contoso.com** | 443 |\n"
        )
        #expect(result.atoms == ["outbound a.contoso.com //443", "outbound b.contoso.com //443"])
    }

    @Test func `what is no requirement has no column of notes`() {
        let result = extraction(
            fromMarkdown: "| Size | Memory |\n|---|---|\n| small* | 4 GB |\n\n\\* Not in all regions.\n")
        #expect(result.rows == ["Size: small* | Memory: 4 GB"])
    }

    @Test func `a footnote's mark is no port`() {
        let atoms = extraction(
            fromMarkdown:
                "Allow access to:\n\n| Host | Port |\n|---|---|\n| a.contoso.net[^1] | 443 |\n\n[^1]: If needed.\n"
        ).atoms
        #expect(atoms == ["a.contoso.net //443"])
    }
}
