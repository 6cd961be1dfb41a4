internal import RequirementModel

extension Service {
    /// The same with another port.
    func with(port: PortRange?) -> Service {
        Service(transport: transport, application: application, port: port)
    }

    /// Whether a protocol of either layer is said.
    var saysProtocol: Bool { transport != nil || application != nil }

    /// Protocols said in one place with ports said in another.
    ///
    /// All with all; but where each application's registered port stands among the ports, and no port is left over, each
    /// goes with its own: `HTTP/HTTPS` with `80, 443` are two services, not four.
    static func product(_ protocols: [Service], _ ports: [Service]) -> [Service] {
        if protocols.isEmpty { return ports }
        if ports.isEmpty { return protocols }
        if let pairs = registeredPairs(protocols, ports) { return pairs }
        var services: [Service] = []
        services.reserveCapacity(protocols.count * ports.count)
        for service in protocols {
            if service.needsNoPort, ports.allSatisfy({ $0.port != .any && !$0.saysProtocol }) {
                services.append(service)
                continue
            }
            for port in ports {
                services.append(
                    Service(
                        transport: port.transport ?? service.transport,
                        application: port.application ?? service.application, port: port.port ?? service.port))
            }
        }
        return services.withoutRepeats
    }

    private static func registeredPairs(_ protocols: [Service], _ ports: [Service]) -> [Service]? {
        guard protocols.count > 1, protocols.count == ports.count else { return nil }
        var left = ports
        var pairs: [Service] = []
        for service in protocols {
            guard let application = service.application,
                let index = ProtocolVocabulary.table.value(of: application.lowercased()),
                let match = left.firstIndex(where: { port in
                    !port.saysProtocol
                        && ProtocolVocabulary.entries[Int(index)].registeredPorts.contains {
                            port.port == PortRange(Int($0))
                        }
                })
            else { return nil }
            pairs.append(service.with(port: left.remove(at: match).port))
        }
        return pairs
    }
}

extension [Service] {
    /// The services without those that only repeat the port of another and leave its protocol open.
    var withoutVaguer: [Service] {
        if count < 2 || allSatisfy(\.saysProtocol) { return self }
        return filter { service in
            service.saysProtocol || !contains { $0.port == service.port && $0.saysProtocol }
        }
    }

    /// Whether any of them names a port.
    var sayPorts: Bool { contains { $0.port != nil } }

    /// Whether any of them names a protocol.
    var sayProtocols: Bool { contains(where: \.saysProtocol) }
}
