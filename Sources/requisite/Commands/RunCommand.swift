import ArgumentParser
import Foundation
import Pipeline
import RequirementModel
import TransformerKit

/// `requisite run`: the main job.
struct RunCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run",
        abstract: "Turn the corpus into a new version, if anything changed, and into all artifacts.",
        discussion: Manual.text(
            """
            Reads every document of the corpus, compares the records with the last version, adds a version when \
            any of them changed, and writes the artifacts of the configured transformers. When \
            nothing changed it says so and writes nothing.
            """,
            examples: [
                "requisite run": "by ./requisite.yml",
                "requisite run --config net/requisite.yml": "by another configuration; its paths are relative to it",
                "requisite run --sync": "with the newest documents of all sources",
                "requisite run --date 2026-01-31": "the version's day, in place of today (UTC)",
            ],
            statuses: [.badInput, .inputMissing, .unavailable, .cannotWrite, .configuration]))

    @Option(
        help: ArgumentHelp(
            "The day of a new version, UTC (default: that of SOURCE_DATE_EPOCH, else today).", valueName: "yyyy-mm-dd"),
        transform: Day.read)
    var date: String?

    @Flag(help: "Bring the documents of all sources first, as 'requisite sync' does.")
    var sync = false

    @OptionGroup var configurationFile: ConfigurationOptions
    @OptionGroup var work: WorkOptions
    @OptionGroup var consoleOptions: ConsoleOptions

    func run() async throws {
        let console = consoleOptions.console
        let configuration = try configurationFile.required()
        let date = try CalendarDay.ofVersion(given: date, environment: ProcessInfo.processInfo.environment)
        var synced: SyncReport?
        if sync {
            var report = SyncReport(console, corpus: configuration.corpusPath)
            try await Sync(configuration, cache: Requisite.cache, agent: Requisite.agent)() { report.add($0) }
            if console.volume > .quiet { for line in report.lines { try console.write(line.safeForTerminal) } }
            synced = report
        }
        let watch = CorpusWatch(console)
        let outcome = try await Run(configuration, date: date, jobs: work.jobs)(watch.monitor)
        watch.end()
        if let publication = outcome.publication {
            console.say(publication.accounts, sources: SourceLines(of: configuration.corpusFolder))
        }
        try report(outcome, on: console)
        // The version is of the last good pages; that some are not of today must be seen all the same.
        if let failure = synced?.failure { throw failure }
    }

    private func report(_ outcome: Run.Outcome, on console: Console) throws {
        guard console.volume > .quiet else { return }
        if let changes = outcome.changes {
            // In the first version everything is new, which is no news.
            if changes.from != nil, !changes.changes.isEmpty { try console.write(ChangeReport(changes)) }
            let isQuiet = changes.from != nil && changes.changes.isEmpty
            try console.write(
                "Version \(outcome.version) made\(isQuiet ? ": documents differ, but no record does" : "").")
        } else {
            try console.write("No record changed since version \(outcome.version).")
        }
        for line in outcome.books?.lines ?? [] { try console.write(line) }
        guard let publication = outcome.publication else { return }
        for account in publication.accounts { try console.write(account.line) }
        try console.write(publication)
    }
}

extension Console {
    /// Says what transformers left out: how much for which reason, and each with its place to who wants to read it.
    func say(_ accounts: [TransformerAccount], sources: SourceLines) {
        guard volume < .verbose else {
            var printer = DiagnosticPrinter(self, sources: sources)
            return printer.print(accounts.flatMap(\.diagnostics))
        }
        for summary in accounts.compactMap(\.summary) { say("warning: \(summary); --verbose says which and why") }
    }

    /// Prints what became of the files.
    func write(_ publication: Publication) throws {
        let counts = [
            (publication.written, "written"), (publication.unchanged, "as they were"), (publication.removed, "removed"),
        ]
        let words = counts.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
        try write("Artifacts: \(words.isEmpty ? "none" : words.joined(separator: ", ")).")
        for path in publication.left {
            say("warning: '\(path)' is no artifact any more, but was edited; remove it yourself if nobody needs it")
        }
    }
}
