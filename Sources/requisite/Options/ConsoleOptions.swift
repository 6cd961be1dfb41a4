import ArgumentParser
import Foundation

/// What people can say about how much is printed, and how.
struct ConsoleOptions: ParsableArguments {
    @Flag(name: .shortAndLong, help: "Print errors and results only.")
    var quiet = false

    @Flag(name: .shortAndLong, help: "Print notes, too.")
    var verbose = false

    @Option(help: "Whether messages are coloured (auto: on a terminal, unless NO_COLOR is set).")
    var color = Coloring.auto

    /// When to colour.
    enum Coloring: String, ExpressibleByArgument, CaseIterable {
        case auto, always, never
    }

    func validate() throws {
        if quiet && verbose {
            throw ValidationError("'--quiet' and '--verbose' contradict each other; give one of them")
        }
    }

    /// The console so described.
    var console: Console { Self.console(color, volume: quiet ? .quiet : verbose ? .verbose : .normal) }

    /// The console of who said nothing, for what ends a command before it is understood.
    static var standard: Console { console(.auto, volume: .normal) }

    private static func console(_ color: Coloring, volume: Console.Volume) -> Console {
        let environment = ProcessInfo.processInfo.environment
        // https://no-color.org: set and not empty.
        let isUncoloured = !(environment["NO_COLOR"] ?? "").isEmpty || environment["TERM"] == "dumb"
        func isColoured(_ descriptor: Int32) -> Bool {
            color == .always || color == .auto && !isUncoloured && isatty(descriptor) == 1
        }
        return Console(
            volume: volume, isColoured: isColoured(STDERR_FILENO), isOutputColoured: isColoured(STDOUT_FILENO),
            isWatched: isatty(STDERR_FILENO) == 1)
    }
}
