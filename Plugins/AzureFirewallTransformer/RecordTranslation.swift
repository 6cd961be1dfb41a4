internal import Algorithms
internal import OrderedCollections
internal import RequirementModel
internal import TransformerKit

/// What becomes of one record in the template of one cloud.
struct RecordTranslation {
    var rules: [Rule] = []
    var unexpressed: [Unexpressed] = []
    var alternatives: Alternatives?

    /// Of several alternatives one is enough: which became rules, and which did not.
    struct Alternatives {
        var record: Requirement
        var used: [Endpoint]
        var others: [Endpoint]
    }

    private let record: Requirement
    private let network: NetworkRequirement
    private let settings: Settings

    /// Translates the part of `record` that is for `cloud`; nil when it is for other clouds.
    init?(_ record: Requirement, cloud: Cloud, settings: Settings, denials: DenialOrder) {
        guard let network = record.network else { return nil }
        self.record = record
        self.network = network
        self.settings = settings
        let destinations = network.destinations.filter { destination in
            let clouds = network.clouds(of: destination)
            return clouds.isEmpty || clouds.contains(cloud)
        }
        let isForCloud = network.clouds.isEmpty || network.clouds.contains(cloud)
        guard network.destinations.isEmpty ? isForCloud : !destinations.isEmpty else { return nil }
        translate(destinations, denials: denials)
    }

    private mutating func translate(_ destinations: [Destination], denials: DenialOrder) {
        if network.direction == .inbound || network.direction == .both { report(.inbound) }
        if network.direction == .inbound { return }
        if destinations.isEmpty { return report(.noDestination) }
        guard let isLast = denials.isLast(record) else { return report(.denyOrder) }
        guard let sources = sources() else { return }
        makeRules(of: chosen(among: destinations), sources: sources, isLast: isLast)
    }

    private mutating func report(_ obstacle: Obstacle, at destination: Endpoint? = nil) {
        unexpressed.append(
            Unexpressed(record: record, destination: destination?.text, id: obstacle.id, reason: obstacle.reason))
    }

    // MARK: Sources

    /// Whom the rules are for; nil when no source is an address. The virtual network is what stands behind the firewall.
    private mutating func sources() -> Rule.Sources? {
        var sources = Rule.Sources(includesParameter: network.sources.isEmpty || network.sources.contains(.any))
        if sources.includesParameter { return sources }
        for source in network.sources {
            if let values = settings.namedDestinations[source.text], values.allSatisfy(isVersionFour) {
                sources.addresses += values
            } else if case .cidr(let text) = source, isVersionFour(text) {
                sources.addresses.append(text)
            } else if source == .serviceTag("VirtualNetwork") {
                sources.includesParameter = true
            } else {
                report(.source(source))
            }
        }
        sources.addresses = Array(sources.addresses.uniqued())
        return sources.includesParameter || !sources.addresses.isEmpty ? sources : nil
    }

    // MARK: Destinations

    private struct Flow {
        var carrier: Carrier
        var target: Target
        var condition: String?
    }

    /// One of the groups of which one is enough.
    private struct Group {
        var destinations: [Endpoint]
        var flows: [Flow] = []
        var obstacles: [(Endpoint, Obstacle)] = []

        var breadth: Target.Breadth { flows.map(\.target.breadth).max() ?? .name }
    }

    /// The flows of the narrowest group that can be expressed whole; what can be expressed where there is only one group.
    private mutating func chosen(among destinations: [Destination]) -> [Flow] {
        let groups = Dictionary(grouping: destinations, by: \.alternative).sorted { $0.key < $1.key }
            .map { group(of: $0.value) }
        // A denial with alternatives denies each of them.
        let whole =
            groups.count == 1 || network.access == .deny ? [] : groups.indices.filter { groups[$0].obstacles.isEmpty }
        if let best = whole.min(by: { (groups[$0].breadth, $0) < (groups[$1].breadth, $1) }) {
            alternatives = Alternatives(
                record: record, used: groups[best].destinations,
                others: groups.indices.filter { $0 != best }.flatMap { groups[$0].destinations })
            return groups[best].flows
        }
        for (destination, obstacle) in groups.flatMap(\.obstacles) { report(obstacle, at: destination) }
        if groups.count > 1, network.access == .allow {
            report(.noAlternative)
            return []
        }
        return groups.flatMap(\.flows)
    }

    private func group(of destinations: [Destination]) -> Group {
        var group = Group(destinations: Array(destinations.lazy.map(\.endpoint).uniqued()))
        for destination in destinations {
            let services = network.services(of: destination)
            let targets: [Target]
            do throws(Obstacle) {
                targets = try permitted(destination)
            } catch {
                group.obstacles.append((destination.endpoint, error))
                continue
            }
            for target in targets {
                for service in services.isEmpty ? [Service()] : services {
                    do throws(Obstacle) {
                        let carrier = try Carrier.carrying(service, to: target)
                        let condition = network.condition(of: destination)
                        group.flows.append(Flow(carrier: carrier, target: target, condition: condition))
                    } catch {
                        group.obstacles.append((destination.endpoint, error))
                    }
                }
            }
        }
        return group
    }

    private func permitted(_ destination: Destination) throws(Obstacle) -> [Target] {
        let targets = try destination.targets(settings)
        guard settings.expressesAny || !targets.contains(where: { $0.kind == .any }) else {
            throw network.access == .deny ? .deniesEverything : .anyDestination
        }
        return targets
    }

    // MARK: Rules

    private mutating func makeRules(of flows: [Flow], sources: Rule.Sources, isLast: Bool) {
        var names = RuleNames(record: record.id)
        for (condition, flows) in OrderedDictionary(grouping: flows, by: \.condition) {
            for match in Rule.Match.matches(for: flows.map { (carrier: $0.carrier, target: $0.target) }) {
                rules.append(
                    Rule(
                        record: record.id, name: names.next(for: match.services),
                        description: RuleDescription.text(
                            record, network, condition: condition, needsDNSProxy: match.services.isNetworkNames),
                        place: Rule.Place(
                            access: network.access, isLast: isLast, isApplication: match.services.isApplication),
                        sources: sources, match: match))
            }
        }
    }
}
