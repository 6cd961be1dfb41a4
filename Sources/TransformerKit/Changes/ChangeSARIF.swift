internal import RequirementModel

extension ChangeReport {
    /// The changes as SARIF 2.1.0 (OASIS), as GitHub's code scanning and other viewers of findings read it.
    ///
    /// Each change is a result under the rule of its kind, and each of its risks one more under the risk's, so that a person
    /// who dismisses the one has not dismissed the other. Results keep their `partialFingerprints` over versions of the
    /// document, as changes keep their fingerprints.
    /// - Parameters:
    ///   - sources: Where the documents are in the repository.
    ///   - toolVersion: The version of the tool that found the changes.
    public func sarif(sources: SourceFolder, toolVersion: String) -> [UInt8] {
        let findings = changeSet.changes.flatMap(Finding.findings)
        let rules = Dictionary(findings.map { ($0.rule, $0.ruleDescription) }) { first, _ in first }
            .sorted { $0.key < $1.key }
        return JSONWriter.text { writer in
            writer.object { writer in
                writer.member("$schema", Self.sarifSchema)
                writer.member("version", "2.1.0")
                writer.key("runs")
                writer.array { writer in
                    writer.object { writer in
                        writer.key("tool")
                        writer.object { writer in
                            writer.key("driver")
                            writer.object { writer in
                                writer.member("name", "Requisite")
                                writer.member("semanticVersion", toolVersion)
                                writer.key("rules")
                                writer.array(rules) { $0.write(rule: $1.key, description: $1.value) }
                            }
                        }
                        writer.key("results")
                        writer.array(findings) { writer, finding in
                            let index = rules.firstIndex { $0.key == finding.rule } ?? 0
                            finding.write(ruleIndex: index, sources: sources, to: &writer)
                        }
                    }
                }
            }
        }
    }

    private static let sarifSchema =
        "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
}

/// A change, or one of its risks.
private struct Finding {
    var change: Change
    var risk: Risk?

    static func findings(of change: Change) -> [Finding] {
        [Finding(change: change)] + change.risks.map { Finding(change: change, risk: $0) }
    }

    /// A risk and a kind of change may share a name.
    var rule: String { risk.map { "risk/\($0.rawValue)" } ?? change.id }

    var ruleDescription: String {
        let words = risk?.phrase ?? change.id.replacing("-", with: " ")
        return (risk == nil ? "" : "Risk: ") + (risk == nil ? words.prefix(1).uppercased() + words.dropFirst() : words)
    }

    /// The scheme's name belongs to the value: a later scheme gets another name, and neither is taken for the other.
    var fingerprint: String { risk.map { "\(change.fingerprint)/\($0.rawValue)" } ?? change.fingerprint }

    var message: String {
        let sentence =
            risk.map { "\($0.phrase): \(change.subject.phrase). \(change.plainSentence)" } ?? change.plainSentence
        return sentence + change.formerPlace
    }

    var level: String {
        if risk != nil, change.exemption == nil { return "error" }
        return switch change.reportedLevel {
        case .error: "error"
        case .warning: "warning"
        case .notice: "note"
        }
    }

    func write(ruleIndex: Int, sources: SourceFolder, to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("ruleId", rule)
            writer.member("ruleIndex", ruleIndex)
            writer.member("level", level)
            writer.key("message")
            writer.object { $0.member("text", Self.escaped(message)) }
            writer.key("locations")
            writer.array { writer in
                writer.object { writer in
                    writer.key("physicalLocation")
                    writer.object { writer in
                        writer.key("artifactLocation")
                        writer.object { writer in
                            writer.member(
                                "uri", SourceLink.percentEncoded(sources.path(of: change.subject.location.file)))
                            writer.member("uriBaseId", "%SRCROOT%")
                        }
                        // GitHub shows no result without a line.
                        let line = change.after == nil ? 1 : max(1, change.subject.location.position.line)
                        writer.key("region")
                        writer.object { $0.member("startLine", line) }
                    }
                }
            }
            writer.key("partialFingerprints")
            writer.object { $0.member("requisite/v1", fingerprint) }
            if let acceptance = change.acceptance {
                writer.key("suppressions")
                writer.array { writer in
                    writer.object { writer in
                        writer.member("kind", "external")
                        writer.member("status", "accepted")
                        writer.member("justification", Self.escaped(acceptance.phrase))
                    }
                }
            }
            writer.key("properties")
            writer.object { writer in
                writer.member("class", change.impact.rawValue)
                writer.member("op", change.operation.rawValue)
                writer.member("cause", change.cause.rawValue)
                writer.member("record", change.isOfPage ? nil : change.record.rawValue)
                writer.member("section", change.section)
            }
        }
    }

    /// SARIF 2.1.0, 3.11.5 and 3.11.6: braces stand doubled in a message, as single ones are for placeholders, and what
    /// looks like a link is one.
    private static func escaped(_ message: String) -> String {
        message.showingInvisibles.replacing("{", with: "{{").replacing("}", with: "}}").replacing("](", with: "] (")
    }
}

extension JSONWriter {
    fileprivate mutating func write(rule: String, description: String) {
        object { writer in
            writer.member("id", rule)
            writer.key("shortDescription")
            writer.object { $0.member("text", description) }
        }
    }
}
