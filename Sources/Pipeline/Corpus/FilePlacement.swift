internal import Foundation
internal import Versioning

extension DiskPath {
    /// Moves the file to `target` below `root`, and makes the folders on the way.
    /// - Parameters:
    ///   - name: What messages call the file.
    ///   - whole: What they call `root`.
    /// - Throws: ``Failure`` (cannot write) when a link on the way leads out of `root`.
    func place(at target: DiskPath, below root: DiskPath, as name: String, of whole: String) throws {
        try FileManager.default.createDirectory(atPath: target.parent.description, withIntermediateDirectories: true)
        guard target.parent.resolved.isInside(root.resolved) else {
            throw Failure(.cannotWrite, "'\(name)' is behind a link that leads out of the \(whole); remove the link")
        }
        try replace(target)
    }

    /// Removes the folders around the file that have nothing in them any more, but for `root` and what that lies in.
    func removeEmptyFolders(below root: DiskPath) {
        var folder = parent
        while folder != root, folder.isInside(root),
            (try? FileManager.default.contentsOfDirectory(atPath: folder.description))?.isEmpty == true
        {
            try? FileManager.default.removeItem(atPath: folder.description)
            folder = folder.parent
        }
    }
}

/// Does `work`, which writes below `folder`; what keeps it from writing ends the command.
func withWrites<Result>(below folder: DiskPath, _ work: () throws -> Result) throws(Failure) -> Result {
    do {
        return try work()
    } catch let failure as Failure {
        throw failure
    } catch {
        let path = (error as NSError).userInfo[NSFilePathErrorKey] as? String ?? folder.description
        throw Failure(.cannotWrite, "cannot write '\(path)': \(SystemReason(error))")
    }
}
