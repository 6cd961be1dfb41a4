internal import RequirementModel

/// Definitions that schemas of artifacts share: what `RequirementModel` writes for records and atoms.
///
/// Each is a member list for `$defs`, without braces, indented by four blanks.
public enum RecordSchema {
    /// `record` with all that it refers to.
    public static let definitions = ##"""
            "record": {
              "description": "One requirement as its author wrote it.",
              "oneOf": [{ "$ref": "#/$defs/networkRecord" }, { "$ref": "#/$defs/rowRecord" }]
            },
            "networkRecord": {
              "description": "Something that must be reachable, or must not: the product of destinations, services and sources.",
              "type": "object",
              "additionalProperties": false,
              "required": ["id", "document", "file", "line", "column", "section", "kind", "access", "destinations", "services", "necessity"],
              "properties": {
        \##(place),
                "kind": { "const": "network" },
                "clouds": { "$ref": "#/$defs/clouds" },
                "direction": { "enum": \##(SchemaText.names(of: Direction.self)) },
                "access": { "$ref": "#/$defs/access" },
                "priority": { "type": "string", "description": "Of a security rule, as written." },
                "name": { "type": "string", "description": "Of a security rule, as written." },
                "sources": { "type": "array", "minItems": 1, "items": { "$ref": "#/$defs/endpoint" } },
                "destinations": { "type": "array", "items": { "$ref": "#/$defs/destination" } },
                "services": { "type": "array", "items": { "$ref": "#/$defs/service" } },
                "necessity": { "$ref": "#/$defs/necessity" },
                "condition": { "type": "string", "description": "The words that limit when it applies." },
                "purpose": { "type": "string" }
              }
            },
            "rowRecord": {
              "description": "A row of a table that is not about the network.",
              "type": "object",
              "additionalProperties": false,
              "required": ["id", "document", "file", "line", "column", "section", "kind", "cells"],
              "properties": {
        \##(place),
                "kind": { "const": "row" },
                "cells": {
                  "type": "array",
                  "items": {
                    "type": "object",
                    "additionalProperties": false,
                    "required": ["header", "value"],
                    "properties": { "header": { "type": "string" }, "value": { "type": "string" } }
                  }
                }
              }
            },
            "destination": {
              "description": "One destination, with what is said of it alone.",
              "type": "object",
              "additionalProperties": false,
              "required": ["type", "value", "alternative"],
              "properties": {
                "type": { "$ref": "#/$defs/endpointType" },
                "value": { "type": "string", "minLength": 1 },
                "path": { "type": "string", "pattern": "^/", "description": "Path and query of a URL." },
                "alternative": {
                  "type": "integer",
                  "minimum": 1,
                  "description": "Destinations that are all needed share a number; those joined by 'or' differ."
                },
                "clouds": { "$ref": "#/$defs/clouds" },
                "condition": { "type": "string" },
                "services": { "type": "array", "minItems": 1, "items": { "$ref": "#/$defs/service" } }
              }
            },
            "endpoint": {
              "type": "object",
              "additionalProperties": false,
              "required": ["type", "value"],
              "properties": {
                "type": { "$ref": "#/$defs/endpointType" },
                "value": { "type": "string", "minLength": 1 }
              }
            },
            "endpointType": { "enum": \##(SchemaText.names(of: Endpoint.Kind.self)) },
            "service": {
              "description": "One protocol with one port or range, as far as they are said.",
              "type": "object",
              "additionalProperties": false,
              "properties": {
                "transport": { "type": "string", "minLength": 1 },
                "application": { "type": "string", "minLength": 1 },
                "port": { "type": "string", "pattern": "^(any|[0-9]{1,5}(-[0-9]{1,5})?)$" }
              }
            },
            "recordID": { "type": "string", "pattern": "^[0-9a-f]{12}$" },
            "path": { "type": "string", "minLength": 1, "description": "Below the corpus root, or as given." },
            "position": { "type": "integer", "minimum": 0, "description": "From 1; 0 where the format has none." },
            "section": { "type": "array", "items": { "type": "string" }, "description": "The headings above, outermost first." },
            "cloud": { "enum": \##(SchemaText.names(of: Cloud.self)) },
            "clouds": { "type": "array", "minItems": 1, "items": { "$ref": "#/$defs/cloud" } },
            "access": { "enum": \##(SchemaText.names(of: Access.self)) },
            "necessity": { "enum": \##(SchemaText.names(of: Necessity.self)) },
            "versionID": { "type": "string", "pattern": "^[0-9]{12}$", "description": "YYYYMMDD and a counter." },
            "date": { "type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$", "description": "UTC." }
        """##

    /// Where a record stands, as every record says it.
    private static let place = ##"""
                "id": { "$ref": "#/$defs/recordID" },
                "document": { "$ref": "#/$defs/path" },
                "file": { "$ref": "#/$defs/path" },
                "line": { "$ref": "#/$defs/position" },
                "column": { "$ref": "#/$defs/position" },
                "section": { "$ref": "#/$defs/section" }
        """##
}
