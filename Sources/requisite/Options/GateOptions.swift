import ArgumentParser
import Foundation
import Pipeline
import RequirementModel

/// From which level on a change makes the command fail.
struct GateOptions: ParsableArguments {
    @Option(help: "Exit with status 1 from which level on: error, warning, notice or never.")
    var failOn = Threshold.error

    @Option(
        help: ArgumentHelp(
            "The day by which acceptances have ended, UTC (default: that of SOURCE_DATE_EPOCH, else today).",
            valueName: "yyyy-mm-dd"), transform: Day.read)
    var date: String?

    /// The day on which acceptances must hold.
    func day() throws -> String {
        try CalendarDay.ofVersion(given: date, environment: ProcessInfo.processInfo.environment)
    }

    /// The levels, and none of them.
    enum Threshold: String, ExpressibleByArgument, CaseIterable {
        case error, warning, notice, never

        /// Whether a change is as grave. What the extractor or its configuration made of the same documents never is, nor
        /// what a person accepted.
        func isReached(by change: Change) -> Bool {
            guard let level = Level(rawValue: rawValue) else { return false }
            return change.cause == .source && change.acceptance == nil && change.level >= level
        }
    }

    /// Whether `change` is as grave as was asked for.
    func isTripped(by change: Change) -> Bool { failOn.isReached(by: change) }

    /// Ends the command with the gate's status when a change of the documents that nobody accepted is as grave as was asked for.
    func check(_ changes: ChangeSet) throws {
        if changes.changes.contains(where: isTripped) { throw GateTripped() }
    }
}

/// A change is as grave as the user wants to be stopped by.
struct GateTripped: Error {}
