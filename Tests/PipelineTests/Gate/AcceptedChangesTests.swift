import RequirementModel
import Testing

@testable import Pipeline

@Suite struct AcceptedChangesTests {
    private static func change(_ fingerprint: String) -> Change {
        Change(
            id: "requirement-added", fingerprint: fingerprint, operation: .added, impact: .requirement, level: .error,
            cause: .source, record: RecordID(rawValue: "000000000001"), document: "a.md", section: [], text: "Open it")
    }

    private static let changes = ChangeSet(
        from: "1", to: "2", changes: [change("00000000000000aa"), change("00000000000000bb")])

    private static func accepted(_ text: String) throws -> AcceptedChanges {
        try AcceptedChanges(Array(text.utf8), file: "accepted-changes.yml")
    }

    @Test func `what is accepted passes the gate to the last day`() throws {
        let accepted = try Self.accepted(
            """
            - fingerprint: "00000000000000aa"
              reason: 'Ticket 4711: opened'
              until: 2026-03-31
            - {fingerprint: "00000000000000bb", reason: not ours}
            """)
        let within = accepted.review(Self.changes, on: "2026-03-31", isWhole: true)
        #expect(within.changes.level == nil && within.notices.isEmpty)
        #expect(within.changes.changes.map(\.acceptance?.reason) == ["Ticket 4711: opened", "not ours"])
        let after = accepted.review(Self.changes, on: "2026-04-01", isWhole: true)
        #expect(after.changes.level == .error)
        #expect(after.notices.map(\.id) == ["expired-acceptance"] && after.notices[0].location.position.line == 1)
        #expect(accepted.fingerprints(on: "2026-04-01") == ["00000000000000bb"])
    }

    @Test func `an acceptance of nothing is said`() throws {
        let accepted = try Self.accepted("- fingerprint: 00000000000000cc\n  reason: gone\n")
        #expect(
            accepted.review(Self.changes, on: "2026-01-01", isWhole: true).notices.map(\.id) == ["unused-acceptance"])
        // Of two files alone nobody can tell.
        #expect(accepted.review(Self.changes, on: "2026-01-01", isWhole: false).notices.isEmpty)
    }

    @Test(arguments: ["", "# only a comment\n", "[]\n", "---\n"])
    func `nothing is accepted`(_ text: String) throws { #expect(try Self.accepted(text).entries.isEmpty) }

    @Test(arguments: [
        ("- fingerprint: 00aa\n  reason: x\n", 1, 16), ("- reason: x\n", 1, 3), ("a: b\n", 1, 1),
        ("- fingerprint: 00000000000000aa\n", 1, 3), ("- fingerprint: 00000000000000aa\n  reason: ''\n", 1, 3),
        ("- fingerprint: 00000000000000aa\n  reason: x\n  until: 2026-02-30\n", 3, 10),
        ("- fingerprint: 00000000000000aa\n  reason: x\n  until: {}\n", 3, 10),
        ("- fingerprint: 00000000000000aa\n  reason: x\n  author: me\n", 3, 3), ("- just text\n", 1, 3),
        ("- fingerprint: 00000000000000aa\n  reason: x\n- fingerprint: 00000000000000aa\n  reason: y\n", 3, 3),
        ("- fingerprint: [\n", 2, 1),
    ])
    func `a fault is named with its place`(_ text: String, _ line: Int, _ column: Int) throws {
        let error = try #require(throws: InvalidConfiguration.self) { try Self.accepted(text) }
        #expect(error.diagnostics.map(\.location.position) == [SourcePosition(line: line, column: column)])
    }
}
