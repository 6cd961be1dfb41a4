import ArgumentParser
import Pipeline
import RequirementModel
import TransformerKit

/// `requisite log`: the versions, or what happened to one record or host.
struct Log: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "List the versions, or when a record or host came, changed and went.",
        discussion: Manual.text(
            examples: [
                "requisite log": "every version, newest first",
                "requisite log mcr.microsoft.com": "what happened to all records that ask for a host",
                "requisite log 5f3a90c2b1de": "what happened to one record",
            ],
            statuses: [.badInput, .inputMissing, .configuration]))

    @Argument(help: ArgumentHelp("A record's id or a destination.", valueName: "record|host"))
    var subject: String?

    @OptionGroup var configurationFile: ConfigurationOptions
    @OptionGroup var consoleOptions: ConsoleOptions

    func run() throws {
        let console = consoleOptions.console
        let history = try History(configurationFile.required())
        guard let subject else {
            for entry in try history.release().history {
                try console.write(
                    "\(entry.version.id)  \(entry.version.date)  \(entry.version.recordCount) records: "
                        + ChangeReport(entry.changes).summary)
            }
            return
        }
        for event in try history.events(of: subject).events { try console.write(event) }
    }
}

extension Console {
    /// Prints what a version did to a record: what, where it is stated, and what differs.
    func write(_ event: RecordHistory.Event) throws {
        let change = event.change
        try write(
            "\(event.version.id)  \(change.operation.rawValue)  \(change.subject.location)  \(change.text) [\(change.record)]"
                .safeForTerminal)
        for difference in change.differences {
            try write("    \(difference.field): “\(difference.before)” → “\(difference.after)”".safeForTerminal)
        }
    }
}
