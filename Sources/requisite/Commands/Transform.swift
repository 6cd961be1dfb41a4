import ArgumentParser
import Pipeline

/// `requisite transform`: artifacts again, of any version.
struct Transform: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "transform",
        abstract: "Write the artifacts of a version again.",
        discussion: Manual.text(
            examples: [
                "requisite transform": "all, of the last version",
                "requisite transform azure-firewall --as-of 2026-01-31 --output january":
                    "the rules as they were on that day, in another folder",
            ],
            statuses: [.badInput, .inputMissing, .unavailable, .cannotWrite, .configuration]))

    @Argument(help: ArgumentHelp("Configured transformers (default: all).", valueName: "name"))
    var names: [String] = []

    @Option(
        help: ArgumentHelp("The version, by id or day (default: the last).", valueName: "version"),
        transform: VersionSelector.read)
    var asOf: VersionSelector?

    @Option(
        help: ArgumentHelp("Where to write, in place of the configured output.", valueName: "folder"),
        completion: .directory)
    var output: String?

    @OptionGroup var configurationFile: ConfigurationOptions
    @OptionGroup var work: WorkOptions
    @OptionGroup var consoleOptions: ConsoleOptions

    func run() async throws {
        let console = consoleOptions.console
        let configuration = try configurationFile.required()
        let publication = try await History(configuration)
            .transform(names, asOf: asOf, into: output, jobs: work.jobs)
        console.say(publication.accounts, sources: SourceLines(of: configuration.corpusFolder))
        guard console.volume > .quiet else { return }
        for account in publication.accounts { try console.write(account.line) }
        try console.write(publication)
    }
}
