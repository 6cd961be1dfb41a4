import ArgumentParser
import Foundation
import Pipeline
import RequirementModel

/// `requisite accept`: lets a change pass the gate.
struct Accept: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "accept",
        abstract: "Let changes pass the gate, with a reason that is reviewed.",
        discussion: Manual.text(
            """
            Adds to accepted-changes.yml beside the configuration, which belongs into review with the documents. An acceptance \
            holds for the same change of what must be reachable, on whatever branch and in whatever words it comes; \
            'requisite check' says when it has ended or is of no use any more. Accepting that a page lost most of its records \
            makes 'requisite run' take them as removed.
            """,
            examples: [
                "requisite accept 8d1f0c9a --reason 'Opened with ticket 4711'":
                    "the change that 'requisite check' prints with this fingerprint",
                "requisite accept 8d1f0c9a 77b2e140 --reason 'Not used here' --until 2026-12-31":
                    "two changes, until they are looked at again",
            ],
            statuses: [.badInput, .inputMissing, .cannotWrite, .configuration]))

    @Argument(
        help: ArgumentHelp("Fingerprints of changes, or enough of their first digits.", valueName: "fingerprint"))
    var fingerprints: [String]

    @Option(help: "Why the change may pass.")
    var reason: String

    @Option(
        help: ArgumentHelp("The last day on which it may pass (default: no end).", valueName: "yyyy-mm-dd"),
        transform: Day.read)
    var until: String?

    @Flag(help: "Take whole fingerprints that 'check' does not find, such as those that 'diff' prints.")
    var unseen = false

    @OptionGroup var configurationFile: ConfigurationOptions
    @OptionGroup var work: WorkOptions
    @OptionGroup var consoleOptions: ConsoleOptions

    func run() async throws {
        let console = consoleOptions.console
        let today = try CalendarDay.ofVersion(given: nil, environment: ProcessInfo.processInfo.environment)
        let watch = CorpusWatch(console)
        let run = try Run(configurationFile.required(), date: today, jobs: work.jobs)
        let outcome = try await Accepting(run)(
            fingerprints, reason: reason, until: until, unseen: unseen, watch.monitor)
        watch.end()
        for (fingerprint, text) in outcome.accepted {
            try console.write("Accepted \(fingerprint)\(text.map { ": \($0.safeForTerminal)" } ?? "")")
        }
        console.say("written to \(outcome.file); commit it with the change")
    }
}
