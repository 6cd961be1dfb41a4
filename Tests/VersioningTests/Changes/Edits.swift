import RequirementModel

@testable import Versioning

extension Edit {
    static let all = wording + places + shapes + destinations + services + applicability + choices + rows

    private static let wording = [
        Edit(name: "nothing", impact: .none, rules: []) { _ in },
        Edit(name: "reworded purpose", impact: .editorial, level: .notice, rules: [.purposeChanged]) {
            $0.rules.records[1].edit { $0.purpose = "The agent gets its updates from here" }
        },
        Edit(name: "contraction in a condition", impact: .editorial, level: .notice, rules: [.conditionChanged]) {
            $0.rules.records[3].edit { $0.condition = "Not required for private clusters." }
        },
        Edit(
            name: "renamed heading", impact: .editorial, level: .notice,
            rules: Array(repeating: .sectionRenamed, count: 6)
        ) {
            for index in $0.rules.records.indices { $0.rules.records[index].section[1] = "Required outbound rules" }
        },
    ]

    private static let places = [
        Edit(name: "moved row", impact: .editorial, level: .notice, rules: [.recordMoved]) {
            $0.rules.records.append($0.rules.records.remove(at: 0))
        },
        Edit(
            name: "re-sorted table", impact: .editorial, level: .notice, rules: Array(repeating: .recordMoved, count: 5)
        ) {
            $0.rules.records.reverse()
        },
        Edit(
            name: "renamed document", impact: .editorial, level: .notice,
            rules: Array(repeating: .documentRenamed, count: 6)
        ) { $0.rules = $0.rules.renamed(to: "network/rules.html") },
        Edit(
            name: "document renamed and edited", impact: .requirement, level: .error, opened: ["more.example TCP 443"],
            rules: Array(repeating: .documentRenamed, count: 6) + [.requirementAdded], newcomers: 1,
            risks: [.unseenDomain]
        ) {
            $0.rules.records.append(contentsOf: Page([NetworkRequirement("more.example", tcp: 443)]).records)
            $0.rules = $0.rules.renamed(to: "network/rules.html")
        },
        Edit(
            name: "row put on another page and changed", impact: .requirement, level: .error,
            opened: ["telemetry.example TCP 8884"], closed: ["telemetry.example TCP 8883"], rules: [.portChanged]
        ) {
            var record = $0.rules.records.remove(at: 2)
            record.edit { $0.services[0].port = PortRange(8884) }
            record.document = $0.portal.path
            record.location.file = $0.portal.path
            $0.portal.records.append(record)
        },
        Edit(
            name: "page split in two", impact: .editorial, level: .notice,
            rules: Array(repeating: .documentRenamed, count: 3)
        ) { corpus in
            let split = corpus.rules.edited { $0.removeFirst(3) }.renamed(to: "more.md")
            corpus.rules.records.removeLast(3)
            corpus.more = split
        },
    ]

    private static let shapes = [
        Edit(
            name: "split row", impact: .editorial, level: .notice, rules: [.destinationChanged, .requirementSplit],
            newcomers: 1
        ) {
            var half = $0.rules.records[0]
            half.edit { $0.destinations.removeFirst() }
            $0.rules.records[0].edit { $0.destinations.removeLast() }
            $0.rules.records.insert(half, at: 1)
        },
        Edit(
            name: "merged rows", impact: .editorial, level: .notice, rules: [.destinationChanged, .requirementMerged]
        ) {
            $0.rules.records[1].edit { $0.destinations.append(.init(.fqdn("shared.example"))) }
            $0.rules.records.remove(at: 5)
        },
        Edit(
            name: "table turned to a list", impact: .editorial, level: .notice,
            rules: [.purposeChanged, .purposeChanged]
        ) {
            for index in [1, 2] { $0.rules.records[index].edit { $0.purpose = nil } }
        },
        Edit(
            name: "alternate spelling of a port list", impact: .editorial, level: .notice,
            rules: [.destinationsReordered]
        ) {
            $0.rules.records[3].edit { $0.services.reverse() }
        },
        Edit(name: "names in another order", impact: .editorial, level: .notice, rules: [.destinationsReordered]) {
            $0.rules.records[0].edit { $0.destinations.reverse() }
        },
    ]

