import Extraction
import RequirementModel
import Testing

@Suite struct LabelledFieldsTests {
    @Test func `reads labelled items as one record`() {
        let result = extraction(
            fromMarkdown: """
                ## Outgoing ports

                * Signal service:
                  * **Endpoint**: signal.contoso.com
                    * **Port**: TCP/443
                    * **IPv4**: 192.0.2.1, 192.0.2.2
                * Relay service:
                  * **Endpoints**: *.relay.contoso.com
                  * **Ports**: TCP/443 and UDP/3478
                """)
        #expect(
            result.atoms == [
                "outbound signal.contoso.com TCP//443", "outbound 192.0.2.1/32 TCP//443",
                "outbound 192.0.2.2/32 TCP//443",
                "outbound *.relay.contoso.com TCP//443", "outbound *.relay.contoso.com UDP//3478",
            ])
        #expect(result.records.count == 2)
        #expect(result.books.isBalanced)
    }

    @Test func `reads ports behind labels`() {
        let result = extraction(
            fromMarkdown: """
                Open the following ports on the router:

                * Console: 8443
                * **Metrics** - `9100`, 9101 (optional)
                * Scrypt: Worker Port = 5556; Peer Port = 5555
                * Peers (port 2380)
                * Replicas: 3
                """)
        #expect(
            result.atoms == ["//8443", "//9100 optional", "//9101 optional", "//5556", "//5555", "//2380"])
    }

    @Test func `takes ports before a colon for no labels`() {
        let result = extraction(
            fromMarkdown:
                "Open these ports:\n\n- **TCP 8080**: Console\n- **7946/tcp & udp:** Nodes\n- **UDP 5353**: Names\n")
        #expect(result.atoms == ["TCP//8080", "TCP//7946", "UDP//7946", "UDP//5353"])
    }

    @Test func `reads fields with several values below each other`() {
        let result = extraction(
            fromMarkdown: """
                Add outbound firewall rules:

                - Destination: `a.contoso.com`
                - Destination: `b.contoso.com`
                - Protocol: TCP/443
                - Action: Allow

                Add outbound firewall rules:

                - Destination: `c.contoso.com`
                - Port: 25
                - Action: Reject
                """)
        #expect(
            result.atoms == [
                "outbound a.contoso.com TCP//443", "outbound b.contoso.com TCP//443",
                "outbound deny c.contoso.com //25",
            ])
    }

    @Test func `reads the lists of a lead-in under labels of their own`() {
        let text = """
            The platform requires outbound access to the following external resources:

            **From the cluster** (images):

            - `a.contoso.com`

            **From the administrator's machine** (charts):

            - `https://b.contoso.com/charts`
            """
        #expect(
            extraction(fromMarkdown: text).atoms == [
                "outbound a.contoso.com", "outbound b.contoso.com/charts TCP/HTTPS/443",
            ])
    }
}
