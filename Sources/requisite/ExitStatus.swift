import ArgumentParser
import Foundation
import Pipeline
import TransformerKit

/// What the tool's exit status says: the one place where it is decided.
enum ExitStatus {
    /// Done, but a gate (`--fail-on`) tripped.
    static let gate: Int32 = 1
    /// What ArgumentParser exits with on a wrong command line.
    static let usage: Int32 = 64
    /// A fault of the tool itself.
    static let fault: Int32 = 70

    /// The status of a failure, by sysexits.
    static func status(of kind: Failure.Kind) -> Int32 {
        switch kind {
        case .usage: usage
        case .badInput: 65
        case .inputMissing: 66
        case .transformerFailed: 69
        case .cannotWrite: 73
        case .configuration: 78
        }
    }

    /// Prints what ended the command and leaves the process.
    static func end(with error: any Error) -> Never {
        switch error {
        case is BrokenPipe:
            // The reader has seen enough, as `head` does; nobody is there to be told.
            exit(0)
        case is GateTripped:
            exit(gate)
        case let failure as Failure:
            say("\(failure)")
            exit(status(of: failure.kind))
        case let unknown as UnknownTransformer:
            say("\(unknown)")
            exit(usage)
        case let invalid as InvalidConfiguration:
            var printer = DiagnosticPrinter(ConsoleOptions.standard)
            printer.print(invalid.diagnostics)
            exit(status(of: .configuration))
        default:
            // A wrong command line, a request for help; whatever else it is, is a fault of the tool.
            let status = Requisite.exitCode(for: error).rawValue
            if status != EXIT_FAILURE { Requisite.exit(withError: error) }
            say("\(error); this should not have happened, please report it")
            exit(fault)
        }
    }

    private static func say(_ message: String) { Console.standardError("error: \(message.safeForTerminal)\n") }
}
