internal import Foundation
public import RequirementModel
internal import Versioning

/// The files of a folder and of all below it, sorted by path.
///
/// Hidden files and folders are skipped, as tools on this kind of system do. Links are not followed, so that no loop can
/// arise and nothing outside the folder is read; each is reported.
public struct FileTree: Sendable {
    /// The paths of the regular files, relative to the folder, with `/`, sorted by their Unicode scalars.
    public private(set) var paths: [String] = []
    /// Folders that could not be read, and links.
    public private(set) var diagnostics: [Diagnostic] = []

    /// The tree of the folder at `root`.
    /// - Throws: ``Failure`` (input missing) when there is no such folder, (bad input) when it cannot be read.
    public init(root: String) throws(Failure) {
        let names: [String]
        do {
            names = try FileManager.default.contentsOfDirectory(atPath: root)
        } catch {
            let kind: Failure.Kind = SystemReason(error).code == .ENOENT ? .inputMissing : .badInput
            throw Failure(kind, "cannot read the folder '\(root)': \(SystemReason(error))")
        }
        visit(names, in: "", root: root)
        paths.sort()
        diagnostics.sort()
    }

    private mutating func visit(_ names: [String], in folder: String, root: String) {
        for name in names where !name.hasPrefix(".") {
            let path = folder + name
            let diskPath = "\(root)/\(path)"
            do {
                switch FileStatus(of: diskPath, followingLinks: false)?.kind {
                case .regular?: paths.append(path)
                case .folder?:
                    visit(try FileManager.default.contentsOfDirectory(atPath: diskPath), in: path + "/", root: root)
                case .link?:
                    diagnostics.append(.linkNotFollowed(path, leadsOutside: leadsOutside(diskPath, root)))
                case .other?: diagnostics.append(.noRegularFile(path))
                case nil: _ = try FileManager.default.attributesOfItem(atPath: diskPath)
                }
            } catch {
                diagnostics.append(.unreadable(path, SystemReason(error).description))
            }
        }
    }

    private func leadsOutside(_ link: String, _ root: String) -> Bool {
        !DiskPath(link).resolved.isInside(DiskPath(root).resolved)
    }
}

extension Diagnostic {
    fileprivate static func linkNotFollowed(_ path: String, leadsOutside: Bool) -> Diagnostic {
        Diagnostic(
            .warning, leadsOutside ? "link-leaves-corpus" : "link-not-followed", at: SourceLocation(file: path),
            leadsOutside
                ? "a link that leads out of the corpus is not read; put the file itself there"
                : "a link inside the corpus is not read; what it leads to is read under its own name")
    }

    fileprivate static func noRegularFile(_ path: String) -> Diagnostic {
        Diagnostic(.warning, "no-regular-file", at: SourceLocation(file: path), "neither a file nor a folder; not read")
    }
}
