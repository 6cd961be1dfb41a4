import ArgumentParser
import BuiltInTransformers
import Pipeline
import RequirementModel
import TransformerKit

/// `requisite schema`: JSON Schemas of what the tool reads and writes.
struct SchemaCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schema",
        abstract: "Print a JSON Schema (2020-12).",
        discussion: Manual.text(
            "The schemas: \(Schemas.names.joined(separator: ", ")).",
            examples: [
                "requisite schema configuration > requisite.schema.json": "for editors that complete requisite.yml"
            ],
            statuses: []))

    @Argument(help: ArgumentHelp("The schema's name.", valueName: "name"), completion: .list(Schemas.names))
    var name: String

    @OptionGroup var consoleOptions: ConsoleOptions

    func run() throws { try consoleOptions.console.write(Schemas.text(name)) }
}

/// Every schema by its name: the configuration's, those of artifacts and changes, and those of what commands print.
private enum Schemas {
    private static let configuration = "configuration"
    private static let written = BuiltInTransformers.registry.schemas + CommandSchemas.all

    static var names: [String] { [configuration] + written.map(\.name) }

    static func text(_ name: String) throws -> [UInt8] {
        if name == configuration { return ConfigurationSchema.text(registry: BuiltInTransformers.registry) }
        if let schema = written.first(where: { $0.name == name }) {
            return Array(schema.text.utf8)
        }
        throw Failure(.usage, "there is no schema '\(name)'; \(Spelling.hint(for: name, among: names))")
    }
}
