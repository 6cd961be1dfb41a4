internal import RequirementModel

/// What makes two atoms one flow to open: cloud, destination, transport and port.
///
/// Letters count in either case, as they do in host names and service tags.
struct AtomKey: Hashable {
    let cloud: Cloud?
    let kind: Endpoint.Kind?
    let destination: String
    let transport: String?
    let port: PortRange?

    init(_ atom: Atom) {
        cloud = atom.cloud
        kind = atom.destination?.kind
        destination = Self.folded(atom.destination?.text ?? "")
        transport = atom.service.transport
        port = atom.service.port
    }

    init(cloud: Cloud?, kind: Endpoint.Kind?, destination: String, transport: String?, port: PortRange?) {
        self.cloud = cloud
        self.kind = kind
        self.destination = destination
        self.transport = transport
        self.port = port
    }

    /// A destination's text without regard to case.
    static func folded(_ text: String) -> String {
        text.utf8.contains(where: \.isUppercase) ? text.lowercased() : text
    }
}
