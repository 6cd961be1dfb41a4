internal import RequirementModel

/// What carries a flow: one of the service's two kinds of rule, with protocol and port in its terms.
enum Carrier: Hashable {
    case application(ApplicationService)
    case network(NetworkProtocol, ports: String)

    struct ApplicationService: Hashable {
        var name: ApplicationProtocol
        var port: Int
    }

    enum ApplicationProtocol: String, Hashable {
        case https = "Https"
        case http = "Http"
        case mssql = "Mssql"
    }

    enum NetworkProtocol: String, Hashable, CaseIterable {
        case tcp = "TCP"
        case udp = "UDP"
        case icmp = "ICMP"
        case any = "Any"
    }

    /// The rule that lets `service` reach `target`: an application rule for a name by HTTP, HTTPS or MSSQL on one port, a
    /// network rule for all else.
    static func carrying(_ service: Service, to target: Target) throws(Obstacle) -> Carrier {
        guard case .name(let hasWildcard) = target.kind else { return try network(service) }
        let application = applicationProtocol(of: service)
        if let application, let range = service.port, range.low == range.high,
            (1...ServiceFacts.greatestApplicationPort).contains(range.low)
        {
            return .application(ApplicationService(name: application, port: range.low))
        }
        let carrier = try network(service, implied: application == nil ? nil : .tcp)
        if hasWildcard { throw .wildcardInNetworkRule }
        return carrier
    }

    /// The protocol of an application rule: by the application that is said, or else by TCP's well-known port. A port that
    /// a page gives for a name without any protocol counts the same way. WebSockets begin as HTTP.
    private static func applicationProtocol(of service: Service) -> ApplicationProtocol? {
        guard service.transport == nil || service.transport == "TCP" else { return nil }
        switch (service.application, service.port) {
        case ("HTTPS", _), ("WSS", _), (nil, PortRange(443)): return .https
        case ("HTTP", _), ("WS", _), (nil, PortRange(80)): return .http
        case ("MSSQL", _), ("TDS", _), (nil, PortRange(1433)): return .mssql
        default: return nil
        }
    }

    private static func network(
        _ service: Service, implied: NetworkProtocol? = nil
    ) throws(Obstacle) -> Carrier {
        let named: NetworkProtocol
        switch service.transport {
        case nil: if let implied { named = implied } else { throw service.port == nil ? .noPort : .noTransport }
        case "any": named = .any
        case "TCP": named = .tcp
        case "UDP": named = .udp
        case "ICMP": return .network(.icmp, ports: "*")
        case let transport?: throw .unsupported(transport: transport)
        }
        guard let port = service.port else { throw .noPort }
        return .network(named, ports: port == .any ? "*" : port.description)
    }
}
