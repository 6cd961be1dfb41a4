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
                "requisite check --sync": "what 'requisite run --sync' would change",
                "requisite check --fail-on never --format json": "what a run would change, for a program",
            ],
            statuses: [.gate, .badInput, .inputMissing, .unavailable, .configuration]))

    @Flag(help: "Check the documents that the sources hold now, as 'requisite sync' would bring them.")
    var sync = false

    @OptionGroup var changesOptions: ChangesOptions
    @OptionGroup var gate: GateOptions
    @OptionGroup var configurationFile: ConfigurationOptions
    @OptionGroup var work: WorkOptions
    @OptionGroup var consoleOptions: ConsoleOptions

    func run() async throws {
        let console = consoleOptions.console
        let watch = CorpusWatch(console)
        var configuration = try configurationFile.required()
        let corpusPath = configuration.corpusPath
        var synced = SyncReport(console, corpus: corpusPath, isForeseen: true)
        let foreseen =
            sync
            ? try await ForeseenCorpus(Sync(configuration, cache: Requisite.cache, agent: Requisite.agent)) {
                synced.add($0)
            } : nil
        if let foreseen {
            configuration = foreseen.configuration
            for line in synced.lines { console.say(line) }
        }
        let changes = try await Run(configuration, date: gate.day(), jobs: work.jobs).check(watch.monitor)
        watch.end()
        try changesOptions.write(
            changes,
            on: .init(
                sources: SourceFolder(path: corpusPath),
                origins: try configuration.fetchedDocuments, elsewhere: "`requisite check` prints all",
                trips: gate.isTripped),
            to: console)
        withExtendedLifetime(foreseen) {}
        if let failure = synced.failure { throw failure }
        try gate.check(changes)
    }
}
