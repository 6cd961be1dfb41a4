import ArgumentParser
import Foundation
import Pipeline
import RequirementModel

struct Extract: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Print the records in documents.")

    @Argument(help: "Files or folders; - reads standard input.")
    var paths: [String]

    @Option(help: "The output format.")
    var format: RecordsFormat = .json

    @Option(help: "Read every document as this format.")
    var inputFormat: DocumentFormat?

    @Option(help: "How many documents to read at once.")
    var jobs: Int = ProcessInfo.processInfo.activeProcessorCount

    func run() async throws {
        let documents = try DocumentArguments(paths)
        try Console.standardOutput(format.opening)
        var isFirst = true
        var unreadable = 0
        for diagnostic in documents.diagnostics { Console.standardError("\(diagnostic)\n") }
        try await StatelessExtraction(of: documents, inputFormat: inputFormat, jobs: jobs).run { extraction in
            try Console.standardOutput(format.body(of: extraction, isFirst: &isFirst))
            for diagnostic in extraction.diagnostics { Console.standardError("\(diagnostic)\n") }
            if extraction.isUnreadable { unreadable += 1 }
        }
        try Console.standardOutput(format.closing)
        if unreadable > 0 {
            throw Failure(.badInput, "\(unreadable) of \(documents.files.count) documents could not be read")
        }
    }
}
