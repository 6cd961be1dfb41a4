internal import RequirementModel

extension CloudPlan {
    /// The ARM template. It says nothing of the version, so that a version without changes for the firewall leaves its
    /// bytes alone.
    func template(_ settings: Settings) -> [UInt8] {
        let groups = RuleGroup.groups(of: rules, parameters: parameters)
        return JSONWriter.text { writer in
            writer.object { writer in
                writer.member(
                    "$schema", "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#")
                writer.member("contentVersion", "1.0.0.0")
                writer.key("metadata")
                writer.object {
                    $0.member(
                        "description", "Outbound requirements of \(cloud.rawValue); see \(cloud.rawValue).sidecar.json."
                    )
                }
                writer.key("parameters")
                writer.object { writeParameters(settings, to: &$0) }
                if rules.contains(where: { $0.usesMSSQL }) {
                    writer.key("variables")
                    writer.object { $0.member(Rule.mssqlVariable, Carrier.ApplicationProtocol.mssql.rawValue) }
                }
                writer.key("resources")
                writer.array { writer in
                    for (index, group) in groups.enumerated() {
                        group.write(index: index, settings: settings, parameters: parameters, to: &writer)
                    }
                }
            }
        }
    }

    private func writeParameters(_ settings: Settings, to writer: inout JSONWriter) {
        writer.parameter(
            Parameters.policyName, type: "string", description: "The firewall policy that the rules belong to.")
        writer.parameter(
            Parameters.sourceAddresses, type: "array", description: "Whom the rules are for.",
            defaults: settings.sourceAddresses)
        for placeholder in parameters.placeholders {
            writer.parameter(
                parameters.name(for: placeholder), type: "string",
                description: "Stands for {\(placeholder.showingInvisibles)} in destinations.")
        }
    }
}

extension JSONWriter {
    fileprivate mutating func parameter(_ name: String, type: String, description: String, defaults: [String]? = nil) {
        key(name)
        object { writer in
            writer.member("type", type)
            if let defaults { writer.member("defaultValue", defaults.map(TemplateString.literal)) }
            writer.key("metadata")
            writer.object { $0.member("description", description) }
        }
    }
}

extension RuleGroup {
    /// Writes the group as a resource. The service takes changes of one policy one at a time, so each group waits for the
    /// one before.
    fileprivate func write(index: Int, settings: Settings, parameters: Parameters, to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("type", "Microsoft.Network/firewallPolicies/ruleCollectionGroups")
            writer.member("apiVersion", ServiceFacts.apiVersion)
            writer.member("name", "[concat(parameters('\(Parameters.policyName)'), '/\(Self.name(index, settings))')]")
            if index > 0 {
                writer.member(
                    "dependsOn",
                    [
                        "[resourceId('Microsoft.Network/firewallPolicies/ruleCollectionGroups', "
                            + "parameters('\(Parameters.policyName)'), '\(Self.name(index - 1, settings))')]"
                    ])
            }
            writer.key("properties")
            writer.object { writer in
                writer.member("priority", settings.groupPriority + index)
                writer.key("ruleCollections")
                writer.array(collections) { $1.write(settings: settings, parameters: parameters, to: &$0) }
            }
        }
    }

    private static func name(_ index: Int, _ settings: Settings) -> String {
        index == 0 ? settings.groupName : "\(settings.groupName)-\(index + 1)"
    }
}

extension RuleGroup.Collection {
    fileprivate func write(settings: Settings, parameters: Parameters, to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("ruleCollectionType", "FirewallPolicyFilterRuleCollection")
            writer.member("name", place.collectionName)
            writer.member("priority", settings.collectionPriority + place.priorityOffset)
            writer.key("action")
            writer.object { $0.member("type", place.action) }
            writer.key("rules")
            writer.array(rules) { $1.write(parameters, to: &$0) }
        }
    }
}

extension Rule {
    /// Azure's API takes Mssql, but the enumeration in its specification leaves it out, and typed tools refuse it as a
    /// literal. They let an expression pass.
    static let mssqlVariable = "mssql"

    var usesMSSQL: Bool {
        if case .application(let services) = match.services { services.contains { $0.name == .mssql } } else { false }
    }

    /// The bytes that the rule adds to its group, as the service counts them.
    func groupBytes(_ parameters: Parameters) -> Int {
        JSONWriter.text(.compact) { write(parameters, to: &$0) }.count
    }

    /// The bytes that the rule adds to the template's file, where it stands seven levels deep.
    func templateBytes(_ parameters: Parameters) -> Int {
        let text = JSONWriter.text(.indented) { write(parameters, to: &$0) }
        return text.count + 14 * text.count { $0 == UInt8(ascii: "\n") }
    }

    fileprivate func write(_ parameters: Parameters, to writer: inout JSONWriter) {
        let destinations = match.destinations.map { $0.expression(parameters) }
        writer.object { writer in
            writer.member("ruleType", match.services.isApplication ? "ApplicationRule" : "NetworkRule")
            writer.member("name", name)
            writer.member("description", description)
            sources.write(to: &writer)
            switch match.services {
            case .application(let services):
                writer.key("protocols")
                writer.array(services) { writer, service in
                    writer.object { writer in
                        let isMSSQL = service.name == .mssql
                        writer.member(
                            "protocolType", isMSSQL ? "[variables('\(Self.mssqlVariable)')]" : service.name.rawValue)
                        writer.member("port", service.port)
                    }
                }
                writer.member("targetFqdns", destinations)
            case .addresses(let protocols, let ports):
                writer.member("ipProtocols", protocols.map(\.rawValue))
                writer.member("destinationAddresses", destinations)
                writer.member("destinationPorts", ports)
            case .names(let protocols, let ports):
                writer.member("ipProtocols", protocols.map(\.rawValue))
                writer.member("destinationFqdns", destinations)
                writer.member("destinationPorts", ports)
            }
        }
    }
}

extension Rule.Sources {
    fileprivate func write(to writer: inout JSONWriter) {
        let parameter = "parameters('\(Parameters.sourceAddresses)')"
        switch (includesParameter, addresses.isEmpty) {
        case (false, _): writer.member("sourceAddresses", addresses)
        case (true, true): writer.member("sourceAddresses", "[\(parameter)]")
        case (true, false):
            // Addresses are digits, dots, slashes and hyphens: nothing that an expression's string would have to escape.
            let list = addresses.map { "'\($0)'" }.joined(separator: ", ")
            writer.member("sourceAddresses", "[union(\(parameter), createArray(\(list)))]")
        }
    }
}
