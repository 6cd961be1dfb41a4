internal import Foundation
internal import Versioning

/// The files that a repository of requirements begins with.
public struct NewRepository: Sendable {
    private let folder: DiskPath
    private let name: String
    private let automations: [Automation]

    /// A repository in `folder`, which need not exist, kept up by `automations`.
    public init(folder: String, automations: [Automation] = []) {
        self.folder = DiskPath(folder)
        name = folder
        self.automations = automations
    }

    /// A file of the new repository.
    public struct File: Sendable {
        /// Its path, as the folder was given.
        public var path: String
        /// Whether it was made; what was there stays as it is.
        public var isNew: Bool
    }

    /// Makes the files that are not there.
    /// - Throws: ``Failure`` (cannot write).
    public func create() throws(Failure) -> [File] {
        // An example beside documents that are there would become records among theirs.
        let hasCorpus = DiskPath("Corpus", relativeTo: folder).kind != nil
        var files: [File] = []
        let wanted =
            [
                (Configuration.defaultFile, Self.configuration), (".gitattributes", Self.attributes),
                ("Corpus/example.md", Self.example),
            ]
            + automations.map { ($0.path, $0.text) }
        for (path, text) in wanted {
            if path.hasPrefix("Corpus/"), hasCorpus { continue }
            let target = DiskPath(path, relativeTo: folder)
            let isNew = target.kind == nil
            if isNew { try write(text, to: target) }
            files.append(File(path: name == "." ? path : "\(name)/\(path)", isNew: isNew))
        }
        return files
    }

    private func write(_ text: String, to target: DiskPath) throws(Failure) {
        do {
            try FileManager.default.createDirectory(
                atPath: target.parent.description, withIntermediateDirectories: true)
            try Data(text.utf8).write(to: URL(filePath: target.description), options: .withoutOverwriting)
        } catch {
            throw Failure(.cannotWrite, "cannot write '\(target)': \(SystemReason(error))")
        }
    }

    private static let configuration = """
        # What `requisite run` reads and writes. Paths are relative to this file.
        # `requisite schema configuration` prints the schema, by which editors complete and check it.

        # The documents in which vendors state what a network must allow: Markdown, HTML or plain text.
        corpus: Corpus

        # Versions (ledger/) and artifacts (a folder for each transformer). Meant to be committed.
        output: Output

        # Which files are documents. Without patterns, all with an extension such as .md, .html or .txt.
        # documents:
        #   include: ["**/*.md"]
        #   exclude: ["drafts/"]

        # Documents that `requisite sync` brings from where they live, each source to the folder of its name in the corpus.
        # sources:
        #   - name: aks
        #     git: https://github.com/MicrosoftDocs/azure-aks-docs
        #     paths: [articles/aks/outbound-rules-control-egress.md]
        #   - name: portal
        #     https: https://learn.microsoft.com/azure/azure-portal/azure-portal-safelist-urls

        # What is emitted. `requisite transformers` lists them all, `requisite transformers NAME` their options.
        # Without this section all run with their defaults.
        transformers:
          catalog-csv:
          catalog-markdown:
          changelog-markdown:
          # azure-firewall:
          #   clouds: [AzureCloud]

        # Other names: of documents for options and commands, of service tags as documents call them.
        # aliases:
        #   documents:
        #     cluster: kubernetes/outbound.md
        #   service-tags:
        #     Azure Blob Storage: Storage

        """

    private static let attributes = """
        # Each version is sealed by its digest: git must not change its line ends, and must not weave two of one name into one.
        # `requisite resolve` puts the versions of two branches in order.
        **/ledger/*.jsonl -text -merge

        """

    private static let example = """
        # Outbound rules of the example service

        Replace this page by those that your vendors publish.

        The service needs outbound access to:

        | Destination | Protocol | Port | Purpose |
        |---|---|---|---|
        | `api.example.com` | HTTPS | 443 | Control plane |
        | `time.example.com` | UDP | 123 | Time synchronization |

        """
}
