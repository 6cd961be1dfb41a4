import Foundation
import RequirementModel
import Testing

@testable import Versioning

/// What a process that is killed leaves behind, at each step of writing a version, is a whole ledger.
@Suite struct LedgerCrashTests {
    /// The files of a ledger before a version was added and after.
    private struct Crash {
        let store = TemporaryLedger()
        var before: [String: Data] = [:]
        var after: [String: Data] = [:]

        init() throws {
            try store.append([LedgerTests.first])
            before = try files()
            try store.append([LedgerTests.second])
            after = try files()
        }

        private func files() throws -> [String: Data] {
            Dictionary(uniqueKeysWithValues: try store.names.map { ($0, try Data(contentsOf: store.file($0))) })
        }

        /// Puts the folder into a state.
        func leave(_ files: [String: Data]) throws {
            for name in try store.names { try FileManager.default.removeItem(at: store.file(name)) }
            for (name, data) in files { try data.write(to: store.file(name)) }
        }
    }

    private static let version = "202503010002.jsonl"
    private static let snapshot = "head.jsonl"

    /// - Parameter versions: How many versions must be there afterwards.
    private func expectWhole(_ crash: Crash, versions: Int) throws {
        #expect(try crash.store.ledger.verify() == versions)
        #expect(try #require(try crash.store.ledger.head()).version.id.rawValue == "20250301000\(versions)")
        #expect(try crash.store.ledger.lastVersion()?.id.rawValue == "20250301000\(versions)")
        // The next run puts all in order, and leaves nothing of the killed one.
        _ = try crash.store.ledger.writer()
        let whole = versions == 1 ? crash.before : crash.after
        #expect(try crash.store.names == whole.keys.sorted())
        for (name, data) in whole { #expect(try Data(contentsOf: crash.store.file(name)) == data) }
        try crash.store.append([LedgerTests.third])
        #expect(try crash.store.ledger.verify() == versions + 1)
    }

    @Test func `while the version is written`() throws {
        let crash = try Crash()
        for count in [0, 1, 100] {
            let draft = try #require(crash.after[Self.version]).prefix(count)
            try crash.leave(crash.before.merging([".draft-" + Self.version: draft]) { $1 })
            try expectWhole(crash, versions: 1)
        }
    }

    @Test func `while the snapshot is written`() throws {
        let crash = try Crash()
        let drafts = [
            ".draft-" + Self.version: crash.after[Self.version],
            ".draft-" + Self.snapshot: crash.after[Self.snapshot]?.prefix(100),
        ].compactMapValues(\.self)
        try crash.leave(crash.before.merging(drafts) { $1 })
        try expectWhole(crash, versions: 1)
    }

    @Test func `after the version took its place`() throws {
        let crash = try Crash()
        var left = crash.after
        left[Self.snapshot] = crash.before[Self.snapshot]
        left[".draft-" + Self.snapshot] = crash.after[Self.snapshot]
        try crash.leave(left)
        try expectWhole(crash, versions: 2)
    }

    @Test func `before the first version took its place`() throws {
        let crash = try Crash()
        try crash.leave([".draft-202503010001.jsonl": Data("{".utf8)])
        #expect(try crash.store.ledger.verify() == 0)
        #expect(try crash.store.ledger.head() == nil)
        try crash.store.append([LedgerTests.first])
        #expect(try crash.store.names == crash.before.keys.sorted())
    }

    @Test func `after the first version took its place`() throws {
        let crash = try Crash()
        try crash.leave(crash.before.filter { $0.key != Self.snapshot })
        try expectWhole(crash, versions: 1)
    }

    @Test func `a snapshot that is deleted is made again`() throws {
        let crash = try Crash()
        try crash.leave(crash.after.filter { $0.key != Self.snapshot })
        try expectWhole(crash, versions: 2)
    }
}
