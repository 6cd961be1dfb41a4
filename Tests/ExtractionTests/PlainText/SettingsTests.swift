internal import Extraction
internal import TestSupport
import Testing

/// Configuration files whose fences are lost.
@Suite struct SettingsTests {
    @Test func `what a setting names is no requirement`() {
        let text = """
            Required ports

            Allow the traffic between the pods:

            kubectl apply -f - <<EOF
            apiVersion: networking.contoso.com/v1
            kind: Policy
            metadata:
            name: backend
            spec:
            ports:
            - protocol: TCP
            port: 8080
            hosts:
            - a.contoso.com
            - port: "5432"
            protocol: TCP

            - TCP 443
            """
        #expect(extraction(fromText: text).lines.allSatisfy { $0 > 17 })
    }

    @Test func `what a command allows is no requirement`() {
        let text =
            "Required ports\n\nAllow all traffic to the pods' range:\n\n$ sudo firewall-cmd --add-source=<podCIDR>\n"
        #expect(extraction(fromText: text).lines.isEmpty)
    }

    @Test(arguments: [
        "Inbound:\n- tcp: 443\nOutbound:\n- tcp: 443\n- udp: 53\n",
        "- a.contoso.com\n- b.contoso.com\n- c.contoso.com\n- d.io",
        "name: value\nother: value\n",
        "one: sentence about this\nand a line that goes on with it\nmore:\nyet more:\n",
    ]) func `lists and labels`(text: String) {
        #expect(!Sample.dump("Required ports\n\n\(text)").contains("code"))
    }

    @Test func `settings may stand around a templates marks`() {
        let text =
            "Required outbound rules\n\napplications:\n{{% name %}}:\nfirewall:\noutbound:\n- ips: [ \"1.2.3.4/32\" ]\nports: [ 443 ]\n- ports: [ 80 ]\n"
        #expect(extraction(fromText: text).atoms.isEmpty)
    }
}
