internal import Algorithms
internal import Foundation
public import RequirementModel

/// What a look-up can ask of a change without reading it.
public struct ChangeSubject: Sendable, Hashable {
    /// The record.
    public var record: RecordID
    /// The page and the file that state it, or did, each once.
    public var documents: [String]
    /// What it asks for, or did, in the normal form, each once.
    public var destinations: [String]

    /// What `change` is about.
    public init(_ change: Change) {
        record = change.record
        let sides = [change.before, change.after].compactMap(\.self)
        documents = Array(sides.flatMap { [$0.document, $0.location.file] }.uniqued())
        destinations = Array(sides.flatMap { $0.network?.destinations.map(\.endpoint.text) ?? [] }.uniqued())
    }
}

/// Which version changed what, so that a look-up reads the versions concerned and no others.
///
/// It stands in a hidden folder that git ignores, is made from the versions when it is asked for, and holds as long as the
/// last version that it knows is the one on the disk: each version's file names its parent's digest.
struct LedgerIndex {
    private(set) var versions: [IndexedVersion] = []

    /// What one version changed.
    struct IndexedVersion {
        var id: VersionID
        /// The SHA-256 of its file.
        var digest: String
        var subjects: [ChangeSubject]
    }

    /// An index of nothing.
    init() {}

    mutating func add(_ file: VersionFile, digest: String) {
        versions.append(
            IndexedVersion(id: file.header.id, digest: digest, subjects: file.changes.map(ChangeSubject.init)))
    }

    /// The bytes of a file: one line for each version.
    var encoded: [UInt8] {
        versions.reduce(into: []) { bytes, version in
            bytes += JSONWriter.text(.compact) { writer in
                writer.object { writer in
                    writer.member("version", version.id.rawValue)
                    writer.member("digest", version.digest)
                    writer.key("changes")
                    writer.array(version.subjects) { writer, subject in
                        writer.object {
                            $0.member("record", subject.record.rawValue)
                            $0.member("documents", subject.documents)
                            if !subject.destinations.isEmpty { $0.member("destinations", subject.destinations) }
                        }
                    }
                }
            }
        }
    }

    /// Reads what ``encoded`` gave; nil for anything else.
    init?(_ bytes: [UInt8]) {
        do throws(JSONReader.Fault) {
            var reader = JSONReader(bytes)
            while reader.offset < bytes.count {
                guard let version = try IndexedVersion(from: &reader) else { return nil }
                versions.append(version)
                reader = JSONReader(bytes, in: min(reader.offset + 1, bytes.count)..<bytes.count)
            }
        } catch {
            return nil
        }
    }
}

extension LedgerIndex.IndexedVersion {
    fileprivate init?(from reader: inout JSONReader) throws(JSONReader.Fault) {
        var (id, digest): (VersionID?, String?)
        var subjects: [ChangeSubject] = []
        try reader.beginObject()
        while let key = try reader.nextKey() {
            switch key {
            case "version": id = try reader.symbol()
            case "digest": digest = try reader.string()
            case "changes":
                try reader.beginArray()
                while try reader.nextElement() {
                    subjects.append(try ChangeSubject(from: &reader, beside: subjects.last))
                }
            default: try reader.skip()
            }
        }
        guard let id, let digest else { return nil }
        self.init(id: id, digest: digest, subjects: subjects)
    }
}

extension ChangeSubject {
    fileprivate init(from reader: inout JSONReader, beside neighbour: ChangeSubject?) throws(JSONReader.Fault) {
        record = .unassigned
        (documents, destinations) = ([], [])
        try reader.beginObject()
        while let key = try reader.nextKey() {
            switch key {
            case "record": record = RecordID(rawValue: try reader.string())
            case "documents": documents = try reader.strings(expecting: neighbour?.documents ?? [])
            case "destinations": destinations = try reader.strings()
            default: try reader.skip()
            }
        }
    }
}

extension Ledger {
    /// The index of all versions, brought up to date.
    func currentIndex() throws(LedgerError) -> LedgerIndex {
        let ids = try versionIDs()
        guard let index = folder.cached(LedgerFolder.indexName).flatMap(LedgerIndex.init),
            let last = index.versions.last,
            index.versions.map(\.id) == Array(ids.prefix(index.versions.count)),
            try sealedVersion(last.id).digest == last.digest
        else { return try rebuiltIndex() }
        return index.versions.count == ids.count ? index : try completed(index, to: ids)
    }

    /// The index of all versions, made from their files.
    func rebuiltIndex() throws(LedgerError) -> LedgerIndex { try completed(LedgerIndex(), to: versionIDs()) }

    private func completed(_ index: LedgerIndex, to ids: [VersionID]) throws(LedgerError) -> LedgerIndex {
        var index = index
        let missing = Array(ids.dropFirst(index.versions.count))
        try eachVersion(missing, after: index.versions.last?.digest) { index.add($0, digest: $1) }
        folder.cache(index.encoded, as: LedgerFolder.indexName)
        return index
    }
}

extension LedgerFolder {
    static let indexName = "index.jsonl"

    private var cacheFolder: String { file(".cache") }

    /// A file that can be made again from the versions; nil when there is none.
    func cached(_ name: String) -> [UInt8]? {
        FileManager.default.contents(atPath: "\(cacheFolder)/\(name)").map { [UInt8]($0) }
    }

    /// Keeps such a file, whole; where that cannot be, it is made again the next time.
    func cache(_ bytes: [UInt8], as name: String) {
        let manager = FileManager.default
        try? manager.createDirectory(atPath: cacheFolder, withIntermediateDirectories: true)
        try? Data("*\n".utf8).write(to: URL(filePath: "\(cacheFolder)/.gitignore"))
        try? Data(bytes).write(to: URL(filePath: "\(cacheFolder)/\(name)"), options: .atomic)
    }
}
