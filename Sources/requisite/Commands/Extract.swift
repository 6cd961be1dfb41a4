import ArgumentParser
import Pipeline
import RequirementModel

/// `requisite extract`: records straight from documents.
struct Extract: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Print the records in documents, without a ledger.",
        discussion: Manual.text(
            """
            Records go to standard output, messages and the totals of the books to standard error. The format of \
            a document is found from its content.
            """,
            examples: [
                "requisite extract page.md --format csv": "one line for each destination, protocol and port",
                "requisite extract docs --format ndjson": "every document in a folder, one record a line",
                "curl -s https://docs.example.com/ports | requisite extract -": "a page from elsewhere",
                "requisite extract page.html --format tables": "the raw grids, before any meaning",
            ],
            statuses: [.badInput, .inputMissing, .configuration]))

    @Argument(
        help: ArgumentHelp("Files and folders; '-' is standard input.", valueName: "path"), completion: .file())
    var paths: [String]

    @Option(name: .shortAndLong, help: "What to print: records as json, ndjson or csv, or raw tables.")
    var format = RecordsFormat.json

    @OptionGroup var reading: ReadingOptions
    @OptionGroup var configurationFile: ConfigurationOptions
    @OptionGroup var consoleOptions: ConsoleOptions

    func run() async throws {
        let console = consoleOptions.console
        let configuration = try configurationFile.ifPresent()
        let documents = try DocumentArguments(paths, corpus: configuration?.corpusFolder)
        let extraction = StatelessExtraction(
            of: documents, inputFormat: reading.inputFormat, configuration: configuration, jobs: reading.work.jobs)
        var printer = DiagnosticPrinter(console, sources: SourceLines(of: documents.files))
        var progress = Progress(console, total: documents.files.count, of: "documents")
        printer.print(documents.diagnostics)
        let books = try await extraction.run(as: format, print: console.write) { document in
            if !document.diagnostics.isEmpty { progress.clear() }
            printer.print(document.diagnostics)
            progress.advance()
        }
        progress.clear()
        for line in books.lines { console.say(line) }
        printer.hiddenNotes.map { console.say($0) }
        if books.unreadable > 0 {
            throw Failure(.badInput, "\(books.unreadable) of \(documents.files.count) documents could not be read")
        }
    }
}
