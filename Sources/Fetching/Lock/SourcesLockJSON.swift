public import RequirementModel

extension SourcesLock {
    /// The file's name, in the corpus.
    public static let fileName = "sources.lock"

    private static let formatVersion = 1

    /// The file's text: the same for the same lock, a line for each fact, so that git shows and merges it well.
    public var json: [UInt8] {
        JSONWriter.text { writer in
            writer.object { writer in
                writer.member("formatVersion", Self.formatVersion)
                writer.key("sources")
                writer.array(sources) { $1.write(to: &$0) }
            }
        }
    }

    /// Reads what ``json`` gave.
    /// - Throws: ``JSONReader/Fault`` for what is no lock, or one of a later form.
    public init(json: [UInt8]) throws(JSONReader.Fault) {
        var reader = JSONReader(json)
        var format: Int?
        var sources: [LockedSource] = []
        try reader.beginObject()
        while let key = try reader.nextKey() {
            switch key {
            case "formatVersion": format = try reader.integer()
            case "sources": sources = try reader.array(of: LockedSource.init(from:))
            default: try reader.skip()
            }
        }
        try reader.finish()
        guard format == Self.formatVersion else {
            throw JSONReader.Fault(at: 0, "it is of another form than \(Self.formatVersion), which this program writes")
        }
        self.init(sources: sources)
    }
}

extension LockedSource {
    fileprivate func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("name", name)
            if case .git(let state) = state { state.write(to: &writer) }
            writer.key("pages")
            writer.array(pages) { $1.write(to: &$0) }
        }
    }

    fileprivate init(from reader: inout JSONReader) throws(JSONReader.Fault) {
        let start = reader.offset
        var name: String?
        var state = State.https
        var pages: [LockedPage] = []
        try reader.beginObject()
        while let key = try reader.nextKey() {
            switch key {
            case "name": name = try reader.string()
            case "git": state = .git(try GitState(from: &reader))
            case "pages": pages = try reader.array(of: LockedPage.init(from:))
            default: try reader.skip()
            }
        }
        guard let name else { throw JSONReader.Fault(at: start, "a source lacks its name") }
        self.init(name: name, state: state, pages: pages)
    }
}

extension GitState {
    fileprivate func write(to writer: inout JSONWriter) {
        writer.key("git")
        writer.object { writer in
            writer.member("repository", repository)
            writer.member("ref", ref)
            writer.member("commit", commit)
            if !renames.isEmpty {
                writer.key("renames")
                writer.object { writer in
                    for (former, now) in renames.sorted(by: { $0.key < $1.key }) { writer.member(former, now) }
                }
            }
            if !absentIncludes.isEmpty { writer.member("absentIncludes", absentIncludes) }
        }
    }

    fileprivate init(from reader: inout JSONReader) throws(JSONReader.Fault) {
        let start = reader.offset
        var (repository, ref, commit): (String?, String?, String?)
        var renames: [String: String] = [:]
        var absentIncludes: [String] = []
        try reader.beginObject()
        while let key = try reader.nextKey() {
            switch key {
            case "repository": repository = try reader.string()
            case "ref": ref = try reader.string()
            case "commit": commit = try reader.string()
            case "renames":
                try reader.beginObject()
                while let former = try reader.nextKey() { renames[former] = try reader.string() }
            case "absentIncludes": absentIncludes = try reader.strings()
            default: try reader.skip()
            }
        }
        guard let repository, let commit else {
            throw JSONReader.Fault(at: start, "a repository lacks its address or its commit")
        }
        self.init(
            repository: repository, ref: ref, commit: commit, renames: renames, absentIncludes: absentIncludes)
    }
}

extension LockedPage {
    fileprivate func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("path", path)
            switch origin {
            case .git(let origin):
                writer.member("commit", origin.commit)
                writer.member("blob", origin.blob)
                if origin.isIncluded {
                    writer.key("isIncluded")
                    writer.value(true)
                }
            case .web(let origin):
                writer.member("address", origin.address)
                writer.member("finalAddress", origin.finalAddress)
                writer.member("entityTag", origin.entityTag)
                writer.member("lastModified", origin.lastModified)
                writer.member("statedSource", origin.statedSource)
                writer.member("statedCommit", origin.statedCommit)
                writer.member("statedDate", origin.statedDate)
                writer.member("statedAddress", origin.statedAddress)
            }
            writer.member("sha256", digest)
        }
    }

    fileprivate init(from reader: inout JSONReader) throws(JSONReader.Fault) {
        let start = reader.offset
        var (path, digest, commit, blob): (String?, String?, String?, String?)
        var isIncluded = false
        var web = WebOrigin(address: "")
        try reader.beginObject()
        while let key = try reader.nextKey() {
            switch key {
            case "path": path = try reader.string()
            case "sha256": digest = try reader.string()
            case "commit": commit = try reader.string()
            case "blob": blob = try reader.string()
            case "isIncluded": isIncluded = try reader.boolean()
            case "address": web.address = try reader.string()
            case "finalAddress": web.finalAddress = try reader.string()
            case "entityTag": web.entityTag = try reader.string()
            case "lastModified": web.lastModified = try reader.string()
            case "statedSource": web.statedSource = try reader.string()
            case "statedCommit": web.statedCommit = try reader.string()
            case "statedDate": web.statedDate = try reader.string()
            case "statedAddress": web.statedAddress = try reader.string()
            default: try reader.skip()
            }
        }
        guard let path, let digest else { throw JSONReader.Fault(at: start, "a page lacks its path or its digest") }
        if let commit, let blob {
            self.init(
                path: path, digest: digest,
                origin: .git(GitOrigin(commit: commit, blob: blob, isIncluded: isIncluded)))
        } else if !web.address.isEmpty {
            self.init(path: path, digest: digest, origin: .web(web))
        } else {
            throw JSONReader.Fault(at: start, "the page '\(path)' lacks its commit and blob, or its address")
        }
    }
}
