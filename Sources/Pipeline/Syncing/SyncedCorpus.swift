internal import Fetching
internal import RequirementModel

/// What the corpus holds of its sources: `sources.lock`, and the copies of their pages.
struct SyncedCorpus: Sendable {
    private let root: DiskPath

    init(_ configuration: Configuration) { root = configuration.corpusFolder.root }

    /// What was fetched; nothing before the first sync.
    /// - Throws: ``Failure`` (bad input) for what is no lock, such as one with the marks of a merge.
    var lock: SourcesLock {
        get throws(Failure) {
            let file = DiskPath(SourcesLock.fileName, relativeTo: root)
            let bytes: [UInt8]
            do throws(FileReading.Fault) {
                bytes = try FileReading.bytes(at: file.description)
            } catch {
                if error.isMissing { return SourcesLock() }
                throw Failure(.badInput, "'\(file.fromHere ?? file.description)' cannot be read: \(error.reason)")
            }
            do throws(JSONReader.Fault) {
                return try SourcesLock(json: bytes)
            } catch {
                let line = bytes.prefix(error.offset).count { $0 == UInt8(ascii: "\n") } + 1
                throw Failure(
                    .badInput,
                    at: SourceLocation(file: file.fromHere ?? file.description, position: SourcePosition(line: line)),
                    "is no lock of sources: \(error.message); take it from the last commit, then sync again")
            }
        }
    }

    /// Where the pages were fetched from, by their paths below the corpus, and by their digests, as what somebody edited is not
    /// from there.
    var origins: [FileDigest: DocumentOrigin] {
        get throws(Failure) {
            var origins: [FileDigest: DocumentOrigin] = [:]
            for source in try lock.sources {
                for page in source.pages {
                    origins[FileDigest(path: "\(source.name)/\(page.path)", digest: page.digest)] = page.origin(
                        in: source)
                }
            }
            return origins
        }
    }

    /// What lies in the place of a page.
    enum Copy {
        case absent
        case file(bytes: [UInt8], digest: String)
        /// Something that is no file, or a file that cannot be read; with the reason.
        case obstacle(String)
    }

    /// What lies at `path` below the folder of `source`.
    func copy(at path: String, in source: String) -> Copy {
        let place = DiskPath(listed: "\(source)/\(path)", in: root)
        guard place.parent.resolved.isInside(root) else {
            return .obstacle("a folder on the way to it is a link that leads out of the corpus")
        }
        switch FileStatus(of: place.description, followingLinks: false)?.kind {
        case nil: return .absent
        case .link?: return .obstacle("a link lies in its place")
        case .folder?: return .obstacle("a folder lies in its place")
        case .regular?, .other?: break
        }
        do throws(FileReading.Fault) {
            let bytes = try FileReading.bytes(at: place.description)
            return .file(bytes: bytes, digest: Digest.sha256(of: bytes))
        } catch {
            return .obstacle("the copy cannot be read: \(error.reason)")
        }
    }

    /// The bytes of a locked page's copy; nil unless they are what the lock says.
    func copy(of path: String, in source: String, as locked: LockedSource?) -> [UInt8]? {
        guard let page = locked?[path], case .file(let bytes, page.digest) = copy(at: path, in: source) else {
            return nil
        }
        return bytes
    }
}

extension LockedPage {
    /// Where a person finds it.
    fileprivate func origin(in source: LockedSource) -> DocumentOrigin? {
        switch (origin, source.state) {
        case (.git(let origin), .git(let state)):
            .git(repository: state.repository, commit: origin.commit, path: path)
        case (.web(let origin), _): .web(address: origin.finalAddress ?? origin.address)
        case (.git, .https): nil
        }
    }
}
