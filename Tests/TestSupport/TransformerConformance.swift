import Foundation
import RequirementModel
public import TransformerKit

/// What every transformer promises, checked: `BuiltInTransformersTests` holds all of the registry to it, others are held so.
///
/// ```swift
/// @Test func `it keeps a transformer's promises`() {
///     #expect(TransformerConformance.violations(of: HostList.self) == [])
/// }
/// ```
public enum TransformerConformance {
    /// The promises that `type` breaks, one sentence each.
    public static func violations(of type: any Transformer.Type) -> [String] {
        let descriptor = type.descriptor
        var found = descriptorViolations(descriptor) + optionViolations(descriptor)
        for (name, release) in [("sample", Release.sample), ("empty", .empty), ("hostile", .hostile)] {
            do {
                let options = try OptionValues(for: descriptor)
                let result = try type.init(options: options).transform(release)
                let problems =
                    artifactViolations(result) + bookViolations(result, release, descriptor)
                    + determinismViolations(type, options, release, result)
                found += problems.map { "\(name) release: \($0)" }
            } catch {
                found.append("\(name) release: it throws '\(error)' with its default options")
            }
        }
        return found
    }

    // MARK: Descriptor and options

    private static func descriptorViolations(_ descriptor: TransformerDescriptor) -> [String] {
        var found: [String] = []
        if descriptor.name.wholeMatch(of: /[a-z][a-z0-9]*(-[a-z0-9]+)*/) == nil {
            found.append("its name is no kebab-case")
        }
        if descriptor.version.wholeMatch(of: /\d+\.\d+\.\d+/) == nil {
            found.append("its version is no semantic version")
        }
        if descriptor.summary.wholeMatch(of: /[A-Z][^\n]{10,160}\./) == nil {
            found.append("its summary is no sentence")
        }
        if descriptor.formats.isEmpty || !descriptor.formats.allSatisfy({ $0.contains("/") }) {
            found.append("its formats are no media types")
        }
        if Set(descriptor.options.map(\.name)).count != descriptor.options.count {
            found.append("two options share a name")
        }
        for option in descriptor.options {
            if option.name.wholeMatch(of: /[a-z][a-z0-9]*(-[a-z0-9]+)*/) == nil {
                found.append("option '\(option.name)' is no kebab-case")
            }
            if option.summary.wholeMatch(of: /[A-Z].{10,300}\./.dotMatchesNewlines()) == nil {
                found.append("the summary of option '\(option.name)' is no sentence")
            }
        }
        for schema in descriptor.schemas {
            let object = try? JSONSerialization.jsonObject(with: Data(schema.text.utf8)) as? [String: Any]
            if object?["$schema"] as? String != "https://json-schema.org/draft/2020-12/schema" {
                found.append("schema '\(schema.name)' is no JSON Schema 2020-12")
            }
        }
        return found
    }

    private static func optionViolations(_ descriptor: TransformerDescriptor) -> [String] {
        var found: [String] = []
        func expect(_ given: [String: OptionValue], names hint: String, _ what: String) {
            do {
                _ = try OptionValues(given, for: descriptor)
                found.append("\(what) is accepted")
            } catch {
                if !error.description.contains(hint) { found.append("\(what): the message does not name '\(hint)'") }
            }
        }
        expect(["no-such-option": .boolean(true)], names: "no-such-option", "an unknown option")
        for option in descriptor.options {
            if (try? OptionValues([option.name: option.defaultValue], for: descriptor)) == nil {
                found.append("the default of option '\(option.name)' is refused")
            }
            expect([option.name + "x": option.defaultValue], names: "'\(option.name)'", "option '\(option.name)x'")
            let wrong: OptionValue = if case .boolean = option.defaultValue { .integer(1) } else { .boolean(true) }
            expect([option.name: wrong], names: option.defaultValue.typeName, "a wrong type for '\(option.name)'")
            if let choice = option.choices.first {
                let misspelt = OptionValue.string(choice + "x")
                expect([option.name: misspelt], names: "'\(choice)'", "a wrong choice for '\(option.name)'")
            }
        }
        return found
    }

    // MARK: Artifacts

    private static func artifactViolations(_ result: Transformation) -> [String] {
        var found: [String] = []
        if Set(result.artifacts.map { $0.path.lowercased() }).count != result.artifacts.count {
            found.append("two artifacts share a path")
        }
        for artifact in result.artifacts {
            let parts = artifact.path.split(separator: "/", omittingEmptySubsequences: false)
            if parts.contains(where: { $0.isEmpty || $0 == "." || $0 == ".." }) || artifact.path.contains("\\") {
                found.append("'\(artifact.path)' is no relative path")
            }
            guard let text = String(validating: artifact.contents, as: UTF8.self) else {
                found.append("'\(artifact.path)' is no UTF-8")
                continue
            }
            if text.utf8.last != UInt8(ascii: "\n") { found.append("'\(artifact.path)' does not end with a line end") }
            if let hidden = text.unicodeScalars.first(where: { $0.isInvisible && $0 != "\n" }) {
                found.append("'\(artifact.path)' holds U+\(String(hidden.value, radix: 16)), which nobody sees")
            }
            if artifact.path.hasSuffix(".json"), (try? JSONSerialization.jsonObject(with: Data(text.utf8))) == nil {
                found.append("'\(artifact.path)' is no JSON")
            }
        }
        return found
    }

    /// Network records = expressed or unexpressed + excluded.
    private static func bookViolations(
        _ result: Transformation, _ release: Release, _ descriptor: TransformerDescriptor
    ) -> [String] {
        var found: [String] = []
        let known = Set(release.records.map(\.id))
        let unexpressed = Set(result.unexpressed.map(\.record))
        let handled = result.expressed.union(unexpressed)
        if !handled.union(result.excluded).isSubset(of: known) {
            found.append("it accounts for records that do not exist")
        }
        if !handled.isDisjoint(with: result.excluded) { found.append("a record is excluded and yet handled") }
        let owed: [Requirement] =
            switch descriptor.expresses {
            case .changes: []
            case .everyRecord: release.records
            case .requirements: release.records.filter { $0.network != nil }
            }
        let lost = owed.filter { !handled.contains($0.id) && !result.excluded.contains($0.id) }
        if !lost.isEmpty {
            found.append("the books do not balance: \(lost.count) records are lost, first \(lost[0].id)")
        }
        for item in result.unexpressed
        where item.reason.isEmpty || item.id.wholeMatch(of: /[a-z0-9]+(-[a-z0-9]+)*/) == nil {
            found.append("record \(item.record) is unexpressed without a reason or a kebab-case id")
        }
        return found
    }

    private static func determinismViolations(
        _ type: any Transformer.Type, _ options: OptionValues, _ release: Release, _ first: Transformation
    ) -> [String] {
        var found: [String] = []
        var permuted = release
        var orders: [(String, [Requirement])] = [("given again", release.records)]
        orders.append(("given backwards", release.records.reversed()))
        let half = release.records.count / 2
        orders.append(("given from the middle", Array(release.records[half...] + release.records[..<half])))
        for (what, records) in orders {
            permuted.records = records
            let other = try? type.init(options: options).transform(permuted)
            if other?.artifacts != first.artifacts { found.append("the same records \(what) yield other bytes") }
            if other?.unexpressed != first.unexpressed { found.append("the same records \(what) yield other reasons") }
        }
        if !type.descriptor.readsHistory {
            let alone = Release(version: release.version, records: release.records, history: [])
            if (try? type.init(options: options).transform(alone))?.artifacts != first.artifacts {
                found.append("it says that it reads no history, and yields other bytes without one")
            }
        }
        return found
    }
}
