import ArgumentParser
import RequirementModel

/// From which level on a change makes the command fail.
struct GateOptions: ParsableArguments {
    @Option(help: "Exit with status 1 from which level on: error, warning, notice or never.")
    var failOn = Threshold.error

    /// The levels, and none of them.
    enum Threshold: String, ExpressibleByArgument, CaseIterable {
        case error, warning, notice, never

        var level: Level? { Level(rawValue: rawValue) }
    }

    /// Ends the command with the gate's status when a change of the documents is as grave as was asked for.
    func check(_ changes: ChangeSet) throws {
        guard let threshold = failOn.level, let level = changes.level, level >= threshold else { return }
        throw GateTripped()
    }
}

/// A change is as grave as the user wants to be stopped by.
struct GateTripped: Error {}
