import RequirementModel
import Testing

@testable import Extraction

@Suite struct ServiceReaderTests {
    @Test(arguments: [
        ("443", "//443"),
        ("80, 443, 8000-8100", "//80 //443 //8000-8100"), ("8000--8100", "//8000-8100"),
        ("TCP: 80, 443; UDP: 53", "TCP//80 TCP//443 UDP//53"),
        ("443/tcp", "TCP//443"),
        ("tcp/443", "TCP//443"),
        ("HTTPS:443", "TCP/HTTPS/443"),
        ("HTTPS: 443", "TCP/HTTPS/443"),
        ("HTTP 80 and HTTPS 443", "TCP/HTTP/80 TCP/HTTPS/443"),
        ("MQTT: 8883 or 443 HTTPS: 8443 or 443", "TCP/MQTT/8883 TCP/MQTT/443 TCP/HTTPS/8443 TCP/HTTPS/443"),
        ("53 TCP/UDP", "TCP//53 UDP//53"),
        ("TCP & UDP", "TCP// UDP//"),
        ("- TCP 443, 3000 - 3009  \\n -UDP 3000", "TCP//443 TCP//3000-3009 UDP//3000"),
        ("TCP/UDP (http2/quic)", "TCP// UDP/QUIC/"), ("SSH (typically TCP/22)", "TCP/SSH/22"),
        ("80 (HTTP)\n443 (HTTPS)", "TCP/HTTP/80 TCP/HTTPS/443"),
        ("TCP 80 (HTTP), 443 (HTTPS)", "TCP/HTTP/80 TCP/HTTPS/443"),
        ("389 (LDAP)", "TCP/LDAP/389"),
        ("53 (DNS)", "/DNS/53"),
        ("135/TCP (DCOM/RPC)", "TCP/DCOM/RPC/135"),
        ("1433/TCP\n49152-65535", "TCP//1433 //49152-65535"),
        ("TCP\n80\n443", "TCP//80 TCP//443"),
        ("49152 to 65535", "//49152-65535"),
        ("49152–65535", "//49152-65535"),
        ("6381 - 6383", "//6381-6383"),
        ("> 1024", "//1025-65535"),
        ("above 1024", "//1025-65535"),
        ("Any", "//any"),
        ("*", "//any"),
        ("ICMP type 8", "ICMP//"),
        ("[80], 443", "//80 //443"),
        ("Ports 1024 (2008 OS and later)", "//1024"),
        ("HTTP/2", "TCP/HTTP/"),
        ("8080 (HTTP)", "TCP/HTTP/8080"),
        ("N/A", ""),
        ("dynamic", ""),
        ("Provider dependent", ""),
    ])
    func `reads cells`(cell: String, services: String) {
        #expect(read(cell, takesBareNumbers: true) == services)
    }

    @Test(arguments: [
        ("Access over HTTPS on port 443 for 30 days", "TCP/HTTPS/443"),
        ("between 1024 and 4096 megabytes", ""),
        ("uses HTTP/TCP 80 and HTTPS/TCP 443", "TCP/HTTP/80 TCP/HTTPS/443"),
        ("TCP and UDP port 389", "TCP//389 UDP//389"),
        ("standard TCP ports for HTTP (80) and HTTPS (443)", "TCP/HTTP/80 TCP/HTTPS/443"),
        ("ports `80` and `443`", "//80 //443"),
        ("in turn, the proxy waits", ""),
        ("to the LDAP server", ""),
    ])
    func `reads sentences`(sentence: String, services: String) {
        #expect(read(sentence, takesBareNumbers: false) == services)
    }

    @Test func `reads protocol numbers`() {
        let lexer = Lexer()
        let lexed = lexer.read(RichText("50"))
        let reader = ServiceReader(lexer: lexer, takesBareNumbers: true, takesProtocolNumbers: true)
        #expect(reader.services(in: lexed.tokens) == [Service(transport: "ESP")])
    }

    @Test(arguments: [
        ("Tunnels by IP protocol", "50", true, "//50"), ("Reached by the", "LDAP server", false, "TCP/LDAP/"),
    ])
    func `reads no cell by the one beside it`(beside: String, cell: String, takesBareNumbers: Bool, services: String) {
        let lexer = Lexer()
        _ = lexer.read(RichText(beside))
        #expect(read(cell, by: lexer, takesBareNumbers: takesBareNumbers) == services)
        #expect(read(cell, takesBareNumbers: takesBareNumbers) == services)
    }

    private func read(_ text: String, takesBareNumbers: Bool) -> String {
        let lexer = Lexer()
        return read(text, by: lexer, takesBareNumbers: takesBareNumbers)
    }

    private func read(_ text: String, by lexer: Lexer, takesBareNumbers: Bool) -> String {
        let lexed = lexer.read(RichText(text))
        return ServiceReader(lexer: lexer, takesBareNumbers: takesBareNumbers).services(in: lexed.tokens)
            .map { "\($0.transport ?? "")/\($0.application ?? "")/\($0.port?.description ?? "")" }.joined(
                separator: " ")
    }
}
