internal import RequirementModel
internal import TransformerKit

extension CatalogJSON {
    /// Where the documents were fetched from, and where a person finds what states each of their records: `origins.json`.
    ///
    /// It stands beside the catalog, which says the same of a document whichever way that came.
    static func origins(of release: Release) -> [Artifact] {
        let origins = release.version.documents.filter { $0.origin != nil }
        guard !origins.isEmpty else { return [] }
        let links = SourceLink(template: "").leading(to: origins)
        let json = JSONWriter.text { writer in
            writer.object { writer in
                writer.member("schemaVersion", schemaVersion)
                writer.member("version", release.version.id.rawValue)
                writer.key("documents")
                writer.array(origins) { writer, document in
                    writer.object { writer in
                        writer.member("path", document.path)
                        document.origin?.writeMember(to: &writer)
                        writer.member("address", document.origin?.address())
                    }
                }
                writer.key("records")
                writer.array(
                    release.recordsInReadingOrder.compactMap { record in
                        links.originAddress(of: record).map { (record.id, $0) }
                    }
                ) { writer, record in
                    writer.object { writer in
                        writer.member("id", record.0.rawValue)
                        writer.member("address", record.1)
                    }
                }
            }
        }
        return [
            Artifact(path: "origins.json", contents: json), Artifact(path: "origins.schema.json", text: originsSchema),
        ]
    }

    static let originsSchema = #"""
        {
          "$schema": "https://json-schema.org/draft/2020-12/schema",
          "$id": "urn:requisite:schema:catalog-json-origins:\#(schemaVersion)",
          "title": "Where the documents of a catalog were fetched from",
          "type": "object",
          "additionalProperties": false,
          "required": ["schemaVersion", "version", "documents", "records"],
          "properties": {
            "schemaVersion": { "const": \#(schemaVersion) },
            "version": { "$ref": "#/$defs/versionID" },
            "documents": {
              "type": "array",
              "minItems": 1,
              "items": {
                "type": "object",
                "additionalProperties": false,
                "required": ["path", "origin"],
                "properties": {
                  "path": { "$ref": "#/$defs/path" },
                  "origin": {
                    "type": "object",
                    "additionalProperties": false,
                    "description": "A file of a commit, or a page of a web site.",
                    "oneOf": [{ "required": ["repository", "commit", "path"] }, { "required": ["address"] }],
                    "properties": {
                      "repository": { "type": "string", "minLength": 1 },
                      "commit": { "type": "string", "pattern": "^([0-9a-f]{40}|[0-9a-f]{64})$" },
                      "path": { "type": "string", "minLength": 1, "description": "From the top of the repository." },
                      "address": { "$ref": "#/$defs/address" }
                    }
                  },
                  "address": { "$ref": "#/$defs/address" }
                }
              }
            },
            "records": {
              "type": "array",
              "items": {
                "type": "object",
                "additionalProperties": false,
                "required": ["id", "address"],
                "properties": {
                  "id": { "$ref": "#/$defs/recordID" },
                  "address": { "$ref": "#/$defs/address" }
                }
              }
            }
          },
          "$defs": {
            "address": { "type": "string", "pattern": "^https?://", "description": "Where a person finds it." },
        \#(RecordSchema.definitions)
          }
        }

        """#
}
