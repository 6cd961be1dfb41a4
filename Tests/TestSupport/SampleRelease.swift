public import RequirementModel
import TransformerKit

// Made-up releases for tests of transformers: small, but with each shape that documents give.

extension Release {
    /// Four versions of two documents with every kind of destination, every obstacle and every kind of change.
    public static let sample = Release.made(of: SampleRecords.all, history: SampleHistory.changes)

    /// A release of a corpus that states nothing, with a first version.
    public static let empty = Release.made(of: [], history: [[]])

    /// A release of `records`, with one version for each of `history`'s changes, which stand oldest first.
    public static func made(of records: [Requirement], history: [[Change]]) -> Release {
        let documents = Dictionary(grouping: records, by: \.document).sorted { $0.key < $1.key }.map {
            DocumentState(
                path: $0.key, digest: String(repeating: "0123456789abcdef", count: 4), recordCount: $0.value.count)
        }
        var entries: [Entry] = []
        for (index, changes) in history.enumerated() {
            let parent = entries.first?.version.id
            guard let id = VersionID(rawValue: "20261121000\(index + 1)") else {
                preconditionFailure("a sample has at most nine versions")
            }
            let version = Version(
                id: id, parent: parent,
                parentDigest: parent.map { _ in String(repeating: "fedcba9876543210", count: 4) }, date: "2026-11-21",
                extractor: "1.0.0", documents: documents, recordCount: records.count)
            let changes = ChangeSet(from: parent?.rawValue, to: version.id.rawValue, changes: changes)
            entries.insert(Entry(version: version, changes: changes), at: 0)
        }
        return Release(version: entries[0].version, records: records, history: entries)
    }
}

extension Requirement {
    /// A record of `content` at `line` of `document`, with an id of 12 digits made of `number`.
    public static func made(
        _ number: Int, document: String = "guides/cluster.md", line: Int? = nil, section: [String] = ["Outbound rules"],
        _ content: Content
    ) -> Requirement {
        let digits = String(number, radix: 16)
        return Requirement(
            id: RecordID(rawValue: String(repeating: "0", count: 12 - digits.count) + digits), document: document,
            location: SourceLocation(file: document, position: SourcePosition(line: line ?? number, column: 3)),
            section: section, content: content)
    }
}

extension Service {
    /// HTTPS on its own port.
    public static let https = Service(transport: "TCP", application: "HTTPS", port: PortRange(443))
    /// HTTP on its own port.
    public static let http = Service(transport: "TCP", application: "HTTP", port: PortRange(80))

    /// TCP on `port` without an application.
    public static func tcp(_ port: Int) -> Service { Service(transport: "TCP", port: PortRange(port)) }

    /// UDP on `port` without an application.
    public static func udp(_ port: Int) -> Service { Service(transport: "UDP", port: PortRange(port)) }
}

/// The records of ``Release/sample``.
enum SampleRecords {
    static let all = plain + alternatives + clouds + awkward + rules + rows

    private static func network(
        _ number: Int, _ destinations: [Destination], _ services: [Service] = [.https], clouds: [Cloud] = [],
        direction: Direction? = .outbound, sources: [Endpoint] = [], necessity: Necessity = .required,
        condition: String? = nil, purpose: String? = nil
    ) -> Requirement {
        .made(
            number,
            .network(
                NetworkRequirement(
                    clouds: clouds, direction: direction, sources: sources, destinations: destinations,
                    services: services, necessity: necessity, condition: condition, purpose: purpose)))
    }

    private static let plain = [
        network(1, [Destination(.fqdn("registry.contoso.com"))], purpose: "Pulls images."),
        network(
            2, [Destination(.fqdn("*.data.contoso.com")), Destination(.fqdn("cdn.contoso.com"))], [.https, .http]),
        network(3, [Destination(.fqdn("{region}.api.contoso.com"))], purpose: "Talks to the control plane."),
        network(4, [Destination(.fqdn("time.contoso.com"))], [.udp(123)], purpose: "Keeps the time."),
        network(5, [Destination(.serviceTag("Storage")), Destination(.serviceTag("AzureCloud.{region}"))]),
        network(6, [Destination(.cidr("192.0.2.0/24")), Destination(.cidr("198.51.100.7/32"))], [.tcp(22), .udp(22)]),
        network(7, [Destination(.cidr("203.0.113.4-203.0.113.9"))], [Service(transport: "any", port: .any)]),
        network(8, [Destination(.fqdn("sql.contoso.com"))], [.tcp(1433)]),
        network(
            9, [Destination(.fqdn("gpu.contoso.com"))], necessity: .optional, condition: "If the pool has GPUs",
            purpose: "Installs drivers."),
        network(
            10,
            [
                Destination(.fqdn("updates.contoso.com")),
                Destination(.fqdn("beta.contoso.com"), condition: "in previews"),
            ],
            necessity: .recommended, purpose: "Updates the nodes."),
    ]

