internal import RequirementModel
internal import TransformerKit

extension Sidecar {
    static let schema = #"""
        {
          "$schema": "https://json-schema.org/draft/2020-12/schema",
          "$id": "urn:requisite:schema:azure-firewall-sidecar:\#(schemaVersion)",
          "title": "What became of every record in one cloud's Azure Firewall template",
          "type": "object",
          "additionalProperties": false,
          "required": [
            "schemaVersion", "version", "cloud", "template", "books", "notes", "parameters", "unexpressed", "alternatives",
            "rules", "excluded"
          ],
          "properties": {
            "schemaVersion": { "const": \#(schemaVersion) },
            "version": { "type": "string", "pattern": "^[0-9]{12}$" },
            "cloud": { "enum": \#(SchemaText.names(of: Cloud.self)) },
            "template": { "type": "string", "pattern": "^[A-Za-z]+\\.template\\.json$" },
            "books": {
              "description": "records = expressed + partly + unexpressed + excluded",
              "type": "object",
              "additionalProperties": false,
              "required": ["records", "expressed", "partly", "unexpressed", "excluded"],
              "properties": {
                "records": { "$ref": "#/$defs/count" },
                "expressed": { "$ref": "#/$defs/count" },
                "partly": { "$ref": "#/$defs/count" },
                "unexpressed": { "$ref": "#/$defs/count" },
                "excluded": { "$ref": "#/$defs/count" }
              }
            },
            "notes": { "type": "array", "items": { "type": "string" } },
            "parameters": {
              "description": "The template's parameters that stand for placeholders.",
              "type": "array",
              "items": {
                "type": "object",
                "additionalProperties": false,
                "required": ["name", "placeholder"],
                "properties": {
                  "name": { "type": "string", "pattern": "^[A-Za-z][A-Za-z0-9]*$" },
                  "placeholder": { "type": "string", "minLength": 2 }
                }
              }
            },
            "unexpressed": {
              "description": "Records, or one destination each, that no rule can say.",
              "type": "array",
              "items": {
                "type": "object",
                "additionalProperties": false,
                "required": ["record", "file", "line", "id", "reason"],
                "properties": {
                  "record": { "$ref": "#/$defs/record" },
                  "file": { "type": "string" },
                  "line": { "$ref": "#/$defs/count" },
                  "destination": { "type": "string" },
                  "id": { "type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$" },
                  "reason": { "type": "string", "minLength": 1 }
                }
              }
            },
            "alternatives": {
              "description": "Of destinations joined by 'or': those that became rules, and those that did not.",
              "type": "array",
              "items": {
                "type": "object",
                "additionalProperties": false,
                "required": ["record", "file", "line", "used", "others"],
                "properties": {
                  "record": { "$ref": "#/$defs/record" },
                  "file": { "type": "string" },
                  "line": { "$ref": "#/$defs/count" },
                  "used": { "type": "array", "minItems": 1, "items": { "type": "string" } },
                  "others": { "type": "array", "minItems": 1, "items": { "type": "string" } }
                }
              }
            },
            "rules": {
              "description": "Every record that became rules, with the rules' names.",
              "type": "array",
              "items": {
                "type": "object",
                "additionalProperties": false,
                "required": ["record", "file", "line", "document", "conditions", "rules"],
                "properties": {
                  "record": { "$ref": "#/$defs/record" },
                  "file": { "type": "string" },
                  "line": { "$ref": "#/$defs/count" },
                  "document": { "type": "string" },
                  "conditions": { "type": "array", "items": { "type": "string" } },
                  "rules": {
                    "type": "array",
                    "minItems": 1,
                    "items": { "type": "string", "pattern": "^[A-Za-z0-9][A-Za-z0-9._-]{0,79}$" }
                  }
                }
              }
            },
            "excluded": {
              "description": "Records left out because of the options, or because they are for other clouds.",
              "type": "object",
              "additionalProperties": false,
              "required": ["cloud", "document", "necessity"],
              "properties": {
                "cloud": { "type": "array", "items": { "$ref": "#/$defs/record" } },
                "document": { "type": "array", "items": { "$ref": "#/$defs/record" } },
                "necessity": { "type": "array", "items": { "$ref": "#/$defs/record" } }
              }
            }
          },
          "$defs": {
            "record": { "type": "string", "pattern": "^[0-9a-f]{12}$" },
            "count": { "type": "integer", "minimum": 0 }
          }
        }

        """#
}
