internal import RequirementModel

/// Fills the places of a page where other files belong with the blocks of those files.
///
/// An include is looked up beside the file that asks for it, or with `~/` below the root, or in the folders around it where the
/// generator of the site would know. A file outside the root, one that is not there, and one that includes itself, are reported
/// and left out.
struct Inclusions<Folder: InclusionFolder> {
    private let reader: DocumentReader
    private let folder: Folder
    /// The files on the way from the page to here, so that none is entered twice.
    private var trail: [Folder.Place] = []
    /// What may still be read for this page: an include bomb doubles with every level.
    private var budget = 16 << 20
    /// The files that were read, with their bytes.
    private(set) var files: [(path: String, bytes: [UInt8])] = []
    /// The files that should have been, and could not be.
    private(set) var missing: [String] = []
    /// What was in the way.
    private(set) var diagnostics: [Diagnostic] = []

    /// Fills `blocks`, which are those of the page known as `path`.
    /// - Parameter place: Where the page stands, asked for only when it includes something; nil when it stands nowhere.
    init(
        filling blocks: inout [Block], of path: String, at place: @autoclosure () -> Folder.Place?, in folder: Folder,
        reader: DocumentReader
    ) {
        self.reader = reader
        self.folder = folder
        guard Self.hasInclusion(blocks) else { return }
        trail = place().map { [$0] } ?? []
        fill(&blocks, in: path)
    }

    /// Fills `blocks`, which stand in the file known as `path`.
    private mutating func fill(_ blocks: inout [Block], in path: String) {
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
        guard let includer = trail.last else {
            diagnostics.append(.noFolder(for: inclusion.path, at: place))
            return
        }
        let places = places(of: inclusion, from: includer)
        guard !places.isEmpty else {
            diagnostics.append(.outside(inclusion.path, at: place))
            return
        }
        let targets = places.filter { !trail.contains($0) }
        guard !targets.isEmpty else {
            diagnostics.append(.cycle(inclusion.path, at: place))
            return
        }
        var reason = ""
        for target in targets {
            guard trail.count <= Self.depthLimit, budget > 0 else {
                diagnostics.append(.tooMuch(inclusion.path, at: place))
                return
            }
            do throws(FileReading.Fault) {
                let bytes = try folder.bytes(at: target)
                return fill(&inclusion, with: bytes, at: target)
            } catch {
                missing.append(folder.path(of: target))
                budget -= 1 << 10
                if reason.isEmpty || !error.isMissing { reason = error.reason }
            }
        }
        diagnostics.append(.unreadable(inclusion, reason, at: place))
    }

    /// The files that `inclusion` may mean, the likeliest first; none where it leads outside.
    private func places(of inclusion: Inclusion, from includer: Folder.Place) -> [Folder.Place] {
        switch inclusion.lookup {
        case .beside: return folder.place(of: inclusion.path, from: includer).map { [$0] } ?? []
        case .around where inclusion.path.hasPrefix("/"):
            let path = inclusion.path.drop { $0 == "/" }
            return ["~/_includes/\(path)", "~/\(path)"].compactMap { folder.place(of: $0, from: includer) }
        case .around:
            var places: [Folder.Place] = []
            var around = ""
            while places.count < Self.depthLimit * 2,
                let place = folder.place(of: around + inclusion.path, from: includer)
            {
                if let place = folder.place(of: around + "_includes/" + inclusion.path, from: includer) {
                    places.append(place)
                }
                places.append(place)
                around += "../"
            }
            return places
        }
    }

    private mutating func fill(_ inclusion: inout Inclusion, with bytes: [UInt8], at target: Folder.Place) {
        let file = folder.path(of: target)
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
        blocks.containsInPlace { block in
            switch block {
            case .include: true
            case .list(let list): list.items.containsInPlace { hasInclusion($0.blocks) }
            case .note(let note): hasInclusion(note.blocks)
            case .heading, .paragraph, .table, .code, .divider: false
            }
        }
    }

    private static var depthLimit: Int { 16 }
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

    fileprivate static func unreadable(_ include: Inclusion, _ reason: String, at place: SourceLocation) -> Diagnostic {
        switch include.lookup {
        case .beside:
            Diagnostic(.error, "include-missing", at: place, "'\(include.path)' cannot be read: \(reason)")
        case .around:
            // Most of what templates include as HTML is a frame of the page.
            Diagnostic(
                include.path.hasSuffix(".html") ? .warning : .error, "include-missing", at: place,
                "'\(include.path)' cannot be read: \(reason); it was looked for beside the page, in the folders around it "
                    + "and in their _includes")
        }
    }
}