    private static let alternatives = [
        network(
            20,
            [
                Destination(.any, alternative: 1), Destination(.serviceTag("AzureCloud.{region}"), alternative: 2),
                Destination(.named("ControlPlaneIP"), alternative: 3),
            ], [.udp(1194)], purpose: "Tunnel to the control plane."),
        network(
            21,
            [
                Destination(.fqdn("hub.contoso.com"), alternative: 1),
                Destination(.serviceTag("EventHub"), alternative: 2),
            ]),
        network(
            22, [Destination(.any, alternative: 1), Destination(.named("Anything else"), alternative: 2)], [.tcp(9000)]),
    ]

    private static let clouds = [
        network(30, [Destination(.fqdn("login.contoso.cn"))], clouds: [.china]),
        network(
            31,
            [
                Destination(.fqdn("login.contoso.com")),
                Destination(.fqdn("login.contoso.us"), clouds: [.usGovernment]),
            ]),
        network(32, [Destination(.fqdn("manage.contoso.com"))], clouds: [.global]),
    ]

    private static let awkward = [
        network(40, [Destination(.fqdn("md-*.blob.contoso.com")), Destination(.fqdn("ok.contoso.com"))]),
        network(
            41, [Destination(.fqdn("*.queue.contoso.com"))],
            [Service(transport: "TCP", application: "AMQP", port: PortRange(5671))]),
        network(42, [Destination(.named("APIServerPublicIP"))], [.tcp(443)]),
        network(43, [Destination(.cidr("192.0.2.128/25"))], []),
        network(44, [Destination(.fqdn("inbound.contoso.com"))], direction: .inbound),
        network(45, [Destination(.fqdn("both.contoso.com"))], direction: .both),
        network(46, [Destination(.fqdn("files.contoso.com"), path: "/drop/agent.sh")]),
        network(47, [Destination(.serviceTag("AzureMonitor"))], [Service(port: PortRange(443))]),
        network(48, [Destination(.cidr("2001:db8::/32"))], [.tcp(443)]),
        network(49, [Destination(.any)], [.udp(123)]),
        network(50, [], [.tcp(8443)], direction: nil, purpose: "Between the nodes."),
        network(51, [Destination(.cidr("192.0.2.9/32"))], [Service(transport: "ESP")]),
        network(52, [Destination(.fqdn("agent.contoso.com"))], sources: [.named("Cluster Node")]),
        network(53, [Destination(.fqdn("jump.contoso.com"))], [.tcp(22)], sources: [.cidr("10.1.0.0/16")]),
        network(
            54, [Destination(.fqdn("range.contoso.com"))],
            [Service(transport: "TCP", application: "HTTPS", port: PortRange(8440, 8445))]),
        network(55, [Destination(.cidr("192.0.2.77/32"))], [Service(transport: "ICMP")]),
    ]

    private static let rules = [
        rule(60, "200", "AllowStorage", .allow, .serviceTag("Storage"), .tcp(443)),
        rule(61, "300", "AllowRange", .allow, .cidr("198.51.100.0/24"), .tcp(443)),
        rule(62, "4000", "DenyInternet", .deny, .serviceTag("Internet"), Service(transport: "any", port: .any)),
        rule(63, "4010", "DenyRange", .deny, .cidr("198.51.0.0/16"), Service(transport: "any", port: .any)),
        rule(64, "250", "DenyBetween", .deny, .cidr("203.0.113.0/24"), .tcp(443)),
        rule(65, nil, "DenyTelemetry", .deny, .fqdn("telemetry.contoso.com"), .https),
    ]

    private static func rule(
        _ number: Int, _ priority: String?, _ name: String, _ access: Access, _ destination: Endpoint,
        _ service: Service
    ) -> Requirement {
        .made(
            number, document: "guides/security-group.html", section: ["Security group", "Rules"],
            .network(
                NetworkRequirement(
                    direction: .outbound, access: access, priority: priority, name: name, sources: [.any],
                    destinations: [Destination(destination)], services: [service])))
    }

    private static let rows = [
        row(70, ["Size": "Standard_D4", "Supported": "Yes"], ["Size", "Supported"]),
        row(71, ["Size": "Standard_D2", "Supported": "No"], ["Size", "Supported"]),
        row(72, ["Release": "1.2", "": "end of life"], ["Release", ""]),
    ]

    private static func row(_ number: Int, _ cells: [String: String], _ headers: [String]) -> Requirement {
        .made(
            number, section: ["Sizes"],
            .row(RowRecord(cells: headers.map { RowRecord.Cell(header: $0, value: cells[$0] ?? "") })))
    }
}

/// The changes of ``Release/sample``'s versions, oldest first.
enum SampleHistory {
    static let changes = [first, second, third, fourth]

    private static let first = SampleRecords.all.prefix(12).map { record in
        change("requirement-added", .added, .requirement, .error, record, opened: record.atoms)
    }

