import BuiltInTransformers
import Foundation
import RequirementModel
import TestSupport
import Testing
import TransformerKit

/// What each transformer makes of the made-up releases, compared with `Fixtures/RELEASE/TRANSFORMER/`.
///
/// `REQUISITE_RECORD=1 swift test --filter GoldenArtifactTests` records them anew. A recorded file that no transformer emits
/// fails too.
struct GoldenArtifactTests {
    static let releases: [String: Release] = ["sample": .sample, "hostile": .hostile, "empty": .empty]

    @Test(arguments: releases.keys.sorted(), BuiltInTransformersTests.names)
    func `artifacts are those recorded`(release: String, name: String) throws {
        let type = try BuiltInTransformers.registry.transformer(named: name)
        let result = try type.init(options: OptionValues(for: type.descriptor)).transform(
            #require(Self.releases[release]))
        let artifacts = result.artifacts.map { ($0.path, $0.contents) }
        try RecordedFiles("Fixtures/\(release)/\(name)").expect(Dictionary(artifacts) { first, _ in first })
    }

    @Test func `no recorded folder is left over`() throws {
        let fixtures = RecordedFiles("Fixtures").folder
        let folders = try FileManager.default.contentsOfDirectory(atPath: fixtures.path)
        #expect(Set(folders) == Set(Self.releases.keys))
        for release in folders {
            let names = try FileManager.default.contentsOfDirectory(atPath: fixtures.appending(path: release).path)
            #expect(Set(names) == Set(BuiltInTransformersTests.names))
        }
    }
}
