import ArgumentParser
import Pipeline
import RequirementModel
import TransformerKit

/// `requisite diff`: what differs between two states of documents.
struct Diff: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Print what differs between two files or two folders, without a ledger.",
        discussion: Manual.text(
            """
            Two files are two states of one document, whatever they are called. In two folders, documents are \
            told apart by their paths.
            """,
            examples: [
                "requisite diff old.md new.md": "what to open, what may be closed, what reads differently",
                "requisite diff old/ new/ --format json": "the same for a program",
                "requisite diff old.md new.md --fail-on warning": "exit 1, too, when something may be closed",
                "requisite diff old.md new.md --explain": "why each record is taken for the one that it was",
            ],
            statuses: [.gate, .badInput, .inputMissing, .configuration]))

    @Argument(help: ArgumentHelp("The state before.", valueName: "old"), completion: .file())
    var old: String

    @Argument(help: ArgumentHelp("The state after.", valueName: "new"), completion: .file())
    var new: String

    @OptionGroup var changesOptions: ChangesOptions

    @Flag(help: "Say of each record on both sides why it is one (with --format text; json always says it of changes).")
    var explain = false

    @OptionGroup var gate: GateOptions
    @OptionGroup var reading: ReadingOptions
    @OptionGroup var configurationFile: ConfigurationOptions
    @OptionGroup var consoleOptions: ConsoleOptions

    func validate() throws {
        if explain, changesOptions.format != .text { throw ValidationError("'--explain' goes with '--format text'") }
    }

    func run() async throws {
        let console = consoleOptions.console
        var printer = DiagnosticPrinter(console)
        let comparison = try await StatelessComparison(
            from: old, to: new, inputFormat: reading.inputFormat, configuration: configurationFile.ifPresent(),
            date: gate.day(), jobs: reading.work.jobs
        ) { printer.print($0.diagnostics) }
        if explain {
            try console.write(comparison.changes, explainedBy: comparison.matches)
        } else {
            try changesOptions.write(
                comparison.changes,
                on: .init(
                    sources: SourceFolder(path: comparison.folder), elsewhere: "`requisite diff` prints all",
                    trips: gate.isTripped),
                to: console)
        }
        printer.print(comparison.notices)
        printer.hiddenNotes.map { console.say($0) }
        try gate.check(comparison.changes)
    }
}
