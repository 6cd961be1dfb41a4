import RequirementModel
import Testing

@testable import Extraction

@Suite struct EndpointReaderTests {
    @Test(arguments: [
        ("A.Example.COM.", "fqdn a.example.com"),
        ("*.blob.example.net", "fqdn *.blob.example.net"),
        (".data.example.net", "fqdn *.data.example.net"),
        ("<Region>.svc.example.net", "fqdn {region}.svc.example.net"),
        ("{my region}.svc.example.net", "fqdn {my-region}.svc.example.net"),
        ("store[region].example.net", "fqdn store{region}.example.net"),
        ("https://a.example.com:8084/path/x?y=1", "fqdn a.example.com/path/x?y=1 TCP/HTTPS/8084"),
        ("https://a.example.com?y=1", "fqdn a.example.com/?y=1 TCP/HTTPS/"),
        ("https://a.example.com./path", "fqdn a.example.com/path TCP/HTTPS/"),
        ("BÜCHER.example.com", "fqdn bücher.example.com"),
        ("a.example.com:443", "fqdn a.example.com //443"),
        ("a.example.com2", "fqdn a.example.com"),
        ("*.<region>.example.us2", "fqdn *.{region}.example.us"),
        ("10.1.2.3", "cidr 10.1.2.3/32"),
        ("10.1.2.3/8", "cidr 10.0.0.0/8"),
        ("10.0.0.1 - 10.0.0.9", "cidr 10.0.0.1-10.0.0.9"),
        ("10.0.0.1-10.0.0.9", "cidr 10.0.0.1-10.0.0.9"),
        ("10.0.0.1 - 10.0.0.9 10.0.1.1 - 10.0.1.9", "cidr 10.0.0.1-10.0.0.9; cidr 10.0.1.1-10.0.1.9"),
        ("2001:DB8::1", "cidr 2001:db8::1/128"),
        ("2001:db8:1:2::/48", "cidr 2001:db8:1::/48"),
        ("AzureCloud.<Region>:1194", "service-tag AzureCloud.{region} //1194"),
        ("AzureCloud.Region", "service-tag AzureCloud.{region}"),
        ("ServiceTag - Azure Storage", "service-tag Storage"),
        ("Azure Key Vault", "service-tag AzureKeyVault"),
        ("Regional CIDRs - RegionCIDRs:1194", "named RegionCIDRs //1194"),
        ("*:443", "any any //443"),
        ("Any", "any any"),
        ("Internet", "any any"),
        ("K3s server and agent nodes", "named K3s server and agent nodes"),
        ("Load balancer/proxy that terminates TLS", "named Load balancer/proxy that terminates TLS"),
        ("a.example.com or b.example.com", "fqdn a.example.com; or2 fqdn b.example.com"),
        (
            "a.example.com, b.example.com, or c.example.com",
            "fqdn a.example.com; or2 fqdn b.example.com; or3 fqdn c.example.com"
        ),
        ("a.example.com and b.example.com", "fqdn a.example.com; fqdn b.example.com"),
        ("a.example.com\nOr\n*:53", "fqdn a.example.com; or2 any any //53"),
        ("a.example.com / b.example.com", "fqdn a.example.com; or2 fqdn b.example.com"),
        ("server nodes\nagent nodes", "named server nodes; named agent nodes"),
        ("a.example.com (Azure Government)", "fqdn a.example.com @AzureUSGovernment"),
        (
            "Global:\na.example.com\nAzure Government:\na.example.us",
            "fqdn a.example.com @AzureCloud; fqdn a.example.us @AzureUSGovernment"
        ),
        ("HostIP:53 (if using a resolver of your own)", "named HostIP //53 if=if using a resolver of your own"),
        ("Company portal: https://portal.example.com/", "fqdn portal.example.com TCP/HTTPS/"),
        ("-", ""), ("N/A", ""), ("none", ""),
        ("{region/zone}.example.com/{a/b}/c", "fqdn {region-zone}.example.com/{a-b}/c"),
        ("{{< param \"api_host\" >}}.example.com", "fqdn {param-api-host}.example.com"),
        ("api.{{% region %}}.example.com {{< badge \"new\" >}}", "fqdn api.{region}.example.com"),
        ("{{< var host >}}", "named {var-host}"),
        ("{{< param \"a:b\" >}}.example.com/0", "fqdn {param-ab}.example.com/0"),
        ("{{< }a >}}-1.x.com/0", "fqdn 1.x.com/0"),
        ("https://{{< param \"a：\" >}}.example.com:8443", "fqdn {param-a}.example.com TCP/HTTPS/8443"),
        ("AWS::EC2", "named AWS::EC2"), ("::1", "cidr ::1/128"),
        ("https://{region}}.example.com/status", "fqdn {region}.example.com/status TCP/HTTPS/"),
    ])
    func `reads cells`(cell: String, places: String) {
        #expect(read(RichText(cell)) == places)
    }

