import ArgumentParser
import Pipeline

/// `requisite check`: what a run would change, as a gate.
struct CheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Compare the corpus with the last version, and write nothing.",
        discussion: Manual.text(
            examples: [
                "requisite check": "fail when something must be opened or is risky",
                "requisite check --fail-on never --format json": "what a run would change, for a program",
            ],
            statuses: [.gate, .badInput, .inputMissing, .configuration]))

    @Option(name: .shortAndLong, help: "How to print the changes.")
    var format = ChangesFormat.text

    @OptionGroup var gate: GateOptions
    @OptionGroup var configurationFile: ConfigurationOptions
    @OptionGroup var work: WorkOptions
    @OptionGroup var consoleOptions: ConsoleOptions

    func run() async throws {
        let console = consoleOptions.console
        let watch = CorpusWatch(console)
        let changes = try await Check(configurationFile.required(), jobs: work.jobs)(watch.monitor)
        watch.end()
        try console.write(changes, as: format)
        try gate.check(changes)
    }
}
