import ArgumentParser
import Pipeline

/// `requisite verify`: whether the ledger is what Requisite wrote.
struct Verify: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Replay every version, and find what was edited by hand, cut short or lost.",
        discussion: Manual.text(
            examples: [
                "requisite verify": "the ledger of ./requisite.yml",
                "requisite verify --config net/requisite.yml": "that of another configuration",
            ],
            statuses: [.badInput, .configuration]))

    @OptionGroup var configurationFile: ConfigurationOptions
    @OptionGroup var consoleOptions: ConsoleOptions

    func run() throws {
        let count = try History(configurationFile.required()).verify()
        consoleOptions.console.say("\(count) \(count == 1 ? "version" : "versions"), each as it was written")
    }
}
