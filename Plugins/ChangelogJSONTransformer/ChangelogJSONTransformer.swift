public import RequirementModel
public import TransformerKit

/// What every version changed, for programs: `changelog.json`, newest first, each entry with the diff format inside.
public struct ChangelogJSON: Transformer {
    /// What it emits.
    public static let descriptor = TransformerDescriptor(
        name: "changelog-json", version: "1.0.0",
        summary: "What every version changed, newest first, in the diff format, with a JSON Schema.",
        formats: ["application/json", "application/schema+json"], expresses: .changes,
        schemas: [ArtifactSchema(name: "changelog-json", text: schema)])

    /// A transformer without options.
    public init(options: OptionValues) {}

    /// The changelog and its schema.
    public func transform(_ release: Release) -> Transformation {
        let changelog = JSONWriter.text { writer in
            writer.object { writer in
                writer.member("schemaVersion", ChangeSet.schemaVersion)
                writer.key("versions")
                writer.array(release.history) { writer, entry in
                    writer.object { writer in
                        writer.member("version", entry.version.id.rawValue)
                        writer.member("date", entry.version.date)
                        writer.member("extractor", entry.version.extractor)
                        writer.key("diff")
                        entry.changes.write(to: &writer)
                    }
                }
            }
        }
        return Transformation(artifacts: [
            Artifact(path: "changelog.json", contents: changelog),
            Artifact(path: "changelog.schema.json", text: Self.schema),
        ])
    }

    static let schema = #"""
        {
          "$schema": "https://json-schema.org/draft/2020-12/schema",
          "$id": "urn:requisite:schema:changelog-json:\#(ChangeSet.schemaVersion)",
          "title": "What every version changed, newest first",
          "type": "object",
          "additionalProperties": false,
          "required": ["schemaVersion", "versions"],
          "properties": {
            "schemaVersion": { "const": \#(ChangeSet.schemaVersion) },
            "versions": {
              "type": "array",
              "items": {
                "type": "object",
                "additionalProperties": false,
                "required": ["version", "date", "extractor", "diff"],
                "properties": {
                  "version": { "$ref": "#/$defs/versionID" },
                  "date": { "$ref": "#/$defs/date" },
                  "extractor": { "type": "string", "minLength": 1 },
                  "diff": { "$ref": "#/$defs/diff" }
                }
              }
            }
          },
          "$defs": {
        \#(DiffSchema.definitions),
        \#(RecordSchema.definitions)
          }
        }

        """#
}