    private static let destinations = [
        Edit(
            name: "added row", impact: .requirement, level: .error, opened: ["b.updates.example TCP 443"],
            rules: [.requirementAdded], newcomers: 1
        ) {
            $0.rules.records.insert(
                Page([NetworkRequirement("b.updates.example", tcp: 443)], at: "rules.md").records[0], at: 2)
        },
        Edit(
            name: "removed row", impact: .requirement, level: .warning, closed: ["telemetry.example TCP 8883"],
            rules: [.requirementRemoved]
        ) { $0.rules.records.remove(at: 2) },
        Edit(
            name: "added row that another page has", impact: .advisory, level: .warning, rules: [.requirementAdded],
            newcomers: 1
        ) {
            $0.rules.records.append(
                Page([NetworkRequirement("a.shared.example", "shared.example", tcp: 443)], at: "rules.md").records[0])
            $0.rules.records[6].edit { $0.destinations.removeFirst() }
            $0.rules.records[6].section = ["Add-on"]
        },
        Edit(
            name: "removed row that another page has", impact: .advisory, level: .warning, rules: [.requirementRemoved]
        ) { $0.portal.records.remove(at: 0) },
        Edit(
            name: "added host", impact: .requirement, level: .error, opened: ["AzureCloud c.example TCP 443"],
            rules: [.destinationChanged], risks: [.unseenDomain]
        ) { $0.rules.records[0].edit { $0.destinations.append(.init(.fqdn("c.example"))) } },
        Edit(
            name: "host to wildcard", impact: .requirement, level: .error, opened: ["*.telemetry.example TCP 8883"],
            closed: ["telemetry.example TCP 8883"], rules: [.destinationChanged]
        ) { $0.rules.records[2].edit { $0.destinations = [.init(.fqdn("*.telemetry.example"))] } },
        Edit(
            name: "wildcard to host", impact: .requirement, level: .error,
            opened: ["eu.store.example TCP 443", "eu.store.example TCP 8443"],
            closed: ["*.store.example TCP 443", "*.store.example TCP 8443"], rules: [.destinationChanged]
        ) { $0.rules.records[3].edit { $0.destinations = [.init(.fqdn("eu.store.example"))] } },
        Edit(
            name: "typo fixed in a name", impact: .requirement, level: .error, opened: ["telemetrie.example TCP 8883"],
            closed: ["telemetry.example TCP 8883"], rules: [.destinationChanged], risks: [.unseenDomain]
        ) { $0.rules.records[2].edit { $0.destinations = [.init(.fqdn("telemetrie.example"))] } },
        Edit(
            name: "added alternative", impact: .requirement, level: .warning, opened: ["eu.ntp.example UDP 123"],
            rules: [.destinationChanged]
        ) { $0.rules.records[4].edit { $0.destinations.append(.init(.fqdn("eu.ntp.example"), alternative: 3)) } },
        Edit(
            name: "destination of any", impact: .requirement, level: .error, opened: ["any UDP 123"],
            closed: ["Clock UDP 123", "ntp.example UDP 123"], rules: [.destinationChanged], risks: [.anyDestination]
        ) { $0.rules.records[4].edit { $0.destinations = [.init(.any)] } },
    ]

    private static let services = [
        Edit(
            name: "changed port", impact: .requirement, level: .error, opened: ["updates.example TCP 8443"],
            closed: ["updates.example TCP 443"], rules: [.portChanged]
        ) { $0.rules.records[1].edit { $0.services[0].port = PortRange(8443) } },
        Edit(
            name: "changed protocol", impact: .requirement, level: .error, opened: ["telemetry.example UDP 8883"],
            closed: ["telemetry.example TCP 8883"], rules: [.transportChanged]
        ) { $0.rules.records[2].edit { $0.services[0].transport = "UDP" } },
        Edit(name: "changed application", impact: .advisory, level: .warning, rules: [.applicationChanged]) {
            $0.rules.records[2].edit { $0.services[0].application = "MQTT" }
        },
        Edit(
            name: "plain HTTP", impact: .requirement, level: .error, opened: ["updates.example TCP 80"],
            rules: [.portChanged], risks: [.plainHTTP]
        ) {
            $0.rules.records[1].edit {
                $0.services.append(.init(transport: "TCP", application: "HTTP", port: PortRange(80)))
            }
        },
        Edit(
            name: "ports exchanged between destinations", impact: .requirement, level: .error,
            opened: ["AzureCloud b.example TCP 8443"], closed: ["AzureCloud b.example TCP 443"], rules: [.portChanged]
        ) {
            $0.rules.records[0].edit {
                $0.destinations[1].services = [.init(transport: "TCP", application: "HTTPS", port: PortRange(8443))]
            }
        },
    ]

