import Foundation
import RequirementModel
import Testing

@testable import Versioning

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

    @Test func `every version is read as it was written`() throws {
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
        let release = try store.ledger.release()
        #expect(release.records == head.snapshot.records)
        #expect(release.history.map(\.version) == versions.reversed())
        #expect(release.history.map(\.changes.changes.count) == [1, 2, 3])
        let middle = try store.ledger.release(of: versions[1].id)
        #expect(middle.records.map(\.location.position.line) == [10, 11])
        for whole in [release, middle] {
            let alone = try store.ledger.release(of: whole.version.id, readingHistory: false)
            #expect(alone.history.isEmpty)
            #expect(alone.records == whole.records)
            #expect(alone.version == whole.version)
        }
        #expect(try store.ledger.snapshot(of: versions[1].id).retired.count == 1)
        #expect(try store.ledger.changes() == release.history[0].changes)
    }

    @Test func `lines that shift are recorded without a change`() throws {
        let store = TemporaryLedger()
        try store.append([Self.first])
        var shifted = Self.first
        for index in shifted.records.indices { shifted.records[index].location.position.line += 5 }
        shifted.digest = "other"
        try store.append([shifted])
        let release = try store.ledger.release()
        #expect(release.history[0].changes.changes.isEmpty)
        #expect(release.records.map(\.location.position.line) == [15, 16, 17])
        #expect(try store.ledger.verify() == 2)
    }

    @Test func `versions are dated in order`() throws {
        let store = TemporaryLedger()
        let pages = [Self.first, Self.second, Self.third]
        let dates = ["2025-03-05", "2025-03-01", "2025-03-05"]
        let ids = try zip(pages, dates).map { try store.append([$0], on: $1).id.rawValue }
        #expect(ids == ["202503050001", "202503050002", "202503050003"])
        for date in ["", "2025-3-1", "20250301", "2025-03-xx", "yesterday"] {
            #expect(throws: LedgerError.self) { try store.append([Self.first], on: date) }
        }
        #expect(VersionID.next(after: VersionID(rawValue: "202503059999"), on: "2025-03-05") == nil)
        #expect(
            VersionID.next(after: VersionID(rawValue: "202503059999"), on: "2025-03-06")?.rawValue == "202503060001")
        #expect(try store.ledger.verify() == 3)
    }

    @Test func `a version that is not there is named`() throws {
        let store = TemporaryLedger()
        #expect(throws: LedgerError.self) { try store.ledger.release() }
        try store.append([Self.first])
        let unknown = try #require(VersionID(rawValue: "209901010001"))
        let error = #expect(throws: LedgerError.self) { try store.ledger.release(of: unknown) }
        #expect(error?.fault == .unknownVersion)
        #expect(error?.message.contains("209901010001") == true)
    }

    @Test func `one writes at a time`() throws {
        let store = TemporaryLedger()
        try store.append([Self.first])
        let writer = try store.ledger.writer()
        #expect(throws: LedgerError.self) { try store.ledger.writer() }
        #expect(try store.ledger.head()?.snapshot == writer.head?.snapshot)
        // A comparison with what is no longer the last version is refused.
        let stale = Comparison(from: writer.head?.snapshot, to: Snapshot("new", [Self.second]))
        try writer.append(stale, date: "2025-03-02")
        let error = #expect(throws: LedgerError.self) { try writer.append(stale, date: "2025-03-02") }
        #expect(error?.fault == .outdated)
        #expect(try store.ledger.verify() == 2)
    }

    @Test func `the lock goes with its holder`() throws {
        let store = TemporaryLedger()
        for _ in 1...3 { _ = try store.ledger.writer() }
        #expect(try store.names.isEmpty)
    }

    @Test func `a place that cannot be written is said`() throws {
        let store = TemporaryLedger()
        try "a file".write(to: store.folder, atomically: true, encoding: .utf8)
        #expect(try store.ledger.head() == nil)
        let error = #expect(throws: LedgerError.self) { try store.append([Self.first]) }
        #expect(error?.fault == .unwritable)
        #expect(try String(contentsOf: store.folder, encoding: .utf8) == "a file")
    }
}
