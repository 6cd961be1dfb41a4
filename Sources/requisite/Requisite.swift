import ArgumentParser

/// The tool: commands, console and exit codes; the work is done in the pipeline.
@main
struct Requisite: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "requisite",
        abstract: "Turn the documents in which vendors state network requirements into records, changelogs and rules.",
        version: version,
        groupedSubcommands: [
            CommandGroup(
                name: "Repository",
                subcommands: [RunCommand.self, CheckCommand.self, Transform.self, Init.self]),
            CommandGroup(name: "Document", subcommands: [Extract.self, Diff.self]),
            CommandGroup(
                name: "History", subcommands: [Changelog.self, Log.self, Show.self, Verify.self]),
            CommandGroup(name: "Reference", subcommands: [Transformers.self, SchemaCommand.self]),
        ])

    static let version = "0.1.0"

    static func main() async {
        do {
            var command = try parseAsRoot()
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
        } catch {
            ExitStatus.end(with: error)
        }
    }
}
