import ArgumentParser
import Pipeline
import RequirementModel
import TransformerKit

/// `requisite show`: one version, or one record.
struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Show a version or a record.",
        discussion: Manual.text(
            examples: [
                "requisite show 202601310001": "a version: its documents, and what it changed",
                "requisite show 5f3a90c2b1de": "a record: what it asks for, the line that states it, its history",
                "requisite show 202601310001 --format json": "the same for a program",
            ],
            statuses: [.badInput, .inputMissing, .configuration]))

    @Argument(help: ArgumentHelp("A version's or a record's id.", valueName: "version|record"))
    var subject: String

    @Option(name: .shortAndLong, help: "How to print it.")
    var format = ReportFormat.text

    @OptionGroup var configurationFile: ConfigurationOptions
    @OptionGroup var consoleOptions: ConsoleOptions

    func run() throws {
        let console = consoleOptions.console
        let configuration = try configurationFile.required()
        let history = History(configuration)
        if let id = VersionID(rawValue: subject), let entry = try history.entry(id) {
            try show(entry, on: console)
        } else {
            try show(history.events(of: subject), of: configuration, on: console)
        }
    }

    private func show(_ entry: Release.Entry, on console: Console) throws {
        let version = entry.version
        if format == .json { return try console.write(JSONWriter.text { entry.write(to: &$0) }) }
        try console.write("version    \(version.id) of \(version.date)")
        try console.write("parent     \(version.parent?.rawValue ?? "none, it is the first")")
        if let commit = version.commit {
            try console.write("commit     \(commit.hash) of \(commit.committed)".safeForTerminal)
            try console.write("           \(commit.subject)".safeForTerminal)
        }
        try console.write("extractor  \(version.extractor)")
        try console.write("records    \(version.recordCount), documents \(version.documents.count)")
        for document in version.documents {
            try console.write("  \(document.path)  \(document.recordCount)  sha256:\(document.digest)".safeForTerminal)
        }
        try console.write("")
        try console.write(ChangeReport(entry.changes))
    }

    private func show(_ history: RecordHistory, of configuration: Configuration, on console: Console) throws {
        if format == .json { return try console.write(JSONWriter.text { history.write(to: &$0) }) }
        var sources = SourceLines(of: configuration.corpusFolder)
        for record in history.current {
            try console.write(JSONWriter.text { record.write(to: &$0) })
            if let line = sources.line(at: record.location) {
                try console.write("\(record.location): \(String(decoding: line, as: UTF8.self))".safeForTerminal)
            }
        }
        if history.current.isEmpty { try console.write("gone from the last version") }
        try console.write("")
        for event in history.events { try console.write(event) }
    }
}
