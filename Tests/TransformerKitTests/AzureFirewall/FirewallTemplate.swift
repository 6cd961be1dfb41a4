import BuiltInTransformers
import Foundation
import RequirementModel
import TestSupport
import TransformerKit

/// A template as Resource Manager reads it, expressions left as they are, with the sidecar beside it.
struct FirewallTemplate {
    var template: Template
    var sidecar: Sidecar
    var result: Transformation
    var bytes: [UInt8]

    struct Template: Decodable {
        var parameters: [String: Parameter]
        var variables: [String: String]?
        var resources: [Resource]
    }

    struct Parameter: Decodable { var type: String }

    struct Resource: Decodable {
        var name: String
        var dependsOn: [String]?
        var properties: Properties

        struct Properties: Decodable {
            var priority: Int
            var ruleCollections: [Collection]
        }
    }

    struct Collection: Decodable {
        var name: String
        var priority: Int
        var action: [String: String]
        var rules: [Rule]
    }

    struct Rule: Decodable {
        var ruleType: String
        var name: String
        var description: String
        var sourceAddresses: Sources
        var protocols: [Application]?
        var targetFqdns: [String]?
        var ipProtocols: [String]?
        var destinationAddresses: [String]?
        var destinationFqdns: [String]?
        var destinationPorts: [String]?

        struct Application: Decodable, Hashable {
            var protocolType: String
            var port: Int
        }

        /// An expression, or addresses.
        enum Sources: Decodable, Hashable {
            case expression(String)
            case addresses([String])

            init(from decoder: any Decoder) throws {
                let container = try decoder.singleValueContainer()
                self =
                    if let text = try? container.decode(String.self) { .expression(text) } else {
                        .addresses(try container.decode([String].self))
                    }
            }
        }

        /// The rule in one line, such as `Https 443 → a.example`.
        var line: String {
            let services =
                protocols?.map { "\($0.protocolType) \($0.port)" }
                ?? (ipProtocols ?? []).flatMap { name in (destinationPorts ?? []).map { "\(name) \($0)" } }
            let destinations = targetFqdns ?? destinationAddresses ?? destinationFqdns ?? []
            return "\(services.joined(separator: ", ")) → \(destinations.joined(separator: ", "))"
        }
    }

    struct Sidecar: Decodable {
        var notes: [String]
        var unexpressed: [Item]
        var alternatives: [Alternatives]
        var excluded: [String: [String]]

        struct Item: Decodable {
            var record: String
            var destination: String?
            var id: String
        }

        struct Alternatives: Decodable {
            var used: [String]
            var others: [String]
        }
    }

    /// What `records` become with `options`, for one cloud.
    init(
        _ records: [Requirement], cloud: Cloud = .global, options: [String: OptionValue] = [:]
    ) throws {
        let type = try BuiltInTransformers.registry.transformer(named: "azure-firewall")
        let values = try OptionValues(options, for: type.descriptor)
        result = try type.init(options: values).transform(.made(of: records, history: [[]]))
        let contents = { [result] (suffix: String) throws -> [UInt8] in
            guard let artifact = result.artifacts.first(where: { $0.path == "\(cloud.rawValue).\(suffix).json" }) else {
                throw CocoaError(.fileNoSuchFile)
            }
            return artifact.contents
        }
        bytes = try contents("template")
        template = try JSONDecoder().decode(Template.self, from: Data(bytes))
        sidecar = try JSONDecoder().decode(Sidecar.self, from: Data(contents("sidecar")))
    }

    /// What one requirement becomes.
    init(_ network: NetworkRequirement, options: [String: OptionValue] = [:]) throws {
        try self.init([.made(1, .network(network))], options: options)
    }

    var collections: [Collection] { template.resources.flatMap(\.properties.ruleCollections) }
    var rules: [Rule] { collections.flatMap(\.rules) }
    var lines: [String] { rules.map(\.line) }
    var obstacles: [String] { result.unexpressed.map(\.id) }
}

extension NetworkRequirement {
    /// An outbound requirement for `endpoints` by `services`.
    static func to(_ endpoints: Endpoint..., by services: Service...) -> NetworkRequirement {
        NetworkRequirement(direction: .outbound, destinations: endpoints.map { Destination($0) }, services: services)
    }

    /// A requirement for one of `endpoints`.
    static func toOneOf(_ endpoints: Endpoint..., by services: Service...) -> NetworkRequirement {
        NetworkRequirement(
            destinations: endpoints.enumerated().map { Destination($1, alternative: $0 + 1) }, services: services)
    }
}
