import Foundation
import RequirementModel
import Testing

@testable import Versioning

/// Whatever is done to the files of a ledger is found, and the file named.
@Suite struct LedgerDamageTests {
    private static let versions = ["202503010001.jsonl", "202503010002.jsonl", "202503010003.jsonl"]
    private static let files = versions + ["head.jsonl"]

    private func store() throws -> TemporaryLedger {
        let store = TemporaryLedger()
        for page in [LedgerTests.first, LedgerTests.second, LedgerTests.third] { try store.append([page]) }
        return store
    }

    /// The error of `verify`, which must name `file`.
    private func expectDamage(
        _ store: TemporaryLedger, in file: String, _ fault: LedgerError.Fault = .damaged,
        _ location: SourceLocation = #_sourceLocation
    ) {
        let error = #expect(throws: LedgerError.self, sourceLocation: location) { try store.ledger.verify() }
        #expect(error?.file.hasSuffix("/" + file) == true, sourceLocation: location)
        #expect(error?.fault == fault, sourceLocation: location)
    }

    typealias SourceLocation = Testing.SourceLocation

    @Test(arguments: files) func `an edit of any byte is found`(_ file: String) throws {
        let store = try store()
        let bytes = [UInt8](try Data(contentsOf: store.file(file)))
        for position in stride(from: 0, to: bytes.count, by: 17) {
            var edited = bytes
            edited[position] = edited[position] == UInt8(ascii: "x") ? UInt8(ascii: "y") : UInt8(ascii: "x")
            try Data(edited).write(to: store.file(file))
            expectDamage(store, in: file)
        }
    }

    @Test(arguments: files) func `a file cut short or extended is found`(_ file: String) throws {
        let store = try store()
        let bytes = try Data(contentsOf: store.file(file))
        for count in stride(from: 0, to: bytes.count, by: 29) + [bytes.count - 1] {
            try bytes.prefix(count).write(to: store.file(file))
            expectDamage(store, in: file)
        }
        for addition in ["\n", "{}\n", "x"] {
            try (bytes + Data(addition.utf8)).write(to: store.file(file))
            expectDamage(store, in: file)
        }
    }

    /// The head is checked without reading the versions before its parent.
    @Test(arguments: files.dropFirst()) func `the next run refuses a damaged head`(_ file: String) throws {
        let store = try store()
        let text = try String(contentsOf: store.file(file), encoding: .utf8)
        try text.replacing("example", with: "EXAMPLE").write(to: store.file(file), atomically: true, encoding: .utf8)
        let attempts = [
            { _ = try store.ledger.lastVersion() }, { _ = try store.ledger.head() }, { _ = try store.ledger.writer() },
        ]
        for attempt in attempts {
            let error = #expect(throws: LedgerError.self) { try attempt() }
            #expect(error?.file.hasSuffix("/" + file) == true)
        }
    }

    @Test(arguments: versions) func `a missing version is found`(_ file: String) throws {
        let store = try store()
        try FileManager.default.removeItem(at: store.file(file))
        // A gap is seen by the version after it, the loss of the last by the snapshot.
        let witness = file == Self.versions[2] ? file : Self.versions[(Self.versions.firstIndex(of: file) ?? 0) + 1]
        expectDamage(store, in: witness)
    }

    /// An edit by someone who seals the file again breaks the link from the next.
    @Test func `an edit that is sealed again breaks the chain`() throws {
        let store = try store()
        for (index, file) in Self.versions.enumerated() {
            let original = try String(contentsOf: store.file(file), encoding: .utf8)
            let lines = original.split(separator: "\n").dropLast()
                .map { $0.replacing(#""text":""#, with: #""text":"No need to "#) + "\n" }
            try Data(SealedLinesWriter.seal(Array(lines.joined().utf8)).bytes).write(to: store.file(file))
            expectDamage(store, in: index == 2 ? "head.jsonl" : Self.versions[index + 1])
            try original.write(to: store.file(file), atomically: true, encoding: .utf8)
        }
        #expect(try store.ledger.verify() == 3)
    }

    @Test func `a snapshot that is sealed again is found`() throws {
        let store = try store()
        let text = try String(contentsOf: store.file("head.jsonl"), encoding: .utf8)
        let lines = text.split(separator: "\n").dropLast().map { $0.replacing("8443", with: "22") + "\n" }
        try Data(SealedLinesWriter.seal(Array(lines.joined().utf8)).bytes).write(to: store.file("head.jsonl"))
        expectDamage(store, in: "head.jsonl")
    }

    @Test(arguments: files) func `a newer form is refused`(_ file: String) throws {
        let store = try store()
        let text = try String(contentsOf: store.file(file), encoding: .utf8)
        try text.replacing(#""format":1"#, with: #""format":2"#)
            .write(to: store.file(file), atomically: true, encoding: .utf8)
        expectDamage(store, in: file, .newerFormat)
    }

    @Test func `what does not belong there is named`() throws {
        let store = try store()
        try "notes".write(to: store.file("notes.txt"), atomically: true, encoding: .utf8)
        expectDamage(store, in: "notes.txt")
        try FileManager.default.removeItem(at: store.file("notes.txt"))
        try "".write(to: store.file(".DS_Store"), atomically: true, encoding: .utf8)
        #expect(try store.ledger.verify() == 3)
    }

    @Test func `a version of another branch is found`() throws {
        let store = try store()
        let other = TemporaryLedger()
        try other.append([LedgerTests.first])
        try other.append([LedgerTests.third], on: "2025-03-04")
        try FileManager.default.copyItem(
            at: other.file("202503040001.jsonl"), to: store.file("202503040001.jsonl"))
        expectDamage(store, in: "202503040001.jsonl")
        #expect(throws: LedgerError.self) { try store.ledger.head() }
    }

    @Test func `a version that was renamed is found`() throws {
        let store = try store()
        try FileManager.default.moveItem(at: store.file(Self.versions[2]), to: store.file("202503010004.jsonl"))
        try FileManager.default.removeItem(at: store.file("head.jsonl"))
        expectDamage(store, in: "202503010004.jsonl")
    }
}
