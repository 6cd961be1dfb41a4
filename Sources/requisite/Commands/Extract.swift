import ArgumentParser
import Pipeline
import RequirementModel

/// `requisite extract`: records straight from documents.
struct Extract: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "extract",
        abstract: "Print the records in documents, without a ledger.",
        discussion: Manual.text(
            """
            Records go to standard output, messages and the totals of the books to standard error. The format of \
            a document is found from its content.

            '--books' prints what a person reads to trust an extraction: for every table, list and note what it was \
            read as and why, what each column was taken to mean, which rows were skipped, and what looks like an \
            endpoint and is in no record. '--explain' says it for one line.
            """,
            examples: [
                "requisite extract page.md --format csv": "one line for each destination, protocol and port",
                "requisite extract docs --format ndjson": "every document in a folder, one record a line",
                "curl -s https://docs.example.com/ports | requisite extract -": "a page from elsewhere",
                "requisite extract page.html --format tables": "the raw grids, before any meaning",
                "requisite extract page.md --books": "what was made of each piece of the page, and why",
                "requisite extract page.md --books --format json": "the same for a program",
                "requisite extract --explain page.md:45": "what was made of line 45",
                "requisite extract docs --explain docs/part.md:7": "the same where other pages include the file",
            ],
            statuses: [.badInput, .inputMissing, .configuration]))

    @Argument(
        help: ArgumentHelp("Files and folders; '-' is standard input.", valueName: "path"), completion: .file())
    var paths: [String] = []

    @Option(
        name: .shortAndLong,
        help: "What to print: records as json (the default), ndjson or csv, or raw tables; books as json or ndjson.")
    var format: RecordsFormat?

    @Flag(help: "Print the books instead of records: what each piece was read as, why, and what was left out.")
    var books = false

    @Option(
        help: ArgumentHelp("Say in words what was made of one place.", valueName: "file:line"),
        transform: Place.read)
    var explain: Place?

    @OptionGroup var reading: ReadingOptions
    @OptionGroup var configurationFile: ConfigurationOptions
    @OptionGroup var consoleOptions: ConsoleOptions

    func validate() throws {
        if paths.isEmpty, explain == nil { throw ValidationError("name a file or folder to extract from") }
        if books, explain != nil { throw ValidationError("'--books' and '--explain' exclude each other; give one") }
        if explain != nil, format != nil { throw ValidationError("'--explain' is in words and has no '--format'") }
        if books, let format, format != .json, format != .ndjson {
            throw ValidationError("the books have no format '\(format.rawValue)'; give json, ndjson or none")
        }
    }

    func run() async throws {
        if let explain {
            var isFound = false
            let format = Explanation(
                of: explain.line, in: try explain.paths(among: paths, configurationFile.ifPresent()),
                consoleOptions.console.pageLayout)
            try await print(paths.isEmpty ? [explain.file] : paths, as: format) { isFound = isFound || $0 }
            if !isFound { throw Failure(.inputMissing, "no document that was read holds '\(explain.file)'") }
        } else if books {
            try await print(paths, as: booksFormat)
        } else {
            try await print(paths, as: format ?? .json)
        }
    }

    private var booksFormat: BooksFormat {
        switch format {
        case .json?: .json
        case .ndjson?: .ndjson
        default: .page(consoleOptions.console.pageLayout)
        }
    }

    private func print(
        _ paths: [String], as format: some ExtractionFormat, wrote: (Bool) -> Void = { _ in }
    ) async throws {
        let console = consoleOptions.console
        let configuration = try configurationFile.ifPresent()
        let documents = try DocumentArguments(paths, corpus: configuration?.corpusFolder)
        try documents.requireAny()
        var sources = SourceLines(of: documents.files)
        try explain?.require(in: &sources)
        let extraction = StatelessExtraction(
            of: documents, inputFormat: reading.inputFormat, configuration: configuration, jobs: reading.work.jobs)
        var printer = DiagnosticPrinter(console, sources: sources)
        var progress = Progress(console, total: documents.files.count, of: "documents")
        printer.print(documents.diagnostics)
        let books = try await extraction.run(as: format) { bytes in
            wrote(!bytes.isEmpty)
            try console.write(bytes)
        } report: { document in
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
