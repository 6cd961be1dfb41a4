public import RequirementModel
public import TransformerKit

/// Every host name that must be reachable, one a line: `hosts.txt`.
public struct HostList: Transformer {
    /// What it emits and takes.
    public static let descriptor = TransformerDescriptor(
        name: "host-list", version: "1.0.0", summary: "Every host name that must be reachable, one a line.",
        formats: ["text/plain"],
        expresses: .requirements("host names that are allowed; nothing else fits on a line"),
        options: [
            .init(
                "clouds", summary: "Clouds to list the host names of; by default all.", default: .list([]),
                choices: Cloud.allCases.map(\.rawValue))
        ])

    private let clouds: [String]

    /// A transformer set up with the clouds to list.
    public init(options: OptionValues) {
        clouds = options.list("clouds")
    }

    /// The list, and what does not fit in it.
    public func transform(_ release: Release) -> Transformation {
        var result = Transformation(artifacts: [])
        var hosts: Set<String> = []
        for record in release.recordsInReadingOrder where record.network != nil {
            let atoms = record.atoms.filter { atom in
                clouds.isEmpty || atom.cloud.map { clouds.contains($0.rawValue) } ?? true
            }
            if atoms.isEmpty { result.excluded.insert(record.id) }
            for atom in atoms {
                if let host = host(of: atom) {
                    hosts.insert(host)
                    result.expressed.insert(record.id)
                } else {
                    result.unexpressed.append(
                        Unexpressed(
                            record: record, destination: atom.destination?.text, id: "no-host-name",
                            reason: "a line holds one host name without wildcards; add a rule by hand"))
                }
            }
        }
        let lines = ["# Host names of version \(release.version.id)"] + hosts.sorted()
        result.artifacts = [Artifact(path: "hosts.txt", text: lines.joined(separator: "\n") + "\n")]
        return result
    }

    /// The atom's host name; nil for what a line cannot hold, such as text with a line end in it.
    private func host(of atom: Atom) -> String? {
        guard case .fqdn(let name) = atom.destination, atom.access == .allow else { return nil }
        return name.wholeMatch(of: /[a-z0-9.-]+/) == nil ? nil : name
    }
}
