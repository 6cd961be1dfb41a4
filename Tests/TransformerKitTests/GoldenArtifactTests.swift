import BuiltInTransformers
import Foundation
import RequirementModel
import TestSupport
import Testing
import TransformerKit

/// What each transformer makes of the made-up releases, compared with `Fixtures/RELEASE/TRANSFORMER/`.
///
/// `REQUISITE_RECORD=1 swift test --filter GoldenArtifactTests` records them anew; that run fails, so that it is never
/// taken for a check. A recorded file that no transformer emits fails too.
struct GoldenArtifactTests {
    static let releases: [String: Release] = ["sample": .sample, "hostile": .hostile, "empty": .empty]
    static let isRecording = ProcessInfo.processInfo.environment["REQUISITE_RECORD"] != nil
    static let fixtures = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures")

    @Test(arguments: releases.keys.sorted(), BuiltInTransformersTests.names)
    func `artifacts are those recorded`(release: String, name: String) throws {
        let type = try BuiltInTransformers.registry.transformer(named: name)
        let result = try type.init(options: OptionValues(for: type.descriptor)).transform(
            #require(Self.releases[release]))
        let folder = Self.fixtures.appending(path: "\(release)/\(name)")
        if Self.isRecording {
            try? FileManager.default.removeItem(at: folder)
            for artifact in result.artifacts {
                let file = folder.appending(path: artifact.path)
                try FileManager.default.createDirectory(
                    at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
                try Data(artifact.contents).write(to: file)
            }
            Issue.record("recorded \(release)/\(name); run again without REQUISITE_RECORD")
            return
        }
        for artifact in result.artifacts {
            let recorded = try? Data(contentsOf: folder.appending(path: artifact.path))
            let difference = Self.firstDifference(recorded.map(Array.init) ?? [], artifact.contents)
            #expect(difference == nil, "\(release)/\(name)/\(artifact.path)")
        }
        let files = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
        #expect(Set(files) == Set(result.artifacts.map(\.path)), "\(release)/\(name) holds files that nothing emits")
    }

    @Test func `no recorded folder is left over`() throws {
        let folders = try FileManager.default.contentsOfDirectory(atPath: Self.fixtures.path)
        #expect(Set(folders) == Set(Self.releases.keys))
        for release in folders {
            let names = try FileManager.default.contentsOfDirectory(atPath: Self.fixtures.appending(path: release).path)
            #expect(Set(names) == Set(BuiltInTransformersTests.names))
        }
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
