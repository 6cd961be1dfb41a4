import Foundation
import RequirementModel
import TestSupport
import Testing
import TransformerKit

struct ChangeSARIFTests {
    private struct Log: Decodable {
        var runs: [Run]
        struct Run: Decodable {
            var tool: Tool
            var results: [Result]
        }
        struct Tool: Decodable { var driver: Driver }
        struct Driver: Decodable { var rules: [Rule] }
        struct Rule: Decodable { var id: String }
        struct Message: Decodable { var text: String }
        struct Result: Decodable {
            var ruleId: String
            var ruleIndex: Int
            var level: String
            var message: Message
            var locations: [Location]
            var partialFingerprints: [String: String]
            var suppressions: [Suppression]?
        }
        struct Suppression: Decodable {
            var status: String
            var justification: String
        }
        struct Location: Decodable { var physicalLocation: PhysicalLocation }
        struct PhysicalLocation: Decodable {
            var artifactLocation: ArtifactLocation
            var region: Region
        }
        struct ArtifactLocation: Decodable { var uri: String }
        struct Region: Decodable { var startLine: Int }
    }

    private func run(_ changes: [Change]) throws -> Log.Run {
        let report = ChangeReport(ChangeSet(from: "1", to: "2", changes: changes))
        let sarif = report.sarif(sources: SourceFolder(path: "Corpus"), toolVersion: "1.0.0")
        return try #require(JSONDecoder().decode(Log.self, from: Data(sarif)).runs.first)
    }

    private static let changes = Release.sample.history.flatMap(\.changes.changes)

    @Test func `every change is a result under the rule of its kind`() throws {
        let run = try run(Self.changes)
        #expect(run.results.count == Self.changes.reduce(0) { $0 + 1 + $1.risks.count })
        for result in run.results { #expect(run.tool.driver.rules[result.ruleIndex].id == result.ruleId) }
        #expect(run.tool.driver.rules.map(\.id) == Set(run.results.map(\.ruleId)).sorted())
    }

    /// Who dismisses the change has not dismissed the risk.
    @Test func `a risk is a result of its own`() throws {
        let change = try #require(Self.changes.first { !$0.risks.isEmpty && $0.acceptance == nil })
        let results = try run([change]).results
        #expect(results.map(\.ruleId) == ["requirement-added", "risk/any-destination"])
        #expect(results.map(\.level) == ["error", "error"])
        let fingerprints = results.compactMap { $0.partialFingerprints["requisite/v1"] }
        #expect(fingerprints == [change.fingerprint, "\(change.fingerprint)/any-destination"])
    }

    @Test func `what a person accepted is suppressed, its risks too`() throws {
        let change = try #require(Self.changes.first { $0.acceptance != nil })
        let results = try run([change]).results
        #expect(results.count == 2)
        for result in results {
            #expect(result.level == "note")
            #expect(result.suppressions?.map(\.status) == ["accepted"])
            #expect(result.suppressions?.first?.justification.contains("ticket 4711") == true)
        }
    }

    @Test func `a result has a line, of the file as it is`() throws {
        let gone = try #require(Self.changes.first { $0.operation == .removed })
        let result = try #require(run([gone]).results.first)
        #expect(result.locations[0].physicalLocation.region.startLine == 1)
        #expect(result.message.text.hasSuffix("(was on line 4)"))
    }

    @Test func `a rewording or another line changes no fingerprint`() throws {
        var change = Self.changes[0]
        let before = try run([change]).results.map(\.partialFingerprints)
        change.text = "in other words"
        change.after?.location.position.line += 7
        #expect(try run([change]).results.map(\.partialFingerprints) == before)
    }

    @Test func `braces and brackets of a text are neither placeholders nor links`() throws {
        var change = Self.changes[0]
        change.text = "Open {region}.example and [go](https://evil.example) {0}"
        let message = try #require(run([change]).results.first).message.text
        #expect(message == "Open {{region}}.example and [go] (https://evil.example) {{0}}")
    }
}
