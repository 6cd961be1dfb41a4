internal import Algorithms
internal import RequirementModel
internal import TransformerKit

/// What became of every record in one cloud's template, for people and for programs.
struct Sidecar {
    private let plan: CloudPlan
    private let version: VersionID
    private let unusedValues: [String]
    private let rulesByRecord: [RecordID: [String]]

    /// Raised when a reader of the old form would misread the new.
    static let schemaVersion = 1

    /// The sidecar of `plan`'s template; `unusedValues` are names in options that no record needs.
    init(plan: CloudPlan, version: VersionID, unusedValues: [String]) {
        self.plan = plan
        self.version = version
        self.unusedValues = unusedValues
        rulesByRecord = Dictionary(grouping: plan.rules, by: \.record).mapValues { $0.map(\.name) }
    }

    var json: [UInt8] {
        JSONWriter.text { writer in
            writer.object { writer in
                writer.member("schemaVersion", Self.schemaVersion)
                writer.member("version", version.rawValue)
                writer.member("cloud", plan.cloud.rawValue)
                writer.member("template", "\(plan.cloud.rawValue).template.json")
                writer.key("books")
                writer.object { writeBooks(to: &$0) }
                writer.member("notes", notes)
                writer.key("parameters")
                writer.array(plan.parameters.placeholders) { writer, placeholder in
                    writer.object { writer in
                        writer.member("name", plan.parameters.name(for: placeholder))
                        writer.member("placeholder", "{\(placeholder)}")
                    }
                }
                writer.key("unexpressed")
                writer.array(plan.unexpressed) { writer, item in
                    writer.object { writer in
                        writer.place(item.record, item.location)
                        writer.member("destination", item.destination)
                        writer.member("id", item.id)
                        writer.member("reason", item.reason)
                    }
                }
                writer.key("alternatives")
                writer.array(plan.alternatives) { writer, choice in
                    writer.object { writer in
                        writer.place(choice.record.id, choice.record.location)
                        writer.member("used", choice.used.map(\.text))
                        writer.member("others", choice.others.map(\.text))
                    }
                }
                writer.key("rules")
                writer.array(plan.records.filter { rulesByRecord[$0.id] != nil }) { writer, record in
                    writer.object { writer in
                        writer.place(record.id, record.location)
                        writer.member("document", record.document)
                        writer.member("conditions", Array(record.atoms.lazy.compactMap(\.condition).uniqued()))
                        writer.member("rules", rulesByRecord[record.id] ?? [])
                    }
                }
                writer.key("excluded")
                writer.object { writer in
                    for reason in Exclusion.allCases {
                        writer.member(reason.rawValue, (plan.excluded[reason] ?? []).map(\.rawValue))
                    }
                }
            }
        }
    }

    /// Records = expressed + partly + unexpressed + excluded.
    private func writeBooks(to writer: inout JSONWriter) {
        let failed = Set(plan.unexpressed.map(\.record))
        let partly = rulesByRecord.keys.count { failed.contains($0) }
        writer.member("records", plan.records.count)
        writer.member("expressed", rulesByRecord.count - partly)
        writer.member("partly", partly)
        writer.member("unexpressed", failed.count - partly)
        writer.member("excluded", plan.excluded.values.reduce(0) { $0 + $1.count })
    }

    private var notes: [String] {
        var notes = ["Records whose document names no cloud stand in the template of every cloud."]
        if plan.rules.contains(where: { $0.match.services.isNetworkNames }) {
            notes.append("Network rules with names need DNS proxy: turn it on in the policy's DNS settings.")
        }
        if plan.rules.contains(where: { $0.place == .networkDeny || $0.place == .networkDenyLast }) {
            notes.append("Network rules that deny are evaluated before all application rules, whatever their priority.")
        }
        if plan.rules.contains(where: \.usesMSSQL) {
            notes.append("Rules for MSSQL hold for connections in proxy mode, on the stated port only.")
        }
        return notes + unusedValues.map { "The options speak of '\($0)', which no record names." }
    }
}

extension JSONWriter {
    fileprivate mutating func place(_ record: RecordID, _ location: SourceLocation) {
        member("record", record.rawValue)
        member("file", location.file)
        member("line", location.position.line)
    }
}
