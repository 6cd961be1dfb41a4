import Foundation
import RequirementModel
import Versioning

/// A ledger in a folder of its own, gone after the test.
final class TemporaryLedger {
    let ledger: Ledger
    let folder: URL

    init() {
        folder = FileManager.default.temporaryDirectory.appending(path: "ledger-\(UUID().uuidString)")
        ledger = Ledger(folder: folder.path(percentEncoded: false))
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    /// Adds a version of `pages` on `date`.
    @discardableResult
    func append(_ pages: [Page], on date: String = "2025-03-01", extractor: String = "1") throws -> Version {
        let writer = try ledger.writer()
        let comparison = Comparison(from: writer.head?.snapshot, to: Snapshot("new", pages, extractor: extractor))
        return try writer.append(comparison, date: date)
    }

    func file(_ name: String) -> URL { folder.appending(path: name) }

    var names: [String] {
        get throws { try FileManager.default.contentsOfDirectory(atPath: folder.path(percentEncoded: false)).sorted() }
    }
}
