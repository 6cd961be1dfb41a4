import ArgumentParser
import Pipeline

/// `requisite verify`: whether the ledger is what Requisite wrote.
struct Verify: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Replay every version, and find what was edited by hand, cut short or lost.",
        discussion: """
            EXAMPLES:
              requisite verify                              the ledger of ./requisite.yml
              requisite verify --config net/requisite.yml   that of another configuration

            EXIT STATUS:
              0 every version is as it was written; 65 a file is not, and is named; 78 the configuration is wrong.
            """)

    @OptionGroup var configurationFile: ConfigurationOptions
    @OptionGroup var consoleOptions: ConsoleOptions

    func run() throws {
        let count = try History(configurationFile.required()).verify()
        consoleOptions.console.say("\(count) \(count == 1 ? "version" : "versions"), each as it was written")
    }
}
