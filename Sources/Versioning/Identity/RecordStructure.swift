internal import RequirementModel

/// What a record is, without its words and its place: two records of one structure ask for the same.
///
/// Of a network requirement: its clouds, direction, access, sources, destinations and services, each in a canonical order.
/// Of a row: its cells, in the order of their headers.
struct RecordStructure: Hashable {
    private let parts: [[String]]

    init(_ content: Requirement.Content) {
        parts =
            switch content {
            case .network(let network): Self.parts(of: network)
            case .row(let row): [["row"], row.cells.map { Self.joined([$0.header, $0.value]) }.sorted()]
            }
    }

    func add(to digest: inout StructuralDigest) {
        for part in parts { digest.add(part) }
    }

    private static func parts(of network: NetworkRequirement) -> [[String]] {
        [
            ["network", network.direction?.rawValue ?? "", network.access.rawValue],
            canonical(network.clouds),
            network.sources.map(canonical).sorted(),
            network.destinations.map(canonical).sorted(),
            canonical(network.services),
        ]
    }

    private static func canonical(_ destination: Destination) -> String {
        joined([
            canonical(destination.endpoint), destination.path ?? "", String(destination.alternative),
            joined(canonical(destination.clouds)), joined(canonical(destination.services)),
        ])
    }

    private static func canonical(_ clouds: [Cloud]) -> [String] { clouds.map(\.rawValue).sorted() }

    private static func canonical(_ services: [Service]) -> [String] {
        services.map { joined([$0.transport ?? "", $0.application ?? "", $0.port?.description ?? ""]) }.sorted()
    }

    private static func canonical(_ endpoint: Endpoint) -> String { joined([endpoint.kind.rawValue, endpoint.text]) }

    private static func joined(_ fields: [String]) -> String { fields.joined(separator: "\u{1F}") }
}
