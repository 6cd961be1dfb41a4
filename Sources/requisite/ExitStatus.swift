import ArgumentParser
import Foundation
import Pipeline
import TransformerKit

/// What the tool's exit status says: the one place where it is decided. The numbers are those of sysexits.h.
enum ExitStatus: Int32, CaseIterable {
    case done = 0
    case gate = 1
    case usage = 64
    case badInput = 65
    case inputMissing = 66
    case unavailable = 69
    case fault = 70
    case cannotWrite = 73
    case configuration = 78

    /// What it means, for the help.
    var meaning: String {
        switch self {
        case .done: "done"
        case .gate: "a change is as grave as --fail-on, or the lock would change"
        case .usage: "the command line is wrong"
        case .badInput: "a document or the ledger cannot be read"
        case .inputMissing: "something that should be read is not there"
        case .unavailable: "a transformer failed, git did, or a source of documents"
        case .fault: "a fault of the tool itself"
        case .cannotWrite: "the output cannot be written, or another run is at work"
        case .configuration: "the configuration is wrong"
        }
    }

    /// Prints what ended the command and leaves the process.
    static func end(with error: any Error) -> Never {
        switch error {
        case is BrokenPipe:
            // The reader has seen enough, as `head` does; nobody is there to be told.
            leave(.done)
        case is GateTripped:
            leave(.gate)
        case let failure as Failure:
            say("\(failure)")
            leave(ExitStatus(failure.kind))
        case let unknown as UnknownTransformer:
            say("\(unknown)")
            leave(.usage)
        case let invalid as InvalidConfiguration:
            var printer = DiagnosticPrinter(ConsoleOptions.standard)
            printer.print(invalid.diagnostics)
            leave(.configuration)
        default:
            // A wrong command line, a request for help; whatever else it is, is a fault of the tool.
            if Requisite.exitCode(for: error) != .failure { Requisite.exit(withError: error) }
            say("\(error); this should not have happened, please report it")
            leave(.fault)
        }
    }

    private init(_ kind: Failure.Kind) {
        self =
            switch kind {
            case .usage: .usage
            case .badInput: .badInput
            case .inputMissing: .inputMissing
            case .transformerFailed, .sourceFailed: .unavailable
            case .cannotWrite: .cannotWrite
            case .configuration: .configuration
            }
    }

    private static func leave(_ status: ExitStatus) -> Never { exit(status.rawValue) }

    private static func say(_ message: String) { Console.standardError("error: \(message.safeForTerminal)\n") }
}
