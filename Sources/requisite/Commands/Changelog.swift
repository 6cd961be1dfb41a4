import ArgumentParser
import Pipeline
import RequirementModel
import TransformerKit

/// `requisite changelog`: what differs between two versions.
struct Changelog: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "changelog",
        abstract: "Print what differs between two versions.",
        discussion: Manual.text(
            examples: [
                "requisite changelog": "what the last version changed",
                "requisite changelog --from 2026-01-01": "what changed since then",
                "requisite changelog --from 202601010001 --to 202602010001 --format markdown":
                    "for a pull request or a mail",
            ],
            statuses: [.badInput, .inputMissing, .configuration]))

    @Option(
        help: ArgumentHelp(
            "The version before, by id or day (default: the one before the later).", valueName: "version"),
        transform: VersionSelector.read)
    var from: VersionSelector?

    @Option(
        help: ArgumentHelp("The version after, by id or day (default: the last).", valueName: "version"),
        transform: VersionSelector.read)
    var to: VersionSelector?

    @OptionGroup var changesOptions: ChangesOptions
    @OptionGroup var configurationFile: ConfigurationOptions
    @OptionGroup var consoleOptions: ConsoleOptions

    func run() throws {
        let configuration = try configurationFile.required()
        let history = History(configuration)
        let changes = try history.changes(from: from, to: to)
        try changesOptions.write(
            changes,
            on: .init(
                sources: SourceFolder(path: configuration.corpusPath),
                origins: try history.version(to).documents, elsewhere: "`requisite changelog` prints all",
                trips: { GateOptions.Threshold.error.isReached(by: $0) }),
            to: consoleOptions.console)
    }
}
