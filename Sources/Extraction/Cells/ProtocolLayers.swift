internal import RequirementModel

extension ProtocolVocabulary.Entry {
    /// Whether it is what other protocols are secured with.
    var isSecureLayer: Bool { ["TLS", "SSL", "TLS/SSL", "SSL/TLS", "DTLS"].contains(name) }

    /// Whether the protocol may run over `transport` where a text says so: QUIC is UDP's alone (RFC 9000), as it is a transport itself.
    func runs(over transport: ProtocolVocabulary.Entry) -> Bool { name != "QUIC" || transport.name == "UDP" }

    /// Whether the protocol knows no ports: ICMP, ESP and the like.
    var hasNoPorts: Bool { service.needsNoPort }
}

extension ProtocolVocabulary {
    /// The services that a run of protocols means: `HTTPS/TCP` is both layers of one, `TCP/UDP` two.
    static func services(of protocols: [Entry]) -> [Service] {
        if protocols.count == 1 { return [protocols[0].service] }
        let transports = protocols.filter { $0.application == nil }
        var applications = protocols.filter { $0.application != nil }
        // "CoAP over TCP with TLS": the layer that secures an application is none beside it.
        if applications.contains(where: { !$0.isSecureLayer }) { applications.removeAll(where: \.isSecureLayer) }
        if applications.isEmpty { return transports.map { Service(transport: $0.transport) } }
        if transports.isEmpty {
            return applications.map { Service(transport: $0.transport, application: $0.application) }
        }
        return applications.flatMap { application in
            transports.map {
                Service(
                    transport: $0.transport, application: application.runs(over: $0) ? application.application : nil)
            }
        }
    }
}
