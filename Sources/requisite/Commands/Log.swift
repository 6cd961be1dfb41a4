import ArgumentParser
import Pipeline
import RequirementModel
import TransformerKit

/// `requisite log`: the versions, or what happened to one record or host.
struct Log: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "log",
        abstract: "List the versions, or when a record, a host or a document's records came, changed and went.",
        discussion: Manual.text(
            examples: [
                "requisite log": "every version, newest first",
                "requisite log mcr.microsoft.com": "what happened to all records that ask for a host",
                "requisite log 5f3a90c2b1de": "what happened to one record",
                "requisite log kubernetes/outbound.md": "what happened to all records of a document",
                "requisite log mcr.microsoft.com --format json": "the same for a program, with each change whole",
            ],
            statuses: [.badInput, .inputMissing, .configuration]))

    @Argument(help: ArgumentHelp("A record's id, a destination or a document.", valueName: "record|host|document"))
    var subject: String?

    @Option(name: .shortAndLong, help: "How to print it.")
    var format = ReportFormat.text

    @OptionGroup var configurationFile: ConfigurationOptions
    @OptionGroup var consoleOptions: ConsoleOptions

    func run() throws {
        let console = consoleOptions.console
        let history = try History(configurationFile.required())
        guard let subject else { return try list(try history.release().history, on: console) }
        let events = try history.events(of: subject)
        if format == .json { return try console.write(JSONWriter.text { events.write(to: &$0) }) }
        for event in events.events { try console.write(event) }
    }

    private func list(_ history: [Release.Entry], on console: Console) throws {
        if format == .json { return try console.write(JSONWriter.text { history.writeLog(to: &$0) }) }
        for entry in history {
            let version = entry.version
            let commit = version.commit.map { "  (\($0.hash.prefix(12)) \($0.subject))" } ?? ""
            try console.write(
                "\(version.id)  \(version.date)  \(version.recordCount) records: \(ChangeReport(entry.changes).summary)\(commit)"
                    .safeForTerminal)
        }
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
