import Extraction
import RequirementModel
import Testing

@Suite struct GridTests {
    @Test func `heeds group rows and continuation rows`() {
        let result = extraction(
            fromMarkdown: """
                | Destination | Protocol | Port |
                |---|---|---|
                | Inbound connections | | |
                | Console host | TCP | 443 |
                | | UDP | 53 |
                | Outbound connections | | |
                | a.example.net | TCP | 80 |
                """)
        #expect(
            result.atoms == [
                "inbound «Console host» TCP//443", "inbound «Console host» UDP//53", "outbound a.example.net TCP//80",
            ])
        #expect(result.skipReasons == ["it heads the rows below it", "it heads the rows below it"])
    }

    @Test func `joins header rows and spans`() {
        let result = extraction(
            fromHTML: """
                <table><thead><tr><th rowspan="2">Protocol</th><th colspan="2">Reached</th></tr>
                <tr><th>Port</th><th>Destination</th></tr></thead>
                <tbody><tr><td rowspan="2">TCP</td><td>443</td><td>a.example.net</td></tr>
                <tr><td>8443</td><td>b.example.net</td></tr></tbody></table>
                """)
        #expect(result.atoms == ["a.example.net TCP//443", "b.example.net TCP//8443"])
    }

    @Test func `puts rows back that lost a span or were broken`() {
        let lost = extraction(
            fromMarkdown: """
                | From | To | Protocol | Port | Notes |
                |---|---|---|---|---|
                | Browser | Worker | TCP | 443 | To restore files from it. |
                | Worker | Store | TCP | 8443 | To keep what is backed up. |
                | UDP | 2049 | To index. |
                """)
        #expect(
            lost.atoms == ["Browser → «Worker» TCP//443", "Worker → «Store» TCP//8443", "Worker → «Store» UDP//2049"])
        let broken = extraction(
            fromMarkdown: """
                These addresses must be reachable:

                Required address | Function |
                ---|---|
                https://*.api.contoso.com |
                Gives access to what the service offers. |
                https://*.login.contoso.com |
                Gives access to the page where one signs in. |
                Use group policy to configure these.
                """)
        #expect(broken.atoms == ["*.api.contoso.com TCP/HTTPS/443", "*.login.contoso.com TCP/HTTPS/443"])
    }

    @Test func `cells keep their columns beside a span beyond reason`() {
        let rows = extraction(
            fromHTML: """
                <h1>Outbound rules</h1><p>Allow outbound access to:
                <table><tr><th>Host<th>Port<th>Use
                <tr><td>a.contoso.net<td>443<td colspan=1000000000>Sign-in
                <tr><td>b.contoso.net<td>8443<td>Updates</table>
                """)
        #expect(rows.atoms == ["outbound a.contoso.net //443", "outbound b.contoso.net //8443"])
    }

    @Test func `a header behind the body that repeats what stands above it heads no less`() {
        let result = extraction(
            fromHTML: """
                <h1>Required hosts</h1>
                <table><tr><td>a.contoso.net<td><thead><tr><th>Port<th></thead><tr><td>443<td>Control</table>
                """)
        #expect(result.records.allSatisfy { $0.location.position.line == 2 })
        #expect(result.books.isBalanced)
    }
}
