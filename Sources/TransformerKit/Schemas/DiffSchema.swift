internal import RequirementModel

/// The schema of the diff format: what `requisite diff --format json` prints and changelogs hold.
public enum DiffSchema {
    /// The diff format alone, called `diff`.
    public static let schema = ArtifactSchema(
        name: "diff",
        text: #"""
            {
              "$schema": "https://json-schema.org/draft/2020-12/schema",
              "$id": "urn:requisite:schema:diff:\#(ChangeSet.schemaVersion)",
              "title": "The changes between two states of requirement records",
              "$ref": "#/$defs/diff",
              "$defs": {
            \#(definitions),
            \#(RecordSchema.definitions)
              }
            }

            """#)

    /// `diff` and what it refers to beside ``RecordSchema/definitions``: members for `$defs`, without braces.
    public static let definitions = #"""
            "diff": {
              "type": "object",
              "additionalProperties": false,
              "required": ["schemaVersion", "from", "to", "class", "changes"],
              "properties": {
                "schemaVersion": { "const": \#(ChangeSet.schemaVersion) },
                "from": { "type": ["string", "null"], "description": "A version or a path; null before the first version." },
                "to": { "type": "string" },
                "class": { "$ref": "#/$defs/class" },
                "changes": { "type": "array", "items": { "$ref": "#/$defs/change" } }
              }
            },
            "change": {
              "description": "A difference of one record, or of a page as a whole, readable alone.",
              "type": "object",
              "additionalProperties": false,
              "required": [
                "id", "fingerprint", "op", "class", "level", "cause", "record", "document", "section", "fields", "opened",
                "closed", "before", "after", "risks", "text"
              ],
              "properties": {
                "id": { "type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$" },
                "fingerprint": { "type": "string", "pattern": "^[0-9a-f]{16}$" },
                "op": { "enum": \#(SchemaText.names(of: Change.Operation.self)) },
                "class": { "$ref": "#/$defs/class" },
                "level": { "enum": \#(SchemaText.names(of: Level.self)) },
                "cause": { "enum": \#(SchemaText.names(of: Change.Cause.self)) },
                "record": {
                  "description": "Null when the change is of a page as a whole.",
                  "oneOf": [{ "type": "null" }, { "$ref": "#/$defs/recordID" }]
                },
                "document": { "$ref": "#/$defs/path" },
                "section": { "$ref": "#/$defs/section" },
                "fields": { "type": "array", "items": { "type": "string" } },
                "opened": { "type": "array", "items": { "$ref": "#/$defs/atom" } },
                "closed": { "type": "array", "items": { "$ref": "#/$defs/atom" } },
                "coveredBy": { "type": "array", "minItems": 1, "items": { "$ref": "#/$defs/recordID" } },
                "before": { "oneOf": [{ "type": "null" }, { "$ref": "#/$defs/record" }] },
                "after": { "oneOf": [{ "type": "null" }, { "$ref": "#/$defs/record" }] },
                "match": {
                  "description": "Why before and after are one record.",
                  "type": "string",
                  "pattern": "^[a-z]+(-[a-z]+)*(-[0-9]+)?$"
                },
                "risks": { "type": "array", "items": { "enum": \#(SchemaText.names(of: Risk.self)) } },
                "text": { "type": "string", "minLength": 1 },
                "remarks": { "type": "array", "minItems": 1, "items": { "type": "string", "minLength": 1 } },
                "accepted": {
                  "description": "A person lets the change pass the gate.",
                  "type": "object",
                  "additionalProperties": false,
                  "required": ["reason"],
                  "properties": {
                    "reason": { "type": "string", "minLength": 1 },
                    "until": { "type": "string", "format": "date" }
                  }
                }
              }
            },
            "class": { "enum": \#(SchemaText.names(of: Impact.self)) },
            "atom": {
              "description": "One line of the flat view; what is not said is empty.",
              "type": "object",
              "additionalProperties": false,
              "required": \#(SchemaText.array(FlatView.columns)),
              "properties": {
        \#(atomProperties)
              }
            }
        """#

    private static let atomProperties = FlatView.columns.map { column in
        let type =
            switch column {
            case "section": ##"{ "$ref": "#/$defs/section" }"##
            case "line": ##"{ "$ref": "#/$defs/position" }"##
            case "alternative": #"{ "type": "integer", "minimum": 1 }"#
            case "access": ##"{ "$ref": "#/$defs/access" }"##
            case "necessity": ##"{ "$ref": "#/$defs/necessity" }"##
            default: #"{ "type": "string" }"#
            }
        return #"            "\#(column)": \#(type)"#
    }.joined(separator: ",\n")
}
