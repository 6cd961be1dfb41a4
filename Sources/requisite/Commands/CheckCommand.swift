import ArgumentParser
import Pipeline
import TransformerKit

/// `requisite check`: what a run would change, as a gate.
struct CheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Compare the corpus with the last version, and write nothing.",
        discussion: Manual.text(
            """
            A change passes the gate when a person accepted it: see 'requisite accept'. Acceptances that have ended, or that no \
            change needs any more, are said.
            """,
            examples: [
                "requisite check": "fail when something must be opened or is risky",
                "requisite check --fail-on never --format json": "what a run would change, for a program",
            ],
            statuses: [.gate, .badInput, .inputMissing, .configuration]))

    @OptionGroup var changesOptions: ChangesOptions
    @OptionGroup var gate: GateOptions
    @OptionGroup var configurationFile: ConfigurationOptions
    @OptionGroup var work: WorkOptions
    @OptionGroup var consoleOptions: ConsoleOptions

    func run() async throws {
        let console = consoleOptions.console
        let watch = CorpusWatch(console)
        let configuration = try configurationFile.required()
        let changes = try await Check(configuration, date: gate.day(), jobs: work.jobs)(watch.monitor)
        watch.end()
        try changesOptions.write(
            changes,
            on: .init(
                sources: SourceFolder(path: configuration.corpusPath), elsewhere: "`requisite check` prints all",
                trips: gate.isTripped),
            to: console)
        try gate.check(changes)
    }
}
