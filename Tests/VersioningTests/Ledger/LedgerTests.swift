import Foundation
import RequirementModel
import Testing

@testable import Versioning

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

@Suite struct LedgerTests {
    static let first = Page([
        NetworkRequirement("a.example", tcp: 443, for: "Sign in"),
        NetworkRequirement("b.example", tcp: 443, for: "Updates"),
        NetworkRequirement("c.example", tcp: 8883, for: "Telemetry"),
    ])
    static let second = first.edited { records in
        records[1].edit { $0.services = [Service(transport: "TCP", port: PortRange(8443))] }
        records.remove(at: 0)
    }
    static let third = second.edited { $0.insert(first.records[0], at: 0) }

    @Test func everyVersionIsReadAsItWasWritten() throws {
        let store = TemporaryLedger()
        #expect(try store.ledger.head() == nil)
        let versions = [
            try store.append([Self.first]), try store.append([Self.second]),
            try store.append([Self.third], on: "2025-03-02"),
        ]
        #expect(versions.map(\.id.rawValue) == ["202503010001", "202503010002", "202503020001"])
        #expect(versions.map(\.parent) == [nil, versions[0].id, versions[1].id])
        #expect(try store.ledger.versionIDs() == versions.map(\.id))
        #expect(try store.ledger.verify() == 3)

        let head = try #require(try store.ledger.head())
        #expect(head.version == versions[2])
        #expect(try store.ledger.lastVersion() == versions[2])
        try FileManager.default.removeItem(at: store.file("head.jsonl"))
        #expect(try store.ledger.lastVersion() == versions[2])
        let release = try store.ledger.release()
        #expect(release.records == head.snapshot.records)
        #expect(release.history.map(\.version) == versions.reversed())
        #expect(release.history.map(\.changes.changes.count) == [1, 2, 3])
        let middle = try store.ledger.release(of: versions[1].id)
        #expect(middle.records.map(\.location.position.line) == [10, 11])
        #expect(try store.ledger.snapshot(of: versions[1].id).retired.count == 1)
        #expect(try store.ledger.changes() == release.history[0].changes)
    }
}
