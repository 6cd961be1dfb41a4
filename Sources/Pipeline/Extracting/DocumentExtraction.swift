internal import Extraction
public import RequirementModel
internal import Versioning

/// All that one document yields.
public struct DocumentExtraction: Sendable {
    /// The page's path.
    public var path: String
    /// Its records in reading order, with ids derived from themselves where no version is made of them.
    public var records: [Requirement] = []
    /// Its tables as raw grids; none where these were not asked for.
    var tables: [RawTable] = []
    /// What was made of each piece of it; none likewise.
    var books = Books()
    /// The books in a few figures.
    var account = BooksTotal()
    /// What a person should know, in reading order.
    public var diagnostics: [Diagnostic] = []
    /// Where it says that it has moved to; nil when it does not.
    var redirect: String?
    /// The files that it includes, directly or through others.
    var includedFiles: [String] = []
    /// The files that it should include, and that could not be read.
    var missingFiles: [String] = []
    /// The page and the files that it includes with their digests; empty where these were not asked for.
    var files: [FileDigest] = []
    /// Whether nothing at all could be read.
    public var isUnreadable = false
}

extension DocumentExtraction {
    /// Lets go of records, tables and books; what a person should know stays.
    mutating func dropContents() {
        records = []
        tables = []
        books = Books()
    }

    /// What comes of a document that cannot be read.
    static func unreadable(_ path: String, _ reason: String) -> DocumentExtraction {
        var extraction = DocumentExtraction(path: path)
        extraction.isUnreadable = true
        extraction.diagnostics = [.unreadable(path, reason)]
        return extraction
    }
}

/// Reads and extracts documents, one after the other.
struct DocumentExtractor: Sendable {
    /// The format of every document, whatever it looks like; nil to find it out.
    var format: DocumentFormat?
    /// What the extraction is told.
    var options = ExtractionOptions()
    /// Whether to digest the bytes of the files, which versions need; they need no tables and no books of each piece, and these
    /// are left out then, as they take more memory than the records.
    var digestsFiles = false

    /// What the document in `file` yields. A file that cannot be read yields an error and nothing else.
    func extract(_ file: SourceFile) -> DocumentExtraction {
        let bytes: [UInt8]
        do throws(FileReading.Fault) {
            bytes = try FileReading.bytes(of: file)
        } catch {
            return .unreadable(file.path, error.reason)
        }
        return extract(bytes, from: file.path, at: file.diskPath, in: file.root)
    }

    /// What the document in `bytes` yields, known as `path`, which stands at `place` in `folder`.
    func extract<Folder: InclusionFolder>(
        _ bytes: [UInt8], from path: String, at place: @autoclosure () -> Folder.Place?, in folder: Folder
    ) -> DocumentExtraction {
        var extraction = DocumentExtraction(path: path)
        let reader = DocumentReader(format: format)
        var reading = reader.read(bytes, path: path)
        let inclusions = Inclusions(
            filling: &reading.document.blocks, of: path, at: place(), in: folder, reader: reader)
        var result = Extractor(options: options).extract(reading.document)
        // A version gives its records ids of its own.
        if !digestsFiles { RecordIdentity.derive(for: &result.records) }
        extraction.records = result.records
        extraction.account = BooksTotal(of: result)
        extraction.redirect = reading.document.redirect
        extraction.diagnostics = (reading.diagnostics + inclusions.diagnostics + result.diagnostics).sorted()
        extraction.includedFiles = inclusions.files.map(\.path)
        extraction.missingFiles = inclusions.missing
        if digestsFiles {
            extraction.files = ([(path, bytes)] + inclusions.files).map {
                .init(path: $0.0, digest: Digest.sha256(of: $0.1))
            }
        } else {
            extraction.tables = result.tables
            extraction.books = result.books
        }
        return extraction
    }
}
