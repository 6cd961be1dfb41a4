internal import TransformerKit

extension CatalogJSON {
    /// Raised when a reader of the old form would misread the new.
    static let schemaVersion = 1

    static let schema = #"""
        {
          "$schema": "https://json-schema.org/draft/2020-12/schema",
          "$id": "urn:requisite:schema:catalog-json:\#(schemaVersion)",
          "title": "Catalog of requirement records",
          "type": "object",
          "additionalProperties": false,
          "required": ["schemaVersion", "version", "records"],
          "properties": {
            "schemaVersion": { "const": \#(schemaVersion) },
            "version": {
              "type": "object",
              "additionalProperties": false,
              "required": ["id", "date", "extractor", "documents"],
              "properties": {
                "id": { "$ref": "#/$defs/versionID" },
                "date": { "$ref": "#/$defs/date" },
                "parent": { "$ref": "#/$defs/versionID" },
                "extractor": { "type": "string", "minLength": 1 },
                "documents": {
                  "type": "array",
                  "items": {
                    "type": "object",
                    "additionalProperties": false,
                    "required": ["path", "digest", "records"],
                    "properties": {
                      "path": { "$ref": "#/$defs/path" },
                      "digest": { "type": "string", "description": "SHA-256 of the document's bytes." },
                      "records": { "type": "integer", "minimum": 0 }
                    }
                  }
                }
              }
            },
            "records": { "type": "array", "items": { "$ref": "#/$defs/record" } }
          },
          "$defs": {
        \#(RecordSchema.definitions)
          }
        }

        """#
}