    @Test func `reads words of plain language as tags only where tags are listed`() {
        #expect(read(RichText("Storage")) == "named Storage")
        #expect(read(RichText("Storage"), .init(takesPlainTags: true)) == "service-tag Storage")
        #expect(read(RichText("Internet"), .init(isSecurityRule: true)) == "service-tag Internet")
        #expect(read(RichText("Virtual Network"), .init(isSecurityRule: true)) == "service-tag VirtualNetwork")
    }

    @Test func `takes emphasis inside a name for a placeholder`() {
        let text = RichText("vault-name.example.net", spans: [.init(0..<10, .emphasis)])
        #expect(read(text) == "fqdn {vault-name}.example.net")
    }

    @Test func `leaves out footnote marks and struck text`() {
        let text = RichText(
            "a.example.com1 b.example.com", spans: [.init(13..<14, .superscript), .init(15..<28, .deleted)])
        #expect(read(text) == "fqdn a.example.com")
    }

    @Test(arguments: [
        "https://\u{200B}/status", "settings.json", "{{ site[\"region\"] }}.example.com", "v1.24.3",
        "admin@example.com", "Microsoft.Storage",
        "--set", "e.g. this", "install.sh",
    ])
    func `takes no other dotted word for a name`(word: String) {
        #expect(read(RichText(word), .init(takesNamedThings: false)) == "")
    }

    @Test func `reads typographic characters as the plain ones`() {
        #expect(read(RichText("a\u{200B}b.exam\u{AD}ple.com\u{A0}: 443")) == "fqdn ab.example.com //443")
    }

    private func read(_ text: RichText, _ convention: EndpointReader.Convention = .init()) -> String {
        let lexer = Lexer()
        let lexed = lexer.read(text)
        let places = EndpointReader(lexer: lexer, lexed: lexed, convention: convention).places(in: lexed.tokens)
        return places.destinations.map { place in
            var parts = [
                place.alternative > 1 ? "or\(place.alternative) " : "", place.endpoint.kind.rawValue, " ",
                place.endpoint.text,
            ]
            parts.append(place.path ?? "")
            for service in place.services {
                parts.append(
                    " \(service.transport ?? "")/\(service.application ?? "")/\(service.port?.description ?? "")")
            }
            parts += place.clouds.map { " @\($0.rawValue)" }
            if let condition = place.condition { parts.append(" if=\(condition)") }
            return parts.joined()
        }.joined(separator: "; ")
    }

    @Test func `joins a name that breaks behind a dot in code`() {
        let table = "| Domain to allow | Port |\n|---|---|\n| `<team>.`<br/>`a.contoso.com` | 443 |\n"
        #expect(extraction(fromMarkdown: "# Firewall\n\n" + table).atoms == ["{team}.a.contoso.com //443"])
    }

    @Test func `reads placeholders in two kinds of brackets`() {
        let items = "Allow these domains:\n\n- `{{[Region]}}.a.contoso.com`\n- `a.{{[Region]}}.contoso.com`\n"
        #expect(extraction(fromMarkdown: items).atoms == ["{region}.a.contoso.com", "a.{region}.contoso.com"])
    }

    @Test func `reads names in code without the backslashes before their marks`() {
        let items = "Allow these URLs:\n\n* `https:\\//a.contoso.com`\n* `\\*.contoso.com`\n* `b\\-c.contoso.com`\n"
        #expect(
            extraction(fromMarkdown: items).atoms == [
                "a.contoso.com TCP/HTTPS/443", "*.contoso.com", "b-c.contoso.com",
            ])
    }

    @Test func `takes a placeholder for a domain at the end of a name alone`() {
        let convention = EndpointReader.Convention(takesNamedThings: false, takesDoubtfulNames: true)
        #expect(read(RichText("api.<region>"), convention) == "fqdn api.{region}")
        #expect(read(RichText("api.<region>/any"), convention) == "")
    }
}
