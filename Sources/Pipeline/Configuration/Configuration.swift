internal import Extraction
public import Fetching
public import RequirementModel
public import TransformerKit

/// What `requisite.yml` says: where documents and results lie, and which transformers run.
public struct Configuration: Sendable {
    /// The configuration file, as given on the command line.
    public let file: String
    /// The folder of documents, relative to the configuration file.
    public var corpus = "Corpus"
    /// The folder of results, relative to the configuration file.
    public var output = "Output"
    /// Which files of the corpus are documents.
    public var documents = DocumentSelection()
    /// Where documents are fetched from, in the order of the file.
    public var sources: [Source] = []
    /// The transformers to run, in the order of their names.
    public var transformers: [ConfiguredTransformer] = []
    /// Short names of documents.
    public var documentAliases: [String: String] = [:]
    /// What documents call service tags, beside what is known anyway.
    public var serviceTagAliases: [String: String] = [:]

    /// A transformer with its options.
    public struct ConfiguredTransformer: Sendable {
        /// The transformer.
        public var type: any Transformer.Type
        /// Its options, complete.
        public var options: OptionValues

        /// Its name.
        public var name: String { type.descriptor.name }
    }

    /// The file that is read unless another is named.
    public static let defaultFile = "requisite.yml"

    init(file: String) { self.file = file }

    /// A folder that is read in the corpus's stead.
    var corpusCopy: DiskPath?

    /// The corpus, as the file describes it.
    public var corpusFolder: Corpus {
        Corpus(root: corpusCopy ?? folder(corpus).resolved, selection: documents, sources: Set(sources.map(\.name)))
    }

    /// The folder of documents, seen from the working directory; empty for that itself.
    public var corpusPath: String { folder(corpus).fromHere ?? corpus }

    /// Where the results go.
    var outputFolder: DiskPath { folder(output) }

    /// What the extraction is told.
    var extractionOptions: ExtractionOptions { ExtractionOptions(serviceTagAliases: serviceTagAliases) }

    /// The path of a file that lies beside the configuration file, named as that was given.
    func path(beside name: String) -> String {
        file.utf8.lastIndex(of: UInt8(ascii: "/")).map { file[...$0] + name } ?? name
    }

    /// What `sources.lock` says of documents; their records are not counted there.
    public var fetchedDocuments: [DocumentState] {
        get throws {
            try SyncedCorpus(self).origins.map {
                DocumentState(path: $0.key.path, digest: $0.key.digest, recordCount: 0, origin: $0.value)
            }
        }
    }

    /// A path that the file names, as seen from anywhere.
    func absolutePath(_ path: String) -> String { folder(path).description }

    private func folder(_ path: String) -> DiskPath { DiskPath(path, relativeTo: DiskPath(file).parent) }
}

/// A configuration that does not fit its schema, with every fault that was found.
public struct InvalidConfiguration: Error, Hashable {
    /// Where in the file what is wrong, and what was meant; at least one.
    public var diagnostics: [Diagnostic]
}
