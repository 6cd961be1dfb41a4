internal import Extraction
public import RequirementModel

/// `extract`: records straight from documents, without a ledger.
public struct StatelessExtraction: Sendable {
    /// The documents to read.
    public var documents: DocumentArguments
    /// The format of every document, whatever it looks like; nil to find it out.
    public var inputFormat: DocumentFormat?
    /// What the extraction is told beside the documents; nil for nothing.
    public var configuration: Configuration?
    /// How many documents are read at once.
    public var jobs: Int

    /// An extraction of `documents`.
    public init(
        of documents: DocumentArguments, inputFormat: DocumentFormat? = nil, configuration: Configuration? = nil,
        jobs: Int
    ) {
        self.documents = documents
        self.inputFormat = inputFormat
        self.configuration = configuration
        self.jobs = jobs
    }

    /// Reads the documents and prints what they yield in `format`, in order.
    ///
    /// No more than some dozens of documents are held at a time. Of a folder the text to be printed waits to the end, as the
    /// last page may include the first one, which then is a part of that page and not printed by itself.
    /// - Parameters:
    ///   - print: Is given the next bytes of the result.
    ///   - report: Is given what each document yields but for its records, as it is read.
    /// - Returns: The books of all that was printed.
    public func run(
        as format: some ExtractionFormat, print: ([UInt8]) throws -> Void, report: (DocumentExtraction) -> Void
    ) async throws -> BooksTotal {
        var options = configuration?.extractionOptions ?? .init()
        options.keepsFullBooks = format.needsFullBooks
        options.keepsTables = format.needsTables
        let extractor = DocumentExtractor(format: inputFormat, options: options)
        var books = BooksTotal()
        books.otherFiles = documents.otherCount
        var isFirst = format.separatesWithCommas
        func add(_ text: [UInt8], _ part: BooksTotal) throws {
            try print(isFirst ? Array(text.dropFirst()) : text)
            if !text.isEmpty { isFirst = false }
            books.add(part)
        }
        var graph = InclusionGraph()
        var waiting: [(path: String, books: BooksTotal)] = []
        var texts = HeldTexts()
        try print(format.opening)
        try await OrderedWork.run(on: documents.files, jobs: jobs) { file in
            var extraction = extractor.extract(file)
            let part = Part(of: extraction, as: format)
            // What has been laid out need not travel on; it is freed best by the thread that made it.
            extraction.dropContents()
            return (extraction, part)
        } consume: { (extraction, part) in
            report(extraction)
            if documents.areInFolder {
                graph.add(extraction)
                waiting.append((extraction.path, part.books))
                try texts.append(part.text)
            } else {
                try add(part.text, part.books)
            }
        }
        let parts = graph.parts
        for (index, page) in waiting.enumerated() where !parts.contains(page.path) {
            try add(texts.text(at: index), page.books)
        }
        try print(format.closing)
        return books
    }

    /// What is printed of one document.
    private struct Part {
        var text: [UInt8]
        var books = BooksTotal()

        init(of extraction: DocumentExtraction, as format: some ExtractionFormat) {
            text = format.body(of: extraction)
            books.enter(extraction)
        }
    }
}
