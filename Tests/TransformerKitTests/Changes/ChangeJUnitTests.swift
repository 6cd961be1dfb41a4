import Foundation
import RequirementModel
import TestSupport
import Testing
import TransformerKit

struct ChangeJUnitTests {
    private func junit(_ changes: [Change]) -> String {
        let report = ChangeReport(ChangeSet(from: "1", to: "2", changes: changes))
        return String(decoding: report.junit(fails: trips), as: UTF8.self)
    }

    private func trips(_ change: Change) -> Bool {
        change.level == .error && change.cause == .source && change.acceptance == nil
    }

    private static let changes = Release.sample.history.flatMap(\.changes.changes)

    @Test func `a change is a test, which fails when the gate would`() {
        let text = junit(Self.changes)
        #expect(text.matches(of: /<testcase\s/).count == Self.changes.count)
        let tripping = Self.changes.count(where: trips)
        #expect(text.matches(of: /<failure\s/).count == tripping)
        #expect(text.matches(of: /\sfailures="(\d+)"/).compactMap { Int($0.1) }.reduce(0, +) == tripping)
        let others = Self.changes.count { $0.cause != .source || $0.acceptance != nil }
        #expect(others > 1 && text.matches(of: /<skipped\s/).count == others)
    }

    /// Some systems take a report without tests for a run that went wrong.
    @Test func `no change is a test that passes`() {
        let text = junit([])
        #expect(text.contains("tests=\"1\" failures=\"0\""))
        #expect(text.contains("<testcase name=\"no changes\""))
    }
}
