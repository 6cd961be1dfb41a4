import RequirementModel
import TestSupport
import Testing
import TransformerKit

struct ChangeReportTests {
    static let sets = Release.sample.history.map(\.changes) + Release.hostile.history.map(\.changes)

    @Test(arguments: 0..<sets.count)
    func `no change is left out, in any format`(index: Int) {
        let report = ChangeReport(Self.sets[index])
        let listed = Set(report.sections.flatMap { $0.changes.map(\.record) })
        #expect(listed == Set(Self.sets[index].changes.map(\.record)))
        let text = report.lines.map(\.text).joined(separator: "\n")
        let markdown = report.markdown(.init(limit: nil))
        let page = report.html(links: nil, headingLevel: 2)
        for change in Self.sets[index].changes {
            let name = change.isOfPage ? change.fingerprint : change.record.rawValue
            for shown in [text, markdown, page] { #expect(shown.contains(name)) }
        }
    }

    @Test(arguments: 0..<sets.count)
    func `a terminal sees one line for each line, and no control`(index: Int) {
        for line in ChangeReport(Self.sets[index]).lines {
            #expect(!line.text.unicodeScalars.contains { $0.isInvisible })
        }
    }

    @Test func `what another reading of the same document changed stands apart`() {
        var change = Self.sets[2].changes[0]
        change.cause = .extractor
        let report = ChangeReport(ChangeSet(from: "1", to: "2", changes: [change]))
        #expect(report.sections.map(\.topic) == [.rereading])
    }

    @Test func `a change that opens and closes stands under both`() throws {
        let change = try #require(Self.sets[2].changes.first { !$0.opened.isEmpty && !$0.closed.isEmpty })
        let report = ChangeReport(ChangeSet(from: "1", to: "2", changes: [change]))
        #expect(report.sections.map(\.topic) == [.opening, .closing])
    }

    @Test(arguments: [600, 2_000, 20_000])
    func `a limit drops whole rows and says how many`(limit: Int) throws {
        let set = Release.hostile.history[0].changes
        let whole = ChangeReport(set).markdown(.init(limit: nil))
        let cut = ChangeReport(set).markdown(.init(limit: limit))
        #expect(whole.count > limit && cut.count <= limit)
        let dropped = try #require(cut.firstMatch(of: /\*\*(\d+) more entr(y|ies) not shown here; .+\.\*\*\n$/))
        let entries = ChangeReport(set).sections.reduce(0) { $0 + $1.changes.count }
        let kept = cut.split(separator: "\n").count { $0.hasPrefix("| ") && $0.hasSuffix("` |") }
        #expect(Int(dropped.1) == entries - kept)
        #expect(cut.split(separator: "\n").dropLast().allSatisfy { whole.contains($0) })
    }

    /// A page that asks for much must not crowd out what it smuggled in.
    @Test func `at the limit risks are left out last`() throws {
        let changes = Release.sample.history.flatMap(\.changes.changes)
        let risky = try #require(changes.first { !$0.risks.isEmpty && $0.acceptance == nil })
        let plain = try #require(changes.first { !$0.opened.isEmpty && $0.risks.isEmpty && $0.cause == .source })
        let set = ChangeSet(from: "1", to: "2", changes: Array(repeating: plain, count: 500) + [risky])
        let cut = ChangeReport(set).markdown(.init(limit: 5_000))
        #expect(cut.utf8.count <= 5_000)
        #expect(cut.contains("### Risks") && cut.contains("any destination"))
        #expect(cut.contains("### Open these"))
    }

    @Test func `nothing changed is said`() {
        let report = ChangeReport(ChangeSet(from: "1", to: "2", changes: []))
        #expect(report.markdown() == "No changes.\n")
        #expect(report.lines.map(\.text) == ["1 → 2: no changes"])
    }
}
