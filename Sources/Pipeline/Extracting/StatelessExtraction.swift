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

    /// Reads the documents and gives what each yields to `consume`, in order. No more than some dozens are held at a time.
    public func run(_ consume: (DocumentExtraction) throws -> Void) async throws {
        let extractor = DocumentExtractor(format: inputFormat, options: configuration?.extractionOptions ?? .init())
        try await OrderedWork.run(on: documents.files, jobs: jobs, work: extractor.extract, consume: consume)
    }
}
