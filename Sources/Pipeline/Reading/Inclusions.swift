internal import RequirementModel

/// Fills the places of a page where other files belong with the blocks of those files.
///
/// An include is looked up beside the file that asks for it, or with `~/` below the root. A file outside the root, one
/// that is not there, and one that includes itself, are reported and left out.
struct Inclusions {
    private let reader: DocumentReader
    private let page: SourceFile
    /// The files on the way from the page to here, so that none is entered twice.
    private var trail: [DiskPath] = []
    /// What may still be read for this page: an include bomb doubles with every level.
    private var budget = 16 << 20
    /// The files that were read, or should have been, with their bytes.
    private(set) var files: [(path: String, bytes: [UInt8])] = []
    /// What was in the way.
    private(set) var diagnostics: [Diagnostic] = []

    /// The includes of `page`.
    init(of page: SourceFile, reader: DocumentReader) {
        self.reader = reader
        self.page = page
    }

    /// Fills `blocks`, which stand in the file known as `path`.
    mutating func fill(_ blocks: inout [Block], in path: String) {
        guard Self.hasInclusion(blocks) else { return }
        for index in blocks.indices {
            switch blocks[index] {
            case .include(var inclusion):
                fill(&inclusion, in: path)
                blocks[index] = .include(inclusion)
            case .list(var list):
                for item in list.items.indices { fill(&list.items[item].blocks, in: path) }
                blocks[index] = .list(list)
            case .note(var note):
                fill(&note.blocks, in: path)
                blocks[index] = .note(note)
            case .heading, .paragraph, .table, .code, .divider: break
            }
        }
    }

    private mutating func fill(_ inclusion: inout Inclusion, in path: String) {
        let place = SourceLocation(file: path, position: inclusion.position)
        let root = page.root
        if trail.isEmpty { trail = page.diskPath.map { [$0.resolved] } ?? [] }
        guard let folder = trail.last?.parent else {
            diagnostics.append(.noFolder(for: inclusion.path, at: place))
            return
        }
        let isFromRoot = inclusion.path.hasPrefix("~/")
        let written = isFromRoot ? String(inclusion.path.dropFirst(2)) : inclusion.path
        let target = DiskPath(written, relativeTo: isFromRoot ? root.diskPath : folder).resolved
        guard let below = target.path(below: root.diskPath), !below.isEmpty else {
            diagnostics.append(.outside(inclusion.path, at: place))
            return
        }
        guard !trail.contains(target) else {
            diagnostics.append(.cycle(inclusion.path, at: place))
            return
        }
        guard trail.count <= Self.depthLimit, budget > 0 else {
            diagnostics.append(.tooMuch(inclusion.path, at: place))
            return
        }
        let file = root.prefix + below
        let bytes: [UInt8]
        do throws(FileReading.Fault) {
            bytes = try FileReading.bytes(at: target.description)
        } catch {
            diagnostics.append(.unreadable(inclusion.path, error.reason, at: place))
            return
        }
        // The smallest file costs something, too: a page cannot include more than a thousand.
        budget -= bytes.count + (16 << 10)
        files.append((file, bytes))
        let reading = reader.read(bytes, path: file)
        diagnostics += reading.diagnostics
        inclusion.file = file
        inclusion.blocks = reading.document.blocks
        trail.append(target)
        fill(&inclusion.blocks, in: file)
        trail.removeLast()
    }

    /// Looked up first, as most pages include nothing and need not be rebuilt.
    private static func hasInclusion(_ blocks: [Block]) -> Bool {
        blocks.contains { block in
            switch block {
            case .include: true
            case .list(let list): list.items.contains { hasInclusion($0.blocks) }
            case .note(let note): hasInclusion(note.blocks)
            case .heading, .paragraph, .table, .code, .divider: false
            }
        }
    }

    private static let depthLimit = 16
}

extension Diagnostic {
    fileprivate static func noFolder(for include: String, at place: SourceLocation) -> Diagnostic {
        Diagnostic(
            .error, "include-without-folder", at: place,
            "'\(include)' cannot be looked up from standard input; give the file's path instead")
    }

    fileprivate static func outside(_ include: String, at place: SourceLocation) -> Diagnostic {
        Diagnostic(
            .error, "include-outside-corpus", at: place,
            "'\(include)' lies outside the folder of the documents and is not read; put it there")
    }

    fileprivate static func cycle(_ include: String, at place: SourceLocation) -> Diagnostic {
        Diagnostic(.error, "include-cycle", at: place, "'\(include)' includes itself; left out here")
    }

    fileprivate static func tooMuch(_ include: String, at place: SourceLocation) -> Diagnostic {
        Diagnostic(
            .error, "include-limit", at: place, "'\(include)' is left out: the page includes too much, or too deeply")
    }

    fileprivate static func unreadable(_ include: String, _ reason: String, at place: SourceLocation) -> Diagnostic {
        Diagnostic(.error, "include-missing", at: place, "'\(include)' cannot be read: \(reason)")
    }
}
