import ArgumentParser
import Pipeline

/// `requisite resolve`: the ledger of a merge.
struct Resolve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "resolve",
        abstract: "Put the versions of two git branches into one line, after or amid a merge.",
        discussion: Manual.text(
            """
            When two branches both made versions, git cannot merge their ledgers. This keeps the versions of the \
            branch that you are on, and adds what each version of the other did after them, with new ids. Pages that \
            both branches changed are left to 'requisite run', which reads them as they were merged. Works during a merge, \
            a rebase or a cherry-pick, and on a merge that is committed.
            """,
            examples: [
                "git merge side; requisite resolve": "after which git says that the ledger conflicts",
                "git add Output/ledger && requisite run && git add --all && git commit --no-edit":
                    "then, once the documents themselves are merged",
            ],
            statuses: [.badInput, .inputMissing, .unavailable, .cannotWrite, .configuration]))

    @OptionGroup var configurationFile: ConfigurationOptions
    @OptionGroup var consoleOptions: ConsoleOptions

    func run() async throws {
        let console = consoleOptions.console
        guard let outcome = try await LedgerResolution(configurationFile.required())() else {
            try console.write("Nothing to resolve: no merge is under way, and the ledger is sound.")
            return
        }
        for (before, now) in outcome.theirs {
            try console.write(
                "\(before) of \(outcome.name) is \(now.map { "\($0) now" } ?? "left out: it brought nothing new")")
        }
        try console.write(
            "\(outcome.common) versions of both, \(outcome.ours.count) of this branch, "
                + "\(outcome.theirs.count { $0.now != nil }) of the other after them.")
        for page in outcome.changedByBoth {
            console.say("'\(page)' was changed by both branches; its records are read from the merged page")
        }
        console.say("Now 'requisite run' once the documents are merged, then 'git add' and 'git commit'.")
    }
}
