internal import TestSupport
import Testing

/// Lines of ports without bullets.
@Suite struct PortLinesTests {
    @Test func `lines that begin with a transport and a port are items`() {
        let text = """
            Required ports

            Inbound:
            TCP 22 SSH
            TCP/UDP 111 RPCBIND

            Outbound:
            443/tcp HTTPS
            """
        #expect(
            extraction(fromText: text).atoms == [
                "inbound TCP/SSH/22", "inbound TCP//111", "inbound UDP//111", "outbound TCP/HTTPS/443",
            ])
    }

    @Test(arguments: [
        "TCP 22 SSH", "The service listens on\nTCP 443 and UDP 53.", "TCP 443 HTTPS\nand some words more",
        "Address 10.0.0.0/8\nDefault port UDP 2408\nOther ports UDP 500\nUDP 1701\nUDP 4500",
        "2024 TCP tuning\n2025 UDP tuning of the kernel, with words that make it a sentence.",
    ]) func `lines that are none`(text: String) {
        #expect(!Sample.dump("Required ports\n\n\(text)\n").contains("ul\n"))
    }

    @Test func `labels with their values are one record`() {
        let text = """
            Required outbound connections:

            Host: api.contoso.com
            Port: 443
            Protocol: TCP

            Host: time.contoso.com
            Port: 123
            Protocol: UDP
            """
        #expect(
            extraction(fromText: text).atoms == [
                "outbound api.contoso.com TCP//443", "outbound time.contoso.com UDP//123",
            ])
    }

    @Test func `a label of ports alone is an item`() {
        let text = """
            Ports that must be open

            The portal:

            TCP Port:  80 , 443

            UDP Port:  3345

            Port: see the manual
            """
        #expect(extraction(fromText: text).atoms == ["TCP//80", "TCP//443", "UDP//3345"])
    }
}
