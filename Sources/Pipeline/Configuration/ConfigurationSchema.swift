internal import Fetching
internal import RequirementModel
public import TransformerKit

/// A key of `requisite.yml`.
struct ConfigurationKey: Hashable {
    let name: String
    /// One sentence for the schema and for editors that show it.
    let summary: String

    static let corpus = Self(name: "corpus", summary: "The folder of documents, relative to this file.")
    static let output = Self(name: "output", summary: "The folder of versions and artifacts, relative to this file.")
    static let documents = Self(name: "documents", summary: "Which files of the corpus are documents.")
    static let transformers = Self(
        name: "transformers",
        summary: "The transformers to run, each with its options; all with their defaults when absent.")
    static let aliases = Self(name: "aliases", summary: "Other names for documents and service tags.")
    static let include = Self(
        name: "include", summary: "Patterns of paths to read; every file with a known extension when absent.")
    static let exclude = Self(name: "exclude", summary: "Patterns of paths to leave out.")
    static let documentAliases = Self(
        name: "documents", summary: "Short names of documents for options and commands: name to path in the corpus.")
    static let serviceTags = Self(
        name: "service-tags", summary: "What documents call service tags: their words to the tag's own name.")

    static let sources = Self(
        name: "sources",
        summary: "Where documents are fetched from by `requisite sync`, each to the corpus folder of its name.")
    static let name = Self(name: "name", summary: "The source's name, and its folder in the corpus.")
    static let git = Self(
        name: "git", summary: "A git repository: any URL or path that git takes, without credentials.")
    static let ref = Self(
        name: "ref", summary: "The branch, tag or commit; the branch that the repository names when absent.")
    static let paths = Self(
        name: "paths",
        summary: "Files, folders and patterns from the top of the repository; what pages include comes along.")
    static let https = Self(name: "https", summary: "Addresses of pages, without credentials.")
    static let timeout = Self(name: "timeout", summary: "How many seconds one page may take; 60 when absent.")
    static let pageLimit = Self(name: "page-limit", summary: "How many megabytes one page may have; 20 when absent.")

    static let top = [corpus, output, documents, sources, transformers, aliases]
    static let sourceMembers = [name, git, ref, paths, https, timeout, pageLimit]
    static let documentsMembers = [include, exclude]
    static let aliasesMembers = [documentAliases, serviceTags]
}

/// The JSON Schema of `requisite.yml`, by which editors complete and check it.
public enum ConfigurationSchema {
    /// The schema (draft 2020-12) with the options of every transformer in `registry`.
    public static func text(registry: TransformerRegistry) -> [UInt8] {
        JSONWriter.text { writer in
            writer.object { writer in
                writer.member("$schema", "https://json-schema.org/draft/2020-12/schema")
                writer.member("title", "requisite.yml")
                closedObject(&writer) { writer in
                    property(.corpus, &writer) { string(&$0) }
                    property(.output, &writer) { string(&$0) }
                    property(.documents, &writer) { writer in
                        closedObject(&writer) { writer in
                            property(.include, &writer) { stringOrStrings(&$0) }
                            property(.exclude, &writer) { stringOrStrings(&$0) }
                        }
                    }
                    property(.sources, &writer) { sources(&$0) }
                    property(.transformers, &writer) { transformers(registry, &$0) }
                    property(.aliases, &writer) { writer in
                        closedObject(&writer) { writer in
                            property(.documentAliases, &writer) { namesToStrings(&$0) }
                            property(.serviceTags, &writer) { namesToStrings(&$0) }
                        }
                    }
                }
            }
        }
    }

    private static func sources(_ writer: inout JSONWriter) {
        writer.member("type", ["array", "null"])
        writer.key("items")
        writer.object { writer in
            closedObject(&writer, mayBeEmpty: false) { writer in
                property(.name, &writer) { writer in
                    string(&writer)
                    writer.member("pattern", "^[A-Za-z0-9][A-Za-z0-9._-]*$")
                }
                property(.git, &writer) { string(&$0) }
                property(.ref, &writer) { string(&$0) }
                property(.paths, &writer) { stringOrStrings(&$0) }
                property(.https, &writer) { stringOrStrings(&$0) }
                for (key, range) in [
                    (ConfigurationKey.timeout, WebLimits.allSeconds), (.pageLimit, WebLimits.allMegabytes),
                ] {
                    property(key, &writer) { writer in
                        writer.member("type", "integer")
                        writer.member("minimum", range.lowerBound)
                        writer.member("maximum", range.upperBound)
                    }
                }
            }
            writer.key("oneOf")
            writer.array { writer in
                for required in [["name", "git", "paths"], ["name", "https"]] {
                    writer.object { $0.member("required", required) }
                }
            }
        }
    }

    private static func transformers(_ registry: TransformerRegistry, _ writer: inout JSONWriter) {
        closedObject(&writer) { writer in
            for type in registry.all {
                writer.key(type.descriptor.name)
                writer.object { writer in
                    writer.member("description", type.descriptor.summary)
                    closedObject(&writer) { writer in
                        for option in type.descriptor.options {
                            writer.key(option.name)
                            writer.object { writer in
                                writer.member("description", option.summary)
                                value(option, &writer)
                            }
                        }
                    }
                }
            }
        }
    }

    private static func value(_ option: TransformerDescriptor.Option, _ writer: inout JSONWriter) {
        switch option.defaultValue {
        case .string(let value):
            string(&writer, choices: option.choices)
            writer.member("default", value)
        case .integer(let value):
            writer.member("type", "integer")
            writer.member("default", value)
        case .boolean(let value):
            writer.member("type", "boolean")
            writer.key("default")
            writer.value(value)
        case .list(let values):
            stringOrStrings(&writer, choices: option.choices)
            writer.member("default", values)
        case .map:
            writer.member("type", "object")
            writer.key("additionalProperties")
            writer.object { stringOrStrings(&$0) }
        }
    }

    private static func property(
        _ key: ConfigurationKey, _ writer: inout JSONWriter, _ type: (inout JSONWriter) -> Void
    ) {
        writer.key(key.name)
        writer.object { writer in
            writer.member("description", key.summary)
            type(&writer)
        }
    }

    private static func closedObject(
        _ writer: inout JSONWriter, mayBeEmpty: Bool = true, _ properties: (inout JSONWriter) -> Void
    ) {
        // An empty section of YAML is null, and says as little as an empty object.
        if mayBeEmpty { writer.member("type", ["object", "null"]) } else { writer.member("type", "object") }
        writer.key("additionalProperties")
        writer.value(false)
        writer.key("properties")
        writer.object(properties)
    }

    private static func string(_ writer: inout JSONWriter, choices: [String] = []) {
        writer.member("type", "string")
        if !choices.isEmpty { writer.member("enum", choices) }
    }

    private static func stringOrStrings(_ writer: inout JSONWriter, choices: [String] = []) {
        writer.key("anyOf")
        writer.array { writer in
            writer.object { string(&$0, choices: choices) }
            writer.object { writer in
                writer.member("type", "array")
                writer.key("items")
                writer.object { string(&$0, choices: choices) }
            }
        }
    }

    private static func namesToStrings(_ writer: inout JSONWriter) {
        writer.member("type", ["object", "null"])
        writer.key("additionalProperties")
        writer.object { string(&$0) }
    }
}
