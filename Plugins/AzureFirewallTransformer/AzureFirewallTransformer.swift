internal import Algorithms
public import RequirementModel
public import TransformerKit

/// ARM templates of Azure Firewall policies' rule collection groups: one template for each cloud, and beside each a sidecar
/// that says what became of every record.
///
/// What the service cannot express is never approximated: a rule never allows more than its record asks for. Such a
/// record, or the destination that does not fit, is listed with its reason in the sidecar and in
/// ``Transformation/unexpressed``.
///
/// A record whose document names no cloud stands in the template of every cloud: nothing says that it is for one alone.
/// Templates are made for the clouds of the option `clouds`, or else for those that some record names and for AzureCloud.
public struct AzureFirewall: Transformer {
    /// What it emits and takes.
    public static let descriptor = TransformerDescriptor(
        name: "azure-firewall", version: "1.0.0",
        summary:
            "Azure Firewall policy rules as one ARM template for each cloud, with a sidecar on what no rule can say.",
        formats: ["application/json", "application/schema+json"],
        expresses: .requirements(
            """
            outbound flows to service tags, IPv4 addresses and names on stated ports; names with a wildcard only leftmost \
            and only for HTTP, HTTPS and MSSQL
            """),
        readsHistory: false, options: Settings.options,
        schemas: [ArtifactSchema(name: "azure-firewall-sidecar", text: Sidecar.schema)])

    private let settings: Settings

    /// A transformer set up with `options`.
    /// - Throws: ``OptionError`` for an address, a name or a priority that the service would refuse.
    public init(options: OptionValues) throws {
        settings = try Settings(options)
    }

    /// The templates and their sidecars.
    public func transform(_ release: Release) -> Transformation {
        let records = release.recordsInReadingOrder.filter { $0.network != nil }
        let plans = settings.clouds(of: records).map { CloudPlan(for: $0, records: records, settings: settings) }
        let unused = settings.unusedValues(records)
        var artifacts = [Artifact(path: "sidecar.schema.json", text: Sidecar.schema)]
        for plan in plans {
            artifacts.append(Artifact(path: "\(plan.cloud.rawValue).template.json", contents: plan.template(settings)))
            let sidecar = Sidecar(plan: plan, version: release.version.id, unusedValues: unused)
            artifacts.append(Artifact(path: "\(plan.cloud.rawValue).sidecar.json", contents: sidecar.json))
        }
        let expressed = Set(plans.flatMap { $0.rules.map(\.record) })
        let unexpressed = Array(plans.lazy.flatMap(\.unexpressed).uniqued())
        let handled = expressed.union(unexpressed.map(\.record))
        return Transformation(
            artifacts: artifacts, expressed: expressed, unexpressed: unexpressed,
            excluded: Set(records.map(\.id)).subtracting(handled))
    }
}
