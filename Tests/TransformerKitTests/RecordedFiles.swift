import Foundation
import Testing

/// A folder of files as they were recorded, beside which what is emitted now is held.
///
/// With `REQUISITE_RECORD=1` the folder is made anew instead; that run fails, so that it is never taken for a check.
struct RecordedFiles {
    let folder: URL

    /// The folder at `path` beside this file.
    init(_ path: String) { folder = Self.root.appending(path: path) }

    static let root = URL(filePath: #filePath).deletingLastPathComponent()
    private static let isRecording = ProcessInfo.processInfo.environment["REQUISITE_RECORD"] != nil

    /// Expects `emitted`, bytes by path, to be the folder's files, no more and no less.
    func expect(_ emitted: [String: [UInt8]]) throws {
        guard !Self.isRecording else { return try record(emitted) }
        for (path, contents) in emitted {
            let recorded = try? Data(contentsOf: folder.appending(path: path))
            let difference = Self.firstDifference(recorded.map(Array.init) ?? [], contents)
            #expect(difference == nil, "\(folder.lastPathComponent)/\(path)")
        }
        let files = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
        #expect(Set(files) == Set(emitted.keys), "\(folder.path) holds files that nothing emits")
    }

    private func record(_ emitted: [String: [UInt8]]) throws {
        try? FileManager.default.removeItem(at: folder)
        for (path, contents) in emitted {
            let file = folder.appending(path: path)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(contents).write(to: file)
        }
        Issue.record("recorded \(folder.path); run again without REQUISITE_RECORD")
    }

    /// The first line that differs, as it was recorded and as it is.
    private static func firstDifference(_ recorded: [UInt8], _ emitted: [UInt8]) -> String? {
        if recorded == emitted { return nil }
        let old = String(decoding: recorded, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
        let new = String(decoding: emitted, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
        let place = zip(old, new).enumerated().first { $1.0 != $1.1 }?.offset ?? min(old.count, new.count)
        let line = { (lines: [Substring]) in place < lines.count ? String(lines[place]) : "end of file" }
        return "line \(place + 1): recorded '\(line(old))', emitted '\(line(new))'"
    }
}
