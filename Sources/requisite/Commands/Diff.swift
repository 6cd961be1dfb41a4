import ArgumentParser
import Pipeline
import RequirementModel
import TransformerKit

/// `requisite diff`: what differs between two states of documents.
struct Diff: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff",
        abstract: "Print what differs between two files, two folders or two commits, without a ledger.",
        discussion: Manual.text(
            """
            Two files are two states of one document, whatever they are called. In two folders, documents are \
            told apart by their paths. With '--git' the documents are read from two commits, in a bare clone too, \
            each with the files that it includes as they were; one that was renamed is the same document.
            """,
            examples: [
                "requisite diff old.md new.md": "what to open, what may be closed, what reads differently",
                "requisite diff old/ new/ --format json": "the same for a program",
                "requisite diff old.md new.md --fail-on warning": "exit 1, too, when something may be closed",
                "requisite diff old.md new.md --explain": "why each record is taken for the one that it was",
                "requisite diff --git main...HEAD -- docs": "what a branch does to the documents in a folder",
                "requisite diff --git v1..v2 --repo ../docs.git -- 'articles/aks/*.md'":
                    "in a clone elsewhere, bare or not",
            ],
            statuses: [.gate, .badInput, .inputMissing, .unavailable, .configuration]))

    @Argument(
        help: ArgumentHelp(
            "The state before and the state after; with '--git' the paths to compare (default: all documents).",
            valueName: "path"),
        completion: .file())
    var paths: [String] = []

    @Option(
        help: ArgumentHelp(
            "Compare two commits: A..B, or A...B for what B did since it parted from A.", valueName: "range"))
    var git: String?

    @Option(
        help: ArgumentHelp("The repository of '--git' (default: the working directory's).", valueName: "folder"),
        completion: .directory)
    var repo: String?

    @OptionGroup var changesOptions: ChangesOptions

    @Flag(help: "Say of each record on both sides why it is one (with --format text; json always says it of changes).")
    var explain = false

    @OptionGroup var gate: GateOptions
    @OptionGroup var reading: ReadingOptions
    @OptionGroup var configurationFile: ConfigurationOptions
    @OptionGroup var consoleOptions: ConsoleOptions

    func validate() throws {
        if explain, changesOptions.format != .text { throw ValidationError("'--explain' goes with '--format text'") }
        if git == nil, paths.count != 2 {
            throw ValidationError("give two files or two folders, or two commits as '--git A..B'")
        }
        if git == nil, repo != nil { throw ValidationError("'--repo' goes with '--git A..B'") }
    }

    func run() async throws {
        let console = consoleOptions.console
        var printer = DiagnosticPrinter(console)
        let found = try await compare(&printer)
        if explain {
            try console.write(found.changes, explainedBy: found.matches)
        } else {
            try changesOptions.write(
                found.changes,
                on: .init(
                    sources: SourceFolder(path: found.folder), elsewhere: "`requisite diff` prints all",
                    trips: gate.isTripped),
                to: console)
        }
        printer.hiddenNotes.map { console.say($0) }
        try gate.check(found.changes)
    }

    /// What a comparison found.
    private struct Found {
        var changes: ChangeSet
        /// Where the documents' paths begin.
        var folder = ""
        /// Why records are one.
        var matches: [MatchedRecord]
    }

    private func compare(_ printer: inout DiagnosticPrinter) async throws -> Found {
        let configuration = try configurationFile.ifPresent()
        if let git {
            let comparison = try await GitComparison(
                git, in: repo, paths: paths, inputFormat: reading.inputFormat, configuration: configuration,
                date: gate.day(), jobs: reading.work.jobs)
            printer.print(comparison.diagnostics)
            return Found(changes: comparison.changes, matches: comparison.matches)
        }
        let comparison = try await StatelessComparison(
            from: paths[0], to: paths[1], inputFormat: reading.inputFormat, configuration: configuration,
            date: gate.day(), jobs: reading.work.jobs
        ) { printer.print($0.diagnostics) }
        printer.print(comparison.notices)
        return Found(changes: comparison.changes, folder: comparison.folder, matches: comparison.matches)
    }
}