    private static let applicability = [
        Edit(
            name: "changed cloud", impact: .requirement, level: .error,
            opened: ["AzureChinaCloud a.example TCP 443", "AzureChinaCloud b.example TCP 443"],
            closed: ["AzureCloud a.example TCP 443", "AzureCloud b.example TCP 443"], rules: [.cloudChanged]
        ) { $0.rules.records[0].edit { $0.clouds = [.china] } },
        Edit(name: "condition added", impact: .advisory, level: .warning, rules: [.conditionAdded]) {
            $0.rules.records[1].edit { $0.condition = "only for self-hosted agents" }
        },
        Edit(name: "necessity lowered", impact: .advisory, level: .warning, rules: [.necessityLowered]) {
            $0.rules.records[1].edit { $0.necessity = .optional }
        },
        Edit(name: "direction turned", impact: .requirement, level: .error, rules: [.directionChanged]) {
            $0.portal.records[1].edit { $0.direction = .inbound }
        },
        Edit(name: "direction said", impact: .requirement, level: .warning, rules: [.directionChanged]) {
            $0.rules.records[1].edit { $0.direction = .outbound }
        },
        Edit(name: "source changed", impact: .requirement, level: .error, rules: [.sourceChanged]) {
            $0.portal.records[1].edit { $0.sources = [.cidr("10.0.1.0/24")] }
        },
        Edit(name: "path changed", impact: .requirement, level: .error, rules: [.pathChanged]) {
            $0.portal.records[1].edit { $0.destinations[0].path = "/signin" }
        },
        Edit(
            name: "deny turned allow", impact: .requirement, level: .error, opened: ["legacy.example TCP 8080"],
            rules: [.denyTurnedAllow], risks: [.denyTurnedAllow]
        ) { $0.portal.records[2].edit { $0.access = .allow } },
        Edit(name: "deny removed", impact: .requirement, level: .warning, rules: [.requirementRemoved]) {
            $0.portal.records.remove(at: 2)
        },
        Edit(name: "priority changed", impact: .advisory, level: .warning, rules: [.priorityChanged]) {
            $0.portal.records[2].edit { $0.priority = "300" }
        },
        Edit(name: "rule renamed", impact: .editorial, level: .notice, rules: [.nameChanged]) {
            $0.portal.records[2].edit { $0.name = "BlockLegacy" }
        },
    ]

    private static let choices = [
        Edit(name: "alternatives all needed", impact: .advisory, level: .error, rules: [.alternativesChanged]) {
            $0.rules.records[4].edit { $0.destinations[1].alternative = 1 }
        },
        Edit(
            name: "one alternative left", impact: .requirement, level: .warning, closed: ["ntp.example UDP 123"],
            rules: [.destinationChanged]
        ) { $0.rules.records[4].edit { $0.destinations.removeLast() } },
    ]

    private static let rows = [
        Edit(name: "row added", impact: .advisory, level: .warning, rules: [.rowAdded], newcomers: 1) {
            $0.sizes.records.append(
                Page(rows: [[("Size", "Huge"), ("Tunnels", "100"), ("Supported", "No")]], at: "sizes.md").records[0])
        },
        Edit(name: "row changed", impact: .advisory, level: .warning, rules: [.rowChanged]) {
            $0.sizes.records[0].content = .row(
                RowRecord(cells: [
                    .init(header: "Size", value: "Small"), .init(header: "Tunnels", value: "20"),
                    .init(header: "Supported", value: "Yes"),
                ]))
        },
        Edit(name: "column added", impact: .editorial, level: .notice, rules: [.rowChanged, .rowChanged]) {
            $0.sizes.editRows { $0.append(.init(header: "Zones", value: "3")) }
        },
        Edit(name: "columns swapped", impact: .editorial, level: .notice, rules: [.rowChanged, .rowChanged]) {
            $0.sizes.editRows { $0.swapAt(1, 2) }
        },
        Edit(name: "column renamed", impact: .editorial, level: .notice, rules: [.rowChanged, .rowChanged]) {
            $0.sizes.editRows { $0[1].header = "Number of tunnels" }
        },
    ]
}

extension Page {
    fileprivate mutating func editRows(_ edit: (inout [RowRecord.Cell]) -> Void) {
        for index in records.indices {
            guard case .row(var row) = records[index].content else { continue }
            edit(&row.cells)
            records[index].content = .row(row)
        }
    }
}
