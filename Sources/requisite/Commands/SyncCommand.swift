import ArgumentParser
import Pipeline
import RequirementModel

/// `requisite sync`: documents from where they live.
struct SyncCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sync",
        abstract: "Bring documents from their git repositories and web sites to the corpus.",
        discussion: Manual.text(
            """
            Each source of 'sources:' in requisite.yml goes to the folder of its name in the corpus, and what was \
            brought is written down in sources.lock there. When a source fails, its last pages stay as they are, and the others \
            are brought all the same.

            A page that its source has no more stays until a person accepts its removal. A copy that somebody edited is not \
            overwritten; the difference is shown.
            """,
            examples: [
                "requisite sync": "all sources",
                "requisite sync aks": "one of them",
                "requisite sync --locked": "write nothing, and fail when there is something new",
                "requisite sync --accept-removal aks": "let go of pages that the source has no more",
                "requisite run --sync": "bring the documents, then do what 'run' does",
            ],
            statuses: [.gate, .badInput, .inputMissing, .unavailable, .cannotWrite, .configuration]))

    @Argument(help: ArgumentHelp("The sources to bring (default: all).", valueName: "name"))
    var names: [String] = []

    @Flag(help: "Write nothing, and end with status 1 when the lock or a copy would change.")
    var locked = false

    @Flag(help: "Overwrite copies that somebody edited.")
    var force = false

    @Option(
        help: ArgumentHelp(
            "Remove the pages of this source that it has no more; may be given again.", valueName: "name"))
    var acceptRemoval: [String] = []

    @Option(name: .shortAndLong, help: "How to print what was brought.")
    var format = ReportFormat.text

    @OptionGroup var configurationFile: ConfigurationOptions
    @OptionGroup var consoleOptions: ConsoleOptions

    func validate() throws {
        if locked, force || !acceptRemoval.isEmpty {
            throw ValidationError("'--locked' writes nothing; '--force' and '--accept-removal' ask for the opposite")
        }
    }

    func run() async throws {
        let configuration = try configurationFile.required()
        let sync = Sync(
            configuration, names: names, overwritesEdits: force, acceptedRemovals: Set(acceptRemoval),
            cache: Requisite.cache, agent: Requisite.agent)
        var report = SyncReport(consoleOptions.console, corpus: configuration.corpusPath, isForeseen: locked)
        if locked {
            try await sync.foresee { report.add($0) }
        } else {
            try await sync { report.add($0) }
        }
        try report.end(as: format)
        if locked, report.isChange { throw GateTripped() }
    }
}
