internal import RequirementModel

/// What was read, and what came of it, beside the records, which the ledger has: `documents.json`.
///
/// A page that is listed, and is to the last byte as it is listed, with all that it includes, yields the records that the
/// version has of it, so that it need not be read again. Its errors are listed, too, as they are said every time.
struct DocumentInventory: Equatable {
    /// The version that was made from the pages, or found to be what they still say.
    var version: VersionID
    /// The version's own digest, as ids can be the same on two branches.
    var versionDigest: String
    /// The digest of the rules by which they were read (``Configuration/rulesDigest``).
    var rules: String
    /// The pages, sorted by path.
    var pages: [Page]

    /// A document of the corpus.
    struct Page: Sendable, Equatable {
        var path: String
        /// The SHA-256 of its bytes.
        var digest: String
        /// The files that it includes, directly or through others.
        var includes: [FileDigest] = []
        /// The files that it should include, and that could not be read.
        var missing: [String] = []
        /// Whether another page includes it, so that the version has no records of it as a page.
        var isPart = false
        /// Where it says that it has moved to; nil when it does not.
        var redirect: String?
        /// What became of its rows.
        var account = BooksTotal()
        /// The warnings that reading it gave.
        var warnings = 0
        /// The errors.
        var errors: [Diagnostic] = []
    }
}

extension DocumentInventory.Page {
    /// What can be said of a page that was read; nil for one that could not be.
    init?(_ extraction: DocumentExtraction) {
        guard let file = extraction.files.first, !extraction.isUnreadable else { return nil }
        self.init(
            path: extraction.path, digest: file.digest, includes: Array(extraction.files.dropFirst()),
            missing: extraction.missingFiles, redirect: extraction.redirect,
            account: extraction.account, warnings: extraction.diagnostics.count { $0.severity == .warning },
            errors: extraction.diagnostics.filter { $0.severity == .error })
    }

    /// The books of the page in a run that does not read it.
    var earlierAccount: BooksTotal {
        var account = account
        account.unchanged = 1
        account.earlierWarnings = warnings
        return account
    }
}

extension DocumentInventory {
    private static let formatVersion = 1

    /// Nil for what this program did not write.
    init?(json: [UInt8]) {
        var reader = JSONReader(json)
        var format: Int?
        var (version, versionDigest, rules): (VersionID?, String?, String?)
        var pages: [Page] = []
        do throws(JSONReader.Fault) {
            try reader.beginObject()
            while let key = try reader.nextKey() {
                switch key {
                case "formatVersion": format = try reader.integer()
                case "version": version = try reader.symbol()
                case "versionDigest": versionDigest = try reader.string()
                case "rules": rules = try reader.string()
                case "documents": pages = try reader.array(of: Page.init(from:))
                default: try reader.skip()
                }
            }
            try reader.finish()
        } catch {
            return nil
        }
        guard format == Self.formatVersion, let version, let versionDigest, let rules else { return nil }
        self.init(version: version, versionDigest: versionDigest, rules: rules, pages: pages)
    }

    /// The file's text.
    var json: [UInt8] {
        JSONWriter.text { writer in
            writer.object { writer in
                writer.member("formatVersion", Self.formatVersion)
                writer.member("version", version.rawValue)
                writer.member("versionDigest", versionDigest)
                writer.member("rules", rules)
                writer.key("documents")
                writer.array(pages) { $1.write(to: &$0) }
            }
        }
    }
}

extension DocumentInventory.Page {
    fileprivate func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("path", path)
            writer.member("digest", digest)
            if isPart {
                writer.key("isPart")
                writer.value(true)
            }
            if !includes.isEmpty {
                writer.key("includes")
                writer.array(includes) { $1.write(to: &$0) }
            }
            if !missing.isEmpty { writer.member("missing", missing) }
            writer.member("redirect", redirect)
            account.writeMembers(to: &writer)
            if warnings > 0 { writer.member("warnings", warnings) }
            guard !errors.isEmpty else { return }
            writer.key("errors")
            writer.array(errors) { writer, error in
                writer.object { writer in
                    writer.member("id", error.id)
                    writer.member("file", error.location.file)
                    writer.member("line", error.location.position.line)
                    writer.member("column", error.location.position.column)
                    writer.member("message", error.message)
                }
            }
        }
    }

    fileprivate init(from reader: inout JSONReader) throws(JSONReader.Fault) {
        let start = reader.offset
        var (path, digest): (String?, String?)
        var page = Self(path: "", digest: "")
        try reader.beginObject()
        while let key = try reader.nextKey() {
            switch key {
            case "path": path = try reader.string()
            case "digest": digest = try reader.string()
            case "isPart": page.isPart = try reader.boolean()
            case "includes": page.includes = try reader.array(of: FileDigest.init(from:))
            case "missing": page.missing = try reader.strings()
            case "errors": page.errors = try reader.array(of: Diagnostic.init(errorFrom:))
            case "redirect": page.redirect = try reader.string()
            case "warnings": page.warnings = try reader.integer()
            default: try page.account.readMember(key, from: &reader)
            }
        }
        guard let path, let digest else { throw JSONReader.Fault(at: start, "a document lacks its path or digest") }
        (page.path, page.digest) = (path, digest)
        page.account.documents = 1
        self = page
    }
}

extension Diagnostic {
    fileprivate init(errorFrom reader: inout JSONReader) throws(JSONReader.Fault) {
        self.init(.error, "", at: SourceLocation(file: ""), "")
        try reader.beginObject()
        while let key = try reader.nextKey() {
            switch key {
            case "id": id = try reader.string()
            case "file": location.file = try reader.string()
            case "line": location.position.line = try reader.integer()
            case "column": location.position.column = try reader.integer()
            case "message": message = try reader.string()
            default: try reader.skip()
            }
        }
    }
}
