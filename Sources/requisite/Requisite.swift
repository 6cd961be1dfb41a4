import ArgumentParser
import Foundation
import Pipeline
import RequirementModel

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
                subcommands: [
                    RunCommand.self, SyncCommand.self, CheckCommand.self, Accept.self, Transform.self, Init.self,
                ]),
            CommandGroup(name: "Document", subcommands: [Extract.self, Diff.self]),
            CommandGroup(
                name: "History",
                subcommands: [
                    Changelog.self, Log.self, Show.self, Explain.self, HistoryCommand.self, Resolve.self, Verify.self,
                ]),
            CommandGroup(name: "Reference", subcommands: [Transformers.self, SchemaCommand.self]),
        ])

    static let version = "0.1.0"

    /// What errors of the command line begin with: as all others of the tool do.
    static let _errorLabel = "error"

    /// How the tool makes itself known to web sites.
    static let agent = "requisite/\(version)"

    /// Where what was fetched is kept.
    static var cache: String { CacheFolder.path(environment: ProcessInfo.processInfo.environment) }

    static func main() async {
        do {
            try checkCommand(CommandLine.arguments.dropFirst().first)
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

    /// ArgumentParser would call a misspelt command an unexpected argument.
    private static func checkCommand(_ name: String?) throws {
        guard let name, !name.hasPrefix("-"), name != "help" else { return }
        let known = configuration.subcommands.map { $0._commandName }
        guard !known.contains(name) else { return }
        let hint = Spelling.nearest(to: name, among: known).map { "did you mean '\($0)'?" }
        throw Failure(.usage, "there is no command '\(name)'; \(hint ?? "'requisite --help' lists them")")
    }
}
