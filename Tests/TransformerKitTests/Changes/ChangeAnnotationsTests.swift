import RequirementModel
import TestSupport
import Testing
import TransformerKit

struct ChangeAnnotationsTests {
    private func annotations(_ changes: [Change]) -> [Substring] {
        ChangeReport(ChangeSet(from: "1", to: "2", changes: changes))
            .annotations(sources: SourceFolder(path: "Corpus"), elsewhere: "the log has all")
            .split(separator: "\n", omittingEmptySubsequences: false).dropLast()
    }

    private static let changes = Release.sample.history.flatMap(\.changes.changes)

    @Test func `a change stands on the line that states it`() throws {
        let change = try #require(
            Self.changes.first { $0.operation == .added && $0.level == .error && $0.acceptance == nil })
        let line = try #require(annotations([change]).first)
        #expect(line.hasPrefix("::error file=Corpus/guides/cluster.md,line="))
        #expect(line.contains(",title=requirement-added::"))
    }

    /// The file has other lines by now.
    @Test func `what is gone names its file and no line`() throws {
        let change = try #require(Self.changes.first { $0.operation == .removed })
        let line = try #require(annotations([change]).first)
        #expect(line.hasPrefix("::warning file=Corpus/guides/cluster.md,title="))
        #expect(line.contains("(was on line 4)"))
    }

    @Test func `what asks nobody for anything is a notice`() throws {
        let reread = try #require(Self.changes.first { $0.cause == .extractor && $0.level == .error })
        let accepted = try #require(Self.changes.first { $0.acceptance != nil && $0.level == .error })
        let lines = annotations([reread, accepted])
        #expect(lines.count == 2 && lines.allSatisfy { $0.hasPrefix("::notice ") })
        #expect(lines.last?.hasSuffix("; accepted: Opened with ticket 4711 (until 2026-12-31)") == true)
    }

    @Test func `a page as a whole has no record and no line`() throws {
        let page = try #require(Self.changes.first { $0.isOfPage })
        #expect(
            annotations([page]) == [
                "::error file=Corpus/\(page.document),title=document-shrunk::\(page.document) yields no record where it had 6 records; fingerprint \(page.fingerprint)"
            ])
    }

    @Test func `ten of a kind are shown, and one more is summed up with the tenth`() throws {
        let error = try #require(Self.changes.first { $0.level == .error && $0.cause == .source })
        let notice = try #require(Self.changes.first { $0.level == .notice })
        #expect(annotations(Array(repeating: error, count: 10)).count == 10)
        let lines = annotations(Array(repeating: error, count: 11) + [notice])
        #expect(lines.count == 11)
        #expect(lines[9] == "::error::2 more are not shown here; the log has all")
        #expect(lines[10].hasPrefix("::notice "))
    }

    /// Whatever a text holds, the runner reads one command a line, with the file and title meant.
    @Test(arguments: HostileText.all)
    func `a text cannot end its property or begin a command`(text: String) throws {
        let change = try #require(Release.hostile.history[0].changes.changes.first { $0.section.first == text })
        let lines = annotations([change])
        #expect(lines.count == 1)
        let command = try #require(lines[0].wholeMatch(of: /::error file=([^,:]*),line=(\d+),title=([^,:]*)::(.*)/))
        let file = command.1.replacing("%3A", with: ":").replacing("%2C", with: ",").replacing("%0D", with: "\r")
            .replacing("%0A", with: "\n").replacing("%25", with: "%")
        #expect(file == "Corpus/evil/\(text.showingInvisibles).md")
        #expect(command.3 == "requirement-changed" || command.3 == "row-changed")
    }
}