    private static let second = [
        change(
            "requirement-added", .added, .requirement, .error, record(20), opened: record(20).atoms,
            risks: [.anyDestination]),
        change(
            "requirement-removed", .removed, .requirement, .warning, record(4), closed: record(4).atoms, isGone: true),
        edited(
            "requirement-changed", .requirement, .error, record(8), fields: ["port"],
            remarks: ["`sql.contoso.com` (TCP 1433) is still covered by `*.contoso.com` (any protocol on any port)"]
        ) {
            $0.services = [.tcp(14330)]
        },
        change("requirement-added", .added, .requirement, .warning, record(32), opened: record(32).atoms),
        edited("requirement-changed", .advisory, .warning, record(9), fields: ["condition"]) {
            $0.condition = "If a pool has GPUs or FPGAs"
        },
        edited("requirement-changed", .editorial, .notice, record(1), fields: ["purpose"]) {
            $0.purpose = "Pulls images of containers."
        },
    ]

    private static let third = [
        edited("requirement-changed", .requirement, .warning, record(45), fields: ["direction"]) {
            $0.direction = .outbound
        },
        edited("requirement-changed", .requirement, .error, record(2), fields: ["transport"], cause: .extractor) {
            $0.services = [.https]
        },
        change("requirement-moved", .moved, .editorial, .notice, record(3), fields: ["section"]),
        rowEdit(record(70)),
    ]

    /// What a person accepted, what lets something through already, a page as a whole, and what is said of others.
    private static let fourth = [
        page("guides/security-group.html"), wider, accepted,
        change(
            "requirement-added", .added, .advisory, .notice, record(32), opened: record(32).atoms),
    ]

    private static func page(_ path: String) -> Change {
        Change(
            id: "document-shrunk", fingerprint: "8899aabbccddeeff", operation: .changed, impact: .requirement,
            level: .error, cause: .source, record: .unassigned, document: path, section: [],
            text: "`\(path)` yields no record where it had 6 records")
    }

    private static let wider: Change = {
        var change = edited("destination-changed", .requirement, .error, record(3), fields: ["destination"]) {
            $0.destinations = [Destination(.fqdn("*.api.contoso.com"))]
        }
        change.remarks = ["`*.api.contoso.com` now covers `{region}.api.contoso.com`"]
        change.text += "; \(change.remarks[0])"
        return change
    }()

    private static let accepted: Change = {
        var added = change(
            "requirement-added", .added, .requirement, .error, record(46), opened: record(46).atoms,
            risks: [.unseenDomain])
        added.acceptance = Acceptance(
            fingerprint: added.fingerprint, reason: "Opened with ticket 4711", until: "2026-12-31")
        return added
    }()

    private static func record(_ number: Int) -> Requirement {
        SampleRecords.all.first { $0.location.position.line == number } ?? SampleRecords.all[0]
    }

    private static func change(
        _ id: String, _ operation: Change.Operation, _ impact: Impact, _ level: Level, _ record: Requirement,
        fields: [String] = [], opened: [Atom] = [], closed: [Atom] = [], risks: [Risk] = [], isGone: Bool = false
    ) -> Change {
        Change(
            id: id, fingerprint: "0123456789abcdef", operation: operation, impact: impact, level: level, cause: .source,
            record: record.id, document: record.document, section: record.section, fields: fields, opened: opened,
            closed: closed, before: operation == .added ? nil : record, after: isGone ? nil : record, risks: risks,
            text: "\(operation.rawValue) `\(record.phrase)`")
    }

    private static func edited(
        _ id: String, _ impact: Impact, _ level: Level, _ record: Requirement, fields: [String],
        cause: Change.Cause = .source, remarks: [String] = [], _ edit: (inout NetworkRequirement) -> Void
    ) -> Change {
        var after = record
        if var network = record.network {
            edit(&network)
            after.content = .network(network)
        }
        let sameFlows = impact != .requirement || cause != .source || fields == ["direction"]
        return Change(
            id: id, fingerprint: "fedcba9876543210", operation: .changed, impact: impact, level: level, cause: cause,
            record: record.id, document: record.document, section: record.section, fields: fields,
            opened: sameFlows ? [] : after.atoms, closed: sameFlows ? [] : record.atoms, before: record, after: after,
            text: "\(fields.joined(separator: ", ")) changed", remarks: remarks)
    }

    private static func rowEdit(_ record: Requirement) -> Change {
        var after = record
        if case .row(var row) = record.content {
            row.cells[1].value = "In preview"
            after.content = .row(row)
        }
        return Change(
            id: "row-changed", fingerprint: "00112233445566ff", operation: .changed, impact: .editorial, level: .notice,
            cause: .source, record: record.id, document: record.document, section: record.section,
            fields: ["Supported"],
            before: record, after: after, text: "Supported changed")
    }
}
