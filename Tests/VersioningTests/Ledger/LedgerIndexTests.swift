import Foundation
import RequirementModel
import Testing

@testable import Versioning

@Suite struct LedgerIndexTests {
    private let store = TemporaryLedger()
    private var index: URL { store.folder.appending(path: ".cache/index.jsonl") }

    init() throws {
        for page in [LedgerTests.first, LedgerTests.second, LedgerTests.third] { try store.append([page]) }
    }

    /// What every version changed about `host`, by reading all of them.
    private func expected(_ host: String) throws -> [Release.Entry] {
        try store.ledger.release().history.compactMap { entry in
            var entry = entry
            entry.changes.changes.removeAll { !ChangeSubject($0).destinations.contains(host) }
            return entry.changes.changes.isEmpty ? nil : entry
        }
    }

    private func expectAll(_ location: Testing.SourceLocation = #_sourceLocation) throws {
        for host in ["a.example", "b.example", "c.example", "none.example"] {
            let found = try store.ledger.history { $0.destinations.contains(host) }
            let all = try expected(host)
            #expect(found.map(\.version) == all.map(\.version), sourceLocation: location)
            #expect(found.map(\.changes) == all.map(\.changes), sourceLocation: location)
        }
        let everything = try store.ledger.history { $0.documents == ["firewall.md"] }
        #expect(everything.map(\.changes.changes.count) == [1, 2, 3], sourceLocation: location)
    }

    @Test func `it finds what reading all finds`() throws {
        try expectAll()
        #expect(FileManager.default.fileExists(atPath: index.path(percentEncoded: false)))
        try expectAll()
        #expect(try store.ledger.verify() == 3)
    }

    @Test func `it tells of versions that came later`() throws {
        try expectAll()
        try store.append([Page([NetworkRequirement("d.example", tcp: 443)])], on: "2025-03-02")
        let found = try store.ledger.history { $0.destinations.contains("d.example") }
        #expect(found.map(\.version.id.rawValue) == ["202503020001"])
    }

    @Test(arguments: [0.0, 0.3, 0.99]) func `a torn index is made again`(_ part: Double) throws {
        try expectAll()
        let bytes = try Data(contentsOf: index)
        try bytes.prefix(Int(Double(bytes.count) * part)).write(to: index)
        try expectAll()
        #expect(try Data(contentsOf: index) == bytes)
    }

    /// As after a checkout of another branch, whose versions have the same ids.
    @Test func `an index of another history is made again`() throws {
        let other = TemporaryLedger()
        for page in [LedgerTests.second, LedgerTests.first, LedgerTests.third] { try other.append([page]) }
        _ = try other.ledger.history { _ in true }
        try FileManager.default.createDirectory(
            at: index.deletingLastPathComponent(), withIntermediateDirectories: true)
        try FileManager.default.copyItem(at: other.folder.appending(path: ".cache/index.jsonl"), to: index)
        try expectAll()
    }

    @Test func `a version tells its documents`() throws {
        let ids = try store.ledger.versionIDs()
        for entry in try store.ledger.release().history {
            #expect(try store.ledger.version(entry.version.id).documents == entry.version.documents)
        }
        #expect(try store.ledger.version() == store.ledger.head()?.version)
        #expect(try store.ledger.snapshot(of: ids[2]) == store.ledger.head()?.snapshot)
    }
}
