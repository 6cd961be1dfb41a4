public import RequirementModel
public import TransformerKit

/// Every record of a version with its provenance, for programs: `catalog.json`.
public struct CatalogJSON: Transformer {
    /// What it emits.
    public static let descriptor = TransformerDescriptor(
        name: "catalog-json", version: "1.0.0",
        summary: "All records of the version with their provenance, as JSON with a JSON Schema.",
        formats: ["application/json", "application/schema+json"], expresses: .everyRecord, readsHistory: false,
        schemas: [
            ArtifactSchema(name: "catalog-json", text: schema),
            ArtifactSchema(name: "catalog-json-origins", text: originsSchema),
        ])

    /// A transformer without options.
    public init(options: OptionValues) {}

    /// The catalog and its schema; and where documents were fetched from, when any was.
    public func transform(_ release: Release) -> Transformation {
        let records = release.recordsInReadingOrder
        let catalog = JSONWriter.text { writer in
            writer.object { writer in
                writer.member("schemaVersion", Self.schemaVersion)
                writer.key("version")
                release.version.write(to: &writer)
                writer.key("records")
                writer.array(records) { $1.write(to: &$0) }
            }
        }
        return Transformation(
            artifacts: [
                Artifact(path: "catalog.json", contents: catalog),
                Artifact(path: "catalog.schema.json", text: Self.schema),
            ] + Self.origins(of: release),
            expressed: Set(records.map(\.id)))
    }
}

extension Version {
    fileprivate func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("id", id.rawValue)
            writer.member("date", date)
            writer.member("parent", parent?.rawValue)
            writer.member("extractor", extractor)
            writer.key("documents")
            writer.array(documents) { writer, document in
                writer.object { writer in
                    writer.member("path", document.path)
                    writer.member("digest", document.digest)
                    writer.member("records", document.recordCount)
                }
            }
        }
    }
}
