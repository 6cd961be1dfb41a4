internal import Extraction
internal import RequirementModel
public import TransformerKit

/// The JSON Schemas of what commands print for programs, beside those of artifacts and of the diff format, by the commands' names.
public enum CommandSchemas {
    /// All of them, sorted.
    public static let all = [
        schema("explain", "The records that ask for a flow, as `requisite explain` prints them", explanation),
        schema(
            "extract", "Records, as `requisite extract` prints them",
            #"{ "type": "array", "items": \#(reference("record")) }"#),
        schema("extract-books", "What was made of documents, as `requisite extract --books` prints it", books),
        schema("extract-tables", "Raw tables, as `requisite extract --format tables` prints them", tables),
        schema(
            "log", "Versions, or what happened to records, as `requisite log` prints them",
            either("versions", "history")),
        schema(
            "show", "A version, or what happened to records, as `requisite show` prints it",
            either("version", "history")),
        schema("sync", "What became of each source, as `requisite sync` prints it", sync),
    ]

    private static func schema(_ name: String, _ title: String, _ body: String) -> ArtifactSchema {
        ArtifactSchema(
            name: name,
            text: #"""
                {
                  "$schema": "https://json-schema.org/draft/2020-12/schema",
                  "$id": "urn:requisite:schema:\#(name):\#(ChangeSet.schemaVersion)",
                  "title": "\#(title)",
                  "allOf": [\#(body)],
                  "$defs": {
                \#(definitions),
                \#(DiffSchema.definitions),
                \#(RecordSchema.definitions)
                  }
                }

                """#)
    }

    private static func reference(_ name: String) -> String { ##"{ "$ref": "#/$defs/\##(name)" }"## }

    private static func either(_ first: String, _ second: String) -> String {
        #"{ "oneOf": [\#(reference(first)), \#(reference(second))] }"#
    }
}

// MARK: - Shapes

extension CommandSchemas {
    /// An object that has all of `members` but those whose names end in `?`, which it may have, and no others.
    private static func object(_ members: KeyValuePairs<String, String>) -> String {
        let required = members.map(\.key).filter { !$0.hasSuffix("?") }
        let properties = members.map { #""\#($0.key.filter { $0 != "?" })": \#($0.value)"# }.joined(separator: ", ")
        return #"{ "type": "object", "additionalProperties": false, "required": \#(SchemaText.array(required)), "#
            + #""properties": { \#(properties) } }"#
    }

    private static func list(of element: String) -> String { #"{ "type": "array", "items": \#(element) }"# }

    private static func word<Value: RawRepresentable<String> & CaseIterable>(of type: Value.Type) -> String {
        #"{ "enum": \#(SchemaText.names(of: type)) }"#
    }

    private static let text = #"{ "type": "string" }"#
    private static let texts = list(of: text)
    private static let count = #"{ "type": "integer", "minimum": 0 }"#
    private static let format = #"{ "const": \#(ChangeSet.schemaVersion) }"#
    private static let commitID = #"{ "type": "string", "pattern": "^([0-9a-f]{40}|[0-9a-f]{64})$" }"#
}

// MARK: - History

extension CommandSchemas {
    private static let definitions = [
        "commit": object([
            "hash": commitID, "subject": text, "authored": #"{ "type": "string", "format": "date-time" }"#,
            "committed": #"{ "type": "string", "format": "date-time" }"#,
        ]),
        "versions": object([
            "schemaVersion": format,
            "versions": list(
                of: object([
                    "version": reference("versionID"), "date": reference("date"), "parent?": reference("versionID"),
                    "commit?": reference("commit"), "records": count, "class": reference("class"), "changes": count,
                ])),
        ]),
        "version": object([
            "schemaVersion": format, "version": reference("versionID"), "date": reference("date"),
            "parent?": reference("versionID"), "commit?": reference("commit"), "extractor": text, "records": count,
            "documents": list(of: object(["document": reference("path"), "digest": text, "records": count])),
            "changes": list(of: reference("change")),
        ]),
        "event": object([
            "version": reference("versionID"), "date": reference("date"), "parent?": reference("versionID"),
            "commit?": reference("commit"), "change": reference("change"),
        ]),
        "history": object([
            "schemaVersion": format, "subject": text, "records": list(of: reference("record")),
            "events": list(of: reference("event")),
        ]),
    ].map { #"    "\#($0.key)": \#($0.value)"# }.sorted().joined(separator: ",\n")

    private static let explanation = object([
        "schemaVersion": format, "destination": text,
        "port?": #"{ "type": "integer", "minimum": 0, "maximum": 65535 }"#,
        "version": reference("versionID"),
        "reasons": list(
            of: object([
                "match": word(of: AskedFlow.Match.self), "record": reference("record"),
                "atoms": list(of: reference("atom")), "came?": reference("event"), "changed?": reference("event"),
                "rules": list(of: object(["artifact": text, "line": count, "text": text])),
            ])), "remark?": text,
    ])
}

// MARK: - Documents

extension CommandSchemas {
    private static let sync = object([
        "schemaVersion": format,
        "sources": list(
            of: object([
                "name": text, "commit?": commitID,
                "changes": list(
                    of: object([
                        "path": reference("path"), "op": word(of: SourceOutcome.PageChange.Kind.self),
                        "formerPath?": reference("path"),
                    ])), "unchanged": count, "faults": list(of: remark), "notices": list(of: remark),
            ])),
    ])

    private static let remark = object(["id": text, "page?": text, "message": text])

    private static let tables = list(
        of: object([
            "document": text, "file": text, "section": texts, "line": count, "header": texts, "rows": list(of: texts),
        ]))

    private static let books = list(
        of: object([
            "document": text, "rowsSeen": count, "rowsInRecords": count, "rowsSkipped": count, "records": count,
            "entries": list(of: entry),
            "mentions": list(
                of: object([
                    "type": reference("endpointType"), "value": text, "file": text, "line": count, "reason": text,
                ])),
        ]))

    private static let entry = object([
        "kind": word(of: Books.Kind.self), "file": text, "line": count, "section": texts,
        "reading": word(of: Books.Reading.self), "reason?": text, "reach?": word(of: Books.Reach.self), "words?": text,
        "columns": list(of: object(["header": text, "role": text, "evidence": text])),
        "holding": list(of: object(["name": text, "value": text, "file?": text, "line?": count])), "rowsSeen": count,
        "rowsInRecords": count,
        "skipped": list(of: object(["file": text, "line": count, "reason": text, "words": text])),
        "records": list(of: object(["id": reference("recordID"), "file": text, "line": count])),
    ])
}
