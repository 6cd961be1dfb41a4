import ArgumentParser
import Pipeline
import RequirementModel

/// `requisite history`: versions from elsewhere.
struct HistoryCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "history", abstract: "Bring in the past of documents.", subcommands: [Import.self])

    /// `requisite history import`: versions from a git repository.
    struct Import: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "import",
            abstract: "Make one version for each commit of a git repository that changed a record.",
            discussion: Manual.text(
                """
                Follows the first parents of the branch, so that a merge counts for what it brought. Each version has the \
                day, the subject and the id of its commit. What was imported before is not imported again, and an import \
                that was stopped goes on where it was. It needs a ledger of its own, into which nothing but imports \
                goes, and emits no artifacts: 'requisite transform' does. A path that names one file stands for \
                its former names, too. A file that comes to be such only in a later import, by a rename, is new there; to \
                have its past, import all into an empty ledger.
                """,
                examples: [
                    "requisite history import --git ../azure-aks-docs -- articles/aks/outbound-rules-control-egress.md":
                        "one page of a clone, under all the names that it had",
                    "requisite history import --git docs.git --since 2025-01-01 -- 'articles/**/firewall*.md'":
                        "of a bare clone, from a day on; the first version is the state before that day",
                    "requisite history import --git . --ref origin/main -- Corpus":
                        "what another branch did to the documents",
                ],
                statuses: [.badInput, .inputMissing, .unavailable, .cannotWrite, .configuration]))

        @Option(
            help: ArgumentHelp("The repository, bare or not; what it lacks is not fetched.", valueName: "repo"),
            completion: .directory)
        var git: String

        @Option(help: ArgumentHelp("The branch, tag or commit up to which to import.", valueName: "commit"))
        var ref = "HEAD"

        @Option(
            help: ArgumentHelp("The day to begin with, UTC (default: the first commit's).", valueName: "yyyy-mm-dd"),
            transform: Day.read)
        var since: String?

        @Argument(
            help: ArgumentHelp(
                "Which files are documents, as git understands paths (default: all that the configuration takes for such).",
                valueName: "path"))
        var paths: [String] = []

        @OptionGroup var configurationFile: ConfigurationOptions
        @OptionGroup var work: WorkOptions
        @OptionGroup var consoleOptions: ConsoleOptions

        func run() async throws {
            let console = consoleOptions.console
            let history = HistoryImport(
                try configurationFile.required(), from: git, revision: ref, paths: paths, since: since, jobs: work.jobs)
            var progress = Progress(console, total: 0, of: "commits")
            let outcome = try await history { done, total in
                progress.show(done, of: total)
            }
            progress.clear()
            var printer = DiagnosticPrinter(console)
            printer.print(outcome.diagnostics)
            if outcome.isShallow {
                console.say(
                    "warning: the clone is shallow, so its history begins late; `git fetch --unshallow` brings the rest"
                )
            }
            guard console.volume > .quiet else { return }
            let made = "\(outcome.versions) \(outcome.versions == 1 ? "version" : "versions") made"
            let walked = "\(outcome.commits) new \(outcome.commits == 1 ? "commit" : "commits")"
            try console.write("\(walked), \(made); the last version is \(outcome.last?.rawValue ?? "none").")
        }
    }
}
